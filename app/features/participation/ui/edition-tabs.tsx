import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import { Tabs } from '#app/ui/nav.tsx';
import { participationTexts } from '../texts.ts';

const TABS = ['intentions', 'timeline', 'readiness', 'mailings', 'returns', 'board', 'plan'] as const;

type EditionTabsProps = {
  slug: string;
  locale: Locale;
  current: (typeof TABS)[number];
  /** Whether the reader mobilises authorities, or arranges the edition: letters and returned files are for the first, the board for both. */
  mobilises: boolean;
  arranges?: boolean;
};

/** The parts of an edition's preparation, from the intentions to the workshops. */
export function EditionTabs({ slug, locale, current, mobilises, arranges }: EditionTabsProps): ReactNode {
  const t = participationTexts(locale);
  // Whoever reads the intentions reads the timeline, and the plan made of them.
  const open = TABS.filter(
    (tab) =>
      tab === 'intentions' || tab === 'timeline' || tab === 'plan' || mobilises || ((tab === 'board' || tab === 'readiness') && arranges),
  );
  return (
    <Tabs
      label={t('participation.desk.tabs')}
      items={open.map((tab) => ({
        href: `/${locale}/desk/editions/${slug}/${tab}`,
        label: t(`participation.desk.tab.${tab}`),
        current: tab === current,
      }))}
    />
  );
}
