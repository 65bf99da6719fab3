import type { Locale } from '#app/lib/locale.ts';
import type { LocalisedText } from '#app/lib/localised-text.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { checkOptional, checkText, type TypedText, tidyText } from './typed-text.ts';

export const MOST_SPEAKERS = 12;
export const MOST_ITEMS = 60;
const LONGEST = { title: 300, note: 2_000, label: 200, minutes: 600 };

/** An item as its form sends it. `minutes` is null where none is typed, NaN where it is no whole number. */
export type ItemInput = {
  title: TypedText;
  note: TypedText;
  minutes: number | null;
  speakerIds: readonly string[];
  /** Speakers as printed, one on each line. */
  speakerLabels: string;
  documentIds: readonly string[];
};

/** Who speaks: a person, or a label as printed. */
export type Speaker = { personId: string; label: null } | { personId: null; label: string };

export type ItemFacts = {
  title: LocalisedText;
  note: LocalisedText | null;
  minutes: number | null;
  speakers: Speaker[];
  documentIds: string[];
};

/** What an item may name: persons of the committee, documents of the meeting. */
export type ItemFrame = { personIds: readonly string[]; documentIds: readonly string[] };

/** Checks an item; the same speaker or document named twice is there once. */
export function checkItem(input: ItemInput, frame: ItemFrame, typedIn: Locale): Result<ItemFacts> {
  const title = checkText(input.title, typedIn, { field: 'title', limit: LONGEST.title });
  if (!title.ok) return title;
  const note = checkOptional(input.note, typedIn, { field: 'note', limit: LONGEST.note, lines: true });
  if (!note.ok) return note;
  const { minutes } = input;
  if (minutes !== null && !(Number.isInteger(minutes) && minutes >= 1 && minutes <= LONGEST.minutes))
    return refuse('agendas.bad-minutes', { field: 'minutes', limit: LONGEST.minutes });
  const speakers = checkSpeakers(input, frame);
  if (!speakers.ok) return speakers;
  const documentIds = [...new Set(input.documentIds)];
  if (documentIds.some((id) => !frame.documentIds.includes(id))) return refuse('agendas.unknown-document', { field: 'document' });
  return ok({ title: title.value, note: note.value, minutes, speakers: speakers.value, documentIds });
}

function checkSpeakers({ speakerIds, speakerLabels }: ItemInput, { personIds }: ItemFrame): Result<Speaker[]> {
  const ids = [...new Set(speakerIds.filter(Boolean))];
  if (ids.some((id) => !personIds.includes(id))) return refuse('agendas.unknown-person', { field: 'speaker-1' });
  const labels = [...new Set(speakerLabels.split('\n').map((line) => tidyText(line)))].filter(Boolean);
  if (labels.some((label) => label.length > LONGEST.label))
    return refuse('agendas.text-too-long', { field: 'speaker-labels', limit: LONGEST.label });
  if (ids.length + labels.length > MOST_SPEAKERS) return refuse('agendas.too-many-speakers', { field: 'speaker-1', limit: MOST_SPEAKERS });
  return ok([...ids.map((personId) => ({ personId, label: null })), ...labels.map((label) => ({ personId: null, label }))]);
}

/** The order after one item was moved one place up or down; at its end of the list it stays. */
export function movedOrder(ids: readonly string[], id: string, direction: 'up' | 'down'): string[] {
  const order = [...ids];
  const at = order.indexOf(id);
  const to = direction === 'up' ? at - 1 : at + 1;
  if (at < 0 || to < 0 || to >= order.length) return order;
  [order[at], order[to]] = [order[to] as string, order[at] as string];
  return order;
}
