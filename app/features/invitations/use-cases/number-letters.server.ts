import { membersOfCommittee } from '#app/features/committees/public.server.ts';
import { isDay } from '#app/lib/days.ts';
import { localeOfCountry } from '#app/lib/locale.ts';
import { readMailAddress } from '#app/lib/mail-address.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { squeeze } from '#app/lib/squeeze.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { dayIn } from '#app/platform/clock.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { formalLetter, type LetterAddressee, type LetterSender, letterNumber } from '../documents/formal-letter.ts';
import { factsOf, type OpenedMeeting, openMeeting } from '../open-meeting.server.ts';
import { listFormalLetters } from '../queries.server.ts';
import { guestsOf } from '../queries-guests.server.ts';
import { holdSeries, insertFormalLetter, nextNumber, rewriteFormalLetter } from '../store.server.ts';
import { proposedGuests } from './read-guest-list.server.ts';

/** What is typed for letters: sender and signatory line by line. */
export type TypedSender = { sender: string; place: string; signatory: string; replyTo: string; answerBy: string };

/** To whom letters go: persons of the list or the committee, or organisations that sit there, by their identifiers. */
export type NumberLetters = TypedSender & { meetingId: string; personIds: readonly string[]; organisationIds: readonly string[] };

type Addressee = LetterAddressee & { personId: string | null; organisationId: string | null; sides: string[] };

const LONGEST = 600;

/** The sender of letters, checked. Refuses a missing body or signatory (`invitations.sender-missing`), long texts, and a mailbox that is none. */
function readSender(typed: TypedSender): Result<LetterSender> {
  const lines = (text: string) => squeeze(text, true).split('\n').filter(Boolean);
  const [sender, signatory] = [lines(typed.sender), lines(typed.signatory)];
  if (sender.length === 0 || signatory.length === 0) return refuse('invitations.sender-missing');
  if ([typed.sender, typed.signatory, typed.place].some((text) => [...text].length > LONGEST))
    return refuse('invitations.letter-text-too-long', { limit: LONGEST });
  const mailbox = readMailAddress(typed.replyTo);
  if (!mailbox) return refuse('invitations.reply-to-invalid');
  const answerBy = typed.answerBy.trim();
  if (answerBy && !isDay(answerBy)) return refuse('invitations.answer-by-invalid');
  return ok({ sender, signatory, place: squeeze(typed.place), replyTo: mailbox.address, answerBy: answerBy || null });
}

/**
 * Writes formal letters of invitation under numbers of the series of the secretariat and year: none is left out and none given twice,
 * whoever numbers at once. Whoever has a letter about the meeting already keeps its number; the words are written anew. Returns how
 * many letters there are. Refuses nobody chosen (`invitations.nobody-chosen`), somebody who is not of the committee or the list, or not
 * of one's own side (`not-found`), a cancelled meeting (`invitations.meeting-over`), and a sender that does not hold.
 */
export async function numberLetters(ctx: Ctx, input: NumberLetters): Promise<Result<number>> {
  const opened = await openMeeting(ctx, input.meetingId);
  if (!opened.ok) return opened;
  const { meeting } = opened.value;
  if (meeting.state === 'cancelled') return refuse('invitations.meeting-over');
  if (input.personIds.length + input.organisationIds.length === 0) return refuse('invitations.nobody-chosen');
  const from = readSender(input);
  if (!from.ok) return from;
  return inTransaction(ctx, async (tx) => {
    const addressees = await addresseesOf(tx, opened.value, input);
    if (!addressees.ok) return addressees;
    const facts = await factsOf(tx, opened.value);
    const now = tx.clock.now();
    const day = dayIn(meeting.timeZone, now);
    const year = Number(day.slice(0, 4));
    const createdBy = tx.actor.kind === 'person' ? tx.actor.personId : null;
    const numbers: string[] = [];
    // One order of sides for everybody: two who number for both do not wait for each other.
    const sideOf = (to: Addressee) => to.sides.find((each) => opened.value.mayWriteFor([each])) ?? '';
    const ordered = [...addressees.value].sort((a, b) => (sideOf(a) < sideOf(b) ? -1 : sideOf(a) > sideOf(b) ? 1 : 0));
    for (const to of ordered) {
      const { personId, organisationId } = to;
      const side = sideOf(to);
      // Whoever else numbers for this side waits from here: two who write to the same person at once find one letter.
      await holdSeries(tx.db, side, year);
      const known = (await listFormalLetters(tx.db, meeting.id, [side])).find((letter) =>
        personId ? letter.personId === personId : letter.personId === null && letter.organisationId === organisationId,
      );
      const of = known ?? { side, year, number: await nextNumber(tx.db, side, year) };
      const content = formalLetter(facts, to, from.value, { number: letterNumber(of), day });
      const rest = { meetingId: meeting.id, personId, organisationId, content, createdBy, createdAt: now, updatedAt: now };
      if (known) await rewriteFormalLetter(tx.db, known, content, now);
      else await insertFormalLetter(tx.db, { ...of, ...rest });
      numbers.push(letterNumber(of));
    }
    await recordAudit(tx, { action: 'invitations.number-letters', subject: { type: 'meeting', id: meeting.id }, after: { numbers } });
    return ok(numbers.length);
  });
}

/** Those chosen, with what their letters need, in the order in which they will be numbered. */
async function addresseesOf(tx: Ctx, opened: OpenedMeeting, input: NumberLetters): Promise<Result<Addressee[]>> {
  const today = dayIn(opened.meeting.timeZone, tx.clock.now());
  const pairs = await proposedGuests(tx, opened);
  const guests = await guestsOf(tx.db, pairs, today);
  const seats = await membersOfCommittee(tx.db, opened.committee.id, today);
  const bodies = seats.flatMap(({ organisationId, names, country }): Addressee[] => {
    if (!organisationId || !input.organisationIds.includes(organisationId)) return [];
    const sides = opened.sidesOf(country);
    return [{ ...{ personId: null, organisationId, sides, guest: null, organisation: names }, lang: localeOfCountry(country) }];
  });
  const people = pairs.flatMap(({ personId, organisationId }): Addressee[] => {
    const guest = guests.get(personId);
    if (!guest || !input.personIds.includes(personId)) return [];
    const sides = opened.sidesOf(guest.organisation?.country ?? null);
    return [{ personId, organisationId, sides, guest, organisation: guest.organisation?.names ?? null, lang: guest.lang }];
  });
  const chosen = [...bodies, ...people].filter(({ sides }) => opened.mayWriteFor(sides));
  const asked = new Set(input.personIds).size + new Set(input.organisationIds).size;
  return chosen.length === asked ? ok(chosen) : refuse('not-found');
}
