import type { Locale } from '#app/lib/locale.ts';
import type { Refusal } from '#app/lib/result.ts';
import { type Translate, translator } from '#app/platform/i18n/messages.ts';
import { invitationsCatalogues } from './messages/catalogues.ts';

export type InvitationsKey = Extract<keyof typeof invitationsCatalogues.en, string>;
export type InvitationsTranslate = Translate<InvitationsKey>;

/** The translator of the texts of invitations. */
export function invitationsTexts(locale: Locale): InvitationsTranslate {
  return translator(locale, invitationsCatalogues);
}

/** A refusal in words; one that has none here is said in general terms. */
export function refusalText(t: InvitationsTranslate, refusal: Refusal): string {
  const key = `refusals.${refusal.code}`;
  return key in invitationsCatalogues.en ? t(key as InvitationsKey, refusal.params) : t('invitations.refused');
}
