import { LOCALES, type Locale } from '#app/lib/locale.ts';
import { type LocalisedText, localised, writeText } from '#app/lib/localised-text.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';

/** What somebody typed for one text, per language; empty or absent means that the language has none. */
export type TextInput = Partial<Record<Locale, string>>;

/** Limits that keep a paste accident out of titles and pages. */
export const TITLE_LENGTH = 300;
export const BODY_LENGTH = 8000;

/** The same text without the blanks at its ends, line breaks normalised, control characters dropped. */
function clean(text: string | undefined): string {
  return (text ?? '')
    .replaceAll('\r\n', '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim();
}

/**
 * Brings what was typed into a stored text: `null` when nothing remains. A new text takes `preferred` as its source
 * when that language is filled in, else the first that is. Languages left as they were keep their state, so that a
 * change of the source shows them stale. Refuses a source emptied while translations remain, and texts over `limit`
 * characters; `field` names the text in the refusal.
 */
export function applyText(
  old: LocalisedText | null,
  input: TextInput,
  options: { field: string; preferred: Locale; limit?: number },
): Result<LocalisedText | null> {
  const typed = Object.fromEntries(LOCALES.map((lang) => [lang, clean(input[lang])])) as Record<Locale, string>;
  const limit = options.limit ?? TITLE_LENGTH;
  if (LOCALES.some((lang) => typed[lang].length > limit)) return refuse('editions.text-too-long', { field: options.field, limit });
  const filled = LOCALES.filter((lang) => typed[lang] !== '');
  const first = filled.includes(options.preferred) ? options.preferred : filled[0];
  if (first === undefined) return ok(null);
  if (!old) return ok(localised(first, typed));
  if (typed[old.source] === '') return refuse('editions.source-text-missing', { field: options.field, lang: old.source });
  let text = writeText(old, old.source, typed[old.source]);
  for (const lang of LOCALES) {
    if (lang !== old.source && typed[lang] !== (old.texts[lang]?.text ?? '')) text = writeText(text, lang, typed[lang]);
  }
  return ok(text);
}

/** As {@link applyText}, and refuses an empty text. */
export function applyRequiredText(
  old: LocalisedText | null,
  input: TextInput,
  options: { field: string; preferred: Locale; limit?: number },
): Result<LocalisedText> {
  const applied = applyText(old, input, options);
  if (!applied.ok) return applied;
  return applied.value ? ok(applied.value) : refuse('editions.text-missing', { field: options.field });
}

/** The versions of a text as a form shows them. */
export function typedText(text: LocalisedText | null): TextInput {
  return Object.fromEntries(LOCALES.flatMap((lang) => (text?.texts[lang] ? [[lang, text.texts[lang].text]] : [])));
}
