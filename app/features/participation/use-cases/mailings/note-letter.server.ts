import type { Ctx } from '#app/platform/ctx.ts';
import { stateAfterLetter } from '../../domain/mailings/mailing.ts';
import { findParticipation } from '../../queries.server.ts';
import { hasLeftFor, type LetterRow, type MailingRow } from '../../queries-mailings.server.ts';
import { updateState } from '../../store.server.ts';
import { logLetter } from '../../store-mailings.server.ts';

/** A letter that has left: by which way, and on which day of the edition's zone. */
export type LeftLetter = { mailing: MailingRow; letter: LetterRow; kind: 'mail' | 'letter'; heldOn: string };

/** Notes a letter that has left in the log of its authority, and moves the authority to where it stands after it. */
export async function noteLetter(tx: Ctx, { mailing, letter, kind, heldOn }: LeftLetter): Promise<void> {
  const found = await findParticipation(tx.db, letter.participationId, true);
  if (!found) throw new Error('a letter without its participation');
  const by = tx.actor.kind === 'person' ? tx.actor.personId : null;
  const { state } = found.participation;
  // Several people of an authority are written to at once: that is one step for the authority, not two.
  const moved = await hasLeftFor(tx.db, letter);
  const after = moved ? state : stateAfterLetter(mailing.purpose, state);
  await logLetter(tx.db, {
    ...{ participationId: letter.participationId, personId: letter.personId, kind, heldOn },
    ...{ note: letter.subject, newState: after === state ? null : after, recordedBy: by },
  });
  if (after !== state) await updateState(tx.db, letter.participationId, after, tx.clock.now(), by);
}
