import { isAllowed } from '#app/access/authorize.ts';
import { displayName } from '#app/features/authorities/public.ts';
import { type EditionView, gateOfEdition, readEdition } from '#app/features/editions/public.server.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { participationPermissions } from '../../permissions.ts';
import { listParticipations, type ParticipationInList } from '../../queries.server.ts';
import { type Answerable, openForAnswer } from '../form/open-for-answer.server.ts';

/** Where returned files are taken in: the edition, and the authorities for which the actor may enter answers. */
export type OpenedReturns = { view: EditionView; mine: ParticipationInList[] };

/**
 * The authorities of an edition for which the actor may take in a returned file: those of its side for a secretariat, one's
 * own for an officer. Whoever has none learns nothing but what a stranger does.
 */
export async function openReturns(ctx: Ctx, slug: string): Promise<Result<OpenedReturns>> {
  if (ctx.actor.kind === 'anonymous') return refuse('sign-in-required');
  const view = await readEdition(ctx.db, slug);
  if (!view) return refuse('not-found');
  const may = await gateOfEdition(ctx, view);
  const { answerForm, enterForAuthority } = participationPermissions;
  const mine = (await listParticipations(ctx.db, view.edition.id)).filter(
    ({ organisation }) =>
      may(enterForAuthority, organisation.country).ok || isAllowed(ctx.actor, answerForm, { organisationId: organisation.id }),
  );
  const secretariat = view.series.countries.some((side) => may(enterForAuthority, side).ok);
  return secretariat || mine.length > 0 ? ok({ view, mine }) : refuse('not-found');
}

/** Authorities to choose from, by name in the reader's language. */
export function choosable(ctx: Ctx, { mine }: Pick<OpenedReturns, 'mine'>): { value: string; label: string }[] {
  const collator = new Intl.Collator(ctx.locale);
  return mine
    .map(({ participation, organisation }) => ({
      value: participation.id,
      label: displayName(organisation.names, ctx.locale, 'official').text,
    }))
    .sort((a, b) => collator.compare(a.label, b.label));
}

/** A form into which a file may be taken now; refuses when all its parts are closed to the actor. */
export async function openForReturn(ctx: Ctx, participationId: string): Promise<Result<Answerable>> {
  const opened = await openForAnswer(ctx, participationId);
  if (opened.ok && opened.value.open.length === 0) return refuse('participation.return-closed');
  return opened;
}
