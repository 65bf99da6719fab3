import { type EditionView, readEdition } from '#app/features/editions/public.server.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { Answers } from '../domain/answers.ts';
import type { StageDates } from '../domain/stages.ts';
import type { ParticipationState } from '../domain/states.ts';
import {
  type FormSettings,
  formSettingsOf,
  formStagesOf,
  listParticipations,
  type ParticipantOrganisation,
  participantOrganisations,
  twinsOf,
} from '../queries.server.ts';
import { mayReadIntentions } from './open-participation.server.ts';

/** What the sides share of an authority's answers: all but its remarks, and never its contacts. */
export type SharedAnswers = Omit<Answers, 'remarks'>;

/** An authority on the crossed list. */
export type Intention = {
  participationId: string;
  organisation: ParticipantOrganisation;
  state: ParticipationState;
  stateSince: Date;
  answers: SharedAnswers;
  /** The authorities it is tied with, whether they are on the list or not. */
  twinIds: readonly string[];
};

/** Everything that Docs 5, 7 and 8 and the board are made of: read once, so that they agree with each other. */
export type Intentions = {
  view: EditionView;
  settings: FormSettings;
  stages: readonly StageDates[];
  /** By country in the order of the series' sides, then in the official order. */
  intentions: readonly Intention[];
  /** Tied authorities that are not on the list themselves, by identifier. */
  others: ReadonlyMap<string, ParticipantOrganisation>;
};

/** The crossed intentions of an edition by its slug, for whoever may read what the sides share. */
export async function readIntentions(ctx: Ctx, slug: string): Promise<Result<Intentions>> {
  const view = await readEdition(ctx.db, slug);
  if (!view) return ctx.actor.kind === 'anonymous' ? refuse('sign-in-required') : refuse('not-found');
  const gate = await mayReadIntentions(ctx, view);
  if (!gate.ok) return gate;
  const [settings, stages, rows] = await Promise.all([
    formSettingsOf(ctx.db, view.edition.id),
    formStagesOf(ctx.db, view.edition.id),
    listParticipations(ctx.db, view.edition.id),
  ]);
  const onList = new Set(rows.map(({ organisation }) => organisation.id));
  const ties = await twinsOf(ctx.db, [...onList]);
  const tied = new Map<string, string[]>();
  for (const [a, b] of ties) {
    tied.set(a, [...(tied.get(a) ?? []), b]);
    tied.set(b, [...(tied.get(b) ?? []), a]);
  }
  const side = (country: string) => view.series.countries.indexOf(country);
  const intentions = rows
    .map(({ participation, organisation }) => ({
      ...{ participationId: participation.id, organisation, state: participation.state, stateSince: participation.stateSince },
      answers: withoutRemarks(participation.answers),
      twinIds: tied.get(organisation.id) ?? [],
    }))
    .sort((a, b) => side(a.organisation.country) - side(b.organisation.country));
  const wished = rows.flatMap(({ participation }) => participation.answers.twinId ?? []);
  const away = [...ties.flat(), ...wished].filter((id) => !onList.has(id));
  const others = new Map((await participantOrganisations(ctx.db, away)).map((organisation) => [organisation.id, organisation]));
  return ok({ view, settings, stages, intentions, others });
}

function withoutRemarks({ remarks: _, ...shared }: Answers): SharedAnswers {
  return shared;
}
