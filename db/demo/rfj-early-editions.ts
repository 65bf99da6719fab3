import type { EditionRecord } from '#app/features/editions/public.ts';
import { AIX_DECLARATION, MINUTES_COMMITTEE } from './sources.ts';

const city = (kind: 'COG' | 'JIS', code: string) => ({ system: kind, kind: kind === 'COG' ? 'commune' : 'city', code }) as const;

const inFrance = { hostCountry: 'FR', timeZone: 'Europe/Paris', state: 'held' } as const;
const inJapan = { hostCountry: 'JP', timeZone: 'Asia/Tokyo', state: 'held' } as const;

/** The first six editions: the declaration of Aix-en-Provence lists their cities and years, and no more. */
export const earlyEditions: readonly EditionRecord[] = [
  {
    ...inFrance,
    slug: 'rfj-1',
    ordinal: 1,
    host: city('COG', '54395'),
    city: { fr: 'Nancy', en: 'Nancy', ja: 'ナンシー' },
    dates: '2008',
    source: AIX_DECLARATION,
  },
  {
    ...inJapan,
    slug: 'rfj-2',
    ordinal: 2,
    host: city('JIS', '172014'),
    city: { fr: 'Kanazawa', en: 'Kanazawa', ja: '金沢' },
    dates: '2010',
    source: AIX_DECLARATION,
  },
  {
    ...inFrance,
    slug: 'rfj-3',
    ordinal: 3,
    host: city('COG', '28085'),
    city: { fr: 'Chartres', en: 'Chartres', ja: 'シャルトル' },
    dates: '2012',
    source: AIX_DECLARATION,
  },
  {
    ...inJapan,
    slug: 'rfj-4',
    ordinal: 4,
    host: city('JIS', '372013'),
    city: { fr: 'Takamatsu', en: 'Takamatsu', ja: '高松' },
    dates: '2014',
    source: AIX_DECLARATION,
  },
  {
    ...inFrance,
    slug: 'rfj-5',
    ordinal: 5,
    host: city('COG', '37261'),
    city: { fr: 'Tours', en: 'Tours', ja: 'トゥール' },
    dates: '2016',
    source: AIX_DECLARATION,
  },
  {
    ...inJapan,
    slug: 'rfj-6',
    ordinal: 6,
    host: city('JIS', '431001'),
    city: { fr: 'Kumamoto', en: 'Kumamoto', ja: '熊本' },
    dates: '2018',
    source: AIX_DECLARATION,
  },
];

/** The eighth edition, known here by what the minutes of the ninth say of it. */
export const shizuoka: EditionRecord = {
  ...inJapan,
  slug: 'rfj-8',
  ordinal: 8,
  host: city('JIS', '221007'),
  city: { fr: 'Shizuoka', en: 'Shizuoka', ja: '静岡' },
  dates: '2024',
  source: MINUTES_COMMITTEE,
};
