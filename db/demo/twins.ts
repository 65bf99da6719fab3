import type { OrganisationRef } from '#app/features/editions/public.ts';
import { city, commune } from './participants.ts';
import { AIX_EDITORIAL, MINUTES_ROOM, MINUTES_TOWN, TWINS_KNOWN } from './sources.ts';

/** Two tied authorities. `since`: the year, only where it is certain. */
type DemoTwins = { french: OrganisationRef; japanese: OrganisationRef; since: string | null; source: Record<'fr' | 'en' | 'ja', string> };

/**
 * The ties that Doc 5 crosses by. Four are in the documents, with the year where they print it; the others are publicly
 * known ties of authorities that the documents name. Nantes and Rennes are not on the list themselves: their metropolises are.
 */
export const demoTwins: readonly DemoTwins[] = [
  { french: commune('06029'), japanese: city('221007'), since: '1991', source: MINUTES_TOWN }, // Cannes–Shizuoka
  { french: commune('13001'), japanese: city('431001'), since: '2013', source: AIX_EDITORIAL }, // Aix-en-Provence–Kumamoto
  { french: commune('33063'), japanese: city('401307'), since: '1982', source: MINUTES_ROOM }, // Bordeaux–Fukuoka; the minutes print no year
  { french: commune('60159'), japanese: city('072052'), since: null, source: MINUTES_ROOM }, // Compiègne–Shirakawa
  { french: commune('54395'), japanese: city('172014'), since: '1973', source: TWINS_KNOWN }, // Nancy–Kanazawa
  { french: commune('37261'), japanese: city('372013'), since: '1988', source: TWINS_KNOWN }, // Tours–Takamatsu
  { french: commune('28085'), japanese: city('292061'), since: null, source: TWINS_KNOWN }, // Chartres–Sakurai
  { french: commune('13055'), japanese: city('281000'), since: '1961', source: TWINS_KNOWN }, // Marseille–Kobe
  { french: commune('69123'), japanese: city('141003'), since: '1959', source: TWINS_KNOWN }, // Lyon–Yokohama
  { french: commune('51454'), japanese: city('231002'), since: '2017', source: TWINS_KNOWN }, // Reims–Nagoya
  { french: commune('71014'), japanese: city('112011'), since: '2002', source: TWINS_KNOWN }, // Autun–Kawagoe
  { french: commune('04070'), japanese: city('032115'), since: null, source: TWINS_KNOWN }, // Digne-les-Bains–Kamaishi
  { french: commune('35238'), japanese: city('041009'), since: '1967', source: TWINS_KNOWN }, // Rennes–Sendai
  { french: commune('44109'), japanese: city('151009'), since: '2009', source: TWINS_KNOWN }, // Nantes–Niigata
];
