import * as docx from 'docx';
import type { Locale } from '#app/lib/locale.ts';
import { printable } from '#app/lib/printable.ts';
import { packDocx, paragraph, textRuns } from './compose-docx.server.ts';
import { textWidth } from './compose-xlsx.server.ts';
import { INK, RULE } from './docx-styles.server.ts';
import type { FormDocument, FormField, FormSection } from './form.ts';

/** The ground of what is to be filled in, as in the workbook. */
const ROOM = 'FBF8F1';
const NONE = { style: docx.BorderStyle.NONE, size: 0, color: 'auto' } as const;
const HAIR = { style: docx.BorderStyle.SINGLE, size: 4, color: RULE } as const;
const RAIL = { style: docx.BorderStyle.SINGLE, size: 8, color: INK } as const;
/** Boxes of a face that every Word and LibreOffice has or replaces by one that has them. */
const TICKED = { value: '2612', font: 'MS Gothic' };
/** Answers that take so much room together stand on one line. */
const ONE_LINE = 56;
const UNTICKED = { value: '2610', font: 'MS Gothic' };

/** The bytes of a form in Word; see `renderFormDocx` in office.server.ts, which makes them on the document thread. */
export function composeFormDocx(form: FormDocument): Promise<Uint8Array> {
  const { lang } = form;
  const reference: FormField = { ...form.reference, kind: 'text', lines: 1 };
  const captions = [...form.sections.map(({ title }) => title), form.reference.label];
  const body = (width: number) => [
    ...form.lead.map((text) => paragraph('Normal', textRuns(text, lang))),
    ...form.sections.flatMap((section) => sectionOf(section, width, lang)),
    paragraph('Note', []),
    table([row(reference, width, lang, 'Note')], width),
  ];
  return packDocx({ ...form, figures: [] }, [{ orientation: form.orientation, body }], () => captions);
}

function sectionOf({ title, note, list = [], fields }: FormSection, width: number, lang: Locale): (docx.Paragraph | docx.Table)[] {
  return [
    paragraph('Heading1', textRuns(title, lang)),
    ...(note ? [paragraph('Note', textRuns(note, lang), { keepNext: true })] : []),
    ...list.map(({ mark, text }) =>
      paragraph('Normal', [...textRuns({ text: mark, style: 'strong' }, lang), new docx.TextRun('\u2002'), ...textRuns(text, lang)], {
        keepNext: true,
        spacing: { after: 20 },
      }),
    ),
    table(
      fields.map((field) => row(field, width, lang)),
      width,
    ),
  ];
}

function table(rows: docx.TableRow[], width: number): docx.Table {
  return new docx.Table({
    layout: docx.TableLayoutType.FIXED,
    width: { size: width, type: docx.WidthType.DXA },
    columnWidths: shares(width),
    borders: { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE },
    rows,
  });
}

const shares = (width: number): [number, number] => [Math.floor(width * 0.36), width - Math.floor(width * 0.36)];

/** A question and its answer. A long answer may run over the page's end, a short row is kept whole. */
function row(field: FormField, width: number, lang: Locale, style = 'TableText'): docx.TableRow {
  const [left, right] = shares(width);
  const question = [
    paragraph(style, textRuns({ text: field.label, style: style === 'Note' ? 'quiet' : 'strong' }, lang)),
    ...(field.hint ? [paragraph(style, textRuns({ text: field.hint, style: 'quiet' }, lang))] : []),
  ];
  const cell = (size: number, children: docx.Paragraph[], room: boolean) =>
    new docx.TableCell({
      width: { size, type: docx.WidthType.DXA },
      borders: { top: NONE, left: room ? RAIL : NONE, right: NONE, bottom: HAIR },
      margins: { top: 50, bottom: 50, left: room ? 120 : 0, right: 120 },
      children,
      ...(room ? { shading: { type: docx.ShadingType.CLEAR, color: 'auto', fill: ROOM } } : {}),
    });
  const height = field.kind === 'text' && field.lines > 1 ? { value: 260 * field.lines, rule: docx.HeightRule.ATLEAST } : undefined;
  return new docx.TableRow({
    cantSplit: field.value.length < 600,
    children: [cell(left, question, false), cell(right, answer(field, lang, style), style !== 'Note')],
    ...(height ? { height } : {}),
  });
}

function answer(field: FormField, lang: Locale, style: string): docx.Paragraph[] {
  if (field.kind === 'boxes') {
    const ticks = field.options.map((option) => {
      const box = new docx.CheckBox({ checked: option === field.value, checkedState: TICKED, uncheckedState: UNTICKED });
      return [box as unknown as docx.ParagraphChild, new docx.TextRun('\u00a0'), ...textRuns(option, lang)];
    });
    if (textWidth(field.options.join('')) > ONE_LINE) return ticks.map((tick) => paragraph(style, tick));
    return [
      paragraph(
        style,
        ticks.flatMap((tick, index) => (index === 0 ? tick : [new docx.TextRun('\u2003\u2003'), ...tick])),
      ),
    ];
  }
  // What was written stays as it was: its lines are paragraphs, and no ordinal in it is raised.
  return printable(field.value)
    .split('\n')
    .map((line) => paragraph(style, [new docx.TextRun({ text: line.replace(/\t/g, ' ') })]));
}
