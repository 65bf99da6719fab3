import type { Permission } from '#app/access/authorize.ts';
import { accountsPermissions } from '#app/features/accounts/permissions.ts';
import { agendasPermissions } from '#app/features/agendas/permissions.ts';
import { authoritiesPermissions } from '#app/features/authorities/permissions.ts';
import { calendarsPermissions } from '#app/features/calendars/permissions.ts';
import { committeesPermissions } from '#app/features/committees/permissions.ts';
import { deliverablesPermissions } from '#app/features/deliverables/permissions.ts';
import { editionsPermissions } from '#app/features/editions/permissions.ts';
import { invitationsPermissions } from '#app/features/invitations/permissions.ts';
import { minutesPermissions } from '#app/features/minutes/permissions.ts';
import { participationPermissions } from '#app/features/participation/permissions.ts';
import { timelinePermissions } from '#app/features/timeline/permissions.ts';
import { workshopsPermissions } from '#app/features/workshops/permissions.ts';

/** Every action of the program, by feature: the source of `docs/permissions.md` and of the tests of its cells. */
export const permissionsByFeature: Readonly<Record<string, readonly Permission[]>> = {
  accounts: Object.values(accountsPermissions),
  agendas: Object.values(agendasPermissions),
  authorities: Object.values(authoritiesPermissions),
  calendars: Object.values(calendarsPermissions),
  committees: Object.values(committeesPermissions),
  deliverables: Object.values(deliverablesPermissions),
  editions: Object.values(editionsPermissions),
  invitations: Object.values(invitationsPermissions),
  minutes: Object.values(minutesPermissions),
  participation: Object.values(participationPermissions),
  timeline: Object.values(timelinePermissions),
  workshops: Object.values(workshopsPermissions),
};
