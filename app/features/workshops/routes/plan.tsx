import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { requestOf } from '#app/platform/http/request-context.ts';
import { valueOrThrow } from '#app/platform/http/respond.ts';
import { ButtonLink } from '#app/ui/controls.tsx';
import { Breadcrumbs, Tabs } from '#app/ui/nav.tsx';
import { PageHead } from '#app/ui/page.tsx';
import { EmptyState } from '#app/ui/states.tsx';
import { LocalisedRun } from '#app/ui/text.tsx';
import { type PlanModel, planModel } from '../plan-model.ts';
import { workshopsTexts } from '../texts.ts';
import { PlanDownloads } from '../ui/plan-downloads.tsx';
import { OthersSections, WorkshopSection } from '../ui/plan-lists.tsx';
import { SlotSection } from '../ui/plan-seats.tsx';
import { readDistribution } from '../use-cases/read-distribution.server.ts';

/** The distribution over the workshops: who speaks where, or with `?view=seats` who sits where. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const distribution = valueOrThrow(await readDistribution(ctx, args.params.edition ?? '', ctx.locale), args.request);
  const seats = new URL(args.request.url).searchParams.get('view') === 'seats';
  return { model: planModel(distribution, ctx.locale), seats };
}

export default function Plan() {
  const { model, seats } = useLoaderData<typeof loader>();
  const { locale, slug, edition, basis } = model;
  const t = workshopsTexts(locale);
  const name = <LocalisedRun value={edition} />;
  const base = `/${locale}/desk/editions/${slug}/plan`;
  return (
    <>
      <title>{`${t('workshops.plan.title')} · ${edition.text}`}</title>
      <Breadcrumbs
        label={t('workshops.plan.path')}
        items={[{ label: name, href: `/${locale}/desk/editions/${slug}` }, { label: t('workshops.plan.title') }]}
      />
      <PageHead
        eyebrow={name}
        title={t('workshops.plan.title')}
        lead={t(seats && model.slots.length > 0 ? 'workshops.plan.seats-lead' : `workshops.plan.lead-${basis.kind}`)}
        actions={
          model.placeless && (
            <ButtonLink tone="quiet" small href={`/${locale}/desk/editions/${slug}/board`}>
              {t('workshops.board.title')}
            </ButtonLink>
          )
        }
      >
        <p className="quiet">{basis.text}</p>
      </PageHead>
      <Tabs
        label={t('workshops.plan.views')}
        items={[
          { href: base, label: t('workshops.plan.by-workshop'), current: !seats },
          { href: `${base}?view=seats`, label: t('workshops.plan.by-slot'), current: seats },
        ]}
      />
      {seats ? <Seats model={model} /> : <Lists model={model} />}
    </>
  );
}

function Lists({ model }: { model: PlanModel }) {
  const t = workshopsTexts(model.locale);
  return (
    <>
      {model.workshops.length === 0 && <EmptyState title={t('workshops.plan.no-workshops')} />}
      {model.workshops.map((workshop) => (
        <WorkshopSection key={workshop.id} workshop={workshop} model={model} />
      ))}
      <OthersSections model={model} />
      <PlanDownloads model={model} />
    </>
  );
}

function Seats({ model }: { model: PlanModel }) {
  const t = workshopsTexts(model.locale);
  if (model.slots.length === 0) return <EmptyState title={t('workshops.plan.no-seats')}>{t('workshops.plan.no-seats-text')}</EmptyState>;
  return (
    <>
      {model.slots.map((slot) => (
        <SlotSection key={slot.id} slot={slot} model={model} />
      ))}
    </>
  );
}
