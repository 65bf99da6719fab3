import type { ReactNode } from 'react';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { requestOf } from '#app/platform/http/request-context.ts';
import { ButtonLink } from '#app/ui/controls.tsx';
import { PageHead, Section } from '#app/ui/page.tsx';
import { EmptyState } from '#app/ui/states.tsx';
import { Ordinals } from '#app/ui/text.tsx';
import { checklistModel } from '../checklist-model.server.ts';
import { calendarsTexts } from '../texts.ts';
import { ChecklistLines, placeTitle } from '../ui/checklist.tsx';
import { readChecklist } from '../use-cases/read-checklist.server.ts';

/** Everyone's checklist: what is late, then month by month. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  return checklistModel(await readChecklist(ctx), ctx);
}

export default function ChecklistPage(): ReactNode {
  const model = useLoaderData<typeof loader>();
  const { locale, places, editions } = model;
  const t = calendarsTexts(locale);
  return (
    <>
      <title>{t('calendars.title')}</title>
      <PageHead
        title={t('calendars.title')}
        lead={t('calendars.lead')}
        actions={
          <ButtonLink tone="quiet" href={`/${locale}/desk/calendar/addresses`}>
            {t('calendars.subscribe')}
          </ButtonLink>
        }
      >
        {editions.map(({ slug, text, lang, whole }) => (
          <p key={slug} className="cluster">
            <span>
              <Ordinals text={text} lang={lang} />
            </span>
            <a href={`/${locale}/desk/editions/${slug}/timeline`}>{t('calendars.timeline')}</a>
            {whole && <a href={`/${locale}/desk/editions/${slug}/readiness`}>{t('calendars.readiness')}</a>}
          </p>
        ))}
      </PageHead>
      {places.length === 0 && <EmptyState title={t('calendars.empty')}>{t('calendars.empty-text')}</EmptyState>}
      {places.map(({ place, lines }) => (
        <Section key={place} id={`in-${place}`} title={placeTitle(place, t, locale)} wide>
          <ChecklistLines lines={lines} model={model} />
        </Section>
      ))}
    </>
  );
}
