import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import type { LetterDocument, PrintedLetter } from './letters.ts';
import { renderLettersDocx } from './office.server.ts';
import { renderPdf } from './pdf.server.ts';
import { readPdf } from './testing.ts';

const french: PrintedLetter = {
  lang: 'fr',
  sender: ['Réseau des villes <jumelées> & associées', '12, rue de l’Exemple', '75000 Paris'],
  reference: 'Réf. : 2026-FR-014',
  placeAndDate: 'Paris, le 16 mars 2026',
  addressee: ['Monsieur le Maire', 'Ville de Tours'],
  subject: 'Objet : Invitation à la 3e réunion',
  opening: 'Monsieur le Maire,',
  paragraphs: ['Nous avons l’honneur de vous convier à la réunion suivante.', '#strong[rien] $x$ \\ *ni* balise'],
  facts: [{ label: 'Date', lines: ['mardi 23 juin 2026', '9 h 30 – 12 h (heure de Paris)'] }],
  closing: 'Nous vous prions d’agréer, Monsieur le Maire, l’expression de nos salutations distinguées.',
  signatory: ['Camille TEST', 'Déléguée générale'],
};
const japanese: PrintedLetter = {
  lang: 'ja',
  sender: ['日仏自治体交流事務局'],
  reference: '第2026-JP-003号',
  placeAndDate: '令和8年3月16日',
  addressee: ['静岡市', '市長　試験 花子 様'],
  subject: '第3回運営委員会の開催について（ご案内）',
  opening: '拝啓　時下ますますご清栄のこととお慶び申し上げます。',
  paragraphs: ['さて、下記のとおり会議を開催いたしますので、ご出席くださいますようご案内申し上げます。'],
  facts: [{ label: '日時', lines: ['2026年6月23日火曜日'] }],
  closing: 'ご多用のところ恐れ入りますが、何卒よろしくお願い申し上げます。\n\n敬具',
  signatory: ['事務局長　試験 太郎'],
};
/** The words of a Word document, read by mammoth. */
const wordText = async (bytes: Uint8Array) => (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value;
const document = (...letters: PrintedLetter[]): LetterDocument => ({
  ...{ lang: 'fr', documentTitle: 'Lettres', author: 'Réseau', description: '', keywords: [], date: '2026-03-16', letters },
});

describe('letters for signature', () => {
  it('say the same on paper and in Word, each on a page of its own, as text and never as markup', async () => {
    const both = document(french, japanese);
    const pdf = await readPdf(await renderPdf('/platform/documents/letters.typ', both, { lang: 'fr' }));
    const word = await wordText(await renderLettersDocx(both));
    const bare = (text: string) => text.replace(/\s+/gu, '');
    for (const said of [
      ...french.sender,
      ...french.paragraphs,
      ...french.signatory,
      ...japanese.addressee,
      japanese.opening,
      '敬具',
      '記',
      '以上',
      french.reference,
    ]) {
      expect(bare(pdf.text)).toContain(bare(said));
      expect(bare(word)).toContain(bare(said));
    }
    expect(pdf.pages).toHaveLength(2);
    expect(pdf.marked).toBe(true);
    expect(pdf.roles.H1).toBe(2);
  });

  it('are the same bytes for the same letters', async () => {
    const one = document(french, japanese);
    expect(Buffer.from(await renderLettersDocx(one)).equals(Buffer.from(await renderLettersDocx(one)))).toBe(true);
    const pdf = () => renderPdf('/platform/documents/letters.typ', one, { lang: 'fr' });
    expect(Buffer.from(await pdf()).equals(Buffer.from(await pdf()))).toBe(true);
  });

  it('bear a recipient without lines, an endless word and a thousand words of facts', async () => {
    const clumsy: PrintedLetter = {
      ...french,
      sender: [],
      addressee: [],
      signatory: [],
      facts: [{ label: '', lines: [] }],
      subject: 'x'.repeat(300),
    };
    const long: PrintedLetter = {
      ...japanese,
      facts: [{ label: '議題', lines: Array.from({ length: 80 }, (_, index) => `${index + 1}. ${'議'.repeat(40)}`) }],
    };
    const pdf = await readPdf(await renderPdf('/platform/documents/letters.typ', document(clumsy, long), { lang: 'fr' }));
    expect(pdf.pages.length).toBeGreaterThan(3);
    expect((await renderLettersDocx(document(clumsy, long))).length).toBeGreaterThan(1000);
  });
});
