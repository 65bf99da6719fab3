import { isAllowed } from '#app/access/authorize.ts';
import type { Result } from '#app/lib/result.ts';
import { ok, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { FormStage } from '../../domain/stages.ts';
import { participationPermissions } from '../../permissions.ts';
import { type OpenedParticipation, openParticipation } from '../open-participation.server.ts';
import { stagesOpenTo } from '../record-answers.server.ts';

/** A form somebody may fill in: who they are, the parts open to them, and whether they enter it for the authority, with a source. */
export type Answerable = OpenedParticipation & { personId: string; open: readonly FormStage[]; onBehalf: boolean };

/** A form for somebody who may fill it in, though all its parts may be closed. Refuses readers as it does strangers. */
export async function openForAnswer(ctx: Ctx, participationId: string): Promise<Result<Answerable>> {
  const enters = await openParticipation(ctx, participationPermissions.enterForAuthority, participationId);
  const opened = enters.ok ? enters : await openParticipation(ctx, participationPermissions.answerForm, participationId);
  if (!opened.ok) return opened;
  if (ctx.actor.kind !== 'person') return refuse('sign-in-required');
  const { personId } = ctx.actor;
  return ok({ ...opened.value, personId, open: await stagesOpenTo(ctx, opened.value), onBehalf: entersForOthers(ctx, opened.value) });
}

/** Whether what the actor enters comes from somebody else: they are not an editor of the authority themselves. */
function entersForOthers(ctx: Ctx, { organisation }: OpenedParticipation): boolean {
  return !isAllowed(ctx.actor, participationPermissions.answerForm, { organisationId: organisation.id });
}
