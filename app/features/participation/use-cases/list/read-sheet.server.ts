import { isHeldOn } from '#app/features/accounts/public.ts';
import { gateOfEdition } from '#app/features/editions/public.server.ts';
import { ok, type Result } from '#app/lib/result.ts';
import { dayIn } from '#app/platform/clock.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { Asked } from '../../domain/owed.ts';
import { hasAnswered } from '../../domain/states.ts';
import { participationPermissions } from '../../permissions.ts';
import { formSettingsOf, formStagesOf, listRevisions } from '../../queries.server.ts';
import { listExchanges, peopleOf, tiesOf } from '../../queries-mobilising.server.ts';
import { type OpenedParticipation, openParticipation } from '../open-participation.server.ts';

export type SheetTie = Awaited<ReturnType<typeof tiesOf>>[number] & {
  /** Whether the tied authority's own sheet is open to the reader as well. */
  opens: boolean;
};

/** All that a secretariat works with for one authority: its answers, contacts and remarks, its ties, the log. */
export type Sheet = OpenedParticipation & {
  today: string;
  asked: Asked;
  settings: Awaited<ReturnType<typeof formSettingsOf>>;
  ties: SheetTie[];
  exchanges: Awaited<ReturnType<typeof listExchanges>>;
  /** Whether what is recorded was all entered for it, by those who may take it back. */
  mayTakeBack: boolean;
  /** Who works there now, each once. */
  people: Awaited<ReturnType<typeof peopleOf>>;
};

/** The sheet of an authority of an edition, for those who mobilise it: its own side alone. */
export async function readSheet(ctx: Ctx, participationId: string): Promise<Result<Sheet>> {
  const opened = await openParticipation(ctx, participationPermissions.mobilise, participationId);
  if (!opened.ok) return opened;
  const { organisation, view, participation } = opened.value;
  const today = dayIn(view.edition.timeZone, ctx.clock.now());
  const [settings, stages, ties, exchanges, functions, revisions, may] = await Promise.all([
    formSettingsOf(ctx.db, view.edition.id),
    formStagesOf(ctx.db, view.edition.id),
    tiesOf(ctx.db, organisation.id, view.edition.id),
    listExchanges(ctx.db, participation.id),
    peopleOf(ctx.db, organisation.id),
    listRevisions(ctx.db, participation.id),
    gateOfEdition(ctx, view),
  ]);
  const held = functions.filter((term) => isHeldOn(term, today));
  return ok({
    ...opened.value,
    ...{ today, settings, exchanges },
    mayTakeBack:
      hasAnswered(participation.state) &&
      revisions.every(({ onBehalf }) => onBehalf) &&
      may(participationPermissions.enterForAuthority, organisation.country).ok,
    asked: { ...settings, stages, workshopIds: view.workshops.map(({ id }) => id) },
    ties: ties.map((tie) => ({
      ...tie,
      opens: tie.participationId !== null && may(participationPermissions.mobilise, tie.organisation.country).ok,
    })),
    people: held.filter(({ id }, index) => held.findIndex((person) => person.id === id) === index),
  });
}
