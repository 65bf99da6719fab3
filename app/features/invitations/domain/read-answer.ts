import { readMailAddress } from '#app/lib/mail-address.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { squeeze } from '#app/lib/squeeze.ts';
import { ANSWERS, type Answer, type Representative } from './answer.ts';

/** An answer as it is typed. */
export type TypedAnswer = { answer: string; name: string; function: string; mailbox: string; note: string };

/** An answer as it is recorded. */
export type ReadAnswer = { answer: Answer; representedBy: Representative | null; note: string };

const LONGEST_NAME = 200;
const LONGEST_NOTE = 2000;

/**
 * An answer as typed, checked: a representative needs a name. Refuses another answer than the three (`invitations.answer-missing`), a
 * representative without a name (`invitations.representative-missing`), a mailbox that is none (`invitations.mailbox-invalid`) and
 * texts that are too long (`invitations.text-too-long`).
 */
export function readAnswer(typed: TypedAnswer): Result<ReadAnswer> {
  const answer = ANSWERS.find((known) => known === typed.answer);
  if (!answer) return refuse('invitations.answer-missing');
  const note = squeeze(typed.note, true);
  if ([...note].length > LONGEST_NOTE) return refuse('invitations.text-too-long', { limit: LONGEST_NOTE });
  if (answer !== 'represented') return ok({ answer, representedBy: null, note });
  const name = squeeze(typed.name);
  const role = squeeze(typed.function);
  if (!name) return refuse('invitations.representative-missing');
  if ([...name].length > LONGEST_NAME || [...role].length > LONGEST_NAME)
    return refuse('invitations.text-too-long', { limit: LONGEST_NAME });
  const mailbox = typed.mailbox.trim() ? readMailAddress(typed.mailbox) : undefined;
  if (mailbox === null) return refuse('invitations.mailbox-invalid');
  return ok({ answer, representedBy: { name, function: role, mailbox: mailbox?.address ?? null }, note });
}
