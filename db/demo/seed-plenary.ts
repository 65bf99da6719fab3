import { grantRole } from '#app/features/accounts/public.server.ts';
import { addOrganisations } from '#app/features/committees/public.server.ts';
import type { OrganisationRef } from '#app/features/editions/public.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { granted } from './granted.ts';
import type { SeededContact } from './seed-contacts.ts';
import { DEMO_PARTICIPANTS } from './seed-participations.ts';

const isFrench = ({ system }: OrganisationRef) => system !== 'JIS';

/**
 * Seats every French authority of the list in the French plenary committee, as the minutes say who makes it up, with those of its people
 * whom the demo knows. To be called after the minutes: nobody of the demo was asked about them.
 */
export async function seedDemoPlenary(
  ctx: Ctx,
  committeeId: string,
  contacts: readonly SeededContact[],
  organisationId: (ref: OrganisationRef) => Promise<string | null>,
): Promise<void> {
  const refs = DEMO_PARTICIPANTS.map(({ ref }) => ref).filter(isFrench);
  const ids = await Promise.all(refs.map(organisationId));
  granted(await addOrganisations(ctx, { committeeId, organisationIds: ids.flatMap((id) => id ?? []) }));
  for (const { personId } of contacts.filter(({ at }) => isFrench(at)))
    granted(await grantRole(ctx, { personId, grant: { role: 'committee-member', committeeId }, committeeSides: ['FR'] }));
}
