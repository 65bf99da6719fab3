import { recordAttendees } from '#app/features/accounts/public.server.ts';
import { localised } from '#app/lib/localised-text.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { squeeze } from '#app/lib/squeeze.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { publicPagesChanged } from '#app/platform/cache/public-pages.server.ts';
import { dayIn } from '#app/platform/clock.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { foldedWords } from '../domain/fold.ts';
import { factsByHand, placePersons } from '../expected.server.ts';
import { committeesPermissions } from '../permissions.ts';
import { type MeetingInCommittee, organisationsById, personsAt } from '../queries.server.ts';
import { lockImports } from '../store.server.ts';
import { insertNotes } from '../store-roll.server.ts';
import { openMeeting } from './open-meeting.server.ts';

/** Somebody who came unannounced and is not in the registry: the organisation chosen there, or its name as it was told. */
export type Newcomer = {
  givenName: string;
  familyName: string;
  role: string;
  organisationId: string | null;
  organisationName: string;
  /** Whether it is another person than the one whom the registry knows under that name in that organisation. */
  another: boolean;
};

const JAPANESE = /[\u3040-\u30ff\u3400-\u9fff]/;
/** As `accounts` has it; the list itself takes no longer one either. */
const LONGEST = 300;

/**
 * Notes as present somebody who came unannounced: a person of the registry, or a new one who is recorded there. Refuses a cancelled meeting,
 * an unknown person, one who is on the list already, and under `committees.known-there` a newcomer of the very name of somebody whom the
 * registry knows in that organisation, so that nobody is recorded twice by haste.
 */
export async function addAttendee(ctx: Ctx, input: { meetingId: string; person: string | Newcomer }): Promise<Result<void>> {
  const opened = await openMeeting(ctx, committeesPermissions.importAttendance, input.meetingId);
  if (!opened.ok) return opened;
  const found = opened.value;
  if (found.meeting.state === 'cancelled') return refuse('committees.is-cancelled');
  return inTransaction(ctx, async (tx) => {
    await lockImports(tx.db);
    const { person } = input;
    const facts = typeof person === 'string' ? await factsOfKnown(tx, found, person) : await factsOfNewcomer(tx, found, person);
    if (!facts.ok) return facts;
    const [noted] = await insertNotes(tx.db, [{ ...facts.value, status: 'present' }]);
    if (!noted) return refuse('committees.noted-already');
    await publicPagesChanged(tx.db);
    const subject = { type: 'meeting', id: found.meeting.id };
    await recordAudit(tx, { action: 'committees.add-attendee', subject, after: { personId: noted.personId } });
    return ok(undefined);
  });
}

type Facts = ReturnType<typeof factsByHand>;

async function factsOfKnown(tx: Ctx, found: MeetingInCommittee, personId: string): Promise<Result<Facts>> {
  const day = dayIn(found.meeting.timeZone, tx.clock.now());
  const [person] = await placePersons(tx, [personId], day, () => null);
  return person ? ok(factsByHand(person, found)) : refuse('not-found');
}

async function factsOfNewcomer(tx: Ctx, found: MeetingInCommittee, typed: Newcomer): Promise<Result<Facts>> {
  const { committee, meeting } = found;
  const [givenName, familyName, role, printed] = [typed.givenName, typed.familyName, typed.role, typed.organisationName].map((text) =>
    squeeze(text).slice(0, LONGEST),
  ) as [string, string, string, string];
  const [organisation] = typed.organisationId ? await organisationsById(tx.db, [typed.organisationId]) : [];
  if (typed.organisationId && !organisation) return refuse('committees.choose-organisation');
  if (organisation && !typed.another && (await isKnownThere(tx, organisation.id, `${givenName} ${familyName}`)))
    return refuse('committees.known-there', { name: `${givenName} ${familyName}`.trim() });
  const native = JAPANESE.test(givenName + familyName);
  const latin = native ? { givenName: '', familyName: '' } : { givenName, familyName };
  const own = native
    ? { nativeGivenName: givenName || null, nativeFamilyName: familyName || null }
    : { nativeGivenName: null, nativeFamilyName: null };
  const names = { ...latin, ...own, kanaGivenName: null, kanaFamilyName: null };
  // As with imports: a function is recorded for people of the committee's own sides only; the list keeps what it was told.
  const ownSide = organisation && committee.sides.includes(organisation.country);
  const lang = JAPANESE.test(role) ? 'ja' : tx.locale === 'ja' ? meeting.title.source : tx.locale;
  const term = { from: null, until: null, contactKind: null, source: `attendance:${meeting.date}` };
  const held = ownSide && role ? { organisationId: organisation.id, title: localised(lang, { [lang]: role }), ...term } : null;
  const created = await recordAttendees(tx, committee.sides, [
    { facts: { ...names, civility: null, preferredLang: null }, mailbox: null, function: held },
  ]);
  if (!created.ok) return created;
  const personId = created.value[0] ?? '';
  return ok(factsByHand({ personId, name: names, organisation: organisation ?? null, printed, role }, found));
}

async function isKnownThere(tx: Ctx, organisationId: string, name: string): Promise<boolean> {
  const wanted = foldedWords(name);
  return (await personsAt(tx.db, [organisationId])).some(
    (person) =>
      foldedWords(person.givenName, person.familyName) === wanted ||
      foldedWords(person.nativeGivenName ?? '', person.nativeFamilyName ?? '') === wanted,
  );
}
