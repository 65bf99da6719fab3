import { isAllowed } from '#app/access/authorize.ts';
import { meetingScope } from '#app/features/committees/public.server.ts';
import type { LocalisedText } from '#app/lib/localised-text.ts';
import type { PartialDate } from '#app/lib/partial-date.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { type Nameables, nameablesOf } from '../open-agenda.server.ts';
import { agendasPermissions } from '../permissions.ts';
import { type CommitteeInEdition, committeesIn, meetingsOf, type VoicedNote, type VoicedRow, voicedOf } from '../queries.server.ts';
import { openCommitteeNotes, openNote } from './record-voiced.server.ts';

/** What was voiced in the committees of an edition that the reader may look into; `mayRecord` says in which to write. */
export type VoicedList = { committees: (CommitteeInEdition & { mayRecord: boolean })[]; notes: VoicedNote[] };

/** Reads what was voiced over an edition; whoever may read no committee's learns nothing. */
export async function readVoiced(ctx: Ctx, slug: string): Promise<Result<VoicedList>> {
  if (ctx.actor.kind === 'anonymous') return refuse('sign-in-required');
  const all = await committeesIn(ctx.db, { slug });
  const open = all.filter((found) => isAllowed(ctx.actor, agendasPermissions.read, meetingScope(found)));
  if (open.length === 0) return refuse('not-found');
  const notes = await voicedOf(
    ctx.db,
    open.map(({ committee }) => committee.id),
  );
  const committees = open.map((found) => ({
    ...found,
    mayRecord: isAllowed(ctx.actor, agendasPermissions.recordVoiced, meetingScope(found)),
  }));
  return ok({ committees, notes });
}

/** What the form of a note needs: whom and which meetings it may name, and the note that is there. */
export type VoicedDesk = CommitteeInEdition & {
  note: VoicedRow | null;
  nameables: Nameables;
  meetings: { id: string; title: LocalisedText; date: PartialDate }[];
};

/** Reads the form of a note, or of a new one in a committee, for whoever may write it. */
export async function readVoicedDesk(ctx: Ctx, wanted: { noteId: string } | { committeeId: string }): Promise<Result<VoicedDesk>> {
  const { recordVoiced } = agendasPermissions;
  const opened =
    'noteId' in wanted ? await openNote(ctx, recordVoiced, wanted.noteId) : await openCommitteeNotes(ctx, recordVoiced, wanted.committeeId);
  if (!opened.ok) return opened;
  const { committee, edition } = opened.value;
  const note = 'note' in opened.value ? opened.value.note : null;
  const [nameables, meetings] = await Promise.all([nameablesOf(ctx, committee.id), meetingsOf(ctx.db, committee.id)]);
  return ok({ committee, edition, note: note as VoicedRow | null, nameables, meetings });
}
