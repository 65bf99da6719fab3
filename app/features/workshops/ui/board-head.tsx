import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import type { Refusal } from '#app/lib/result.ts';
import { Breadcrumbs, Tabs } from '#app/ui/nav.tsx';
import { PageHead } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/states.tsx';
import { LocalisedRun } from '#app/ui/text.tsx';
import { refusalText, workshopsTexts } from '../texts.ts';

type HeadProps = {
  locale: Locale;
  slug: string;
  edition: { text: string; lang: string };
  page: 'board' | 'settings' | 'publish' | 'run';
  title: string;
  lead?: string;
  /** Publishing is offered to those who may. */
  mayPublish: boolean;
  tags?: ReactNode;
  actions?: ReactNode;
};

/** The head of every page about the board: the way back, the title, the other pages. */
export function BoardHead({ locale, slug, edition, page, title, lead, mayPublish, tags, actions }: HeadProps): ReactNode {
  const t = workshopsTexts(locale);
  const base = `/${locale}/desk/editions/${slug}/board`;
  const name = <LocalisedRun value={edition} />;
  const tabs = [
    { href: base, label: t('workshops.board.title'), current: page === 'board' },
    { href: `${base}/settings`, label: t('workshops.settings.title'), current: page === 'settings' },
    ...(mayPublish ? [{ href: `${base}/publish`, label: t('workshops.publish.title'), current: page === 'publish' }] : []),
    { href: `/${locale}/desk/editions/${slug}/plan`, label: t('workshops.plan.tab'), current: false },
  ];
  return (
    <>
      <title>{`${title} · ${edition.text}`}</title>
      <Breadcrumbs
        label={t('workshops.board.path')}
        items={[
          { label: name, href: `/${locale}/desk/editions/${slug}` },
          ...(page === 'board' ? [] : [{ label: t('workshops.board.title'), href: base }]),
          { label: title },
        ]}
      />
      <PageHead eyebrow={name} title={title} lead={lead} actions={actions}>
        {tags && <p className="tags">{tags}</p>}
      </PageHead>
      <Tabs label={t('workshops.board.pages')} items={tabs} />
    </>
  );
}

/** What has just happened: a refusal in words, or that it was done. */
export function Outcome({ locale, refusal, done }: { locale: Locale; refusal: Refusal | undefined; done: string | null }): ReactNode {
  const t = workshopsTexts(locale);
  if (refusal) {
    return (
      <Notice tone="error" live>
        {refusalText(t, refusal)}
      </Notice>
    );
  }
  return done ? (
    <Notice tone="success" live>
      {done}
    </Notice>
  ) : null;
}
