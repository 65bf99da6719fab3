import type { EditionRecord, OrganisationRef } from '#app/features/editions/public.ts';
import { city, commune, region } from './participants.ts';

/**
 * What the demo takes to be decided by its day, though no document says so: which workshop meets when and in which of the
 * two auditoriums, what it holds, who chairs it. The documents give the slots, the auditoriums, the seven minutes of a talk,
 * and that Tours does not chair. Of the 150 minutes of a slot, what is not for talks is for questions and conclusions.
 */
export const WORKSHOP_DECISIONS: readonly {
  number: number;
  /** By the slot's key in the edition's record. */
  slot: 'morning' | 'afternoon';
  room: 'B' | 'C';
  talkMinutes: number;
  seats: number;
  chairs: readonly [french: OrganisationRef, japanese: OrganisationRef];
}[] = [
  // Occitanie and Nagoya.
  { number: 1, slot: 'morning', room: 'B', talkMinutes: 77, seats: 80, chairs: [region('76'), city('231002')] },
  // Nancy and Kanazawa.
  { number: 2, slot: 'morning', room: 'C', talkMinutes: 77, seats: 70, chairs: [commune('54395'), city('172014')] },
  // Aix-en-Provence and Takamatsu.
  { number: 3, slot: 'afternoon', room: 'B', talkMinutes: 77, seats: 80, chairs: [commune('13001'), city('372013')] },
  // Compiègne and Shizuoka.
  { number: 4, slot: 'afternoon', room: 'C', talkMinutes: 77, seats: 70, chairs: [commune('60159'), city('221007')] },
];

/** The edition as the documents tell it, with the slots and rooms that the demo decides. */
export function withDecisions(edition: EditionRecord): EditionRecord {
  const workshops = edition.workshops?.map((workshop) => {
    const decided = WORKSHOP_DECISIONS.find(({ number }) => number === workshop.number);
    if (!decided) return workshop;
    const { slot, room } = decided;
    return { ...workshop, slot, room: { fr: `Auditorium ${room}`, en: `Auditorium ${room}`, ja: `オーディトリアム${room}` } };
  });
  return { ...edition, ...(workshops ? { workshops } : {}) };
}

/** What the form asks for: two choices, as the minutes say; that they are ranked, and the one talk, is decided for the demo. */
export const FORM_SETTINGS = { choiceCount: 2, choicesRanked: true, talkCount: 1 } as const;

/**
 * When each part of the form may be filled in: decided for the demo. 31 July for choices and talks is the
 * day that the printed timeline carries over from 2024.
 */
export const FORM_DATES = [
  { stage: 'intention', opensOn: '2025-09-22', closesOn: '2026-06-30' },
  { stage: 'workshops', opensOn: '2026-01-15', closesOn: '2026-07-31' },
  { stage: 'talks', opensOn: '2026-01-15', closesOn: '2026-07-31' },
  { stage: 'delegation', opensOn: '2026-05-01', closesOn: '2026-08-31' },
] as const;

/** What the allocation of the talks is held to: decided for the demo, but for the seven minutes. */
export const ALLOCATION_SETTINGS = {
  talkMinutes: 7,
  minPerCountry: { FR: 2, JP: 2 },
  maxSpread: 2,
  timeLimitSeconds: 30,
  seed: 2026,
} as const;

/** Twins that speak together: their joint time, or null where each has its own (or has not settled it, as Bordeaux and Fukuoka). */
export const PAIRS: readonly { french: OrganisationRef; japanese: OrganisationRef; jointMinutes: number | null }[] = [
  { french: commune('06029'), japanese: city('221007'), jointMinutes: 7 }, // Cannes–Shizuoka
  { french: commune('54395'), japanese: city('172014'), jointMinutes: 7 }, // Nancy–Kanazawa
  { french: commune('37261'), japanese: city('372013'), jointMinutes: 7 }, // Tours–Takamatsu
  { french: commune('13001'), japanese: city('431001'), jointMinutes: 7 }, // Aix-en-Provence–Kumamoto
  { french: commune('13055'), japanese: city('281000'), jointMinutes: 7 }, // Marseille–Kobe
  { french: commune('04070'), japanese: city('032115'), jointMinutes: 7 }, // Digne-les-Bains–Kamaishi
  { french: commune('33063'), japanese: city('401307'), jointMinutes: null }, // Bordeaux–Fukuoka
  { french: commune('60159'), japanese: city('072052'), jointMinutes: null }, // Compiègne–Shirakawa
  { french: commune('28085'), japanese: city('292061'), jointMinutes: null }, // Chartres–Sakurai
];
