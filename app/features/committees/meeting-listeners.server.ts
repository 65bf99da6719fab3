import type { PersonName } from '#app/features/accounts/public.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { MeetingInCommittee } from './queries.server.ts';

/** Somebody who learns of a changed meeting. */
export type ConcernedPerson = {
  personId: string;
  name: PersonName;
  /** Whether a mailbox is known, at which the change can be told. */
  reachable: boolean;
};

/** What a feature that builds on committees does when a meeting is moved or cancelled. */
export type MeetingListener = {
  /** Whom it would tell, shown before anything is saved. */
  preview(ctx: Ctx, meeting: MeetingInCommittee): Promise<ConcernedPerson[]>;
  /**
   * Called in the transaction of the change, after the meeting is written: `sequence` of the meeting is raised already. A cancelled
   * meeting has `state` 'cancelled'. Nothing is called for changes of title, number, languages, chair or minute-taker alone.
   */
  changed(tx: Ctx, before: MeetingInCommittee, after: MeetingInCommittee): Promise<void>;
};

let listeners: readonly MeetingListener[] = [];

/** Says, once at the start of the program, who acts on changed meetings: those features build on this one. */
export function registerMeetingListeners(list: readonly MeetingListener[]): void {
  listeners = list;
}

/** Everybody whom a change of a meeting concerns, each once. */
export async function concernedBy(ctx: Ctx, meeting: MeetingInCommittee): Promise<ConcernedPerson[]> {
  const lists = await Promise.all(listeners.map((listener) => listener.preview(ctx, meeting)));
  return [...new Map(lists.flat().map((person) => [person.personId, person])).values()];
}

/** Tells every listener of a change, in its transaction. */
export async function tellListeners(tx: Ctx, before: MeetingInCommittee, after: MeetingInCommittee): Promise<void> {
  for (const listener of listeners) await listener.changed(tx, before, after);
}
