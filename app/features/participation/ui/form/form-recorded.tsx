import type { ReactNode } from 'react';
import type { FilledForm, FormUnit } from '../../domain/form/form-units.ts';
import { type FormWords, type Line, unitLabel, unitLines } from './form-words.ts';

/** Lines of text, each in its own language. */
export function Lines({ lines, empty }: { lines: readonly Line[]; empty: string }): ReactNode {
  if (lines.length === 0) return <span className="quiet">{empty}</span>;
  return lines.map(({ text, lang }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity than their order
    <span key={index} lang={lang} className="line">
      {text}
    </span>
  ));
}

/** Answers as they were given, each under its question. */
export function AnswerList({ words, units, form }: { words: FormWords; units: readonly FormUnit[]; form: FilledForm }): ReactNode {
  return (
    <dl className="answers">
      {units.map((unit) => (
        <div key={unit}>
          <dt>{unitLabel(words, unit)}</dt>
          <dd>
            <Lines lines={unitLines(words, unit, form)} empty={words.t('participation.compare.empty')} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
