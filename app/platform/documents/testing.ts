import { inflateSync } from 'node:zlib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { ProseBlock, ProseCell, ProseDocument } from './prose.ts';
import type { Report } from './report.ts';

/** A node of a PDF's structure tree, as assistive technology walks it. */
type StructureNode = { role?: string; children?: StructureNode[] };

/** What a reader of a PDF file gets: its pages' texts, its tags by role, its outline and metadata. */
export type ReadPdf = {
  pages: string[];
  text: string;
  roles: Record<string, number>;
  outline: string[];
  marked: boolean;
  info: { Title?: string; Author?: string; Language?: string };
  /** The file with its compressed streams unpacked, for marks that no reader reports (fonts, PDF/UA identifier). */
  raw: string;
};

function countRoles(node: StructureNode, into: Record<string, number>): void {
  if (node.role) into[node.role] = (into[node.role] ?? 0) + 1;
  for (const child of node.children ?? []) countRoles(child, into);
}

function titles(items: readonly { title: string; items: unknown[] }[] | null): string[] {
  return (items ?? []).flatMap((item) => [item.title, ...titles(item.items as { title: string; items: unknown[] }[])]);
}

/** Unpacks every compressed stream of a file; streams in other encodings are left out. */
function unpacked(bytes: Uint8Array): string {
  const file = Buffer.from(bytes);
  const text = file.toString('latin1');
  const parts = [text];
  for (const match of text.matchAll(/stream\r?\n/g)) {
    try {
      parts.push(inflateSync(file.subarray(match.index + match[0].length)).toString('latin1'));
    } catch {
      // Not a compressed stream: its bytes are in the text already.
    }
  }
  return parts.join('\n');
}

/** Reads a PDF with an independent reader (PDF.js). */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await task.promise;
  const pages: string[] = [];
  const roles: Record<string, number> = {};
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
    countRoles((await page.getStructTree()) as StructureNode, roles);
  }
  const result: ReadPdf = {
    pages,
    text: pages.join('\n'),
    roles,
    outline: titles(await document.getOutline()),
    marked: ((await document.getMarkInfo()) as unknown as Map<string, boolean> | null)?.get('Marked') === true,
    info: (await document.getMetadata()).info as ReadPdf['info'],
    raw: unpacked(bytes),
  };
  await task.destroy();
  return result;
}

/** A short report in French with one table, to change in a test. */
export function sampleReport(changes: Partial<Report> = {}): Report {
  return {
    lang: 'fr',
    kicker: '9es Rencontres',
    title: 'Liste',
    subtitle: 'Comité de pilotage',
    running: ['9es Rencontres', 'Liste – Comité de pilotage'],
    facts: [{ label: 'Date', value: '22 septembre 2025' }],
    figures: [{ value: '2', label: 'personnes présentes', note: 'Chaque personne compte une fois.' }],
    blocks: [
      { kind: 'heading', text: 'Présents', count: '2 personnes' },
      sampleTable([
        ['Cannes', 'M. Achille ABADIE', 'Adjoint'],
        ['Cannes', 'Mme Adèle ARBAUD', 'Chargée de mission'],
      ]),
    ],
    footer: 'État au 15 avril 2026',
    orientation: 'portrait',
    author: 'Comité de pilotage',
    documentTitle: 'Liste – Comité de pilotage',
    description: 'Personnes présentes.',
    keywords: [],
    date: '2025-09-22',
    ...changes,
  };
}

/** A table of three columns with these rows. */
export function sampleTable(rows: readonly (readonly string[])[]): Extract<Report['blocks'][number], { kind: 'table' }> {
  const columns = ['Organisme', 'Nom', 'Fonction'].map((label) => ({ label, width: 1 }));
  return { kind: 'table', caption: 'Présents', columns, rows, mergeFirst: true, empty: 'Aucune personne.' };
}

/** Texts that have broken documents before: markup of every format, formulas, controls, scripts without a face, length. */
export const HOSTILE = [
  '=HYPERLINK("http://x.example","clic")',
  '+33 1 23 45 67 89',
  '@SUM(A1:A9)',
  '-2+3',
  '＝１＋１',
  '\t=1+1',
  '<script>alert(1)</script> & <b>gras</b>',
  '#panic("x") *gras* _italique_ $x$ `brut` @cible <étiquette> ]) #set text(red)',
  '#import "/etc/passwd": *',
  'a\u0000b\u0007c\u001bd',
  '\u202Egnp.exe\u202C',
  'émoji 👩‍🚀 et 🇫🇷',
  'مرحبا שלום Ձախ 한국어',
  '葛\u{E0100}城 髙﨑 𠮷野',
  '_x0041_ _x005F_',
  '\ud800 seul',
  'ligne\nune\r\ndeux',
  'x'.repeat(2000),
  'Chargée de mission '.repeat(110),
] as const;

/** Running text in French with a block of every kind, to change in a test. */
export function sampleProse(changes: Partial<ProseDocument> = {}): ProseDocument {
  const { figures: _figures, orientation: _orientation, blocks: _blocks, ...frame } = sampleReport();
  return { ...frame, stamp: null, blocks: sampleBlocks(), ...changes };
}

const words = (text: string): ProseBlock => ({ kind: 'paragraph', runs: [{ text }] });
const cell = (text: string, more: Partial<ProseCell> = {}): ProseCell => ({ blocks: [words(text)], ...more });

function sampleBlocks(): ProseBlock[] {
  return [
    { kind: 'heading', level: 2, runs: [{ text: 'Présentation de la ville' }] },
    {
      kind: 'paragraph',
      runs: [
        { text: 'Madame ' },
        { text: 'HAYAMA', bold: true },
        { text: ' a rappelé la ' },
        { text: '8e', raised: true },
        { text: ' édition', italic: true },
        { footnote: [{ text: 'Voir ' }, { text: 'le site', href: 'https://rencontres.example/film' }] },
        { lineBreak: true },
        { text: 'le site', href: 'https://rencontres.example/' },
      ],
    },
    {
      kind: 'list',
      ordered: true,
      start: 3,
      items: [[words('Trois'), { kind: 'list', ordered: false, items: [[words('Point')], [words('Autre point')]] }], [words('Quatre')]],
    },
    { kind: 'quotation', blocks: [words('Une parole citée')] },
    { kind: 'aside', label: 'Décision', blocks: [words('Le thème est retenu')], foot: 'Cannes · 31 mai 2026' },
    {
      kind: 'grid',
      caption: 'Programme',
      rows: [
        [cell('Date', { header: true }), cell('Heure', { header: true }), cell('Lieu', { header: true })],
        [cell('Mercredi', { rowspan: 2 }), cell('Matin'), cell('Gare')],
        [cell('Soir, partout', { colspan: 2 })],
      ],
    },
    { kind: 'rule' },
    {
      kind: 'wide',
      blocks: [{ kind: 'heading', level: 2, runs: [{ text: 'Annexe' }], count: '2 personnes' }, sampleTable([['Cannes', 'M. X', 'Maire']])],
    },
  ];
}
