import type { Locale } from '#app/lib/locale.ts';
import { Run } from '#app/ui/text.tsx';
import type { RoleView } from '../person-view.server.ts';
import { overText } from '../texts.ts';

/** What a role is over, in words. */
export function RoleOver({ role, locale }: { role: Pick<RoleView, 'role' | 'side' | 'over'>; locale: Locale }) {
  const { text, lang } = overText(role, locale);
  return lang ? <Run lang={lang}>{text}</Run> : text;
}
