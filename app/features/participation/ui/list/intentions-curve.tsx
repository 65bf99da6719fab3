import type { ReactNode } from 'react';
import { countryName } from '#app/features/editions/public.ts';
import { listText } from '#app/lib/list-text.ts';
import { SideLegend } from '#app/ui/controls.tsx';
import { Section } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/tables.tsx';
import { DateRun } from '#app/ui/text.tsx';
import { type Doc5Words, dayText, markerText } from '../../doc5-texts.ts';
import { type Curve, drawCurve } from '../../domain/list/draw-curve.ts';
import { stateText } from '../../texts.ts';
import type { CrossedList } from '../../use-cases/list/read-crossed-list.server.ts';

type CurveProps = { list: CrossedList; words: Doc5Words };
type Drawn = Curve<CrossedList['figures'][number]>;

/** How the counts came about, as a picture and as a table, with the figures of past editions at their height. */
export function IntentionsCurve({ list, words }: CurveProps): ReactNode {
  const { t, locale } = words;
  const { countries } = list.view.series;
  // A figure of both sides together has no height among those of one side.
  const past = list.figures.filter(({ ordinal, side }) => ordinal < list.view.edition.ordinal && side !== null && countries.includes(side));
  const curve = drawCurve(list.days, countries, list.today, past);
  const name = (country: string) => countryName(country, locale);
  return (
    <Section id="curve" title={t('participation.doc5.curve')} lead={curve ? t('participation.doc5.curve-lead') : undefined} wide>
      {curve ? (
        <div className="stack">
          <Picture curve={curve} list={list} words={words} />
          <SideLegend
            items={countries.map((country, index) => ({
              side: index === 0 ? 'a' : 'b',
              label: (
                <>
                  <CurveSign side={index === 0 ? 'a' : 'b'} what="confirmed" />{' '}
                  {t('participation.doc5.curve-confirmed', { country: name(country) })}{' '}
                  <CurveSign side={index === 0 ? 'a' : 'b'} what="coming" />{' '}
                  {t('participation.doc5.curve-coming', { country: name(country) })}
                </>
              ),
            }))}
          />
          <CurveTable list={list} words={words} />
        </div>
      ) : (
        <p className="quiet">{t('participation.doc5.curve-empty')}</p>
      )}
    </Section>
  );
}

function CurveSign({ side, what }: { side: 'a' | 'b'; what: string }): ReactNode {
  return (
    <svg className="curve-sign" viewBox="0 0 28 8" aria-hidden="true" focusable="false">
      <path className={`curve-line curve-${side} curve-${what}`} d="M0 4H28" />
    </svg>
  );
}

/** The picture in words: what it shows, and how it ends. */
function curveLabel(list: CrossedList, { t, locale }: Doc5Words): string {
  const { countries } = list.view.series;
  const last = countries.map((country) => {
    const { confirmed = 0, considering = 0 } = list.counts.byCountry.get(country) ?? {};
    return t('participation.doc5.curve-last', { country: countryName(country, locale), confirmed, considering });
  });
  const names = countries.map((country) => countryName(country, locale));
  return t('participation.doc5.curve-label', { countries: listText(names, locale), last: listText(last, locale) });
}

function Picture({ curve, list, words }: CurveProps & { curve: Drawn }): ReactNode {
  const { t, locale } = words;
  const { countries } = list.view.series;
  const { plot } = curve;
  const side = (country: string | null) => (country === countries[0] ? 'a' : 'b');
  const month = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="table-region curve-region" aria-label={t('participation.doc5.curve-drawing')} tabIndex={0}>
      <svg className="curve" viewBox={`0 0 ${curve.width} ${curve.height}`} role="img" aria-label={curveLabel(list, words)}>
        {curve.heights.map(({ value, y }) => (
          <g key={value}>
            <path className="curve-grid" d={`M${plot.left} ${y}H${plot.right}`} />
            <text className="curve-text" x={plot.left - 8} y={y + 4} textAnchor="end">
              {value}
            </text>
          </g>
        ))}
        {curve.months.map(({ day, x }) => (
          <text key={day} className="curve-text" x={x} y={plot.bottom + 20} textAnchor="middle">
            {month.format(new Date(`${day}T00:00:00Z`))}
          </text>
        ))}
        {curve.markers.map(({ figure, y, labelY }) => (
          <g key={figure.id}>
            <path className={`curve-past curve-${side(figure.side)}`} d={`M${plot.left} ${y}H${plot.right}L${plot.right + 12} ${labelY}`} />
            <text className={`curve-text curve-text-${side(figure.side)}`} x={plot.right + 16} y={labelY + 4}>
              {markerText(figure, words)}
            </text>
          </g>
        ))}
        {curve.lines.map(({ country, what, path }) => (
          <path key={`${country} ${what}`} className={`curve-line curve-${side(country)} curve-${what}`} d={path} />
        ))}
        {curve.lines.map(({ country, what, y }) => (
          <End key={`${country} ${what}`} side={side(country)} x={plot.right} y={y} />
        ))}
      </svg>
    </section>
  );
}

/** The end of a line: a disc or a diamond, so that the sides part in grey as well. */
function End({ side, x, y }: { side: 'a' | 'b'; x: number; y: number }): ReactNode {
  return side === 'a' ? (
    <circle className="curve-end-a" cx={x} cy={y} r="4.5" />
  ) : (
    <path className="curve-end-b" d={`M${x} ${y - 5.5}l5.5 5.5-5.5 5.5-5.5-5.5Z`} />
  );
}

function CurveTable({ list, words }: CurveProps): ReactNode {
  const { t, locale } = words;
  const columns = list.view.series.countries.flatMap((country) =>
    (['considering', 'confirmed'] as const).map((state) => ({
      key: `${country} ${state}`,
      header: `${countryName(country, locale)} · ${stateText(t, state)}`,
      numeric: true,
      cell: ({ byCountry }: CrossedList['days'][number]) => byCountry.get(country)?.[state] ?? 0,
    })),
  );
  return (
    <details>
      <summary>{t('participation.doc5.curve-table')}</summary>
      <DataTable
        caption={t('participation.doc5.curve-table')}
        captionHidden
        dense
        narrow="scroll"
        rows={list.days}
        rowKey={({ day }) => day}
        empty={null}
        columns={[
          {
            key: 'day',
            header: t('participation.doc5.day'),
            rowHeader: true,
            cell: ({ day }) => <DateRun value={day}>{dayText(day, locale)}</DateRun>,
          },
          ...columns,
        ]}
      />
    </details>
  );
}
