import type { ReactNode } from 'react';
import { countryName } from '#app/features/editions/public.ts';
import { SideMark } from '#app/ui/controls.tsx';
import { Section } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/tables.tsx';
import { LocalisedRun } from '#app/ui/text.tsx';
import { comparedText, type Doc5Words, printedText } from '../../doc5-texts.ts';
import { sumOf } from '../../domain/list/count-intentions.ts';
import { PARTICIPATION_STATES } from '../../domain/states.ts';
import { stateText } from '../../texts.ts';
import type { CrossedList } from '../../use-cases/list/read-crossed-list.server.ts';

type CountsProps = { list: CrossedList; words: Doc5Words };

/** How many authorities stand where, by country; every one counted once. */
export function IntentionCounts({ list, words }: CountsProps): ReactNode {
  const { t, locale } = words;
  const { countries } = list.view.series;
  const { counts } = list;
  return (
    <Section id="counts" title={t('participation.doc5.counts')} wide>
      <DataTable
        caption={t('participation.doc5.counts-caption')}
        dense
        narrow="scroll"
        rows={PARTICIPATION_STATES}
        rowKey={(state) => state}
        empty={null}
        columns={[
          { key: 'state', header: t('participation.doc5.state'), rowHeader: true, cell: (state) => stateText(t, state) },
          ...countries.map((country) => ({
            key: country,
            header: countryName(country, locale),
            numeric: true,
            cell: (state: (typeof PARTICIPATION_STATES)[number]) => counts.byCountry.get(country)?.[state] ?? 0,
          })),
          { key: 'both', header: t('participation.doc5.both'), numeric: true, cell: (state) => counts.all[state] },
        ]}
        foot={{
          state: t('participation.doc5.total'),
          ...Object.fromEntries([...counts.byCountry].map(([country, held]) => [country, sumOf(held)])),
          both: counts.total,
        }}
      />
    </Section>
  );
}

/** The counts against the past editions, as computed, and what was printed about this edition, as printed. */
export function PastEditions({ list, words }: CountsProps): ReactNode {
  const { t, locale } = words;
  const { countries } = list.view.series;
  const printed = list.figures.filter(({ editionId }) => editionId === list.view.edition.id);
  return (
    <Section id="past" title={t('participation.doc5.past')} wide>
      <ul className="stack stack-s">
        {list.compared.map((compared) => (
          <li key={`${compared.country} ${compared.state}`}>
            <SideMark side={compared.country === countries[0] ? 'a' : 'b'} /> {comparedText(compared, words)}
          </li>
        ))}
      </ul>
      {printed.length > 0 && (
        <ul className="stack stack-s quiet">
          {printed.map((figure) => {
            const { text, note, source } = printedText(figure, words);
            return (
              <li key={figure.id}>
                {text}{' '}
                {note && (
                  <span lang={note.lang === locale ? undefined : note.lang}>
                    {t('participation.doc5.printed-note', { note: note.text })}
                  </span>
                )}{' '}
                {source && (
                  <small>
                    {t('participation.doc5.source', { source: '' })}
                    <LocalisedRun value={source} />
                  </small>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </Section>
  );
}
