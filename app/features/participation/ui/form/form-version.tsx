import type { ReactNode } from 'react';
import { Tag } from '#app/ui/controls.tsx';
import { Section } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/tables.tsx';
import { stateText } from '../../texts.ts';
import type { FormVersion } from '../../use-cases/form/read-form-history.server.ts';
import { Lines } from './form-recorded.tsx';
import { type FormWords, sourceText, unitLabel, unitLines } from './form-words.ts';

type Props = { words: FormWords; version: FormVersion; meetings: ReadonlyMap<string, string> };

/** One version of a form: when, by whom and for whom, from where, and what it changed of the one before. */
export function FormVersionSection({ words, version, meetings }: Props): ReactNode {
  const { t, instant } = words;
  const { revision, before, after, changed, state, source } = version;
  const from = sourceText(words, version, meetings);
  const empty = t('participation.compare.empty');
  const same = t('participation.history.same');
  return (
    <Section
      id={`version-${revision}`}
      wide
      title={t('participation.history.version', { revision })}
      lead={`${instant(version.enteredAt)} – ${byText(words, version)}`}
    >
      <p className="cluster">
        <Tag>{stateText(t, state)}</Tag>
        {from && <span>{from}</span>}
        {source.note && <q>{source.note}</q>}
      </p>
      <DataTable
        caption={t('participation.history.differences', { revision })}
        captionHidden
        rows={changed}
        rowKey={(unit) => unit}
        empty={<p className="quiet">{same}</p>}
        columns={[
          { key: 'unit', header: t('participation.history.changed'), rowHeader: true, cell: (unit) => unitLabel(words, unit) },
          {
            key: 'before',
            header: t('participation.history.before'),
            cell: (unit) => <Lines lines={unitLines(words, unit, before)} empty={empty} />,
          },
          {
            key: 'after',
            header: t('participation.history.after'),
            cell: (unit) => <Lines lines={unitLines(words, unit, after)} empty={empty} />,
          },
        ]}
      />
    </Section>
  );
}

function byText({ t }: FormWords, { by, onBehalf }: FormVersion): string {
  if (by) return t(onBehalf ? 'participation.history.by-behalf' : 'participation.history.by', { name: by });
  return t(onBehalf ? 'participation.history.behalf' : 'participation.history.unnamed');
}
