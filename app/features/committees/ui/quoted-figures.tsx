import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import { Facts } from '#app/ui/figures.tsx';
import type { QuotedCounts } from '../domain/quoted-counts.ts';
import { committeesTexts } from '../texts.ts';

/** The counts that minutes quote, each with what it means under it. */
export function QuotedFigures({ counts, locale }: { counts: QuotedCounts; locale: Locale }): ReactNode {
  const t = committeesTexts(locale);
  const number = new Intl.NumberFormat(locale === 'en' ? 'en-GB' : locale);
  const keys = ['registered', 'present', 'authorities', 'others', 'excused'] as const;
  return (
    <div className="quoted">
      <Facts
        items={keys.map((key) => {
          const count = counts[key];
          const meaning =
            key === 'excused'
              ? t('committees.quoted.excused-means', { represented: counts.represented })
              : t(count === null ? 'committees.quoted.registered-unknown' : `committees.quoted.${key}-means`);
          return { key, label: t(`committees.quoted.${key}`), value: count === null ? '–' : number.format(count), note: meaning };
        })}
      />
    </div>
  );
}
