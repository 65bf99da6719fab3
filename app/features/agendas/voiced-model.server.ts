import type { Locale } from '#app/lib/locale.ts';
import { plainText, readText } from '#app/lib/localised-text.ts';
import type { VoicedDesk } from './use-cases/read-voiced.server.ts';

/** The form of a note as its page shows it. */
export function voicedFormModel({ committee, edition, nameables, meetings }: VoicedDesk, locale: Locale) {
  return {
    ...{ locale, slug: edition.slug, committee: readText(committee.name, locale), ...nameables },
    meetings: meetings.map(({ id, title }) => ({ id, name: plainText(title, locale) })),
  };
}

export type VoicedFormModel = ReturnType<typeof voicedFormModel>;
