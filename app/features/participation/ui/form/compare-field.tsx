import type { ReactNode } from 'react';
import { ChoiceGroup } from '#app/ui/forms.tsx';
import type { FilledForm } from '../../domain/form/form-units.ts';
import type { Difference } from '../../use-cases/form/compare-forms.server.ts';
import { AnswerList, Lines } from './form-recorded.tsx';
import { type FormWords, unitLabel, unitLines } from './form-words.ts';

type Props = {
  words: FormWords;
  difference: Difference;
  theirs: FilledForm;
  mine: FilledForm;
  /** Who recorded what stands now, and when. */
  now: string;
  picked: string;
  error: string | undefined;
};

/** One answer in which two forms differ: which of the two stands, or both. One of a closed part is only shown. */
export function CompareField({ words, difference, theirs, mine, now, picked, error }: Props): ReactNode {
  const { t } = words;
  const { unit, both, locked } = difference;
  if (locked)
    return (
      <div className="stack stack-s">
        <p>{t('participation.compare.locked')}</p>
        <AnswerList words={words} units={[unit]} form={mine} />
      </div>
    );
  const shown = (form: FilledForm) => <Lines lines={unitLines(words, unit, form)} empty={t('participation.compare.empty')} />;
  const choices = [
    { value: 'theirs', label: now, hint: shown(theirs) },
    { value: 'mine', label: t('participation.compare.mine'), hint: shown(mine) },
    ...(both ? [{ value: 'both', label: t('participation.compare.both') }] : []),
  ];
  return <ChoiceGroup name={`pick.${unit}`} label={unitLabel(words, unit)} choices={choices} defaultValue={picked} error={error} />;
}
