import { createContext, type ReactNode, useContext } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import { formatPartialDate } from '#app/lib/partial-date.ts';
import type { Action, AnnexPlace, Block, Cell, Flow, Inline, TextDocument, TextRun } from '../domain/document.ts';
import { readingTexts } from '../reading-texts.ts';

type Reading = {
  lang: Locale;
  prefix: string;
  noteOf: ReadonlyMap<Inline, number>;
  annex: ((kind: AnnexPlace['type']) => ReactNode) | undefined;
};
const ReadingContext = createContext<Reading>({ lang: 'fr', prefix: 't', noteOf: new Map(), annex: undefined });

/**
 * A document as HTML, for reading: headings from level 2, notes gathered at the end, every block with an address (`{prefix}-{index}`).
 * `annex` gives what stands in place of the list of presence and the grid (their names when it is left out), `after` what follows a block.
 */
export function TextReading(props: {
  document: TextDocument;
  lang: Locale;
  prefix?: string;
  annex?: (kind: AnnexPlace['type']) => ReactNode;
  after?: (block: Block, index: number) => ReactNode;
}): ReactNode {
  const { document, lang, prefix = 't', annex, after } = props;
  const notes = notesOf(document.content);
  const noteOf = new Map(notes.map((note, index) => [note, index + 1]));
  return (
    <ReadingContext value={{ lang, prefix, noteOf, annex }}>
      <div className="text-reading" lang={lang}>
        {document.content.map((block, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a frozen text; its blocks have no other name than their place
          <div key={index} id={`${prefix}-${index}`} className="text-block">
            <BlockHtml block={block} />
            {after?.(block, index)}
          </div>
        ))}
        {notes.length > 0 && <Notes notes={notes} />}
      </div>
    </ReadingContext>
  );
}

type Note = Extract<Inline, { type: 'footnote' }>;

/** Every note of a text, in the order in which it is called. */
function notesOf(nodes: readonly { type: string; content?: readonly unknown[] }[]): Note[] {
  return nodes.flatMap((node) => (node.type === 'footnote' ? [node as Note] : notesOf((node.content ?? []) as typeof nodes)));
}

function Notes({ notes }: { notes: readonly Note[] }): ReactNode {
  const { lang, prefix } = useContext(ReadingContext);
  const t = readingTexts(lang);
  return (
    <section className="text-notes" aria-label={t('texts.reading.notes')}>
      <ol>
        {notes.map((note, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a note is its number
          <li key={index} id={`${prefix}-note-${index + 1}`}>
            {note.attrs.text}{' '}
            <a href={`#${prefix}-call-${index + 1}`} aria-label={t('texts.reading.back')}>
              ↩
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}

function BlockHtml({ block }: { block: Block }): ReactNode {
  const { lang, annex } = useContext(ReadingContext);
  const t = readingTexts(lang);
  switch (block.type) {
    case 'heading': {
      const Tag = `h${block.attrs.level}` as 'h2' | 'h3' | 'h4';
      return (
        <Tag>
          <Words nodes={block.content} />
        </Tag>
      );
    }
    case 'horizontalRule':
      return <hr />;
    case 'statement':
      return (
        <section className="text-statement">
          {block.attrs.speaker && <p className="text-speaker">{block.attrs.speaker}</p>}
          <Blocks nodes={block.content} />
        </section>
      );
    case 'decision':
      return (
        <section className="text-part text-decision">
          <p className="text-label">{t('texts.reading.decision')}</p>
          <Blocks nodes={block.content} />
        </section>
      );
    case 'action':
      return <ActionHtml action={block} />;
    case 'attendanceList':
      return annex?.('attendanceList') ?? <p className="text-annex">{t('texts.reading.attendance')}</p>;
    case 'timelineGrid':
      return annex?.('timelineGrid') ?? <p className="text-annex">{t('texts.reading.timeline')}</p>;
    default:
      return <FlowHtml node={block} />;
  }
}

function ActionHtml({ action }: { action: Action }): ReactNode {
  const { lang } = useContext(ReadingContext);
  const t = readingTexts(lang);
  const { owner, due } = action.attrs;
  const date = due && t('texts.reading.due', { date: formatPartialDate(due, lang) });
  return (
    <section className="text-part text-action">
      <p className="text-label">
        {t('texts.reading.action')}
        {owner && <b>{owner}</b>}
        {date && <span>{date}</span>}
      </p>
      <Blocks nodes={action.content} />
    </section>
  );
}

function Blocks({ nodes }: { nodes: readonly Flow[] }): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: a frozen text; its blocks have no other name than their place
  return nodes.map((node, index) => <FlowHtml key={index} node={node} />);
}

function FlowHtml({ node }: { node: Flow }): ReactNode {
  switch (node.type) {
    case 'paragraph':
      return (
        <p>
          <Words nodes={node.content} />
        </p>
      );
    case 'bulletList':
    case 'orderedList': {
      // biome-ignore lint/suspicious/noArrayIndexKey: a frozen text; its blocks have no other name than their place
      const items = node.content.map((item, index) => <li key={index}>{<Blocks nodes={item.content} />}</li>);
      return node.type === 'bulletList' ? <ul>{items}</ul> : <ol start={node.attrs.start}>{items}</ol>;
    }
    case 'blockquote':
      return (
        <blockquote>
          <Blocks nodes={node.content} />
        </blockquote>
      );
    case 'table':
      return (
        // A wide table is moved sideways by itself, with the keyboard too.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable
        <div className="text-table" tabIndex={0}>
          <table>
            <tbody>
              {node.content.map((row, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
                <tr key={index}>{row.content.map(cellHtml)}</tr>
              ))}
            </tbody>
          </table>
        </div>
      );
  }
}

function cellHtml(cell: Cell, index: number): ReactNode {
  const { colspan, rowspan } = cell.attrs;
  const spans = { colSpan: colspan === 1 ? undefined : colspan, rowSpan: rowspan === 1 ? undefined : rowspan };
  const content = <Blocks nodes={cell.content} />;
  if (cell.type === 'tableCell')
    return (
      <td key={index} {...spans}>
        {content}
      </td>
    );
  return (
    <th key={index} {...spans}>
      {content}
    </th>
  );
}

function Words({ nodes = [] }: { nodes?: readonly Inline[] | undefined }): ReactNode {
  const { lang, prefix, noteOf } = useContext(ReadingContext);
  const t = readingTexts(lang);
  return nodes.map((node, index) => {
    const key = String(index);
    if (node.type === 'text') return <Marked key={key} run={node} />;
    if (node.type === 'hardBreak') return <br key={key} />;
    if (node.type === 'docRef')
      return (
        <span key={key} className="text-doc">
          {t('texts.reading.doc', { number: node.attrs.number })}
        </span>
      );
    const number = noteOf.get(node) ?? 0;
    return (
      <sup key={key} id={`${prefix}-call-${number}`}>
        <a href={`#${prefix}-note-${number}`} aria-label={t('texts.reading.note', { number })}>
          {number}
        </a>
      </sup>
    );
  });
}

function Marked({ run }: { run: TextRun }): ReactNode {
  let words: ReactNode = run.text;
  for (const mark of [...(run.marks ?? [])].reverse()) {
    if (mark.type === 'bold') words = <strong>{words}</strong>;
    else if (mark.type === 'italic') words = <em>{words}</em>;
    else if (mark.type === 'superscript') words = <sup>{words}</sup>;
    else
      words = (
        <a href={mark.attrs.href} rel="noreferrer nofollow">
          {words}
        </a>
      );
  }
  return words;
}
