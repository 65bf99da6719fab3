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
  const { searchParams } = new URL(args.request.url);
  const count = (name: string) => Number(/^\d{1,6}$/.exec(searchParams.get(name) ?? '')?.[0] ?? 0);
  const told = searchParams.has('queued') && { queued: count('queued'), officer: count('officer') };
  return { model: timelineModel(timeline, ctx.locale), saved: searchParams.has('saved'), told };
}

export default function TimelinePage(): ReactNode {
  const { model, saved, told } = useLoaderData<typeof loader>();
  const { locale, slug, edition } = model;
  const t = timelineTexts(locale);
  const name = <Ordinals text={edition.text} lang={edition.lang} />;
  return (
    <>
      <title>{`${t('timeline.title')} · ${edition.text}`}</title>
      <Breadcrumbs
        label={t('timeline.path')}
        items={[{ label: name, href: `/${locale}/desk/editions/${slug}` }, { label: t('timeline.title') }]}
      />
      <PageHead eyebrow={name} title={t('timeline.title')} lead={t('timeline.lead')} actions={<Actions model={model} />} />
      {(saved || told) && (
        <Notice tone="success" live>
          {told ? t('timeline.told', told) : t('timeline.saved')}
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

/** What may be done to the timeline as a whole. */
function Actions({ model }: { model: Model }): ReactNode {
  const t = timelineTexts(model.locale);
  const here = `/${model.locale}/desk/editions/${model.slug}/timeline`;
  return (
    <>
      {model.mayEdit && <ButtonLink href={`${here}/new`}>{t('timeline.add')}</ButtonLink>}
      {model.mayDerive && (
        <ButtonLink tone="quiet" href={`${here}/derive`}>
          {t('timeline.derive')}
        </ButtonLink>
      )}
      {model.mayDerive && (
        <ButtonLink tone="quiet" href={`${here}/move`}>
          {t('timeline.move-edition')}
        </ButtonLink>
      )}
      {model.mayEdit && (
        <ButtonLink tone="bare" href={`${here}/notices`}>
          {t('timeline.notices')}
        </ButtonLink>
      )}
    </>
  );
}

type Model = ReturnType<typeof timelineModel>;
