import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import { Breadcrumbs, Tabs } from '#app/ui/nav.tsx';
import { PageHead } from '#app/ui/page.tsx';
import { Ordinals } from '#app/ui/text.tsx';
import { deliverablesTexts } from '../texts.ts';

type HeadProps = {
  locale: Locale;
  slug: string;
  edition: { text: string; lang: Locale };
  current: 'matrix' | 'list' | 'reminders';
  title: string;
  lead: ReactNode;
  /** Whether the reader reminds a side. */
  reminds: boolean;
};

/** The head of the pages on who owes what, with the way between them. */
export function ReadinessHead({ locale, slug, edition, current, title, lead, reminds }: HeadProps): ReactNode {
  const t = deliverablesTexts(locale);
  const base = `/${locale}/desk/editions/${slug}`;
  const name = <Ordinals text={edition.text} lang={edition.lang} />;
  const tabs = [
    { key: 'matrix' as const, href: `${base}/readiness` },
    { key: 'list' as const, href: `${base}/readiness/list` },
    ...(reminds ? [{ key: 'reminders' as const, href: `${base}/reminders` }] : []),
  ];
  return (
    <>
      <title>{`${title} · ${edition.text}`}</title>
      <Breadcrumbs label={t('deliverables.path')} items={[{ label: name, href: base }, { label: title }]} />
      <PageHead eyebrow={name} title={title} lead={lead} />
      <Tabs
        label={t('deliverables.tabs')}
        items={tabs.map(({ key, href }) => ({ href, label: t(`deliverables.tab.${key}`), current: key === current }))}
      />
    </>
  );
}
