import { authorize, isAllowed, type Permission } from '#app/access/authorize.ts';
import { nameOfPerson } from '#app/features/accounts/public.ts';
import { displayName } from '#app/features/authorities/public.ts';
import { type MeetingInCommittee, meetingInCommittee, meetingScope, membersOfCommittee } from '#app/features/committees/public.server.ts';
import type { Locale } from '#app/lib/locale.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { agendasPermissions } from './permissions.ts';
import { attendeesOf } from './queries.server.ts';

/** A meeting whose agenda is to be read or written; whoever may not is answered as if there were none. */
export async function openAgenda(ctx: Ctx, permission: Permission, meetingId: string): Promise<Result<MeetingInCommittee>> {
  const found = await meetingInCommittee(ctx.db, meetingId);
  const gate = authorize(ctx.actor, permission, found ? meetingScope(found) : {});
  if (!gate.ok) return gate.refusal.code === 'sign-in-required' ? gate : refuse('not-found');
  return found ? ok(found) : refuse('not-found');
}

/** Whether the actor may write the agenda of a meeting that was opened for reading. */
export function mayEdit(ctx: Ctx, found: MeetingInCommittee): boolean {
  return isAllowed(ctx.actor, agendasPermissions.edit, meetingScope(found));
}

/** Who may be named as a speaker, or as one who voiced something. */
export type Nameable = { id: string; name: string };
export type Nameables = { persons: Nameable[]; organisations: Nameable[] };

/** The members of a committee and those who were on a list of one of its meetings, by name in the reader's language. */
export async function nameablesOf(ctx: Ctx, committeeId: string): Promise<Nameables> {
  const [members, attendees] = await Promise.all([membersOfCommittee(ctx.db, committeeId), attendeesOf(ctx.db, committeeId)]);
  const persons = new Map<string, string>();
  const organisations = new Map<string, string>();
  for (const { organisationId, names, persons: own } of members) {
    if (organisationId) organisations.set(organisationId, displayName(names, ctx.locale)?.text ?? '');
    for (const { personId, name } of own) persons.set(personId, nameOfPerson(name, ctx.locale));
  }
  for (const { personId, name, organisationId, names } of attendees) {
    persons.set(personId, nameOfPerson(name, ctx.locale));
    if (organisationId && names) organisations.set(organisationId, displayName(names, ctx.locale)?.text ?? '');
  }
  return { persons: byName(persons, ctx.locale), organisations: byName(organisations, ctx.locale) };
}

function byName(named: ReadonlyMap<string, string>, locale: Locale): Nameable[] {
  const { compare } = new Intl.Collator(locale);
  return [...named].map(([id, name]) => ({ id, name })).sort((a, b) => compare(a.name, b.name));
}
