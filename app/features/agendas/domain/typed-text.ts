import { isLocale, LOCALES, type Locale } from '#app/lib/locale.ts';
import { type LocalisedText, localised } from '#app/lib/localised-text.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';

/** A text typed in one or several languages. */
export type TypedText = Partial<Record<Locale, string>>;

/** How a field's text is taken: on one line or on several, and how long at most. */
export type TextRule = { field: string; limit: number; lines?: boolean };

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters and direction marks are what is taken out
const INVISIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g;

/** A text as it is stored: without control characters, on one line unless it may have several; at most one empty line in a row. */
export function tidyText(text: string, lines = false): string {
  const clean = text.toWellFormed().replace(/\r\n?/g, '\n').replace(INVISIBLE, '').normalize('NFC');
  if (!lines) return clean.replace(/\s+/g, ' ').trim();
  return clean
    .split('\n')
    .map((line) => line.replace(/[ \t\u3000]+$/, ''))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** A typed text as it is stored, null where nothing was typed: the source is the language it is typed in, else the first given. Refuses an overlong one. */
export function checkOptional(typed: TypedText, typedIn: Locale, { field, limit, lines }: TextRule): Result<LocalisedText | null> {
  const texts: TypedText = {};
  for (const [lang, text] of Object.entries(typed)) {
    const tidy = tidyText(text ?? '', lines);
    if (tidy && isLocale(lang)) texts[lang] = tidy;
  }
  const tooLong = LOCALES.find((lang) => (texts[lang]?.length ?? 0) > limit);
  if (tooLong) return refuse('agendas.text-too-long', { field: `${field}-${tooLong}`, limit });
  const source = texts[typedIn] ? typedIn : LOCALES.find((lang) => texts[lang]);
  return ok(source ? localised(source, texts) : null);
}

/** The same for a text that must be there (`agendas.text-missing`). */
export function checkText(typed: TypedText, typedIn: Locale, rule: TextRule): Result<LocalisedText> {
  const text = checkOptional(typed, typedIn, rule);
  if (!text.ok) return text;
  return text.value ? ok(text.value) : refuse('agendas.text-missing', { field: `${rule.field}-${typedIn}` });
}

/** A stored text as its fields show it. */
export function asTyped(text: LocalisedText | null | undefined): TypedText {
  return Object.fromEntries(LOCALES.flatMap((lang) => (text?.texts[lang] ? [[lang, text.texts[lang].text]] : [])));
}
