import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import { Tag } from '#app/ui/controls.tsx';
import { Section } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/tables.tsx';
import { workshopsTexts } from '../texts.ts';
import type { RunInList } from '../use-cases/read-board.server.ts';

/** The sign of each state of a run. */
export const RUN_TONES = { running: 'wait', done: 'ok', cancelled: 'plain', failed: 'late' } as const;

/** The runs of an edition, the latest first. */
export function RunList(props: { locale: Locale; slug: string; timeZone: string; runs: readonly RunInList[] }): ReactNode {
  const { locale, slug, timeZone, runs } = props;
  const t = workshopsTexts(locale);
  if (runs.length === 0) return null;
  const when = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const numberOf = (id: string | null) => runs.find((run) => run.id === id)?.number;
  return (
    <Section id="runs" title={t('workshops.run.list')} wide>
      <DataTable
        caption={t('workshops.run.caption', { count: runs.length })}
        captionHidden
        dense
        rows={runs}
        rowKey={({ id }) => id}
        empty={null}
        columns={[
          {
            key: 'number',
            header: t('workshops.run.number'),
            rowHeader: true,
            cell: ({ number }) => (
              <a href={`/${locale}/desk/editions/${slug}/board/runs/${number}`}>{t('workshops.run.title', { number })}</a>
            ),
          },
          {
            key: 'state',
            header: t('workshops.run.state'),
            cell: ({ state }) => <Tag tone={RUN_TONES[state]}>{t(`workshops.run.state.${state}`)}</Tag>,
          },
          {
            key: 'started',
            header: t('workshops.run.started'),
            cell: ({ startedAt }) => <span className="num">{when.format(startedAt)}</span>,
          },
          {
            key: 'replay',
            header: t('workshops.run.kind'),
            cell: ({ replayOf }) => (replayOf ? t('workshops.run.replay-of', { number: numberOf(replayOf) ?? 0 }) : t('workshops.run.own')),
          },
        ]}
      />
    </Section>
  );
}
