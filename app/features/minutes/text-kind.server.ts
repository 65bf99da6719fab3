import { formsOfAddress, nameOfPerson } from '#app/features/accounts/public.ts';
import { displayName } from '#app/features/authorities/public.ts';
import { meetingInCommittee, membersOfCommittee } from '#app/features/committees/public.server.ts';
import type { CommitteeMember, CommitteePerson } from '#app/features/committees/public.ts';
import type { TextKind, TextMember } from '#app/features/texts/public.server.ts';
import { plainText, readText } from '#app/lib/localised-text.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { annexesOf } from './annexes.server.ts';
import { annexTables } from './documents/annex-tables.ts';
import { remarksOf } from './remarks.server.ts';
import { NO_RIGHTS, rightsOver, sideOf } from './rights.server.ts';
import { suggestionsOf } from './suggestions.server.ts';
import { inEveryLanguage } from './texts.ts';
import { recordDeadlines } from './use-cases/record-deadlines.server.ts';

async function membersOf(ctx: Ctx, meetingId: string): Promise<TextMember[]> {
  const found = await meetingInCommittee(ctx.db, meetingId);
  if (!found) return [];
  const { committee } = found;
  const members = await membersOfCommittee(ctx.db, committee.id);
  return members.flatMap((member) =>
    member.persons.map((person) => ({
      ...{ personId: person.personId, mailbox: person.mailbox, lang: person.lang, name: nameOfPerson(person.name, person.lang) },
      ...{ organisationId: member.organisationId, side: sideOf(committee, member), address: addressOf(person, member) },
    })),
  );
}

/** How a mail addresses a member: with civility and function as recorded, in the member's language. */
function addressOf(
  { name, civility, title, elected, lang }: CommitteePerson,
  { names }: CommitteeMember,
): NonNullable<TextMember['address']> {
  const role = readText(title, lang);
  const organisation = names.length > 0 ? displayName(names, lang).text : '';
  return formsOfAddress(lang, { ...name, civility, elected, title: role && { text: role.text, lang: role.lang } }, organisation);
}

/** Minutes among the texts that are written by several hands: their subject is a meeting. */
export const minutesKind: TextKind = {
  kind: 'minutes',
  async rights(ctx, meetingId) {
    const found = await meetingInCommittee(ctx.db, meetingId);
    return found ? rightsOver(ctx, found) : NO_RIGHTS;
  },
  members: membersOf,
  async approval(ctx, meetingId) {
    const found = await meetingInCommittee(ctx.db, meetingId);
    return { sides: found?.committee.sides ?? [], silence: found?.committee.approval === 'silence' };
  },
  annexes: annexesOf,
  annexTables,
  remarks: remarksOf,
  approved: recordDeadlines,
  suggestions: suggestionsOf,
  async title(ctx, meetingId) {
    const found = await meetingInCommittee(ctx.db, meetingId);
    const title = found?.meeting.title ?? null;
    return inEveryLanguage(title?.source ?? ctx.locale, 'minutes.title-of', (lang) => ({ meeting: plainText(title, lang) }));
  },
  href: (locale, meetingId) => `/${locale}/desk/meetings/${meetingId}/minutes`,
};
