import * as docx from 'docx';
import { printable, printableLine } from '#app/lib/printable.ts';
import { documentStyles, SERIF, wordLanguage } from './docx-styles.server.ts';
import type { LetterDocument, PrintedLetter } from './letters.ts';
import { sealPackage } from './seal-package.server.ts';

const MM = 56.7;
const mm = (count: number) => Math.round(count * MM);
/** Where what stands at the right of a page begins. */
const RIGHT_HALF = mm(82);

type Look = { indent?: number; end?: boolean; center?: boolean; bold?: boolean; before?: number; firstLine?: boolean; keep?: boolean };

/** The bytes of letters in Word; see `renderLettersDocx` in office.server.ts, which makes them on the document thread. */
export async function composeLettersDocx(document: LetterDocument): Promise<Uint8Array> {
  const margin = { top: mm(22), bottom: mm(20), left: mm(25), right: mm(25) };
  const packed = await docx.Packer.toBuffer(
    new docx.Document({
      title: printableLine(document.documentTitle),
      creator: printableLine(document.author),
      lastModifiedBy: printableLine(document.author),
      description: printableLine(document.description),
      keywords: document.keywords.map(printableLine).join(', '),
      styles: documentStyles(document.lang),
      sections: document.letters.map((letter) => ({
        properties: { type: docx.SectionType.NEXT_PAGE, page: { size: { width: mm(210), height: mm(297) }, margin } },
        children: letter.lang === 'ja' ? japanese(letter) : western(letter),
      })),
    }),
  );
  return sealPackage(packed, document.date, (_path, xml) => xml);
}

function lineRuns(lines: readonly string[], { lang }: PrintedLetter, bold: boolean): docx.TextRun[] {
  const whole = lines.flatMap((line) => printable(line).split('\n'));
  const face = { font: SERIF, size: 21, language: wordLanguage(lang) };
  return whole.map((text, index) => new docx.TextRun({ ...face, text, ...(index > 0 ? { break: 1 } : {}), ...(bold ? { bold } : {}) }));
}

function paragraph(letter: PrintedLetter, lines: readonly string[], look: Look = {}): docx.Paragraph {
  const alignment = look.end ? docx.AlignmentType.END : look.center ? docx.AlignmentType.CENTER : docx.AlignmentType.START;
  const indent = { ...(look.indent ? { left: look.indent } : {}), ...(look.firstLine ? { firstLine: 210 } : {}) };
  return new docx.Paragraph({
    ...{ alignment, indent, keepNext: look.keep ?? false, keepLines: true },
    spacing: { before: mm(look.before ?? 0), after: 120, line: letter.lang === 'ja' ? 320 : 290, lineRule: 'auto' },
    children: lineRuns(lines, letter, look.bold ?? false),
  });
}

/** The subject, as a heading, by which a program that reads aloud finds the letters. */
function subject(letter: PrintedLetter, center: boolean): docx.Paragraph {
  return new docx.Paragraph({
    heading: docx.HeadingLevel.HEADING_1,
    alignment: center ? docx.AlignmentType.CENTER : docx.AlignmentType.START,
    spacing: { before: mm(6), after: mm(5) },
    children: lineRuns([letter.subject], letter, true),
  });
}

const factLines = (letter: PrintedLetter, colon: string) =>
  letter.facts.map(({ label, lines }) =>
    paragraph(letter, [`${label}${colon}${lines[0] ?? ''}`, ...lines.slice(1)], { indent: mm(letter.lang === 'ja' ? 10 : 6) }),
  );

function western(letter: PrintedLetter): docx.Paragraph[] {
  const colon = letter.lang === 'fr' ? '\u00a0: ' : ': ';
  return [
    paragraph(letter, letter.sender.slice(0, 1), { bold: true }),
    ...(letter.sender.length > 1 ? [paragraph(letter, letter.sender.slice(1))] : []),
    paragraph(letter, letter.addressee, { indent: RIGHT_HALF, before: 8 }),
    paragraph(letter, [letter.placeAndDate], { indent: RIGHT_HALF, before: 5 }),
    ...(letter.reference ? [paragraph(letter, [letter.reference], { before: 6 })] : []),
    subject(letter, false),
    paragraph(letter, [letter.opening]),
    ...letter.paragraphs.map((text) => paragraph(letter, [text])),
    ...factLines(letter, colon),
    ...letter.closing.split('\n\n').map((text) => paragraph(letter, [text], { keep: true })),
    paragraph(letter, letter.signatory.slice(0, 1), { indent: RIGHT_HALF, before: 8, bold: true, keep: true }),
    ...(letter.signatory.length > 1 ? [paragraph(letter, letter.signatory.slice(1), { indent: RIGHT_HALF })] : []),
  ];
}

function japanese(letter: PrintedLetter): docx.Paragraph[] {
  const closing = letter.closing.split('\n\n');
  const last = closing.length > 1 ? closing.slice(-1) : [];
  return [
    paragraph(letter, [letter.reference, letter.placeAndDate].filter(Boolean), { end: true }),
    paragraph(letter, letter.addressee, { before: 5 }),
    paragraph(letter, letter.sender.slice(0, 1), { indent: RIGHT_HALF, before: 5, bold: true }),
    ...[letter.sender.slice(1), letter.signatory].flatMap((lines) =>
      lines.length > 0 ? [paragraph(letter, lines, { indent: RIGHT_HALF })] : [],
    ),
    subject(letter, true),
    paragraph(letter, [letter.opening]),
    ...letter.paragraphs.map((text) => paragraph(letter, [text], { firstLine: true })),
    ...closing.slice(0, closing.length - last.length).map((text) => paragraph(letter, [text], { firstLine: true })),
    ...last.map((text) => paragraph(letter, [text], { end: true })),
    ...(letter.facts.length > 0
      ? [paragraph(letter, ['記'], { center: true, before: 6 }), ...factLines(letter, '　'), paragraph(letter, ['以上'], { end: true })]
      : []),
  ];
}
