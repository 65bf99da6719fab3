import { Fragment, type ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import { ChoiceGroup } from '#app/ui/forms.tsx';
import type { DifferenceKind } from '../../domain/form-file/compare.ts';
import type { ReadingNote } from '../../domain/form-file/reading.ts';
import { participationTexts } from '../../texts.ts';

/** A difference in words; `said` and `standing` are null where nothing is said. */
export type ShownDifference = {
  path: string;
  kind: DifferenceKind;
  label: string;
  standing: string | null;
  said: string | null;
  text: string;
  marks: readonly (ReadingNote | 'emptied' | 'older' | 'changedMeanwhile' | 'guess' | 'closed')[];
  faults: readonly string[];
  mayTake: boolean;
  takenByDefault: boolean;
};

/** Texts that stand side by side where there is room. */
const SHORT = 60;

/** The name of the field that decides a difference. */
export function decisionName(path: string): string {
  return `decide-${path.replaceAll('.', '-')}`;
}

/** One difference: what the file says and what is recorded, of which one is taken. */
export function DifferenceChoice(props: {
  difference: ShownDifference;
  chosen: 'take' | 'keep' | undefined;
  error: string | undefined;
  locale: Locale;
}): ReactNode {
  const { difference, chosen, error, locale } = props;
  const { path, kind, label, standing, said, marks, faults, mayTake, takenByDefault } = difference;
  const t = participationTexts(locale);
  const shown = (text: string | null) => (text === null ? t('participation.return.nothing') : <Lines text={text} />);
  const notes = [
    ...faults,
    ...(faults.length > 0 ? [t('participation.return.by-hand')] : []),
    ...marks.map((mark) => t(`participation.return.mark.${mark}`, { text: difference.text })),
  ];
  const take = {
    value: 'take',
    label: t(kind === 'emptied' ? 'participation.return.erase' : 'participation.return.take'),
    hint: shown(said),
  };
  const keep = { value: 'keep', label: t('participation.return.keep'), hint: shown(standing) };
  return (
    <ChoiceGroup
      name={decisionName(path)}
      label={label}
      hint={notes.length > 0 ? <Lines text={notes.join('\n')} /> : undefined}
      error={error}
      inline={[said, standing].every((text) => (text ?? '').length <= SHORT)}
      choices={[{ ...take, disabled: !mayTake }, keep]}
      defaultValue={mayTake ? (chosen ?? (takenByDefault ? 'take' : 'keep')) : 'keep'}
    />
  );
}

/** A text with its lines. */
function Lines({ text }: { text: string }): ReactNode {
  return text.split('\n').map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name, and their order is what they are
    <Fragment key={index}>
      {index > 0 && <br />}
      {line}
    </Fragment>
  ));
}
