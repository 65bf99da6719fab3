import type { Locale } from '#app/lib/locale.ts';

/** A formal letter, every word of it in its language. French and Japanese letters are laid out by the customs of each. */
export type PrintedLetter = {
  lang: Locale;
  /** Who writes: the body, then its address. */
  sender: readonly string[];
  reference: string;
  placeAndDate: string;
  addressee: readonly string[];
  subject: string;
  opening: string;
  paragraphs: readonly string[];
  /** When, where, what about: set apart, in Japanese under 記. */
  facts: readonly { label: string; lines: readonly string[] }[];
  /** Its last paragraph may be the word that ends a Japanese letter (敬具). */
  closing: string;
  /** Name and function under the signature. */
  signatory: readonly string[];
};

/** Letters for signature, each on pages of its own. */
export type LetterDocument = {
  /** The language of the file's metadata. */
  lang: Locale;
  documentTitle: string;
  author: string;
  description: string;
  keywords: readonly string[];
  /** `YYYY-MM-DD`, the date in the file's metadata. */
  date: string;
  letters: readonly PrintedLetter[];
};
