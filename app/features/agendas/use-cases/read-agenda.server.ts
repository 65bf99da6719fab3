import { isAllowed } from '#app/access/authorize.ts';
import { type MeetingInCommittee, meetingScope } from '#app/features/committees/public.server.ts';
import type { LocalisedText } from '#app/lib/localised-text.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { type MakeableDocument, makeableDocuments } from '../meeting-documents.server.ts';
import { mayEdit, type Nameables, nameablesOf, openAgenda } from '../open-agenda.server.ts';
import { agendasPermissions } from '../permissions.ts';
import { type Agenda, agendaOf, previousAgenda } from '../queries.server.ts';

/** The agenda of a meeting as a reader is given it, and what the reader may do. */
export type AgendaView = Agenda & {
  found: MeetingInCommittee;
  mayEdit: boolean;
  mayRecord: boolean;
  /** The meeting whose agenda may be taken over; null when this one has an agenda, or there is none before. */
  previous: { id: string; title: LocalisedText } | null;
};

/** Reads the agenda, the documents and the notes of a meeting. */
export async function readAgenda(ctx: Ctx, meetingId: string): Promise<Result<AgendaView>> {
  const opened = await openAgenda(ctx, agendasPermissions.read, meetingId);
  if (!opened.ok) return opened;
  const found = opened.value;
  const agenda = await agendaOf(ctx.db, meetingId);
  const edits = mayEdit(ctx, found);
  const previous = edits && agenda.items.length === 0 ? await previousAgenda(ctx.db, found.committee.id, found.meeting.number) : null;
  const mayRecord = isAllowed(ctx.actor, agendasPermissions.recordVoiced, meetingScope(found));
  return ok({ ...agenda, found, mayEdit: edits, mayRecord, previous });
}

/** The same for whoever writes it, with whom and what it may name. */
export type AgendaDesk = AgendaView & { nameables: Nameables; makeable: readonly MakeableDocument[] };

/** Reads the agenda of a meeting for whoever may write it. */
export async function readAgendaDesk(ctx: Ctx, meetingId: string): Promise<Result<AgendaDesk>> {
  const view = await readAgenda(ctx, meetingId);
  if (!view.ok) return view;
  if (!view.value.mayEdit) return refuse('not-found');
  const nameables = await nameablesOf(ctx, view.value.found.committee.id);
  return ok({ ...view.value, nameables, makeable: makeableDocuments() });
}
