import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, it, vi } from 'vitest';
import { composeProseDocx } from './compose-prose-docx.server.ts';
import { renderProsePdf } from './pdf.server.ts';
import { layGrid, ordered, type ProseBlock, type ProseDocument, type ProseRun } from './prose.ts';
import { showable } from './showable.server.ts';
import { HOSTILE, readPdf, sampleProse } from './testing.ts';

vi.setConfig({ testTimeout: 120_000 });

const squeezed = (text: string): string => text.replace(/\s+/g, '');
const pdfOf = async (prose: ProseDocument) => readPdf(await renderProsePdf(prose));
const htmlOf = async (prose: ProseDocument) => (await mammoth.convertToHtml({ buffer: Buffer.from(await composeProseDocx(prose)) })).value;

async function parts(prose: ProseDocument): Promise<Record<string, string>> {
  return Object.fromEntries(Object.entries(unzipSync(await composeProseDocx(prose))).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

const say = (text: string): ProseBlock => ({ kind: 'paragraph', runs: [{ text }] });

describe('running text as a PDF', () => {
  it('is tagged as what it is: headings, lists, a quotation, a table with its head, a note, links', async () => {
    const pdf = await pdfOf(sampleProse());
    expect(pdf.raw).toMatch(/<pdfuaid:part>1</);
    expect(pdf.info).toMatchObject({ Language: 'fr' });
    expect(pdf.roles).toMatchObject({ H1: 1, H2: 2, L: 2, LI: 4, BlockQuote: 1, Note: 1 });
    expect(pdf.roles.TH).toBe(6);
    expect(pdf.raw).toContain('(https://rencontres.example/film)');
    expect(pdf.outline).toEqual(['Liste', 'Présentation de la ville', expect.stringContaining('Annexe')]);
  });

  it('sets a footnote on its page, and what is wide across, on a page of its own', async () => {
    const bytes = await renderProsePdf(sampleProse());
    const pdf = await readPdf(bytes);
    expect(pdf.pages).toHaveLength(2);
    expect(pdf.pages[0]).toContain('Voir');
    expect(pdf.pages[1]).toContain('Annexe');
    expect([...pdf.raw.matchAll(/\/MediaBox ?\[0 0 (\d+)/g)].map(([, width]) => Number(width))).toEqual([595, 841]);
  });

  it('says on the first page that it is a draft', async () => {
    expect((await pdfOf(sampleProse({ stamp: 'PROJET' }))).pages[0]).toContain('PROJET');
    expect((await pdfOf(sampleProse())).text).not.toContain('PROJET');
  });

  it('numbers Japanese headings as officials do', async () => {
    const heading = (level: 2 | 3, text: string): ProseBlock => ({ kind: 'heading', level, runs: [{ text }] });
    const blocks = [heading(2, '開会'), heading(3, '挨拶'), heading(3, '紹介'), heading(2, '議事'), heading(3, '日程')];
    const pdf = await pdfOf(sampleProse({ lang: 'ja', blocks }));
    expect(squeezed(pdf.text)).toMatch(/１開会.*（１）挨拶.*（２）紹介.*２議事.*（１）日程/s);
  });

  it.each(HOSTILE.map((text, i) => [i, text] as const))('shows hostile text %i as text, in every place', async (_i, text) => {
    const runs: ProseRun[] = [{ text, bold: true }, { footnote: [{ text }] }];
    const said: ProseBlock = { kind: 'paragraph', runs };
    const blocks: ProseBlock[] = [
      { kind: 'heading', level: 3, runs: [{ text }] },
      { kind: 'list', ordered: false, items: [[said]] },
      { kind: 'aside', label: text, blocks: [said], foot: text },
      { kind: 'grid', caption: text, rows: [[{ blocks: [said] }, { blocks: [say(text)], header: true }]] },
    ];
    const pdf = await pdfOf(sampleProse({ blocks, stamp: text }));
    expect(squeezed(pdf.text).replaceAll('’', "'")).toContain(squeezed(showable(text)).slice(0, 40));
  });
});

describe('running text in Word', () => {
  it('holds headings, lists, spans, marks and links that are Word’s own', async () => {
    const html = await htmlOf(sampleProse());
    expect(html).toContain('<h1>Présentation de la ville</h1>');
    expect(html).toMatch(/<ol><li>Trois<ul><li>Point<\/li><li>Autre point<\/li><\/ul><\/li><li>Quatre<\/li><\/ol>/);
    expect(html).toContain('<strong>HAYAMA</strong>');
    expect(html).toContain('<em> édition</em>');
    expect(html).toMatch(/<td rowspan="2">/);
    expect(html).toMatch(/<td colspan="2">/);
    expect(html).toContain('href="https://rencontres.example/"');
  });

  it('holds real footnotes, their links included', async () => {
    const html = await htmlOf(sampleProse());
    expect(html).toMatch(/<li id="footnote-1">.*href="https:\/\/rencontres\.example\/film".*le site/s);
    const files = await parts(sampleProse());
    expect(files['word/document.xml']).toMatch(/<w:footnoteReference w:id="1"\/>/);
    expect(files['word/_rels/footnotes.xml.rels']).toMatch(/Id="rIdLink1"[^>]*film/);
  });

  it('starts a numbered list where it was told, and turns the pages of what is wide', async () => {
    const files = await parts(sampleProse());
    expect(files['word/numbering.xml']).toMatch(/<w:start w:val="3"\/>/);
    expect(files['word/document.xml']?.match(/<w:sectPr/g)).toHaveLength(2);
    expect(files['word/document.xml']?.match(/w:orient="landscape"/g)).toHaveLength(1);
    expect(files['word/document.xml']?.match(/<w:tblCaption w:val="[^"]+"/g)).toEqual([
      '<w:tblCaption w:val="Programme"',
      '<w:tblCaption w:val="Présents"',
    ]);
  });

  it.each(HOSTILE.map((text, i) => [i, text] as const))('keeps hostile text %i as text that opens', async (_i, text) => {
    const html = await htmlOf(sampleProse({ blocks: [{ kind: 'paragraph', runs: [{ text }, { footnote: [{ text }] }] }], stamp: text }));
    expect(html).not.toContain('<script>');
  });
});

describe('running text', () => {
  it('makes the same bytes from the same content in both formats', async () => {
    const twice = async (make: (prose: ProseDocument) => Promise<Uint8Array>) => {
      const [first, second] = [await make(sampleProse()), await make(sampleProse())];
      expect(Buffer.compare(Buffer.from(first), Buffer.from(second))).toBe(0);
    };
    await twice(renderProsePdf);
    await twice(composeProseDocx);
  });

  it('is made in both formats however its blocks are nested, and no word is lost', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyBlock, { maxLength: 6 }), fc.constantFrom('fr' as const, 'ja' as const), async (blocks, lang) => {
        const prose = sampleProse({ lang, blocks: [...blocks, say('FIN')] });
        expect((await pdfOf(prose)).text).toContain('FIN');
        expect(await htmlOf(prose)).toContain('FIN');
      }),
      { numRuns: 15 },
    );
  });
});

const anyRuns = fc.array(
  fc.oneof(
    fc.record({ text: fc.string({ maxLength: 30 }), bold: fc.boolean(), italic: fc.boolean(), raised: fc.boolean() }),
    fc.constant({ lineBreak: true as const }),
    fc.record({ footnote: fc.array(fc.record({ text: fc.string({ maxLength: 9 }) }), { maxLength: 2 }) }),
  ),
  { maxLength: 4 },
);

/** What the cells of a grid, lists and quotations hold: everything but grids, as in a text that people write (a table in a table takes Typst for ever). */
const { simple } = fc.letrec<{ simple: ProseBlock; few: ProseBlock[] }>((tie) => ({
  few: fc.array(tie('simple'), { maxLength: 3 }),
  simple: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'prose' },
    fc.record({ kind: fc.constant('paragraph' as const), runs: anyRuns }),
    fc.record({ kind: fc.constant('quotation' as const), blocks: tie('few') }),
    fc.record({
      kind: fc.constant('list' as const),
      ordered: fc.boolean(),
      start: fc.nat({ max: 12 }),
      items: fc.array(tie('few'), { maxLength: 3 }),
    }),
  ),
}));
const few = fc.array(simple, { maxLength: 3 });

const anyGrid = fc.record({
  kind: fc.constant('grid' as const),
  caption: fc.constant('Table'),
  rows: fc.array(fc.array(anyCell(few), { maxLength: 4 }), { maxLength: 4 }),
});

const anyBlock: fc.Arbitrary<ProseBlock> = fc.oneof(
  simple,
  anyGrid,
  fc.record({ kind: fc.constant('heading' as const), level: fc.constantFrom(2 as const, 3 as const, 4 as const), runs: anyRuns }),
  fc.constant({ kind: 'rule' as const }),
  fc.record({
    kind: fc.constant('aside' as const),
    label: fc.string({ maxLength: 9 }),
    blocks: fc.array(fc.oneof(simple, anyGrid), { maxLength: 3 }),
  }),
);

function anyCell(blocks: fc.Arbitrary<ProseBlock[]>) {
  const span = fc.integer({ min: 1, max: 6 });
  return fc.record({ blocks, header: fc.boolean(), colspan: span, rowspan: span });
}

describe('the places of a grid', () => {
  it('cover a rectangle once each, whatever the spans say, and keep every cell', () => {
    const rows = fc.array(fc.array(anyCell(fc.constant([])), { maxLength: 6 }), { maxLength: 6 });
    fc.assert(
      fc.property(rows, (given) => {
        const { columns, heads, cells } = layGrid({ rows: given });
        const places = cells.flatMap(({ x, y, colspan, rowspan }) =>
          Array.from({ length: colspan * rowspan }, (_, i) => `${x + (i % colspan)},${y + Math.floor(i / colspan)}`),
        );
        expect(new Set(places).size).toBe(places.length);
        expect(places).toHaveLength(columns * given.length);
        expect(cells.length).toBeGreaterThanOrEqual(given.flat().length);
        // A head that reached into the body could not be repeated.
        for (const { y, rowspan } of cells) if (y < heads) expect(y + rowspan).toBeLessThanOrEqual(heads);
      }),
    );
  });
});

describe('the headings of a text', () => {
  it('never skip a level', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(2 as const, 3 as const, 4 as const)), (levels) => {
        const blocks = levels.map((level): ProseBlock => ({ kind: 'heading', level, runs: [{ text: 'Point' }] }));
        let last = 1;
        for (const block of ordered(sampleProse({ blocks })).blocks) {
          if (block.kind !== 'heading') throw new Error('a heading became something else');
          expect(block.level).toBeLessThanOrEqual(last + 1);
          last = block.level;
        }
      }),
    );
  });
});
