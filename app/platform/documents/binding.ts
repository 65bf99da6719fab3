import type { Locale } from '#app/lib/locale.ts';

/** One part of a bound file: a PDF, or a picture that is given a page of its own. */
export type BoundPart = {
  /** Its bookmark, and the name of its part of the structure. */
  title: string;
  /** Small at the head of each page, before the page's number; ASCII. `null` leaves its pages as they are. */
  mark: string | null;
  content: { kind: 'pdf'; bytes: Uint8Array } | { kind: 'picture'; type: 'image/png' | 'image/jpeg'; bytes: Uint8Array };
};

/** Several documents to be bound into one file, in their order. */
export type Binding = {
  title: string;
  author: string;
  lang: Locale;
  /** `YYYY-MM-DD`, in the file's metadata: given, so that the same parts make the same bytes. */
  date: string;
  parts: readonly BoundPart[];
};

/** What is known of a document before it is bound: its pages, or why it cannot be. */
export type Examined = { pages: number; fault: null } | { pages: 0; fault: 'encrypted' | 'broken' | 'too-large' };
