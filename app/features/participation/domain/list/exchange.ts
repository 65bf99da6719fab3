import { isDay } from '#app/lib/days.ts';
import { printable } from '#app/lib/printable.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { hasAnswered, MOBILISING_STATES, type ParticipationState } from '../states.ts';

/** How somebody was in touch with an authority; `note`: nobody was, but something is to be remembered. */
export const EXCHANGE_KINDS = ['call', 'mail', 'letter', 'meeting', 'note'] as const;
export type ExchangeKind = (typeof EXCHANGE_KINDS)[number];

export type MobilisingState = (typeof MOBILISING_STATES)[number];

/** An exchange as typed. */
export type ExchangeInput = {
  kind: string;
  /** The day it took place, `YYYY-MM-DD`. */
  heldOn: string;
  personId: string | null;
  note: string;
  /** The state that it led to; empty for none. */
  newState: string;
};

/** An exchange as recorded. */
export type ExchangeFacts = {
  kind: ExchangeKind;
  heldOn: string;
  personId: string | null;
  note: string;
  newState: MobilisingState | null;
};

const LONGEST_NOTE = 4000;
/** Nobody kept a log before: a year like 0206 is a slip. */
const EARLIEST = '2000-01-01';

/**
 * The exchange to record, `today` and the authority's state given. Refuses what cannot be: a kind or a day that is none, a
 * day to come, an empty or endless note, and every change of state that {@link checkStateByHand} refuses.
 */
export function checkExchange(input: ExchangeInput, today: string, state: ParticipationState): Result<ExchangeFacts> {
  const kind = EXCHANGE_KINDS.find((known) => known === input.kind);
  if (!kind) return refuse('participation.bad-exchange-kind');
  if (!isDay(input.heldOn) || input.heldOn < EARLIEST || input.heldOn > today) return refuse('participation.bad-exchange-day');
  const note = printable(input.note).trim();
  if (!note) return refuse('participation.empty-note');
  if ([...note].length > LONGEST_NOTE) return refuse('participation.long-note', { most: LONGEST_NOTE });
  const { heldOn, personId } = input;
  if (!input.newState || input.newState === state) return ok({ kind, heldOn, personId, note, newState: null });
  const newState = checkStateByHand(state, input.newState);
  return newState.ok ? ok({ kind, heldOn, personId, note, newState: newState.value }) : newState;
}

/**
 * The state to which an authority is moved by hand: only one that precedes answers, and only while it has not answered.
 * Answers come from its form, and stay.
 */
export function checkStateByHand(from: ParticipationState, to: string): Result<MobilisingState> {
  const state = MOBILISING_STATES.find((known) => known === to);
  if (!state) return refuse('participation.state-by-form');
  return hasAnswered(from) ? refuse('participation.has-answered') : ok(state);
}
