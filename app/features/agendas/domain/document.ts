import { LOCALES, type Locale } from '#app/lib/locale.ts';
import type { LocalisedText } from '#app/lib/localised-text.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { checkOptional, checkText, type TypedText } from './typed-text.ts';

/** What a numbered document is: files handed in, a page typed here, or a document that the program makes. */
export const DOCUMENT_KINDS = ['file', 'page', 'generated'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** The languages a file may be in; `mul` (ISO 639-2) for one in several. */
export const FILE_LANGUAGES = [...LOCALES, 'mul'] as const;
export type FileLanguage = (typeof FILE_LANGUAGES)[number];

export const HIGHEST_NUMBER = 99;
const LONGEST = { title: 300, body: 60_000 };

/** A document as its form sends it. `number` is NaN where it is no whole number. */
export type DocumentInput = { number: number; kind: string; title: TypedText; body: TypedText; generatedKey: string };

export type DocumentFacts = {
  number: number;
  kind: DocumentKind;
  title: LocalisedText;
  body: LocalisedText | null;
  generatedKey: string | null;
};

/** A document that the program makes: its key and its titles. */
export type Makeable = { key: string; title: LocalisedText };

/** Checks a document; one that the program makes takes its own title where none is typed. */
export function checkDocument(input: DocumentInput, makeable: readonly Makeable[], typedIn: Locale): Result<DocumentFacts> {
  const { number } = input;
  if (!Number.isInteger(number) || number < 1 || number > HIGHEST_NUMBER)
    return refuse('agendas.bad-number', { field: 'number', limit: HIGHEST_NUMBER });
  const kind = DOCUMENT_KINDS.find((known) => known === input.kind);
  if (!kind) return refuse('agendas.unknown-kind', { field: 'kind' });
  const made = kind === 'generated' ? makeable.find(({ key }) => key === input.generatedKey) : undefined;
  if (kind === 'generated' && !made) return refuse('agendas.unknown-kind', { field: 'kind' });
  const typed = checkOptional(input.title, typedIn, { field: 'title', limit: LONGEST.title });
  if (!typed.ok) return typed;
  const title = typed.value ?? made?.title;
  if (!title) return refuse('agendas.text-missing', { field: `title-${typedIn}` });
  const body = kind === 'page' ? checkText(input.body, typedIn, { field: 'body', limit: LONGEST.body, lines: true }) : ok(null);
  if (!body.ok) return body;
  return ok({ number, kind, title, body: body.value, generatedKey: made?.key ?? null });
}

/** Which of a document's files a reader of a language is given: their own, else one in several languages, else the one there is. */
export function fileFor<File extends { lang: FileLanguage }>(files: readonly File[], lang: Locale): File | null {
  const order: readonly FileLanguage[] = [lang, 'mul', ...LOCALES];
  for (const wanted of order) {
    const found = files.find((file) => file.lang === wanted);
    if (found) return found;
  }
  return null;
}

/** The next number: one after the highest. */
export function nextNumber(numbers: readonly number[]): number {
  return Math.min(HIGHEST_NUMBER, Math.max(0, ...numbers) + 1);
}
