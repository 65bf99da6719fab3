import { ok, type Result } from '#app/lib/result.ts';
import { dayIn } from '#app/platform/clock.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { participationPermissions } from '../../permissions.ts';
import { linkablePeople, listLinks } from '../../queries-links.server.ts';
import { type OpenedParticipation, openParticipation } from '../open-participation.server.ts';

/** A link that was made: its secret is not known any more. */
export type MadeLink = Awaited<ReturnType<typeof listLinks>>[number] & { state: 'good' | 'over' | 'revoked' };

/** The links to an authority's form, and the people for whom one can be made; for the secretariat of its side. */
export async function listFormLinks(
  ctx: Ctx,
  participationId: string,
): Promise<Result<{ opened: OpenedParticipation; links: MadeLink[]; people: { id: string; name: string }[] }>> {
  const opened = await openParticipation(ctx, participationPermissions.mobilise, participationId);
  if (!opened.ok) return opened;
  const { organisation, view } = opened.value;
  const now = ctx.clock.now();
  const links = (await listLinks(ctx.db, participationId, ctx.locale)).map((link) => {
    const state: MadeLink['state'] = link.revokedAt ? 'revoked' : link.expiresAt <= now ? 'over' : 'good';
    return { ...link, state };
  });
  const people = await linkablePeople(ctx.db, organisation.id, dayIn(view.edition.timeZone, now), ctx.locale);
  return ok({ opened: opened.value, links, people });
}
