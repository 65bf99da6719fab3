import { authoritiesPresent } from '#app/features/committees/public.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { PresenceReader } from './partners-model.server.ts';

/** Asks the committees which authorities have had someone at a preparatory meeting: the organisations, never the people. */
export function presenceOf(ctx: Ctx): PresenceReader {
  return (editionId) => authoritiesPresent(ctx.db, editionId);
}
