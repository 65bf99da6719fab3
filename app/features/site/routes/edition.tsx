import type { ReactNode } from 'react';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { requestOf } from '#app/platform/http/request-context.ts';
import { notFound } from '#app/platform/http/respond.ts';
import { translator } from '#app/platform/i18n/messages.ts';
import { Tag } from '#app/ui/controls.tsx';
import { Facts } from '#app/ui/figures.tsx';
import { PageHead, Section } from '#app/ui/page.tsx';
import { DateRun, Ordinals } from '#app/ui/text.tsx';
import { editionModel } from '../edition-model.server.ts';
import { eventJsonLd, jsonForScript } from '../json-ld.ts';
import { siteCatalogues } from '../messages/index.ts';
import { presenceOf } from '../presence.server.ts';
import { FiguresSection, LineSection, OrganisersSection } from '../ui/edition-record.tsx';
import { WorkshopsSection } from '../ui/edition-workshops.tsx';
import { authoritiesFact } from '../ui/figures.ts';
import { PublicHead } from '../ui/head.tsx';
import { PartnersSection } from '../ui/partners.tsx';
import stylesheet from '../ui/site.css?url';
import { SiteProse, SiteText, ThemeTitle } from '../ui/text.tsx';

export const links = () => [{ rel: 'stylesheet', href: stylesheet }];

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, publicUrl } = requestOf(args);
  const found = await editionModel(ctx, args.params.edition ?? '', presenceOf(ctx));
  if (!found) notFound();
  const url = `${publicUrl}/${ctx.locale}/editions/${found.model.slug}`;
  return { page: found.model, publicUrl, jsonLd: jsonForScript(eventJsonLd(found.view, ctx.locale, url)) };
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>['page'];

export default function EditionPage(): ReactNode {
  const { page, publicUrl, jsonLd } = useLoaderData<typeof loader>();
  const { locale } = page;
  const description = [page.theme?.text, page.dates.text, page.place.text].filter(Boolean).join(' · ');
  return (
    <>
      <PublicHead locale={locale} title={page.name.text} description={description} publicUrl={publicUrl} path={`/editions/${page.slug}`} />
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: data for machines, escaped by jsonForScript */}
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonLd }} />
      <Opening page={page} />
      {page.presentation && (
        <Section id="presentation" title={translator(locale, siteCatalogues)('site.edition.presentation')}>
          <SiteProse value={page.presentation} locale={locale} />
        </Section>
      )}
      <PartnersSection page={page} />
      <WorkshopsSection page={page} />
      <OrganisersSection page={page} />
      <FiguresSection page={page} />
      <LineSection page={page} />
    </>
  );
}

function Opening({ page }: { page: Page }): ReactNode {
  const { locale, theme, name } = page;
  const t = translator(locale, siteCatalogues);
  const nameRun = (
    <span lang={name.lang}>
      <Ordinals text={name.text} lang={name.lang} />
    </span>
  );
  return (
    <>
      <PageHead
        display
        eyebrow={theme ? nameRun : <a href={`/${locale}/series/${page.series.slug}`}>{page.series.name.text}</a>}
        title={theme ? <ThemeTitle value={theme} /> : nameRun}
        titleLang={theme && theme.lang !== locale ? theme.lang : undefined}
        alternates={page.themeElsewhere}
      >
        {theme?.fallback && <p className="untranslated">{t('site.untranslated')}</p>}
        {page.state !== 'held' && (
          <p>
            <Tag tone={page.state === 'planned' ? 'wait' : 'late'}>{t(`site.edition.state.${page.state}`)}</Tag>
          </p>
        )}
      </PageHead>
      <Facts items={factsOf(page)} />
    </>
  );
}

function factsOf(page: Page) {
  const { locale, moved, previous } = page;
  const t = translator(locale, siteCatalogues);
  const authorities = authoritiesFact(page.figures, locale);
  const before = previous && page.previousYear ? t('site.edition.after', { city: previous.place.text, year: page.previousYear }) : null;
  const movedNote =
    moved &&
    (moved.reason
      ? t('site.edition.moved-because', { dates: moved.dates, reason: moved.reason.text })
      : t('site.edition.moved', { dates: moved.dates }));
  const place = <span lang={page.place.lang === locale ? undefined : page.place.lang}>{page.place.text}</span>;
  return [
    { key: 'dates', label: t('site.edition.dates'), value: <DateRun value={page.dates.value}>{page.dates.text}</DateRun>, note: movedNote },
    {
      key: 'host',
      label: t('site.edition.host'),
      value: place,
      note: page.place.text === page.country ? before : [page.country, before].filter(Boolean).join(locale === 'ja' ? '、' : ', '),
    },
    ...(page.venue ? [{ key: 'venue', label: t('site.edition.venue'), value: <SiteText value={page.venue} locale={locale} /> }] : []),
    ...(authorities
      ? [{ key: 'authorities', label: t('site.edition.authorities'), value: authorities.value, note: authorities.note }]
      : []),
  ];
}
