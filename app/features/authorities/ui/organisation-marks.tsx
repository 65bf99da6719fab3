import type { Locale } from '#app/lib/locale.ts';
import { Tag } from '#app/ui/controls.tsx';
import { authoritiesTexts, dateText } from '../texts.ts';

/** What sets a record apart: made or corrected by a person, or ended. */
export function OrganisationMarks({ of, locale }: { of: { handMade: boolean; system: string; validTo: string | null }; locale: Locale }) {
  const t = authoritiesTexts(locale);
  if (!of.handMade && of.validTo === null) return null;
  return (
    <span className="tags">
      {of.handMade && <Tag tone="info">{t(of.system === 'LOCAL' ? 'authorities.mark.recorded' : 'authorities.mark.corrected')}</Tag>}
      {of.validTo !== null && <Tag>{t('authorities.mark.ended', { date: dateText(of.validTo, locale) })}</Tag>}
    </span>
  );
}
