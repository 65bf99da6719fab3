import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import { Tabs } from '#app/ui/nav.tsx';
import { participationTexts } from '../texts.ts';

const TABS = ['intentions', 'mailings', 'returns', 'board'] as const;

type EditionTabsProps = {
  slug: string;
  locale: Locale;
  current: (typeof TABS)[number];
  /** Whether the reader mobilises authorities; those who only read the list have no other page of it. */
  mobilises: boolean;
};

/** The parts of an edition's preparation, from the intentions to the workshops. */
export function EditionTabs({ slug, locale, current, mobilises }: EditionTabsProps): ReactNode {
  const t = participationTexts(locale);
  if (!mobilises) return null;
  return (
    <Tabs
      label={t('participation.desk.tabs')}
      items={TABS.map((tab) => ({
        href: `/${locale}/desk/editions/${slug}/${tab}`,
        label: t(`participation.desk.tab.${tab}`),
        current: tab === current,
      }))}
    />
  );
}
