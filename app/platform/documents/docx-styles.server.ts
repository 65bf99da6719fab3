import type { IPropertiesOptions } from 'docx';
import type { Locale } from '#app/lib/locale.ts';

/** Ink and rules of printed documents, as in layout.typ. */
export const INK = '17202E';
export const QUIET = '4A5362';
export const RULE = 'CFC7B6';

/**
 * Faces that every office suite of the last ten years has or replaces by one of the same widths: the document goes on
 * living on machines without our fonts. East Asian text has faces of its own in each style.
 */
export const SANS = {
  ascii: 'Calibri',
  hAnsi: 'Calibri',
  cs: 'Calibri',
  eastAsia: 'Yu Gothic',
};
export const SERIF = {
  ascii: 'Cambria',
  hAnsi: 'Cambria',
  cs: 'Cambria',
  eastAsia: 'Yu Mincho',
};

/** Language tags of Latin text and of East Asian text, as Word keeps them apart. */
export function wordLanguage(lang: Locale): {
  value: string;
  eastAsia: string;
} {
  return {
    value: { fr: 'fr-FR', en: 'en-GB', ja: 'en-US' }[lang],
    eastAsia: 'ja-JP',
  };
}

/** Half-points, as Word counts sizes. */
const pt = (points: number): number => points * 2;
/** Twentieths of a point, as Word counts distances. */
const twips = (points: number): number => Math.round(points * 20);

type Styles = NonNullable<IPropertiesOptions['styles']>;
type ParagraphStyle = NonNullable<Styles['paragraphStyles']>[number];

/** Space between lines, in 240ths of one: Japanese needs more of it. */
const looseness = (lang: Locale): number => (lang === 'ja' ? 280 : 260);

/** The same as a rule of its own: LibreOffice takes what a heading inherits without one for points, and sets its lines over each other. */
const loose = (lang: Locale) => ({ line: looseness(lang), lineRule: 'auto' as const });

const space = (before: number, after: number) => ({ before: twips(before), after: twips(after) });

function style(name: string, run: ParagraphStyle['run'], paragraph: ParagraphStyle['paragraph']): ParagraphStyle {
  return {
    id: name.replaceAll(' ', ''),
    name,
    basedOn: 'Normal',
    quickFormat: true,
    ...(run ? { run } : {}),
    ...(paragraph ? { paragraph } : {}),
  };
}

function paragraphStyles(lang: Locale): ParagraphStyle[] {
  const small = { size: pt(8.5), color: QUIET };
  const margin = { size: pt(8), color: QUIET };
  const hair = { style: 'single', size: 4, color: RULE, space: 5 } as const;
  const hanging = { left: twips(74), hanging: twips(74) };
  return [
    style('Kicker', { size: pt(9.5), bold: true, color: QUIET }, { spacing: space(0, 18) }),
    style('Subtitle', { font: SERIF, size: pt(12.5), color: QUIET }, { spacing: space(0, 14) }),
    style('Fact', {}, { spacing: space(1, 4), indent: hanging }),
    style('Figure', small, { spacing: space(2, 3), indent: hanging, keepLines: true }),
    style('Table Head', { ...small, bold: true }, { spacing: space(2, 2), keepNext: true }),
    style('Table Text', { size: pt(9) }, { spacing: { ...space(1.5, 1.5), line: looseness(lang) - 20 } }),
    style('Note', small, { spacing: space(8, 4) }),
    ...proseStyles(lang),
    style('Running Head', margin, { spacing: space(0, 0), border: { bottom: hair } }),
    style('Running Foot', margin, { spacing: space(0, 0) }),
  ];
}

/** Styles of running text: a Japanese paragraph begins one character in, what is set apart has a rule at its side. */
function proseStyles(lang: Locale): ParagraphStyle[] {
  const small = { size: pt(8.5), color: QUIET };
  const text = { size: pt(10.5) };
  const side = { border: { left: { style: 'single', size: 16, color: INK, space: 9 } }, indent: { left: twips(11) } } as const;
  return [
    style('Prose', text, { spacing: space(0, 6), ...(lang === 'ja' ? { indent: { firstLine: twips(10.5) } } : {}) }),
    style('Prose Item', text, { spacing: space(0, 6), contextualSpacing: true }),
    style('Prose Lead', { ...text, bold: true }, { spacing: space(6, 2), keepNext: true }),
    style('Quotation', { ...text, color: QUIET }, { spacing: space(0, 6), indent: { left: twips(16), right: twips(16) } }),
    style('Aside', text, { spacing: space(0, 4), ...side }),
    style('Aside Kept', text, { spacing: space(0, 4), keepNext: true, ...side }),
    style('Aside Label', { ...small, bold: true }, { spacing: space(10, 2), keepNext: true, ...side }),
    style('Aside Foot', small, { spacing: space(0, 10), ...side }),
    style('Stamp', { size: pt(9.5), bold: true, color: 'B0322A' }, { spacing: space(0, 8) }),
  ];
}

/** The named styles of every document: change one in Word and the whole document follows. */
export function documentStyles(lang: Locale): Styles {
  const title = (points: number) => ({ font: SERIF, size: pt(points), bold: true, color: INK });
  return {
    default: {
      document: {
        run: { font: SANS, size: pt(9.5), color: INK, language: wordLanguage(lang) },
        paragraph: { spacing: loose(lang) },
      },
      title: { run: title(24), paragraph: { spacing: { ...space(0, 5), ...loose(lang) }, keepNext: true } },
      heading1: { run: title(15), paragraph: { spacing: { ...space(20, 7), ...loose(lang) }, keepNext: true } },
      heading3: { run: { ...title(11), font: SANS }, paragraph: { spacing: { ...space(10, 4), ...loose(lang) }, keepNext: true } },
      footnoteText: { run: { size: pt(8.5), color: QUIET }, paragraph: { spacing: space(0, 2) } },
      hyperlink: { run: { color: '234A9B', underline: { type: 'single' } } },
      heading2: { run: title(12), paragraph: { spacing: { ...space(14, 5), ...loose(lang) }, keepNext: true } },
    },
    paragraphStyles: paragraphStyles(lang),
    characterStyles: [
      { id: 'Label', name: 'Label', run: { size: pt(8.5), color: QUIET } },
      { id: 'Quiet', name: 'Quiet', run: { color: QUIET } },
      { id: 'Strong', name: 'Strong', run: { bold: true } },
      { id: 'FigureValue', name: 'Figure Value', run: title(14) },
      { id: 'HeadingCount', name: 'Heading Count', run: { font: SANS, size: pt(10), bold: false, color: QUIET } },
    ],
  };
}
