import { LOCALES } from '#app/lib/locale.ts';

/** What a numbered document is: files handed in, a page typed here, or a document that the program makes. */
export const DOCUMENT_KINDS = ['file', 'page', 'generated'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** The languages a file may be in; `mul` (ISO 639-2) for one in several. */
export const FILE_LANGUAGES = [...LOCALES, 'mul'] as const;
export type FileLanguage = (typeof FILE_LANGUAGES)[number];
