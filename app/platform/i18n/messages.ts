import { IntlMessageFormat } from 'intl-messageformat';
import { LOCALES, type Locale } from '#app/lib/locale.ts';
import { frenchSpacesIn } from './french-spaces.ts';

/** A catalogue in another language: exactly the keys of the English one, so that a missing translation is a type error. */
export type Messages<English extends Record<string, string>> = { readonly [Key in keyof English]: string };

/** The three languages of one feature's texts (ICU MessageFormat). */
export type Catalogues<English extends Record<string, string> = Record<string, string>> = Record<Locale, Messages<English>>;

/** Values for a message's placeholders. */
export type MessageValues = Record<string, string | number | Date>;

/** Formats one message of a catalogue in a language. */
export type Translate<Key extends string = string> = (key: Key, values?: MessageValues) => string;

const compiled = new WeakMap<object, Map<string, IntlMessageFormat>>();

function compile(catalogue: Readonly<Record<string, string>>, key: string, locale: Locale): IntlMessageFormat {
  const formats = compiled.get(catalogue) ?? new Map<string, IntlMessageFormat>();
  compiled.set(catalogue, formats);
  const known = formats.get(key);
  if (known) return known;
  const message = catalogue[key];
  if (message === undefined) throw new Error(`no message ${key} (${locale})`);
  const format = parse(message, locale);
  formats.set(key, format);
  return format;
}

function parse(message: string, locale: Locale): IntlMessageFormat {
  const tag = locale === 'en' ? 'en-GB' : locale;
  const format = new IntlMessageFormat(message, tag, undefined, { ignoreTag: true });
  return locale === 'fr' ? new IntlMessageFormat(frenchSpacesIn(format.getAst()), tag) : format;
}

/**
 * The translator of one or several features' catalogues for a language; each message is compiled once. A key that no
 * catalogue holds is a bug and throws. Values are inserted as they are: the page escapes the result, as any text.
 */
export function translator<English extends Record<string, string>>(
  locale: Locale,
  catalogues: Catalogues<English>,
): Translate<Extract<keyof English, string>> {
  const catalogue = catalogues[locale] as Readonly<Record<string, string>>;
  return (key, values) => String(compile(catalogue, key, locale).format(values));
}

/** Joins the catalogues of several features into one; a key that two of them hold is a bug and throws. */
export function mergeCatalogues<A extends Record<string, string>, B extends Record<string, string>>(
  a: Catalogues<A>,
  b: Catalogues<B>,
): Catalogues<A & B> {
  const merged = {} as Record<Locale, Messages<A & B>>;
  for (const locale of LOCALES) {
    for (const key of Object.keys(b[locale])) if (key in a[locale]) throw new Error(`message ${key} is in two catalogues`);
    merged[locale] = { ...a[locale], ...b[locale] } as Messages<A & B>;
  }
  return merged;
}
