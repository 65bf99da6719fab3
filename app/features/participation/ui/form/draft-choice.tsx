import type { ReactNode } from 'react';
import { ButtonLink } from '#app/ui/controls.tsx';
import { Notice } from '#app/ui/states.tsx';
import type { FormUnit } from '../../domain/form/form-units.ts';
import { type FormWords, unitLabel } from './form-words.ts';

/** What was not sent last time: gone on with, or left aside for what is recorded. Both are links: neither loses anything. */
export function DraftChoice(props: {
  words: FormWords;
  savedAt: Date;
  units: readonly FormUnit[];
  draftHref: string;
  recordHref: string;
}): ReactNode {
  const { words, savedAt, units, draftHref, recordHref } = props;
  const { t, instant } = words;
  return (
    <>
      <Notice title={t('participation.form.draft-title')}>
        <p>{t('participation.form.draft-text', { when: instant(savedAt) })}</p>
        <ul>
          {units.map((unit) => (
            <li key={unit}>{unitLabel(words, unit)}</li>
          ))}
        </ul>
      </Notice>
      <p className="cluster">
        <ButtonLink href={draftHref}>{t('participation.form.draft-take')}</ButtonLink>
        <ButtonLink tone="quiet" href={recordHref}>
          {t('participation.form.draft-record')}
        </ButtonLink>
      </p>
      <p className="quiet">{t('participation.form.draft-kept')}</p>
    </>
  );
}
