import { displayName } from '#app/features/authorities/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import type { TagTone } from '#app/ui/controls.tsx';
import type { LetterState } from '../../domain/mailings/mailing.ts';
import { personLabel } from '../../person-label.ts';
import type { ParticipationTranslate } from '../../texts.ts';

/** A day and hour of a mailing, in the edition's time zone. */
export function mailingDay(instant: Date | string, locale: Locale, timeZone: string): string {
  const format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'long', timeStyle: 'short', timeZone });
  return format.format(new Date(instant));
}

type Person = { givenName: string; familyName: string; nativeGivenName: string | null; nativeFamilyName: string | null };

/** A person of a letter by name: family name first in Japanese; in words who is not known, or not any more. */
export function letterPerson(person: Person | null, locale: Locale, t: ParticipationTranslate): string {
  if (!person) return t('participation.mailings.nobody');
  return personLabel(person, locale) || t('participation.mailings.erased');
}

/** An authority by its official name. */
export function letterAuthority({ names }: { names: Parameters<typeof displayName>[0] }, locale: Locale) {
  return displayName(names, locale, 'official');
}

type Fate = 'draft' | 'queued' | 'sent' | 'failed' | 'for-officer' | 'by-officer';

/** What became of a letter: by its own state, and by that of its mail once there is one. */
export function fateOf(letter: { state: LetterState; mail: 'queued' | 'sent' | 'failed' | null }): Fate {
  if (letter.state === 'queued') return letter.mail ?? 'sent';
  return letter.state === 'skipped' ? 'failed' : letter.state;
}

export const FATE_TONES: Readonly<Record<Fate, TagTone>> = {
  ...{ draft: 'draft', queued: 'wait', sent: 'ok', failed: 'late', 'for-officer': 'wait', 'by-officer': 'ok' },
};
