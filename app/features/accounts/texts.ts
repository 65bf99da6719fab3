import type { Locale } from '#app/lib/locale.ts';
import type { Refusal } from '#app/lib/result.ts';
import { type Translate, translator } from '#app/platform/i18n/messages.ts';
import { accountsCatalogues } from './messages/index.ts';
import type { RoleView } from './person-view.server.ts';

export type AccountsKey = Extract<keyof typeof accountsCatalogues.en, string>;
export type AccountsTranslate = Translate<AccountsKey>;

/** The translator of this feature's texts. */
export function accountsTexts(locale: Locale): AccountsTranslate {
  return translator(locale, accountsCatalogues);
}

/** A refusal in words; one that has none here is said in general terms. */
export function refusalText(t: AccountsTranslate, refusal: Refusal): string {
  const key = `refusals.${refusal.code}`;
  return key in accountsCatalogues.en ? t(key as AccountsKey, refusal.params) : t('accounts.errors');
}

/** An instant in words, in the zone where most readers of the language are, which is named. */
export function instantText(instant: Date | string, locale: Locale): string {
  const format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    ...{ year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', timeZoneName: 'short' },
    timeZone: locale === 'ja' ? 'Asia/Tokyo' : 'Europe/Paris',
  } as Intl.DateTimeFormatOptions);
  return format.format(new Date(instant));
}

/** The name of a country in a language; the code itself when it names none. */
export function countryText(code: string, locale: Locale): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** What a role is over, in words, with the language they are in when it is a name. */
export function overText({ role, side, over }: Pick<RoleView, 'role' | 'side' | 'over'>, locale: Locale): { text: string; lang?: string } {
  const t = accountsTexts(locale);
  if (side) return { text: countryText(side, locale) };
  if (over) return over;
  if (role === 'host-team') return { text: t('accounts.role.over-edition') };
  return { text: role === 'committee-member' ? t('accounts.role.over-committee') : t('accounts.role.over-all') };
}
