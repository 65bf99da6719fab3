import { agendaOf } from '#app/features/agendas/public.server.ts';
import { displayName } from '#app/features/authorities/public.ts';
import { type MeetingInCommittee, meetingHead, readAttendanceSheet } from '#app/features/committees/public.server.ts';
import type { MeetingHead } from '#app/features/committees/public.ts';
import { organisationsById, readEditionById } from '#app/features/editions/public.server.ts';
import { currentDocument, findSeal, latestVersion, textsOf } from '#app/features/texts/public.server.ts';
import type { TextDocument } from '#app/features/texts/public.ts';
import { LOCALES, type Locale } from '#app/lib/locale.ts';
import type { PartialDate } from '#app/lib/partial-date.ts';
import { ok, type Result } from '#app/lib/result.ts';
import { dayIn } from '#app/platform/clock.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { type ActionAudience, type ActionRemark, audienceOf, type FoundAction, isOrganiser, remarksOn } from '../domain/action.ts';
import { actionsOf, emptyParts } from '../found-in-text.ts';
import { deadlinesOf, filesOf } from '../queries.server.ts';
import { type OpenMinutes, openMinutes } from '../rights.server.ts';

type Text = Awaited<ReturnType<typeof textsOf>>[number];

/** An action as the page lists it: what to look at before the minutes are proposed, and where it went once they were approved. */
export type ActionView = Pick<FoundAction, 'id' | 'text' | 'owner'> & {
  due: PartialDate | null;
  audience: ActionAudience;
  remarks: ActionRemark[];
  /** Null while the minutes are not approved, or for what made no date. */
  onTimeline: boolean | null;
};

export type TextView = {
  id: string;
  lang: Locale;
  state: Text['state'];
  version: number | null;
  /** `YYYY-MM-DD`: the day of the seal, or the last one for remarks on what is proposed. */
  sealedOn: string | null;
  commentsUntil: string | null;
  mayWrite: boolean;
  actions: ActionView[];
  /** The language of the text that made the dates of the meeting, when it is another one. */
  datesFrom: Locale | null;
  empty: { decisions: number; statements: number };
};

export type MinutesView = {
  head: MeetingHead;
  texts: TextView[];
  /** Languages in which the minutes may be begun. */
  composable: Locale[];
  /** What the meeting lacks for composing. */
  missing: ('agenda' | 'chair' | 'attendance')[];
  files: { id: string; name: string; size: number; addedOn: string }[];
  mayWrite: boolean;
};

/** The page of a meeting's minutes: its texts as far as the reader may see them, and for those who write, what they should look at. */
export async function readMinutes(ctx: Ctx, meetingId: string): Promise<Result<MinutesView>> {
  const opened = await openMinutes(ctx, meetingId, 'read');
  if (!opened.ok) return opened;
  const { found, rights } = opened.value;
  const all = await textsOf(ctx.db, 'minutes', meetingId);
  const shown = all.filter(({ state }) => state !== 'draft' || rights.write);
  const texts: TextView[] = [];
  const source = (await deadlinesOf(ctx.db, meetingId))[0]?.textId;
  const datesFrom = all.find(({ id }) => id === source) ?? null;
  for (const text of shown)
    texts.push({ ...(await textView(ctx, text, opened.value)), datesFrom: datesFrom && datesFrom.id !== text.id ? datesFrom.lang : null });
  const files = await filesOf(ctx.db, meetingId);
  const zone = found.meeting.timeZone;
  return ok({
    head: meetingHead(ctx, found),
    texts,
    composable: rights.write ? LOCALES.filter((lang) => !all.some((text) => text.lang === lang)) : [],
    missing: rights.write && all.length === 0 ? await missingOf(ctx, found) : [],
    files: files.map(({ id, name, size, createdAt }) => ({ id, name, size, addedOn: dayIn(zone, createdAt) })),
    mayWrite: rights.write,
  });
}

async function missingOf(ctx: Ctx, { meeting }: MeetingInCommittee): Promise<MinutesView['missing']> {
  const program: Ctx = { ...ctx, actor: { kind: 'system', label: 'job' } };
  const agenda = await agendaOf(ctx.db, meeting.id);
  const sheet = await readAttendanceSheet(program, { meetingId: meeting.id });
  const missing: MinutesView['missing'] = [];
  if (agenda.items.length === 0) missing.push('agenda');
  if (meeting.chairId === null) missing.push('chair');
  if (!sheet.ok || sheet.value.rows.length === 0) missing.push('attendance');
  return missing;
}

async function textView(ctx: Ctx, text: Text, { found, rights }: OpenMinutes): Promise<Omit<TextView, 'datesFrom'>> {
  const [sealed, version] = [await findSeal(ctx.db, text.id), await latestVersion(ctx.db, text.id)];
  const document = sealed?.version.document ?? (rights.write ? await currentDocument(ctx.db, text.id) : (version?.document ?? null));
  return {
    ...{ id: text.id, lang: text.lang, state: text.state, version: version?.number ?? null },
    sealedOn: sealed?.seal.sealedOn ?? null,
    commentsUntil: text.state === 'proposed' ? (version?.commentsUntil ?? null) : null,
    mayWrite: rights.write && (text.state === 'draft' || text.state === 'proposed'),
    actions: document ? await actionViews(ctx, document, text, found) : [],
    empty: document && rights.write && !sealed ? emptyParts(document) : { decisions: 0, statements: 0 },
  };
}

async function actionViews(ctx: Ctx, document: TextDocument, text: Text, found: MeetingInCommittee): Promise<ActionView[]> {
  const { meeting, committee } = found;
  const actions = actionsOf(document);
  const view = await readEditionById(ctx.db, found.edition.id);
  const made = await deadlinesOf(ctx.db, meeting.id);
  const owners = await organisationsById(
    ctx.db,
    actions.flatMap(({ ownerId }) => ownerId ?? []),
  );
  const sealed = text.state === 'approved' || text.state === 'published';
  const frame = { meeting: meeting.date, today: dayIn(meeting.timeZone, ctx.clock.now()) };
  const views: ActionView[] = [];
  for (const action of actions) {
    const deadline = made.find(({ actionId }) => actionId === action.id);
    const named = owners.find(({ id }) => id === action.ownerId);
    const ofOrganiser = named !== undefined && isOrganiser(named, view?.edition.hostOrganisationId ?? null);
    views.push({
      ...{ id: action.id, text: action.text, due: action.due },
      owner: action.owner || (named ? displayName(named.names, text.lang).text : ''),
      audience: audienceOf(committee, ofOrganiser),
      remarks: sealed ? [] : remarksOn(action, frame),
      onTimeline: deadline ? deadline.entryId !== null : null,
    });
  }
  return views;
}
