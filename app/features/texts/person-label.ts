import type { Locale } from '#app/lib/locale.ts';

type Named = { givenName: string; familyName: string; nativeGivenName: string | null; nativeFamilyName: string | null };

/** A person's name for a reader: in Japanese the native one, family name first; else as printed. Empty for an erased person. */
export function personLabel({ givenName, familyName, nativeGivenName, nativeFamilyName }: Named, locale: Locale): string {
  const native = [nativeFamilyName, nativeGivenName].filter(Boolean).join(' ');
  const romanised = [givenName, familyName].filter(Boolean).join(' ');
  return locale === 'ja' ? native || romanised : romanised || native;
}
