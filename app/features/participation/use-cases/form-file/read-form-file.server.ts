import { displayName } from '#app/features/authorities/public.ts';
import type { EditionView } from '#app/features/editions/public.server.ts';
import { readEdition } from '#app/features/editions/public.server.ts';
import type { Locale } from '#app/lib/locale.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { dayIn } from '#app/platform/clock.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { IntentionForm } from '../../documents/intention-form.ts';
import { fieldsOf } from '../../domain/form-file/fields.ts';
import { participationPermissions } from '../../permissions.ts';
import { formSettingsOf, formStagesOf, listParticipations, participantOrganisations } from '../../queries.server.ts';
import { mayReadIntentions, openParticipation } from '../open-participation.server.ts';

/**
 * The blank form of an edition, by its slug: for whoever reads its crossed list, and for the officers of the authorities on
 * it. It holds nothing but what the edition's public page says, and the deadlines.
 */
export async function readBlankForm(ctx: Ctx, slug: string, origin: string | null): Promise<Result<IntentionForm>> {
  const view = await readEdition(ctx.db, slug);
  if (!view) return ctx.actor.kind === 'anonymous' ? refuse('sign-in-required') : refuse('not-found');
  const gate = await mayReadIntentions(ctx, view);
  if (!gate.ok && !(await isOfficerOfEdition(ctx, view))) return gate;
  return ok({ ...(await frameOf(ctx, view, origin)), filled: null });
}

/** The form of an authority, filled with what is recorded, contacts and remarks included: for whoever may read them. */
export async function readFilledForm(
  ctx: Ctx,
  participationId: string,
  lang: Locale,
  origin: string | null,
): Promise<Result<IntentionForm>> {
  const opened = await openParticipation(ctx, participationPermissions.readForm, participationId);
  if (!opened.ok) return opened;
  const { participation, organisation, view } = opened.value;
  const { twinId } = participation.answers;
  const [twin] = twinId === null ? [] : await participantOrganisations(ctx.db, [twinId]);
  const filled = {
    participationId,
    revision: participation.revision,
    slug: organisation.slug,
    authority: displayName(organisation.names, lang, 'official').text,
    fields: fieldsOf(participation.answers, participation.contacts),
    twin: twin ? displayName(twin.names, lang, 'official').text : '',
  };
  return ok({ ...(await frameOf(ctx, view, origin)), filled });
}

async function frameOf(ctx: Ctx, view: EditionView, origin: string | null): Promise<Omit<IntentionForm, 'filled'>> {
  const [settings, stages] = await Promise.all([formSettingsOf(ctx.db, view.edition.id), formStagesOf(ctx.db, view.edition.id)]);
  return { view, settings, stages, origin, asOf: dayIn(view.edition.timeZone, ctx.clock.now()) };
}

/** Whether the actor is an officer of an authority that is on the edition's list. */
async function isOfficerOfEdition(ctx: Ctx, view: EditionView): Promise<boolean> {
  if (ctx.actor.kind !== 'person') return false;
  const own = new Set(ctx.actor.grants.flatMap((grant) => grant.organisationId ?? []));
  if (own.size === 0) return false;
  const rows = (await listParticipations(ctx.db, view.edition.id)).filter(({ organisation }) => own.has(organisation.id));
  for (const { participation } of rows)
    if ((await openParticipation(ctx, participationPermissions.readForm, participation.id)).ok) return true;
  return false;
}
