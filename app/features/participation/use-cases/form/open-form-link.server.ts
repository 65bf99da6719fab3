import type { EditionView } from '#app/features/editions/public.server.ts';
import { readEditionById } from '#app/features/editions/public.server.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { dayIn } from '#app/platform/clock.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isLinkToken } from '../../domain/form/form-link.ts';
import { hashLinkToken } from '../../link-secret.server.ts';
import { participationPermissions } from '../../permissions.ts';
import { findParticipation, type ParticipantOrganisation } from '../../queries.server.ts';
import { findLinkByHash, findLinkHolder } from '../../queries-links.server.ts';
import { openParticipation } from '../open-participation.server.ts';

/** Where a personal link leads: the form, for whom, and whether the reader may go there as who they are now. */
export type OpenedFormLink = {
  participationId: string;
  personId: string;
  mailbox: string;
  organisation: ParticipantOrganisation;
  view: EditionView;
  mayRead: boolean;
};

/**
 * What the page of a personal link shows. Opens nothing by itself and changes nothing, however often a mail gateway follows it. One
 * refusal (`participation.link-invalid`) for every link that is no use: forged, unknown, revoked, expired, or of a person who no
 * longer fills in the authority's forms.
 */
export async function openFormLink(ctx: Ctx, token: string): Promise<Result<OpenedFormLink>> {
  const invalid = refuse('participation.link-invalid');
  if (!isLinkToken(token)) return invalid;
  const link = await findLinkByHash(ctx.db, hashLinkToken(token));
  const now = ctx.clock.now();
  if (!link || link.revokedAt || link.expiresAt <= now) return invalid;
  const found = await findParticipation(ctx.db, link.participationId);
  const view = found && (await readEditionById(ctx.db, found.participation.editionId));
  if (!view) return invalid;
  const { organisation } = found;
  const holder = await findLinkHolder(ctx.db, link.personId, organisation.id, dayIn(view.edition.timeZone, now));
  if (!holder?.mailbox || !holder.isEditor) return invalid;
  const read = await openParticipation(ctx, participationPermissions.readForm, link.participationId);
  const { participationId, personId } = link;
  return ok({ participationId, personId, mailbox: holder.mailbox, organisation, view, mayRead: read.ok });
}
