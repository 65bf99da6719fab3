import type { TextInput } from './text-input.ts';

/** An organisation as a record names it: by an identifier of the registry, never by a name. */
export type OrganisationRef = { system: 'COG' | 'SIREN' | 'JIS' | 'GEONAMES' | 'LOCAL'; kind: string; code: string };

/** A slot of a record; workshops name it by its `key`. */
export type SlotRecord = {
  key: string;
  day: string;
  startsAt: string;
  endsAt: string;
  label: TextInput;
  rooms: TextInput;
  parallel: number;
};

/** A workshop of a record. */
export type WorkshopRecord = {
  number: number;
  printedNumber?: string;
  title: TextInput;
  slot?: string;
  room?: TextInput;
  talkMinutes?: number;
  subjects: readonly TextInput[];
};

/** A printed figure of a record. */
export type FigureRecord = {
  kind: string;
  side?: string;
  value: number;
  qualifier: string;
  asOf: string;
  source: TextInput;
  note?: TextInput;
};

/** One edition, with all that is known of it and where each fact was read. */
export type EditionRecord = {
  slug: string;
  ordinal: number;
  state: string;
  hostCountry: string;
  host?: OrganisationRef;
  city?: TextInput;
  dates: string;
  /** The dates it was moved from, with the reason. */
  movedFrom?: { dates: string; reason: TextInput; source: TextInput };
  timeZone: string;
  theme?: TextInput;
  venue?: TextInput;
  presentation?: TextInput;
  sdgs?: readonly number[];
  source: TextInput;
  organisations?: readonly { ref: OrganisationRef; role: string }[];
  slots?: readonly SlotRecord[];
  workshops?: readonly WorkshopRecord[];
  figures?: readonly FigureRecord[];
  contradictions?: readonly { subject: string; printed: string; kept: string; note: TextInput; source: TextInput }[];
};

/** A series with its editions, as data: what the demo is loaded from. */
export type SeriesRecord = {
  slug: string;
  name: TextInput;
  shortName: TextInput;
  editionName: TextInput;
  description: TextInput;
  countries: readonly [string, string];
  cadenceYears: number | null;
  alternates: boolean;
  editions: readonly EditionRecord[];
};
