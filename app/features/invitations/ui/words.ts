import { nameOfPerson, type PersonName } from '#app/features/accounts/public.ts';
import { displayName } from '#app/features/authorities/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import type { TagTone } from '#app/ui/controls.tsx';
import type { Standing } from '../domain/count-answers.ts';
import type { InvitationsTranslate } from '../texts.ts';

/** A person by name; in words who is not known any more. */
export function personText(name: PersonName | null, locale: Locale, t: InvitationsTranslate): string {
  return (name && nameOfPerson(name, locale)) || t('invitations.erased');
}

/** An organisation by its official name and the language it is in; words for nobody in particular. */
export function bodyName(names: Parameters<typeof displayName>[0] | null, locale: Locale, t: InvitationsTranslate) {
  return names && names.length > 0 ? displayName(names, locale, 'official') : { text: t('invitations.no-organisation'), lang: locale };
}

export const STANDING_TONES: Readonly<Record<Standing, TagTone>> = {
  ...{ present: 'ok', represented: 'info', excused: 'plain', waiting: 'wait', 'not-invited': 'draft' },
};

type Fate = 'queued' | 'sent' | 'failed' | 'for-officer' | 'by-officer';

/** What became of a letter: by its own state, and by that of its mail once there is one. */
export function fateOf(letter: {
  state: 'queued' | 'for-officer' | 'by-officer';
  mail: 'queued' | 'sent' | 'failed' | null;
  bounced: boolean;
}): Fate {
  if (letter.state !== 'queued') return letter.state;
  return letter.bounced ? 'failed' : (letter.mail ?? 'sent');
}

export const FATE_TONES: Readonly<Record<Fate, TagTone>> = {
  ...{ queued: 'wait', sent: 'ok', failed: 'late', 'for-officer': 'wait', 'by-officer': 'ok' },
};

/** A day and hour, in the zone that a language reads. */
export function momentText(instant: Date | string, locale: Locale): string {
  const timeZone = locale === 'ja' ? 'Asia/Tokyo' : 'Europe/Paris';
  const format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'long', timeStyle: 'short', timeZone });
  return format.format(new Date(instant));
}

/** A language's name. */
export function languageText(lang: string, locale: Locale): string {
  return new Intl.DisplayNames([locale], { type: 'language' }).of(lang) ?? lang;
}

/** The address of a page of a meeting's invitations. */
export function invitationsPath(locale: Locale, meetingId: string, rest = ''): string {
  return `/${locale}/desk/meetings/${meetingId}/invitations${rest}`;
}
