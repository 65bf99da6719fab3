import { Document, Packer, Paragraph, Table, TableCell, TableRow as WordRow } from 'docx';
import exceljs from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTabular } from './read-tabular.server.ts';
import { encodeAs, zipOf } from './testing.ts';
import type { TabularFile } from './types.ts';

const FRENCH = 'Prénom\tNom\tFonction\nÉléonore\tDELMOTTE\tAdjointe chargée de la coopération\nThaïs\tURBAIN\tMaire\n';
const JAPANESE = '氏名\t所属\t役職\n静岡 花子\t静岡市\t国際課長\n髙松 太郎\tクレア・パリ\t所長\n';

async function read(bytes: Uint8Array | string): Promise<TabularFile> {
  const result = await readTabular(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

async function refusal(bytes: Uint8Array | string): Promise<string> {
  const result = await readTabular(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes);
  return result.ok ? `read as ${result.value.format}` : result.refusal.code;
}

function texts(file: TabularFile): string[][] {
  return file.rows.map((row) => row.cells.map((cell) => cell.text));
}

async function workbook(fill: (sheet: exceljs.Worksheet, book: exceljs.Workbook) => void): Promise<Uint8Array> {
  const book = new exceljs.Workbook();
  fill(book.addWorksheet('Présents'), book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function utf16(text: string, bigEndian: boolean, mark: boolean): Uint8Array {
  const buffer = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return bigEndian ? buffer.swap16() : buffer;
}

describe('encodings', () => {
  const expected = FRENCH.trim()
    .split('\n')
    .map((line) => line.split('\t'));

  it.each([
    ['UTF-8', new TextEncoder().encode(FRENCH), 'utf-8'],
    ['UTF-8 with a byte order mark', new TextEncoder().encode(`\ufeff${FRENCH}`), 'utf-8'],
    ['UTF-16 LE', utf16(FRENCH, false, true), 'utf-16le'],
    ['UTF-16 BE', utf16(FRENCH, true, true), 'utf-16be'],
    ['UTF-16 LE without its mark', utf16(FRENCH, false, false), 'utf-16le'],
    ['UTF-16 BE without its mark', utf16(FRENCH, true, false), 'utf-16be'],
    ['Windows-1252', encodeAs(FRENCH, 'windows-1252'), 'windows-1252'],
  ])('reads French in %s', async (_, bytes, encoding) => {
    const file = await read(bytes);
    expect(texts(file)).toEqual(expected);
    expect(file.encoding).toBe(encoding);
  });

  it.each(['shift_jis', 'euc-jp'] as const)(
    'reads Japanese in %s, with the ladder-shaped 髙 of Windows-31J where it exists',
    async (encoding) => {
      const text = encoding === 'euc-jp' ? JAPANESE.replace('髙', '高') : JAPANESE;
      const file = await read(encodeAs(text, encoding));
      expect(file.encoding).toBe(encoding);
      expect(texts(file)[1]).toEqual(['静岡 花子', '静岡市', '国際課長']);
    },
  );

  it('reads Japanese in ISO-2022-JP', async () => {
    const bytes = Uint8Array.from([0x1b, 0x24, 0x42, 0x3b, 0x61, 0x4c, 0x3e, 0x1b, 0x28, 0x42, 0x09, 0x78, 0x0a, 0x61, 0x09, 0x62, 0x0a]);
    expect(texts(await read(bytes))[0]).toEqual(['氏名', 'x']);
  });

  it('takes no accented French for Japanese, in any mixture of its words', async () => {
    const words = [
      'Éléonore',
      'Thaïs',
      'Noé',
      'Zoé',
      'Anaïs',
      'déléguée',
      'créée',
      'Œuvre',
      'CHÂLONS',
      'Évêché',
      'côté',
      'À',
      'Maire',
      'PAU',
      'à',
    ];
    const word = fc.constantFrom(...words);
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 3, maxLength: 20 }), async (row) => {
        const text = `${row.join('\t')}\n${row.join(' ')}\n`;
        const result = await readTabular(encodeAs(text, 'windows-1252'));
        expect(result.ok && ['windows-1252', 'utf-8'].includes(result.value.encoding ?? '')).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('delimited text', () => {
  it.each([';', ',', '|'])('cuts at %s when it cuts most lines evenly', async (delimiter) => {
    const file = await read(['Nom', 'Fonction', 'Ville'].join(delimiter).concat('\n', ['Durand', 'Maire', 'Pau'].join(delimiter)));
    expect(texts(file)).toEqual([
      ['Nom', 'Fonction', 'Ville'],
      ['Durand', 'Maire', 'Pau'],
    ]);
  });

  it('leaves running text in one cell a line, with its line numbers', async () => {
    const file = await read('Un compte rendu, avec des virgules.\n\nDeux, trois, quatre.\r\nFin.');
    expect(file.rows.map((row) => [row.line, row.cells.length])).toEqual([
      [1, 1],
      [3, 1],
      [4, 1],
    ]);
  });

  it('keeps delimiters, quotes and line ends inside quotes, and counts the lines they cover', async () => {
    const file = await read('a;b;c\n"x;1";"il a dit ""oui""";"deux\nlignes"\nd;e;f\n');
    expect(texts(file)[1]).toEqual(['x;1', 'il a dit "oui"', 'deux lignes']);
    expect(file.rows.map((row) => row.line)).toEqual([1, 2, 4]);
  });

  it('does not let a stray quotation mark swallow the rest of the file', async () => {
    const file = await read('a;b;c\n"x;y;z\nd;e;f\ng;h;i\n');
    expect(texts(file)).toEqual([
      ['a', 'b', 'c'],
      ['"x', 'y', 'z'],
      ['d', 'e', 'f'],
      ['g', 'h', 'i'],
    ]);
  });

  it('gives back every cell of every quoted table, on its line', async () => {
    const cell = fc.stringMatching(/^[ -~éàç]{0,12}$/).map((text) => text.replaceAll(/\s+/g, ' ').trim());
    const table = fc.integer({ min: 3, max: 6 }).chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
        minLength: 2,
      }),
    );
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const csv = rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(';')).join('\r\n');
        const expected = rows.map((cells, i) => ({ line: i + 1, cells })).filter((row) => row.cells.some(Boolean));
        const result = await readTabular(new TextEncoder().encode(csv));
        const found = result.ok
          ? result.value.rows.map((row) => ({
              line: row.line,
              cells: row.cells.map((c) => c.text),
            }))
          : [];
        expect(found).toEqual(expected);
      }),
    );
  });

  it('flags formulas and tags, and leaves them as text', async () => {
    const file = await read('=HYPERLINK("x")\t<b>gras</b>\t+33 1 23 45\nb\t-\t@SUM(1)\n');
    expect(file.rows[0]?.cells.map((cell) => cell.flags)).toEqual([['formula'], ['markup'], []]);
    expect(file.rows[0]?.cells[1]?.text).toBe('<b>gras</b>');
    expect(file.rows[1]?.cells.map((cell) => cell.flags)).toEqual([[], [], ['formula']]);
  });
});

describe('workbooks', () => {
  it('takes the stored value of a formula and flags it; reads numbers, rich text and links as their text', async () => {
    const bytes = await workbook((sheet) => {
      sheet.addRow(['Nom', 'Ville']);
      sheet.getCell('A3').value = {
        formula: 'UPPER("durand")',
        result: 'DURAND',
      };
      sheet.getCell('B3').value = {
        richText: [{ text: 'Cli' }, { text: 'chy' }],
      };
      sheet.getCell('C3').value = 92110;
      sheet.getCell('D3').value = {
        text: 'a@clichy.example',
        hyperlink: 'mailto:a@clichy.example',
      };
      sheet.getCell('E3').value = { formula: 'WEBSERVICE("http://x.example")' };
    });
    const file = await read(bytes);
    expect(file.rows[1]?.line).toBe(3);
    expect(texts(file)[1]).toEqual(['DURAND', 'Clichy', '92110', 'a@clichy.example', '=WEBSERVICE("http://x.example")']);
    expect(file.rows[1]?.cells.map((cell) => cell.flags)).toEqual([['formula'], [], [], [], ['formula']]);
  });

  it('repeats a value merged down several rows, and says so; a title across columns stays one cell', async () => {
    const bytes = await workbook((sheet) => {
      sheet.addRow(['Liste']);
      sheet.mergeCells('A1:C1');
      sheet.addRow(['Durand', 'Maire', 'PAU']);
      sheet.addRow(['Morel', 'Adjoint']);
      sheet.mergeCells('C2:C3');
    });
    const file = await read(bytes);
    expect(texts(file)).toEqual([
      ['Liste', '', ''],
      ['Durand', 'Maire', 'PAU'],
      ['Morel', 'Adjoint', 'PAU'],
    ]);
    expect(file.rows[2]?.cells[2]?.flags).toEqual(['merged']);
  });

  it('leaves hidden sheets aside and names them', async () => {
    const bytes = await workbook((sheet, book) => {
      sheet.addRow(['Durand']);
      book.addWorksheet('Codes', { state: 'hidden' }).addRow(['secret']);
    });
    const file = await read(bytes);
    expect(texts(file)).toEqual([['Durand']]);
    expect(file.hiddenSheets).toEqual(['Codes']);
  });

  it('takes out zeros, halves of characters and direction marks, which no database or reader should meet', async () => {
    const file = await read(await workbook((sheet) => sheet.addRow(['Du\u202erand_x0000_x', 'a\ud800b'])));
    expect(texts(file)[0]).toEqual(['Durand x', expect.stringMatching(/^a.*b$/)]);
    expect(texts(file)[0]?.[1]?.isWellFormed()).toBe(true);
  });

  it('refuses a merged range over the whole sheet instead of visiting each of its cells', async () => {
    const bytes = zipOf({
      'xl/workbook.xml': '<workbook/>',
      'xl/worksheets/sheet1.xml': '<worksheet><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>',
    });
    expect(await refusal(bytes)).toBe('tabular.too-many-cells');
  });
});

describe('Word documents', () => {
  it('reads paragraphs and tables in order, spanned cells repeated and flagged', async () => {
    const cell = (text: string, rowSpan = 1) => new TableCell({ children: [new Paragraph(text)], rowSpan });
    const table = new Table({
      rows: [
        new WordRow({
          children: [cell('Durand'), cell('PAU', 2), cell('<b>Maire</b>')],
        }),
        new WordRow({ children: [cell('Morel'), cell('Adjoint')] }),
      ],
    });
    const document = new Document({
      sections: [
        {
          children: [new Paragraph('48 présents'), table, new Paragraph('a\tb')],
        },
      ],
    });
    const file = await read(new Uint8Array(await Packer.toBuffer(document)));
    expect(file.format).toBe('docx');
    expect(texts(file).slice(0, 3)).toEqual([['48 présents'], ['Durand', 'PAU', '<b>Maire</b>'], ['Morel', 'PAU', 'Adjoint']]);
    expect(file.rows[2]?.cells[1]?.flags).toEqual(['merged']);
    expect(file.rows[1]?.cells[2]?.flags).toEqual(['markup']);
  });
});

describe('what cannot be read is refused, and never throws', () => {
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  const compound = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(600).fill(0)]);

  it.each([
    ['an empty file', new Uint8Array(), 'tabular.empty'],
    ['a blank file', ' \n\t\n ', 'tabular.empty'],
    ['a picture', png, 'tabular.unsupported-type'],
    ['an old or encrypted Office file', compound, 'tabular.unsupported-type'],
    ['a PDF', '%PDF-1.7\n1 0 obj\n', 'tabular.unsupported-type'],
    ['a web page', '<!DOCTYPE html><table></table>', 'tabular.unsupported-type'],
    ['another archive', zipOf({ 'a.txt': 'x' }), 'tabular.unsupported-type'],
    ['a broken workbook', zipOf({ 'xl/workbook.xml': '<<<' }), 'tabular.damaged'],
    ['a broken document', zipOf({ 'word/document.xml': '<<<' }), 'tabular.damaged'],
    ['an archive cut short', zipOf({ 'xl/workbook.xml': 'x'.repeat(900) }).slice(0, 60), 'tabular.damaged'],
    ['an archive that lies about its size', zipOf({ 'xl/workbook.xml': 'x'.repeat(90_000) }, 10), 'tabular.damaged'],
    ['an archive that declares a gigabyte', zipOf({ 'xl/workbook.xml': 'x' }, 1_000_000_000), 'tabular.expands-too-much'],
    ['a 50 MB file', new Uint8Array(50_000_000).fill(97), 'tabular.too-large'],
    ['more lines than any list has', 'a\tb\n'.repeat(30_000), 'tabular.too-many-rows'],
  ])('%s', async (_, bytes, code) => {
    expect(await refusal(bytes)).toBe(code);
  });

  it('answers any bytes with rows or a refusal', async () => {
    const prefix = fc.constantFrom([], [0x50, 0x4b, 3, 4], [0x50, 0x4b, 5, 6], [0xff, 0xfe], [0x1b, 0x24], [0xef, 0xbb, 0xbf]);
    await fc.assert(
      fc.asyncProperty(prefix, fc.uint8Array({ maxLength: 400 }), async (head, tail) => {
        const result = await readTabular(Uint8Array.from([...head, ...tail]));
        expect(result.ok || result.refusal.code.startsWith('tabular.')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('refuses a page of random bytes as no text', async () => {
    const noise = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919 + ((i * i) % 251)) % 256);
    expect(await refusal(noise)).toBe('tabular.not-text');
  });
});

describe('a form', () => {
  const document = (body: string, more: Record<string, string> = {}) =>
    zipOf({
      '[Content_Types].xml':
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      '_rels/.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
      'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:tbl><w:tr><w:tc>${body}</w:tc></w:tr></w:tbl></w:body></w:document>`,
      ...more,
    });
  const lines = document('<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r></w:p><w:p><w:r><w:t>c</w:t></w:r></w:p>');
  const firstCell = async (bytes: Uint8Array, options = {}) => {
    const file = await readTabular(bytes, options);
    return file.ok ? file.value.rows[0]?.cells[0]?.text : file.refusal;
  };

  it('keeps the lines of its cells only where they are asked for', async () => {
    expect(await firstCell(lines)).toBe('a b c');
    expect(await firstCell(lines, { keepLines: true })).toBe('a\nb\nc');
  });

  it('is refused for its macros only where that is asked for', async () => {
    const macros = document('<w:p><w:r><w:t>a</w:t></w:r></w:p>', { 'word/vbaProject.bin': 'x' });
    expect(await firstCell(macros)).toBe('a');
    expect(await firstCell(macros, { refuseMacros: true })).toEqual({ code: 'tabular.unsupported-type', params: { type: 'DOCM' } });
  });
});
