import type { ReactNode } from 'react';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { requestOf } from '#app/platform/http/request-context.ts';
import { valueOrThrow } from '#app/platform/http/respond.ts';
import { ButtonLink } from '#app/ui/controls.tsx';
import { Breadcrumbs } from '#app/ui/nav.tsx';
import { PageHead, Section } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/states.tsx';
import { Ordinals } from '#app/ui/text.tsx';
import { timelineTexts } from '../texts.ts';
import { timelineModel } from '../timeline-model.server.ts';
import stylesheet from '../ui/timeline.css?url';
import { TimelineDownloads } from '../ui/timeline-downloads.tsx';
import { TimelineGrid } from '../ui/timeline-grid.tsx';
import { TimelineList } from '../ui/timeline-list.tsx';
import { readTimeline } from '../use-cases/read-timeline.server.ts';

export const links = () => [{ rel: 'stylesheet', href: stylesheet }];

/** The timeline of an edition: the grid, the list in order of date, Doc 10. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const timeline = valueOrThrow(await readTimeline(ctx, args.params.edition ?? ''), args.request);
  return { model: timelineModel(timeline, ctx.locale), saved: new URL(args.request.url).searchParams.has('saved') };
}

export default function TimelinePage(): ReactNode {
  const { model, saved } = useLoaderData<typeof loader>();
  const { locale, slug, edition } = model;
  const t = timelineTexts(locale);
  const here = `/${locale}/desk/editions/${slug}/timeline`;
  const name = <Ordinals text={edition.text} lang={edition.lang} />;
  const actions = (
    <>
      {model.mayEdit && <ButtonLink href={`${here}/new`}>{t('timeline.add')}</ButtonLink>}
      {model.mayDerive && (
        <ButtonLink tone="quiet" href={`${here}/derive`}>
          {t('timeline.derive')}
        </ButtonLink>
      )}
    </>
  );
  return (
    <>
      <title>{`${t('timeline.title')} · ${edition.text}`}</title>
      <Breadcrumbs
        label={t('timeline.path')}
        items={[{ label: name, href: `/${locale}/desk/editions/${slug}` }, { label: t('timeline.title') }]}
      />
      <PageHead eyebrow={name} title={t('timeline.title')} lead={t('timeline.lead')} actions={actions} />
      {saved && (
        <Notice tone="success" live>
          {t('timeline.saved')}
        </Notice>
      )}
      <Section id="grid" title={t('timeline.grid')} wide>
        <TimelineGrid model={model} />
      </Section>
      <Section
        id="list"
        title={t('timeline.list')}
        lead={t('timeline.list-lead', { count: model.items.length, flagged: model.flagged })}
        wide
      >
        <TimelineList model={model} />
      </Section>
      <TimelineDownloads locale={locale} slug={slug} />
    </>
  );
}
