import { readRoleHolders } from '#app/features/accounts/public.server.ts';
import type { RoleDesk } from '#app/features/accounts/public.ts';
import { searchOrganisations } from '#app/features/authorities/public.server.ts';
import { displayName } from '#app/features/authorities/public.ts';
import { organisationsById, readEditionById } from '#app/features/editions/public.server.ts';
import { bounds } from '#app/lib/partial-date.ts';
import { ok, type Result } from '#app/lib/result.ts';
import { dayIn } from '#app/platform/clock.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { type ProposedMember, proposedMembers } from '../domain/proposed-members.ts';
import { type CommitteeMember, membersOfCommittee } from '../members.server.ts';
import type { CommitteeInEdition, CommitteeRow } from '../queries.server.ts';
import { openCommittee } from './open-committee.server.ts';

type Names = CommitteeMember['names'];
/** An organisation that could be added. */
export type FoundOrganisation = { organisationId: string; names: Names; country: string; detail: string };

/** A committee with the people who are its members, and whom the search found; its organisations, those proposed, those a typed name found. */
export type MembersView = CommitteeInEdition & {
  desk: RoleDesk;
  members: CommitteeMember[];
  proposed: (ProposedMember & { names: Names })[];
  found: FoundOrganisation[];
};

/** Organisations shown for a typed name. */
const SHOWN = 8;

/** The members of a committee, whom `q` finds for it, and which organisations `organisation` finds. */
export async function readMembers(
  ctx: Ctx,
  { committeeId, q, organisation = '' }: { committeeId: string; q: string; organisation?: string },
): Promise<Result<MembersView>> {
  const opened = await openCommittee(ctx, committeeId);
  if (!opened.ok) return opened;
  const { membership, ...found } = opened.value;
  const desk = await readRoleHolders(ctx, { grant: membership, sides: found.committee.sides, q });
  if (!desk.ok) return desk;
  const members = await membersOfCommittee(ctx.db, found.committee.id, dayIn('Europe/Paris', ctx.clock.now()));
  const seated = members.flatMap(({ organisationId }) => organisationId ?? []);
  const hits = organisation.trim() ? await searchOrganisations(ctx.db, organisation, { limit: SHOWN }) : [];
  return ok({
    ...found,
    ...{ desk: desk.value, members: members.map(withoutMailboxes), proposed: await proposedFor(ctx, found.committee, seated) },
    found: hits
      .filter(({ id }) => !seated.includes(id))
      .map(({ id, names, country, system, code }) => ({
        ...{ organisationId: id, names, country, detail: system === 'LOCAL' ? '' : `${system} ${code}` },
      })),
  });
}

/** Who names members sees who they are; where they are written to is shown on no such page. */
function withoutMailboxes(member: CommitteeMember): CommitteeMember {
  return { ...member, persons: member.persons.map((person) => ({ ...person, mailbox: null })) };
}

async function proposedFor(ctx: Ctx, committee: CommitteeRow, seated: readonly string[]): Promise<MembersView['proposed']> {
  const view = await readEditionById(ctx.db, committee.editionId);
  if (!view) return [];
  const proposed = proposedMembers({
    ...{ kind: committee.kind, sides: committee.sides, ordinal: view.edition.ordinal, seated },
    line: view.line.map(({ ordinal, hostOrganisationId, hostCountry, dates, state }) => ({
      ...{ ordinal, hostOrganisationId, hostCountry, held: state === 'held' },
      year: bounds(dates)?.first.slice(0, 4) ?? null,
    })),
    coOrganisers: view.organisations.flatMap(({ id, country, role }) => (role === 'co-organiser' ? [{ organisationId: id, country }] : [])),
  });
  const rows = await organisationsById(
    ctx.db,
    proposed.map(({ organisationId }) => organisationId),
  );
  const names = new Map(rows.map((row) => [row.id, row.names]));
  const named = proposed.map((each) => ({ ...each, names: names.get(each.organisationId) ?? [] }));
  return named.filter((each) => displayName(each.names, ctx.locale).text !== '');
}
