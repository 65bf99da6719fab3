import { listSeparator } from '#app/lib/list-text.ts';
import { Section } from '#app/ui/page.tsx';
import { filterQuery } from '../domain/filter-import.ts';
import type { Warning } from '../domain/find-contradictions.ts';
import type { ImportData } from '../routes/import-desk.tsx';
import { committeesTexts, linesText, warningText } from '../texts.ts';

/** The anchor of a row in the table of an import. */
export function rowAnchor(index: number): string {
  return `row-${index}`;
}

/** What contradicts itself, each with links to the rows it concerns; counts name the line of the text. */
export function Contradictions({ data: { locale, view, filter } }: { data: ImportData }) {
  const t = committeesTexts(locale);
  const { warnings } = view.judgement;
  const lineOf = (index: number) => view.batch.snapshot.reading.rows[index]?.line ?? 0;
  return (
    <Section id="contradictions" title={t('committees.import.contradictions')} wide>
      {warnings.length === 0 ? (
        <p>{t('committees.import.no-contradiction')}</p>
      ) : (
        <ul className="stack stack-s">
          {warnings.map((warning) => (
            <li key={`${warning.code} ${warning.lines.join(' ')} ${warning.params.thing ?? ''}`}>
              {warningText(warning, locale)}{' '}
              <Lines warning={warning} lineOf={lineOf} page={filterQuery(filter).size > 0 ? '?' : ''} locale={locale} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

type LinesProps = { warning: Warning; lineOf: (index: number) => number; page: string; locale: ImportData['locale'] };

function Lines({ warning, lineOf, page, locale }: LinesProps) {
  if (warning.rows.length === 0) return <small className="quiet num">{linesText(warning.lines, locale)}</small>;
  // Under a filter, the bare address, which shows every row; without one, the row of this very page, where choices stand.
  return (
    <small className="num">
      {warning.rows.map((index, i) => (
        <span key={index}>
          {i > 0 && listSeparator(locale)}
          <a href={`${page}#${rowAnchor(index)}`}>{linesText([lineOf(index)], locale)}</a>
        </span>
      ))}
    </small>
  );
}
