import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import { Tag } from '#app/ui/controls.tsx';
import { EmptyState } from '#app/ui/states.tsx';
import { DataTable } from '#app/ui/tables.tsx';
import { LocalisedRun } from '#app/ui/text.tsx';
import type { ShownNote } from '../agenda-model.server.ts';
import { agendasTexts } from '../texts.ts';

/** What was voiced, by whom, where, and how it was settled. */
export function VoicedNotes({ notes, locale }: { notes: readonly ShownNote[]; locale: Locale }): ReactNode {
  const t = agendasTexts(locale);
  const open = notes.filter(({ state }) => state === 'open').length;
  return (
    <DataTable
      caption={t('agendas.voiced.caption', { open, settled: notes.length - open })}
      rows={notes}
      rowKey={({ id }) => id}
      rowTone={({ state }) => (state === 'settled' ? 'quiet' : undefined)}
      empty={<EmptyState title={t('agendas.voiced.empty')}>{t('agendas.voiced.empty-text')}</EmptyState>}
      columns={[
        {
          key: 'text',
          header: t('agendas.voiced.what'),
          rowHeader: true,
          cell: ({ text, href, outcome }) => (
            <span className="stack stack-s">
              <span>{href ? <a href={href}>{<LocalisedRun value={text} />}</a> : <LocalisedRun value={text} />}</span>
              {outcome && <span className="quiet">{outcome}</span>}
            </span>
          ),
        },
        { key: 'by', header: t('agendas.voiced.by'), cell: ({ by }) => by },
        { key: 'source', header: t('agendas.voiced.source'), cell: ({ source }) => source },
        { key: 'kind', header: t('agendas.voiced.kind'), narrow: true, cell: ({ kind }) => t(`agendas.voiced.kind.${kind}`) },
        {
          key: 'state',
          header: t('agendas.voiced.state'),
          narrow: true,
          cell: ({ state }) => <Tag tone={state === 'open' ? 'wait' : 'ok'}>{t(`agendas.voiced.state.${state}`)}</Tag>,
        },
      ]}
    />
  );
}
