import { listMeetings } from '#app/features/committees/public.server.ts';
import { readEdition } from '#app/features/editions/public.server.ts';
import type { OrganisationRef } from '#app/features/editions/public.ts';
import { addAuthority, arrangeForm, readIntentions, recordAnswers, recordTwins } from '#app/features/participation/public.server.ts';
import { type AnswerSource, type Answers, type FormContact, NO_ANSWERS } from '#app/features/participation/public.ts';
import { localised } from '#app/lib/localised-text.ts';
import { pinnedClock } from '#app/platform/clock.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { FORM_DATES, FORM_SETTINGS } from './cannes-decisions.ts';
import { granted } from './granted.ts';
import type { DemoAnswers, DemoEntry, DemoParticipant } from './participants.ts';
import { consideringInFrance } from './participants-fr.ts';
import { confirmedInFrance } from './participants-fr-confirmed.ts';
import { inJapan } from './participants-jp.ts';
import { formContactsOf } from './seed-contacts.ts';
import { demoTwins } from './twins.ts';

/** Everybody on the demo's list. */
export const DEMO_PARTICIPANTS: readonly DemoParticipant[] = [...confirmedInFrance, ...consideringInFrance, ...inJapan];

type Resolve = (ref: OrganisationRef) => Promise<string | null>;

/** What the entries are resolved against: workshops by number, organisations by identifier, the meeting of the minutes. */
type Lookup = {
  slug: string;
  workshops: ReadonlyMap<number, string>;
  idOf: (ref: OrganisationRef) => Promise<string>;
  meetingId: string | null;
};

/** An authority on its way through the demo's months. */
type Course = {
  participant: DemoParticipant;
  organisationId: string;
  id: string;
  revision: number;
  answers: Answers;
  contacts: FormContact[];
};

const MEETING_DAY = '2025-09-22';

/**
 * Ties the twins of an edition, and puts the demo's authorities on its list with what they have said, in
 * the order of the days on which they said it. The French side stands at 23 considering and 8 confirmed on the day of the
 * minutes, as printed, and still does on the demo's day: since then its answers have grown, and the Japanese list has come.
 * Loading again changes nothing.
 */
export async function seedDemoParticipations(base: Ctx, slug: string, resolve: Resolve): Promise<void> {
  const ctx: Ctx = { ...base, locale: 'fr' };
  const view = await readEdition(ctx.db, slug);
  if (!view) throw new Error(`the demo has no edition ${slug}`);
  await openForm(ctx, slug);
  const idOf = registry(resolve);
  for (const { french, japanese, since, source } of demoTwins)
    await recordTwins(ctx.db, { a: await idOf(french), b: await idOf(japanese), since, source: localised('fr', source) });
  const workshops = new Map(view.workshops.map(({ number, id }) => [number, id]));
  await enterEverybody(ctx, { slug, workshops, idOf, meetingId: await meetingOf(ctx, view.edition.id) });
}

/** Organisations by identifier, each looked up once. */
function registry(resolve: Resolve): Lookup['idOf'] {
  const known = new Map<string, string>();
  return async (ref) => {
    const key = `${ref.system} ${ref.kind} ${ref.code}`;
    const id = known.get(key) ?? (await resolve(ref));
    if (!id) throw new Error(`the registry lacks ${key}`);
    known.set(key, id);
    return id;
  };
}

async function meetingOf(ctx: Ctx, editionId: string): Promise<string | null> {
  const { committees } = granted(await listMeetings(ctx));
  const meetings = committees.filter(({ edition }) => edition.id === editionId).flatMap((committee) => committee.meetings);
  return meetings.find(({ meeting }) => meeting.date === MEETING_DAY)?.meeting.id ?? null;
}

/** Opens the form, unless somebody has arranged it. */
async function openForm(ctx: Ctx, slug: string): Promise<void> {
  const { settings } = granted(await readIntentions(ctx, slug));
  if (settings.revision > 0) return;
  granted(await arrangeForm(ctx, { edition: slug, baseRevision: 0, settings: FORM_SETTINGS, stages: FORM_DATES }));
}

/** Puts on the list those who are not, and enters what each has said, all in the order of the days. */
async function enterEverybody(ctx: Ctx, lookup: Lookup): Promise<void> {
  const listed = new Set(granted(await readIntentions(ctx, lookup.slug)).intentions.map(({ organisation }) => organisation.id));
  const courses: Course[] = [];
  for (const participant of DEMO_PARTICIPANTS) {
    const organisationId = await lookup.idOf(participant.ref);
    if (listed.has(organisationId)) continue;
    courses.push({ participant, organisationId, id: '', revision: 0, answers: NO_ANSWERS, contacts: formContactsOf(participant.ref) });
  }
  const steps = courses.flatMap((course) => [
    { on: course.participant.listedOn, take: (at: Ctx) => list(at, lookup, course) },
    ...course.participant.entries.map((entry) => ({ on: entry.on, take: (at: Ctx) => enter(at, lookup, course, entry) })),
  ]);
  // Sorting keeps the order of the steps of one day, hence of one authority.
  for (const { on, take } of steps.sort((a, b) => a.on.localeCompare(b.on))) await take({ ...ctx, clock: pinnedClock(on) });
}

async function list(ctx: Ctx, { slug }: Lookup, course: Course): Promise<void> {
  course.id = granted(await addAuthority(ctx, { edition: slug, organisationId: course.organisationId, state: 'contacted' }));
}

async function enter(ctx: Ctx, lookup: Lookup, course: Course, entry: DemoEntry): Promise<void> {
  const { id, revision: baseRevision, contacts } = course;
  const answers = await merged(lookup, course.answers, entry.says);
  const source: AnswerSource = {
    ...{ kind: entry.via, date: entry.on, note: '' },
    ...{ meetingId: entry.via === 'meeting' ? lookup.meetingId : null, paragraph: entry.minutes ?? '' },
  };
  const { revision } = granted(await recordAnswers(ctx, { participationId: id, baseRevision, answers, contacts, source }));
  Object.assign(course, { revision, answers });
}

/** The answers that stand once something more has been said. */
async function merged(lookup: Lookup, held: Answers, { choices, twin, talk, ...rest }: DemoAnswers): Promise<Answers> {
  const workshop = (number: number) => {
    const id = lookup.workshops.get(number);
    if (!id) throw new Error(`the demo has no workshop ${number}`);
    return id;
  };
  return {
    ...held,
    ...rest,
    ...(choices ? { choices: choices.map(workshop) } : {}),
    ...(twin ? { twinId: await lookup.idOf(twin) } : {}),
    ...(talk ? { talks: [talk] } : {}),
  };
}
