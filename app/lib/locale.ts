/** The languages of the interface, in the order in which switches list them. */
export const LOCALES = ['fr', 'en', 'ja'] as const;
export type Locale = (typeof LOCALES)[number];

/** Tells whether a string (a path segment, an option) names a language of the interface. */
export function isLocale(value: unknown): value is Locale {
  return typeof value === 'string' && (LOCALES as readonly string[]).includes(value);
}

const OF_COUNTRY: Readonly<Record<string, Locale>> = { FR: 'fr', JP: 'ja' };

/** The language in which people of a country (ISO 3166-1 alpha-2) are written to until they say another: English where theirs is none of ours. */
export function localeOfCountry(country: string): Locale {
  return OF_COUNTRY[country] ?? 'en';
}

/**
 * The interface language for an Accept-Language header (RFC 9110 §12.5.4): the acceptable
 * language of highest weight that we speak, French when there is none.
 */
export function localeFromHeader(header: string | null | undefined): Locale {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...params] = part.trim().split(';');
      const q = params.map((p) => /^\s*q=([\d.]+)\s*$/.exec(p)?.[1]).find(Boolean);
      return { language: tag.trim().toLowerCase().split('-')[0] ?? '', q: q === undefined ? 1 : Number(q) };
    })
    .filter(({ q }) => q > 0)
    .sort((a, b) => b.q - a.q);
  return wanted.map((w) => w.language).find(isLocale) ?? 'fr';
}
