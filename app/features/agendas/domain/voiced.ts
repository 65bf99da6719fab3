import type { Locale } from '#app/lib/locale.ts';
import type { LocalisedText } from '#app/lib/localised-text.ts';
import { type PartialDate, parsePartialDate } from '#app/lib/partial-date.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { checkOptional, checkText, type TypedText, tidyText } from './typed-text.ts';

/** What is kept besides decisions: a consultation that is under way, a question left open, a wish that somebody voiced. */
export const VOICED_KINDS = ['consultation', 'question', 'wish'] as const;
export type VoicedKind = (typeof VOICED_KINDS)[number];

const VOICED_STATES = ['open', 'settled'] as const;
export type VoicedState = (typeof VOICED_STATES)[number];

const LONGEST = { text: 2_000, source: 300, label: 200 };

/** A voiced note as its form sends it; empty strings where nothing was chosen. */
export type VoicedInput = {
  kind: string;
  text: TypedText;
  organisationId: string;
  personId: string;
  byLabel: string;
  meetingId: string;
  mailDate: string;
  source: TypedText;
  state: string;
  outcome: TypedText;
  settledOn: string;
};

export type VoicedFacts = {
  kind: VoicedKind;
  text: LocalisedText;
  organisationId: string | null;
  personId: string | null;
  byLabel: string | null;
  meetingId: string | null;
  mailDate: PartialDate | null;
  source: LocalisedText | null;
  state: VoicedState;
  outcome: LocalisedText | null;
  settledOn: PartialDate | null;
};

/** What a note may name: who sits in the committee, and the committee's meetings. */
export type VoicedFrame = { organisationIds: readonly string[]; personIds: readonly string[]; meetingIds: readonly string[] };

/**
 * Checks a note. It must say who voiced it (organisation, person, or a label as printed) and where (a meeting, a mail's date, or another
 * source); one that is settled must say how.
 */
export function checkVoiced(input: VoicedInput, frame: VoicedFrame, typedIn: Locale): Result<VoicedFacts> {
  const kind = VOICED_KINDS.find((known) => known === input.kind);
  const state = VOICED_STATES.find((known) => known === input.state);
  if (!kind || !state) return refuse('agendas.unknown-kind', { field: 'kind' });
  const text = checkText(input.text, typedIn, { field: 'text', limit: LONGEST.text, lines: true });
  if (!text.ok) return text;
  const by = checkBy(input, frame);
  if (!by.ok) return by;
  const from = checkFrom(input, frame, typedIn);
  if (!from.ok) return from;
  const end = checkEnd(input, state, typedIn);
  if (!end.ok) return end;
  return ok({ kind, state, text: text.value, ...by.value, ...from.value, ...end.value });
}

function checkBy({ organisationId, personId, byLabel }: VoicedInput, frame: VoicedFrame) {
  const label = tidyText(byLabel) || null;
  if (organisationId && !frame.organisationIds.includes(organisationId))
    return refuse('agendas.unknown-organisation', { field: 'organisation' });
  if (personId && !frame.personIds.includes(personId)) return refuse('agendas.unknown-person', { field: 'person' });
  if ((label?.length ?? 0) > LONGEST.label) return refuse('agendas.text-too-long', { field: 'by-label', limit: LONGEST.label });
  if (!organisationId && !personId && !label) return refuse('agendas.nobody-named', { field: 'organisation' });
  return ok({ organisationId: organisationId || null, personId: personId || null, byLabel: label });
}

function checkFrom(input: VoicedInput, frame: VoicedFrame, typedIn: Locale) {
  const { meetingId } = input;
  if (meetingId && !frame.meetingIds.includes(meetingId)) return refuse('agendas.unknown-meeting', { field: 'meeting' });
  const mailDate = input.mailDate.trim() ? parsePartialDate(input.mailDate.trim()) : null;
  if (input.mailDate.trim() && !mailDate) return refuse('agendas.bad-date', { field: 'mail-date' });
  const source = checkOptional(input.source, typedIn, { field: 'source', limit: LONGEST.source });
  if (!source.ok) return source;
  if (!meetingId && !mailDate && !source.value) return refuse('agendas.no-source', { field: 'meeting' });
  return ok({ meetingId: meetingId || null, mailDate, source: source.value });
}

function checkEnd(input: VoicedInput, state: VoicedState, typedIn: Locale) {
  if (state === 'open') return ok({ outcome: null, settledOn: null });
  const outcome = checkText(input.outcome, typedIn, { field: 'outcome', limit: LONGEST.text, lines: true });
  if (!outcome.ok) return outcome;
  const settledOn = input.settledOn.trim() ? parsePartialDate(input.settledOn.trim()) : null;
  if (input.settledOn.trim() && !settledOn) return refuse('agendas.bad-date', { field: 'settled-on' });
  return ok({ outcome: outcome.value, settledOn });
}
