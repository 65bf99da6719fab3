import { type MeetingInCommittee, meetingInCommittee } from '#app/features/committees/public.server.ts';
import { type EditionView, organisationsById, readEditionById } from '#app/features/editions/public.server.ts';
import type { ApprovedVersion } from '#app/features/texts/public.server.ts';
import { addEntry } from '#app/features/timeline/public.server.ts';
import { LOCALES, type Locale } from '#app/lib/locale.ts';
import { plainText } from '#app/lib/localised-text.ts';
import { formatPartialDate, isPlausible } from '#app/lib/partial-date.ts';
import { ok, type Result } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { audienceOf, type FoundAction, isOrganiser, titleOf } from '../domain/action.ts';
import { actionsOf } from '../found-in-text.ts';
import { deadlinesOf } from '../queries.server.ts';
import { insertDeadline, lockMeeting } from '../store.server.ts';
import { minutesTexts } from '../texts.ts';

/**
 * Makes dates of the timeline of the actions of minutes that have just been approved, in the transaction of the approval. Each action makes
 * one date, once: approving again, another language's text or an erratum makes none, and a date that was removed from the timeline since
 * does not come back. The dates of a meeting come from the text that is approved first: the other language says the same. An action
 * without a date, without words, or in an impossible year makes none; the page of the minutes says so beforehand.
 */
export async function recordDeadlines(tx: Ctx, meetingId: string, version: ApprovedVersion): Promise<Result<void>> {
  const found = await meetingInCommittee(tx.db, meetingId);
  const view = found && (await readEditionById(tx.db, found.edition.id));
  if (!found || !view) throw new Error('minutes of no meeting were approved');
  await lockMeeting(tx.db, meetingId);
  const known = await deadlinesOf(tx.db, meetingId);
  if (known.some(({ textId }) => textId !== version.textId)) return ok(undefined);
  const made: Record<string, string> = {};
  for (const action of actionsOf(version.document)) {
    if (known.some(({ actionId }) => actionId === action.id) || !action.due || action.text === '' || !isPlausible(action.due)) continue;
    const entry = await entryOf(tx, { action, found, view, lang: version.lang });
    await insertDeadline(tx.db, { meetingId, textId: version.textId, actionId: action.id, entryId: entry });
    made[action.id] = entry;
  }
  if (Object.keys(made).length > 0)
    await recordAudit(tx, { action: 'minutes.record-deadlines', subject: { type: 'meeting', id: meetingId }, after: made });
  return ok(undefined);
}

type Made = { action: FoundAction; found: MeetingInCommittee; view: EditionView; lang: Locale };

/** The date of an action on the timeline. The program writes it: who says yes to minutes need not have a right over the timeline. */
async function entryOf(tx: Ctx, { action, found, view, lang }: Made): Promise<string> {
  const { committee, meeting } = found;
  const [owner] = action.ownerId === null ? [] : await organisationsById(tx.db, [action.ownerId]);
  const program: Ctx = { ...tx, actor: { kind: 'system', label: 'job' }, locale: lang };
  const entry = await addEntry(program, view.edition.slug, {
    ...{ kind: 'deadline', track: 'organisation', timing: { kind: 'absolute', date: action.due ?? '' } },
    title: { [lang]: titleOf(action, lang === 'fr' ? ' : ' : lang === 'ja' ? '：' : ': ') },
    audience: audienceOf(committee, owner !== undefined && isOrganiser(owner, view.edition.hostOrganisationId)),
    side: committee.sides.length === 1 ? (committee.sides[0] ?? null) : null,
    source: Object.fromEntries(LOCALES.map((each) => [each, sourceOf(meeting, each)])),
  });
  if (!entry.ok) throw new Error(`an action made no date: ${entry.refusal.code}`);
  return entry.value.id;
}

function sourceOf({ title, date }: MeetingInCommittee['meeting'], lang: Locale): string {
  return minutesTexts(lang)('minutes.source', { meeting: plainText(title, lang), date: formatPartialDate(date, lang) }).slice(0, 500);
}
