import type { ReactNode } from 'react';
import type { EditionView } from '#app/features/editions/public.server.ts';
import { editionName } from '#app/features/editions/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import type { ReadText } from '#app/lib/localised-text.ts';
import { Breadcrumbs } from '#app/ui/nav.tsx';
import { PageHead } from '#app/ui/page.tsx';
import { LocalisedRun } from '#app/ui/text.tsx';
import { participationTexts } from '../../texts.ts';

/** What the pages of mailings need of an edition. */
export type MailingEdition = { slug: string; name: ReadText };

/** An edition as the pages of mailings name it. */
export function mailingEdition({ series, edition }: EditionView, locale: Locale): MailingEdition {
  return { slug: edition.slug, name: editionName(series.editionName, edition.title, edition.ordinal, locale) };
}

/** The address of an edition's mailings. */
export function mailingsPath(locale: Locale, slug: string): string {
  return `/${locale}/desk/editions/${slug}/mailings`;
}

type Props = { locale: Locale; edition: MailingEdition; title?: string; lead: string; actions?: ReactNode };

/** The head of a page of mailings: where it is, what it is. */
export function MailingHead({ locale, edition, title, lead, actions }: Props): ReactNode {
  const t = participationTexts(locale);
  const all = t('participation.mailings.title');
  const name = <LocalisedRun value={edition.name} />;
  const up = { label: t('participation.desk.title'), href: `/${locale}/desk/participation` };
  return (
    <>
      <title>{title ?? all}</title>
      <Breadcrumbs
        label={t('participation.desk.path')}
        items={title ? [up, { label: all, href: mailingsPath(locale, edition.slug) }, { label: title }] : [up, { label: all }]}
      />
      <PageHead eyebrow={name} title={title ?? all} lead={lead} actions={actions} />
    </>
  );
}
