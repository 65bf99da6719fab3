import { Section } from '#app/ui/page.tsx';
import type { Warning } from '../domain/find-contradictions.ts';
import type { ImportData } from '../routes/import-desk.tsx';
import { committeesTexts } from '../texts.ts';

/** The anchor of a row in the table of an import. */
export function rowAnchor(index: number): string {
  return `row-${index}`;
}

/** What contradicts itself, each with links to the rows it concerns; counts name the line of the text. */
export function Contradictions({ data: { locale, view } }: { data: ImportData }) {
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
              {t(`committees.warning.${warning.code}`, warning.params)} <Lines warning={warning} lineOf={lineOf} locale={locale} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Lines({ warning, lineOf, locale }: { warning: Warning; lineOf: (index: number) => number; locale: ImportData['locale'] }) {
  const t = committeesTexts(locale);
  if (warning.rows.length === 0)
    return <small className="quiet num">{t('committees.import.lines', { lines: warning.lines.join(', ') })}</small>;
  // The bare address shows every row: a filter must not hide the one that the link leads to.
  return (
    <small className="num">
      {warning.rows.map((index, i) => (
        <span key={index}>
          {i > 0 && ', '}
          <a href={`?#${rowAnchor(index)}`}>{t('committees.import.lines', { lines: lineOf(index) })}</a>
        </span>
      ))}
    </small>
  );
}
