import type { Locale } from '#app/lib/locale.ts';
import { Run } from '#app/ui/text.tsx';
import type { RoleView } from '../person-view.server.ts';
import { accountsTexts, countryText } from '../texts.ts';

/** What a role is over, in words. */
export function RoleOver({ role, locale }: { role: Pick<RoleView, 'role' | 'side' | 'over'>; locale: Locale }) {
  const t = accountsTexts(locale);
  if (role.side) return countryText(role.side, locale);
  if (role.over) return <Run lang={role.over.lang}>{role.over.text}</Run>;
  if (role.role === 'host-team') return t('accounts.role.over-edition');
  return role.role === 'committee-member' ? t('accounts.role.over-committee') : t('accounts.role.over-all');
}
