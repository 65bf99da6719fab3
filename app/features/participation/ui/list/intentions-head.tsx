import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import { Breadcrumbs } from '#app/ui/nav.tsx';
import { PageHead } from '#app/ui/page.tsx';
import { LocalisedRun } from '#app/ui/text.tsx';
import { participationTexts } from '../../texts.ts';

type IntentionsHeadProps = {
  locale: Locale;
  /** The edition's slug and name. */
  slug: string;
  edition: { text: string; lang: string };
  title: string;
  titleLang?: string | undefined;
  lead?: string | undefined;
  actions?: ReactNode;
};

/** The head of a page below the list of intentions, with the way back to it. */
export function IntentionsHead({ locale, slug, edition, title, titleLang, lead, actions }: IntentionsHeadProps): ReactNode {
  const t = participationTexts(locale);
  return (
    <>
      <title>{title}</title>
      <Breadcrumbs
        label={t('participation.desk.path')}
        items={[
          { label: t('participation.desk.title'), href: `/${locale}/desk/participation` },
          { label: t('participation.doc5.short'), href: `/${locale}/desk/editions/${slug}/intentions` },
          { label: title },
        ]}
      />
      <PageHead eyebrow={<LocalisedRun value={edition} />} title={title} titleLang={titleLang} lead={lead} actions={actions} />
    </>
  );
}
