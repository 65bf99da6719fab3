import type { ReactNode } from 'react';
import { Tag } from '#app/ui/controls.tsx';
import { EmptyState } from '#app/ui/states.tsx';
import { Run } from '#app/ui/text.tsx';
import { timelineTexts } from '../texts.ts';
import type { ShownItem, TimelineModel } from '../timeline-model.server.ts';

type Line = TimelineModel['lines'][number];

/** Several dates in one cell. */
function Items({ items, model }: { items: readonly ShownItem[]; model: TimelineModel }): ReactNode {
  const t = timelineTexts(model.locale);
  if (items.length === 0) return null;
  return (
    <ul className="plain stack stack-s">
      {items.map((item) => (
        <li key={item.key}>
          <strong>{item.date}</strong> – <Title item={item} />
          {item.details.length > 0 && <span className="quiet"> ({item.details.join(' · ')})</span>}
          {item.flags.length > 0 && (
            <span className="tags">
              {' '}
              <Tag tone="late">{`${t('timeline.check')} – ${item.flags.join(' · ')}`}</Tag>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The title of a date, leading to where it is changed for those who may. */
export function Title({ item }: { item: ShownItem }): ReactNode {
  const text = <Run lang={item.title.lang}>{item.title.text}</Run>;
  return item.href ? <a href={item.href}>{text}</a> : text;
}

function Cells({ line, model }: { line: Line; model: TimelineModel }): ReactNode {
  if (line.form === 'across') {
    return (
      <td colSpan={3}>
        <Items items={line.items} model={model} />
      </td>
    );
  }
  return (
    <>
      {line.form === 'joint' ? (
        <td colSpan={2}>
          <Items items={line.items} model={model} />
        </td>
      ) : (
        line.cells.map((items, index) => (
          <td key={model.committees[index]}>
            <Items items={items} model={model} />
          </td>
        ))
      )}
      <td>
        <Items items={line.deadlines} model={model} />
      </td>
    </>
  );
}

/** How many lines in a row, from one on, have the same beginning of their month; 0 inside such a run. */
function runLength(lines: readonly Line[], index: number, length: number): number {
  const start = lines[index]?.month.slice(0, length);
  if (lines[index - 1]?.month.slice(0, length) === start) return 0;
  const end = lines.findIndex((line, i) => i > index && line.month.slice(0, length) !== start);
  return (end === -1 ? lines.length : end) - index;
}

/** The printed grid: year and month down; the two committees and the deadlines across. It scrolls sideways where it is too wide. */
export function TimelineGrid({ model }: { model: TimelineModel }): ReactNode {
  const { locale, lines, committees, undated, outside } = model;
  const t = timelineTexts(locale);
  const month = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  if (model.items.length === 0) return <EmptyState title={t('timeline.empty')} />;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <section className="table-region" aria-label={t('timeline.grid-caption')} tabIndex={0}>
        <table className="table table-dense timeline-grid">
          <caption className="hidden-text">{t('timeline.grid-caption')}</caption>
          <thead>
            <tr>
              {[t('timeline.year'), t('timeline.month'), ...committees, t('timeline.deadlines')].map((label) => (
                <th key={label} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => {
              const [years, months] = [runLength(lines, index, 4), runLength(lines, index, 7)];
              return (
                <tr key={`${line.month} ${line.form}`}>
                  {years > 0 && (
                    <th scope="rowgroup" rowSpan={years}>
                      {line.month.slice(0, 4)}
                    </th>
                  )}
                  {months > 0 && (
                    <th scope="row" rowSpan={months}>
                      {month.format(new Date(`${line.month}-01T00:00:00Z`))}
                    </th>
                  )}
                  <Cells line={line} model={model} />
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      <Rest title={t('timeline.undated')} items={undated} model={model} />
      <Rest title={t('timeline.outside')} items={outside} model={model} />
    </>
  );
}

function Rest({ title, items, model }: { title: string; items: readonly ShownItem[]; model: TimelineModel }): ReactNode {
  if (items.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <Items items={items} model={model} />
    </>
  );
}
