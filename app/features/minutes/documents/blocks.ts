import { attendanceReport } from '#app/features/committees/public.server.ts';
import type { Action, Block, Cell, Flow, Inline, Statement, TextDocument } from '#app/features/texts/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import { formatPartialDate } from '#app/lib/partial-date.ts';
import type { ProseBlock, ProseCell, ProseRun } from '#app/platform/documents/prose.ts';
import type { ReportBlock } from '#app/platform/documents/report.ts';
import type { MinutesAnnexes } from '../annexes.server.ts';
import { type MinutesTranslate, minutesTexts } from '../texts.ts';

type Setting = {
  lang: Locale;
  t: MinutesTranslate;
  annexes: MinutesAnnexes;
  asOf: string;
  counts: { decision: number; action: number; table: number };
};

/**
 * The words of minutes as blocks to be printed. Decisions and actions are numbered, each table has a name, addresses in footnotes are links; the
 * list of participants stands where the text has its place, the grid on a page across together with the heading above it.
 */
export function minutesBlocks(
  document: TextDocument,
  annexes: MinutesAnnexes,
  { lang, asOf }: { lang: Locale; asOf: string },
): ProseBlock[] {
  const setting: Setting = { lang, t: minutesTexts(lang), annexes, asOf, counts: { decision: 0, action: 0, table: 0 } };
  const blocks: ProseBlock[] = [];
  for (const block of document.content) {
    const made = blockOf(block, setting);
    const above = blocks.at(-1);
    if (block.type === 'timelineGrid' && made.length > 0 && above?.kind === 'heading')
      blocks.splice(-1, 1, { kind: 'wide', blocks: [above, ...made] });
    else if (block.type === 'timelineGrid' && made.length > 0) blocks.push({ kind: 'wide', blocks: made });
    else blocks.push(...made);
  }
  return blocks;
}

function blockOf(block: Block, setting: Setting): ProseBlock[] {
  const { t, lang, annexes, counts } = setting;
  switch (block.type) {
    case 'heading':
      return [{ kind: 'heading', level: block.attrs.level, runs: runsOf(block.content, setting) }];
    case 'horizontalRule':
      return [{ kind: 'rule' }];
    case 'statement':
      return statementOf(block, setting);
    case 'decision':
      return [{ kind: 'aside', label: t('minutes.doc.decision', { number: ++counts.decision }), blocks: flowOf(block.content, setting) }];
    case 'action':
      return [actionOf(block, setting)];
    case 'attendanceList':
      return attendanceOf(setting);
    case 'timelineGrid': {
      const grid = annexes.grid[lang];
      return grid ? [grid] : [];
    }
    default:
      return flowOf([block], setting);
  }
}

/** Who speaks stands in bold above what was said; Japanese minutes mark each speaker with a circle. */
function statementOf({ attrs, content }: Statement, setting: Setting): ProseBlock[] {
  const said = flowOf(content, setting);
  if (attrs.speaker === '') return said;
  const speaker = setting.lang === 'ja' ? `○\u3000${attrs.speaker}` : attrs.speaker;
  return [{ kind: 'paragraph', tone: 'lead', runs: [{ text: speaker, bold: true }] }, ...said];
}

function actionOf({ attrs, content }: Action, setting: Setting): ProseBlock {
  const { t, lang, counts } = setting;
  const due = attrs.due === null ? '' : t('minutes.doc.due', { date: formatPartialDate(attrs.due, lang) });
  const foot = [attrs.owner, due].filter(Boolean).join(' · ');
  const aside = { kind: 'aside', label: t('minutes.doc.action', { number: ++counts.action }), blocks: flowOf(content, setting) } as const;
  return foot === '' ? aside : { ...aside, foot };
}

function flowOf(nodes: readonly Flow[], setting: Setting): ProseBlock[] {
  return nodes.map((node) => flowBlock(node, setting));
}

function flowBlock(node: Flow, setting: Setting): ProseBlock {
  switch (node.type) {
    case 'paragraph':
      return { kind: 'paragraph', runs: runsOf(node.content, setting) };
    case 'bulletList':
      return { kind: 'list', ordered: false, items: node.content.map(({ content }) => flowOf(content, setting)) };
    case 'orderedList':
      return { kind: 'list', ordered: true, start: node.attrs.start, items: node.content.map(({ content }) => flowOf(content, setting)) };
    case 'blockquote':
      return { kind: 'quotation', blocks: flowOf(node.content, setting) };
    case 'table': {
      const caption = setting.t('minutes.doc.table', { number: ++setting.counts.table });
      return { kind: 'grid', caption, rows: node.content.map((row) => row.content.map((cell) => cellOf(cell, setting))) };
    }
  }
}

function cellOf({ type, attrs, content }: Cell, setting: Setting): ProseCell {
  return { ...attrs, header: type === 'tableHeader', blocks: flowOf(content, setting) };
}

function runsOf(nodes: readonly Inline[] | undefined, { t }: Setting): ProseRun[] {
  return (nodes ?? []).map((node): ProseRun => {
    if (node.type === 'hardBreak') return { lineBreak: true };
    if (node.type === 'footnote') return { footnote: linked(node.attrs.text) };
    if (node.type === 'docRef') return { text: t('minutes.doc.doc', { number: node.attrs.number }).replace(' ', '\u00a0') };
    const marks = new Set((node.marks ?? []).map(({ type }) => type));
    const link = node.marks?.find((mark) => mark.type === 'link');
    return {
      text: node.text,
      ...(marks.has('bold') ? { bold: true } : {}),
      ...(marks.has('italic') ? { italic: true } : {}),
      ...(marks.has('superscript') ? { raised: true } : {}),
      ...(link?.type === 'link' ? { href: link.attrs.href } : {}),
    };
  });
}

const ADDRESS = /(https?:\/\/[^\s<>"»）)]+[^\s<>"»）).,;:!?])/;

/** A note with its addresses as links: printed notes hold little else. */
function linked(text: string): ProseRun[] {
  return text
    .split(ADDRESS)
    .filter(Boolean)
    .map((part) => (ADDRESS.test(part) ? { text: part, href: part } : { text: part }));
}

/** The list of participants as the list of attendance prints it, below the heading that the text gives it. */
function attendanceOf({ annexes, lang, asOf }: Setting): ProseBlock[] {
  if (!annexes.attendance) return [];
  const { figures, blocks } = attendanceReport(annexes.attendance, lang, { asOf });
  const counted = figures.map((figure) => [{ kind: 'paragraph', runs: figureRuns(figure, lang) } as const]);
  return [{ kind: 'list', ordered: false, items: counted }, ...blocks.map(proseOf)];
}

/** A figure with what it counts: the number first, after its label in Japanese. */
function figureRuns({ value, label, note }: { value: number | string; label: string; note?: string }, lang: Locale): ProseRun[] {
  const [said, defined] = lang === 'ja' ? [`${label}：${value}`, `\u3000${note}`] : [`${value} ${label}`, ` – ${note}`];
  return [{ text: said, bold: true }, ...(note ? [{ text: defined }] : [])];
}

function proseOf(block: ReportBlock): ProseBlock {
  if (block.kind === 'table') return block;
  if (block.kind === 'heading')
    return { kind: 'heading', level: 3, runs: [{ text: block.text }], ...(block.count ? { count: block.count } : {}) };
  const { text } = block;
  const parts = Array.isArray(text) ? text : [text];
  const runs = parts.map((part) =>
    typeof part === 'string' ? { text: part } : { text: part.text, ...(part.lang ? { lang: part.lang } : {}) },
  );
  return { kind: 'paragraph', tone: 'note', runs };
}
