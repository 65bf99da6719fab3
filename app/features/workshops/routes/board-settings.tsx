import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { countryName, editionName } from '#app/features/editions/public.ts';
import { plainText } from '#app/lib/localised-text.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { refusalData, signInUrl, valueOrThrow } from '#app/platform/http/respond.ts';
import { Notice } from '#app/ui/states.tsx';
import { keptValues } from '../forms.ts';
import { sayerOf } from '../sentences.ts';
import { arrange } from '../settings-form.server.ts';
import { workshopsTexts } from '../texts.ts';
import { BoardHead, Outcome } from '../ui/board-head.tsx';
import { ChairsSection } from '../ui/chairs-section.tsx';
import { PairsSection } from '../ui/pairs-section.tsx';
import { RoomsSection, SettingsSection } from '../ui/settings-sections.tsx';
import { readBoard } from '../use-cases/read-board.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const board = valueOrThrow(await readBoard(ctx, args.params.edition ?? ''), args.request);
  const { locale } = ctx;
  const { series, edition, workshops } = board.intentions.view;
  const say = sayerOf(board.intentions, locale);
  const [sideA] = series.countries;
  const isOfSideA = (id: string) => board.facts.participants.some((one) => one.organisationId === id && one.country === sideA);
  // The side that comes first everywhere comes first here.
  const pair = (a: string, b: string) => {
    const [firstId, secondId] = isOfSideA(a) ? [a, b] : [b, a];
    return { firstId, secondId, names: [say.organisation(firstId), say.organisation(secondId)] as const };
  };
  const coming = board.intentions.intentions.filter((one) =>
    board.facts.participants.some((p) => p.organisationId === one.organisation.id && p.mayCome),
  );
  return {
    ...{ locale, slug: edition.slug, settings: board.settings, mayArrange: board.mayArrange, mayPublish: board.mayPublish },
    name: editionName(series.editionName, edition.title, edition.ordinal, locale),
    countries: series.countries.map((code) => ({ code, name: countryName(code, locale) })),
    workshops: workshops.map((workshop) => ({
      ...{ id: workshop.id, number: workshop.number, title: plainText(workshop.title, locale) },
      slotMinutes: board.facts.workshops.find(({ id }) => id === workshop.id)?.slotMinutes ?? null,
      held: board.arrangement.capacities.find(({ workshopId }) => workshopId === workshop.id) ?? null,
      chairs: board.arrangement.chairs
        .filter(({ workshopId }) => workshopId === workshop.id)
        .map(({ organisationId, source }) => ({
          id: organisationId,
          name: say.organisation(organisationId),
          source: plainText(source, locale),
        })),
    })),
    // Who said it wishes to chair stands first.
    candidates: coming.map(({ organisation, answers }) => ({
      id: organisation.id,
      name: say.organisation(organisation.id),
      wish: answers.chair,
      country: organisation.country,
    })),
    speakers: board.problem.authorities.map(({ id, country }) => ({ id, country, name: say.organisation(id) })),
    pairs: board.arrangement.pairs.map(({ id, firstId, secondId, jointMinutes }) => ({ id, jointMinutes, ...pair(firstId, secondId) })),
    proposed: board.proposed.map(({ firstId, secondId, jointMinutes }) => ({ jointMinutes, ...pair(firstId, secondId) })),
    saved: new URL(args.request.url).searchParams.has('saved'),
  };
}

export type SettingsData = Awaited<ReturnType<typeof loader>>;
/** What was typed into the form that was refused, by field; `act` says which form. */
export type Kept = Readonly<Record<string, string>>;

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const edition = args.params.edition ?? '';
  const form = await args.request.formData();
  const { result, section } = await arrange(ctx, edition, form);
  if (result.ok) return redirect(`/${ctx.locale}/desk/editions/${edition}/board/settings?saved=1#${section}`);
  if (result.refusal.code === 'sign-in-required') return redirect(signInUrl(args.request));
  return refusalData(result.refusal, keptValues(form));
}

export default function BoardSettings() {
  const data = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { locale, slug, name, mayPublish, mayArrange, saved } = data;
  const t = workshopsTexts(locale);
  const kept: Kept = refused?.kept ?? {};
  return (
    <>
      <BoardHead
        {...{ locale, slug, mayPublish }}
        edition={name}
        page="settings"
        title={t('workshops.settings.title')}
        lead={t('workshops.settings.lead')}
      />
      <Outcome locale={locale} refusal={refused?.refusal} done={saved ? t('workshops.settings.saved') : null} />
      {!mayArrange && <Notice>{t('workshops.board.read-only')}</Notice>}
      <SettingsSection data={data} kept={kept} />
      <RoomsSection data={data} kept={kept} />
      <ChairsSection data={data} kept={kept} />
      <PairsSection data={data} kept={kept} />
    </>
  );
}
