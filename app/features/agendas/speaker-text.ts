import { nameOfPerson, type PersonName } from '#app/features/accounts/public.ts';
import type { Locale } from '#app/lib/locale.ts';

/** Who speaks or spoke, in words: the label as printed, else the person's name; empty for a person who was erased. */
export function speakerText({ label, name }: { label: string | null; name: PersonName | null }, locale: Locale): string {
  return label ?? (name ? nameOfPerson(name, locale) : '');
}
