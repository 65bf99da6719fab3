import { eq } from 'drizzle-orm';
import { personFunctions } from '#app/features/accounts/schema.server.ts';
import { makeOrganisation, makePerson } from '#app/features/accounts/testing.ts';
import { committeeMembers, meetings } from '#app/features/committees/schema.server.ts';
import { givenMeeting } from '#app/features/committees/testing/given.ts';
import { localised } from '#app/lib/localised-text.ts';
import { partialDate } from '#app/lib/partial-date.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { Db } from '#app/platform/db/client.ts';
import { must } from '#app/platform/testing/results.ts';
import { draftMailing } from './use-cases/draft-mailing.server.ts';
import { readMailing } from './use-cases/read-mailing.server.ts';
import { sendMailing } from './use-cases/send-mailing.server.ts';

/** A meeting of a committee called for 23 June 2026, 9:30 to 12:00 in Paris, in Cannes and by video. */
export async function givenCalledMeeting(db: Db, sides: string[] = ['FR']) {
  const given = await givenMeeting(db, sides);
  await db
    .update(meetings)
    .set({
      ...{ date: partialDate('2026-06-23'), startTime: '09:30', endTime: '12:00', mode: 'hybrid', languages: ['fr', 'ja'] },
      place: localised('fr', { fr: 'Hôtel de ville, Cannes', ja: 'カンヌ市庁舎' }),
      videoUrl: 'https://visio.example/copil',
    })
    .where(eq(meetings.id, given.meetingId));
  return given;
}

/** A member of the committee at an organisation that sits in it. */
export async function givenMember(
  db: Db,
  committeeId: string,
  made: { family: string; country?: 'FR' | 'JP'; elected?: boolean; mailbox?: string | null },
): Promise<{ personId: string; organisationId: string }> {
  const country = made.country ?? 'FR';
  const organisationId = await makeOrganisation(db, country, `Ville de ${made.family}`);
  await db.insert(committeeMembers).values({ committeeId, organisationId });
  const mailbox = made.mailbox === undefined ? `${made.family.toLowerCase()}@ville.example` : made.mailbox;
  const personId = await makePerson(db, {
    ...{ family: made.family, mailboxes: mailbox ? [mailbox] : [], organisationIds: [organisationId] },
    grants: [{ grant: { role: 'committee-member', committeeId } }],
  });
  if (made.elected) await db.update(personFunctions).set({ contactKind: 'elected' }).where(eq(personFunctions.personId, personId));
  return { personId, organisationId };
}

const TEXTS = { message: {}, replyTo: 'copil@reseau.example', signature: 'Le secrétariat du réseau', answerBy: '2026-06-01' };

/** Drafts letters to some persons, and returns the mailing with the letters as they are previewed. */
export async function givenDraft(
  ctx: Ctx,
  meetingId: string,
  to: readonly { personId: string; organisationId: string | null }[],
  purpose: 'invitation' | 'reminder' = 'invitation',
) {
  const mailingId = must(await draftMailing(ctx, { ...TEXTS, meetingId, purpose, to, publicUrl: 'https://entente.example' }));
  const { drafts } = must(await readMailing(ctx, { meetingId, mailingId }));
  return { meetingId, mailingId, drafts, seen: drafts.map(({ digest }) => digest) };
}

/** Drafts letters and sends them. */
export async function givenSent(...given: Parameters<typeof givenDraft>) {
  const draft = await givenDraft(...given);
  return { ...draft, counts: must(await sendMailing(given[0], draft)) };
}
