import type { PersonName } from '#app/features/accounts/public.ts';

/** A person's name; for a Japanese one also as written and read, family name first. */
export function named(
  givenName: string,
  familyName: string,
  native: [family: string, given: string, kanaFamily: string, kanaGiven: string] | null = null,
): PersonName {
  const [nativeFamilyName = null, nativeGivenName = null, kanaFamilyName = null, kanaGivenName = null] = native ?? [];
  return { givenName, familyName, nativeFamilyName, nativeGivenName, kanaFamilyName, kanaGivenName };
}
