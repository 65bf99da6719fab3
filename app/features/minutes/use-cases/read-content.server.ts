import { nameOfPerson } from '#app/features/accounts/public.ts';
import { type MeetingInCommittee, membersOfCommittee } from '#app/features/committees/public.server.ts';
import { readEditionById } from '#app/features/editions/public.server.ts';
import { currentDocument, findSeal, latestVersion, listApprovals, listErrata, textsOf } from '#app/features/texts/public.server.ts';
import type { Locale } from '#app/lib/locale.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { dayIn } from '#app/platform/clock.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { annexesOf, type MinutesAnnexes } from '../annexes.server.ts';
import type { MinutesContent, PrintedSeal } from '../documents/minutes-prose.ts';
import { openMinutes } from '../rights.server.ts';

type Text = Awaited<ReturnType<typeof textsOf>>[number];
type Words = Pick<MinutesContent, 'document' | 'annexes' | 'version' | 'seal' | 'errata'>;

/**
 * The minutes of a meeting in a language, to be printed: the sealed version, the one before the members, or the draft as it stands, which is for
 * those who write it. Refuses a language that has none, and for readers one that is only a draft (`minutes.no-text`).
 */
export async function readContent(ctx: Ctx, input: { meetingId: string; lang: Locale }): Promise<Result<MinutesContent>> {
  const { meetingId, lang } = input;
  const opened = await openMinutes(ctx, meetingId, 'read');
  if (!opened.ok) return opened;
  const { found, rights } = opened.value;
  const text = (await textsOf(ctx.db, 'minutes', meetingId)).find((one) => one.lang === lang);
  const view = await readEditionById(ctx.db, found.edition.id);
  if (!text || !view || (text.state === 'draft' && !rights.write)) return refuse('minutes.no-text');
  const words = await wordsOf(ctx, text, meetingId);
  const today = dayIn(found.meeting.timeZone, ctx.clock.now());
  return ok({ lang, found, view, today, chair: await chairOf(ctx, found, lang), ...words });
}

async function wordsOf(ctx: Ctx, text: Text, meetingId: string): Promise<Words> {
  const none = { seal: null, errata: [] };
  const sealed = await findSeal(ctx.db, text.id);
  if (sealed) {
    const { document, annexes, number } = sealed.version;
    const errata = (await listErrata(ctx.db, text.id)).map(({ insteadOf, read, reason, addedOn }) => ({
      insteadOf,
      read,
      reason,
      on: addedOn,
    }));
    return { document, annexes: annexes as MinutesAnnexes, version: number, seal: await sealOf(ctx, sealed, text.lang), errata };
  }
  const version = text.state === 'proposed' ? await latestVersion(ctx.db, text.id) : null;
  if (version) return { document: version.document, annexes: version.annexes as MinutesAnnexes, version: version.number, ...none };
  return { document: await currentDocument(ctx.db, text.id), annexes: await annexesOf(ctx, meetingId), version: null, ...none };
}

/** The seal with the names of those who said yes, as far as they are still known: the seal itself holds none. */
async function sealOf(ctx: Ctx, { seal, version }: NonNullable<Awaited<ReturnType<typeof findSeal>>>, lang: Locale): Promise<PrintedSeal> {
  const given = await listApprovals(ctx.db, version.id);
  return {
    ...{ hash: seal.seal, version: version.number, sealedOn: seal.sealedOn },
    approvals: seal.approvals.map(({ side, on, bySilence }) => {
      const person = given.find(({ approval }) => approval.side === side)?.person ?? null;
      return { side, on, bySilence, name: person ? nameOfPerson(person, lang) || null : null };
    }),
  };
}

async function chairOf(ctx: Ctx, { meeting, committee }: MeetingInCommittee, lang: Locale): Promise<string | null> {
  if (meeting.chairId === null) return null;
  const members = await membersOfCommittee(ctx.db, committee.id);
  const chair = members.flatMap(({ persons }) => persons).find(({ personId }) => personId === meeting.chairId);
  return chair ? nameOfPerson(chair.name, lang) : null;
}
