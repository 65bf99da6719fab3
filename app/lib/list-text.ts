import type { Locale } from './locale.ts';

/** Several things in one line, parted as a language parts them: `10, 61` and `10、61`; without the word for "and". */
export function listText(items: readonly (string | number)[], locale: Locale): string {
  return format(locale).format(items.map(String));
}

/** What stands between two things of a list: for lists of links, which are not one text. */
export function listSeparator(locale: Locale): string {
  return format(locale)
    .formatToParts(['a', 'b', 'c'])
    .flatMap(({ type, value }) => (type === 'literal' ? [value] : []))[0] as string;
}

function format(locale: Locale): Intl.ListFormat {
  return new Intl.ListFormat(locale === 'en' ? 'en-GB' : locale, { type: 'conjunction', style: 'narrow' });
}
