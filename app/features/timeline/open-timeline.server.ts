import { isAllowed } from '#app/access/authorize.ts';
import { committeesOfEdition } from '#app/features/committees/public.server.ts';
import { type EditionView, gateOfEdition, readEdition } from '#app/features/editions/public.server.ts';
import { ownAuthorities } from '#app/features/participation/public.server.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { EntryFrame } from './domain/entry.ts';
import type { Reader } from './domain/readers.ts';
import { timelinePermissions } from './permissions.ts';
import { countriesOnList } from './queries.server.ts';

type EditionGate = Awaited<ReturnType<typeof gateOfEdition>>;
type Committee = Awaited<ReturnType<typeof committeesOfEdition>>[number];

/** An edition whose timeline the actor may look into: how much of it, and what may be done to it. */
export type OpenTimeline = { view: EditionView; committees: Committee[]; reader: Reader; may: EditionGate };

/** The timeline of an edition for whoever may see any of it; whoever may not learns nothing of what exists. */
export async function openTimeline(ctx: Ctx, slug: string): Promise<Result<OpenTimeline>> {
  if (ctx.actor.kind === 'anonymous') return refuse('sign-in-required');
  const view = await readEdition(ctx.db, slug);
  if (!view) return refuse('not-found');
  const committees = await committeesOfEdition(ctx.db, view.edition.id);
  const reader = await readerOf(ctx, view, committees);
  if (!reader.whole && reader.memberOf.length + reader.officerOf.length === 0) return refuse('not-found');
  return ok({ view, committees, reader, may: await gateOfEdition(ctx, view) });
}

async function readerOf(ctx: Ctx, { series, edition }: EditionView, committees: readonly Committee[]): Promise<Reader> {
  const { readTimeline, readShared } = timelinePermissions;
  const may = (scope: Parameters<typeof isAllowed>[2]) => isAllowed(ctx.actor, readTimeline, scope);
  const officers = ownAuthorities(ctx)
    .map(({ id }) => id)
    .filter((organisationId) => isAllowed(ctx.actor, readShared, { organisationId }));
  return {
    whole: may({ sides: series.countries, editionId: edition.id }),
    // The host team is of the host's side: the other side's own dates are not for it.
    insideOf: series.countries.filter((side) => may({ sides: [side], ...(side === edition.hostCountry ? { editionId: edition.id } : {}) })),
    memberOf: committees.filter(({ id }) => may({ committeeId: id })).flatMap(({ sides }) => sides),
    officerOf: await countriesOnList(ctx.db, edition.id, officers),
  };
}

/** What an entry of the edition may name: its sides, its host and the organisations that stand behind it. */
export function frameOf({ series, edition, organisations }: EditionView): EntryFrame {
  return {
    countries: series.countries,
    organisationIds: [...(edition.hostOrganisationId ? [edition.hostOrganisationId] : []), ...organisations.map(({ id }) => id)],
  };
}

/** The timeline of an edition for whoever may change what belongs to a side (null: to both). */
export async function openForEditing(ctx: Ctx, slug: string, side: string | null): Promise<Result<OpenTimeline>> {
  const opened = await openTimeline(ctx, slug);
  if (!opened.ok) return opened;
  const gate = opened.value.may(timelinePermissions.edit, side);
  return gate.ok ? opened : gate;
}
