import { createHash } from 'node:crypto';
import { mainMailboxOf } from '#app/features/accounts/public.server.ts';
import { displayName } from '#app/features/authorities/public.ts';
import type { EditionView } from '#app/features/editions/public.server.ts';
import { editionName } from '#app/features/editions/public.ts';
import { type LocalisedText, plainText, readText } from '#app/lib/localised-text.ts';
import type { PartialDate } from '#app/lib/partial-date.ts';
import { dayIn } from '#app/platform/clock.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { type ConcernedGroup, type ConcernedPerson, concernedBy, type DateFor } from './concerned.server.ts';
import type { Move } from './domain/move.ts';
import { noticeMail } from './mails/notice-mail.ts';
import { mailboxesOfPersons, organisersOf } from './queries-concerned.server.ts';
import type { NewLetter } from './store-notices.server.ts';

/** A date of the timeline that moves, with what it is and whom it is for. */
export type MovedDate = Move & DateFor & { title: LocalisedText };

/** What moves: the edition's own dates or nothing, and dates of its timeline. */
export type Moving = { edition: { before: PartialDate; after: PartialDate } | null; dates: readonly MovedDate[] };

/** Whom a move concerns, and the letters that would tell them. */
export type NoticeDraft = { groups: ConcernedGroup[]; letters: NewLetter[]; fingerprint: string };

/** An edition's own dates concern everybody who prepares it. */
const EVERYBODY: readonly DateFor[] = (['authorities', 'core-committee', 'plenary-committee', 'organisers'] as const).map((audience) => ({
  audience,
  side: null,
}));

/**
 * The letters that tell of a move as they would leave now: one to every person concerned, with all the dates that concern them, in
 * their language. The same facts give the same letters and the same fingerprint. Whoever moves the dates is told nothing. `ownSides`
 * are those that the actor works for: answers from the others go to their own secretariat. The caller has authorised.
 */
export async function draftNotice(ctx: Ctx, view: EditionView, moving: Moving, ownSides: readonly string[]): Promise<NoticeDraft> {
  const { groups, datesOf } = await recipientsOf(ctx, view, moving);
  const replyTo = await repliesTo(ctx, view, ownSides);
  const letters = groups.flatMap((group) =>
    group.persons.map((person) => letterTo(ctx, view, { person, group, moving, dates: datesOf(person), replyTo: replyTo(group.side) })),
  );
  const shown = letters.map(({ personId, state, toAddress, subject, text }) => [personId, state, toAddress, subject, text]);
  const facts = JSON.stringify([view.edition.revision, moving.edition, moving.dates.map(({ before, after }) => [before, after]), shown]);
  return { groups, letters, fingerprint: createHash('sha256').update(facts).digest('base64url').slice(0, 22) };
}

type Recipients = { groups: ConcernedGroup[]; datesOf(person: ConcernedPerson): MovedDate[] };

/** Everybody concerned, each person once, under the first organisation for which they are. */
async function recipientsOf(ctx: Ctx, view: EditionView, { edition, dates }: Moving): Promise<Recipients> {
  const today = dayIn(view.edition.timeZone, ctx.clock.now());
  const actor = ctx.actor.kind === 'person' ? ctx.actor.personId : null;
  const groups = new Map<string, ConcernedGroup>();
  const seen = new Set<string>();
  const concerned = new Map<string, Set<string>>();
  const of = ({ audience, side }: DateFor) => `${audience} ${side}`;
  for (const date of [...(edition ? EVERYBODY : []), ...dates]) {
    if (concerned.has(of(date))) continue;
    const found = await concernedBy(ctx.db, view, date, today);
    concerned.set(of(date), new Set(found.flatMap(({ persons }) => persons.map(({ personId }) => personId))));
    for (const { persons, ...group } of found) {
      const key = `${group.organisation?.id} ${group.side}`;
      const held = groups.get(key) ?? { ...group, persons: [] };
      groups.set(key, held);
      for (const person of persons) {
        if (seen.has(person.personId) || person.personId === actor) continue;
        seen.add(person.personId);
        held.persons.push(person);
      }
    }
  }
  return {
    groups: [...groups.values()],
    datesOf: ({ personId }) => dates.filter((date) => concerned.get(of(date))?.has(personId)),
  };
}

/** Where answers go, by side: to who writes, or to the first of the other side's secretariat with a mailbox. */
async function repliesTo(ctx: Ctx, view: EditionView, ownSides: readonly string[]): Promise<(side: string) => string> {
  const own = ctx.actor.kind === 'person' ? ((await mainMailboxOf(ctx.db, ctx.actor.personId)) ?? '') : '';
  const others = new Map<string, string>();
  for (const side of view.series.countries.filter((country) => !ownSides.includes(country))) {
    const secretariat = (await organisersOf(ctx.db, [side], null)).map(({ personId }) => personId);
    const mailboxes = await mailboxesOfPersons(ctx.db, secretariat);
    const first = secretariat.map((id) => mailboxes.get(id)).find((mailbox) => mailbox !== undefined);
    if (first) others.set(side, first);
  }
  return (side) => others.get(side) ?? own;
}

type Told = { person: ConcernedPerson; group: ConcernedGroup; moving: Moving; dates: readonly MovedDate[]; replyTo: string };

function letterTo(ctx: Ctx, { series, edition }: EditionView, { person, group, moving, dates, replyTo }: Told): NewLetter {
  const { personId, name, civility, title, elected, mailbox, lang } = person;
  const { subject, text } = noticeMail({
    ...{ lang, replyTo, moved: moving.edition, sender: ctx.actor.kind === 'person' ? ctx.actor.name : '' },
    edition: editionName(series.editionName, edition.title, edition.ordinal, lang).text,
    dates: dates.map(({ title: what, before, after }) => ({ title: plainText(what, lang), before, after })),
    addressee: { ...name, civility, title: title && readText(title, lang), elected },
    organisation: group.organisation ? displayName(group.organisation.names, lang, 'official').text : '',
  });
  return {
    ...{ personId, organisationId: group.organisation?.id ?? null, side: group.side, lang, subject, text },
    ...{ toAddress: mailbox ?? '', replyTo, state: elected ? 'for-officer' : mailbox ? 'queued' : 'no-mailbox' },
  };
}
