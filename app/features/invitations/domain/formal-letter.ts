import type { Locale } from '#app/lib/locale.ts';

/** A formal letter as it is printed and signed, every word frozen when its number was given. */
export type FormalLetterContent = {
  lang: Locale;
  /** Who writes: name of the body, and its address below. */
  sender: string[];
  /** `2026-FR-014`. */
  reference: string;
  /** Place and date in words. */
  placeAndDate: string;
  /** To whom, line by line. */
  addressee: string[];
  subject: string;
  opening: string;
  paragraphs: string[];
  /** When, where, the agenda: label and lines. */
  facts: { label: string; lines: string[] }[];
  closing: string;
  /** Name and function under the signature. */
  signatory: string[];
};
