import { LOCALES } from '#app/lib/locale.ts';
import type { EntryInput, TimingInput, TypedText } from './domain/entry.ts';
import type { EntryRow } from './queries.server.ts';
import type { Telling } from './use-cases/edit-entry.server.ts';
import type { EditionMove } from './use-cases/move-edition.server.ts';

/** The text of a field; empty when it is missing or a file. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** A whole number as typed, full-width figures included; NaN for anything else. */
export function numberOf(form: FormData, name: string): number {
  const typed = textOf(form, name).normalize('NFKC');
  return /^-?\d{1,6}$/.test(typed) ? Number(typed) : Number.NaN;
}

function typedText(form: FormData, name: string): TypedText {
  return Object.fromEntries(LOCALES.map((lang) => [lang, textOf(form, `${name}-${lang}`)]));
}

function timingOf(form: FormData): TimingInput {
  if (textOf(form, 'timing') !== 'relative') return { kind: 'absolute', date: textOf(form, 'date') };
  const dayKind = textOf(form, 'day-kind');
  return {
    kind: 'relative',
    // Typed as months before the edition; 0 and not -0 for its own month.
    months: 0 - numberOf(form, 'months'),
    day: dayKind === 'number' ? textOf(form, 'day') : dayKind,
    // Boxes come one by one, and together from the page that shows the preview.
    of: form.getAll('of').flatMap((value) => (typeof value === 'string' ? value.split(',').filter(Boolean) : [])),
  };
}

/** A date as its form sends it. */
export function entryForm(form: FormData): EntryInput {
  return {
    ...{ kind: textOf(form, 'kind'), track: textOf(form, 'track'), audience: textOf(form, 'audience') },
    ...{ title: typedText(form, 'title'), note: typedText(form, 'note'), source: typedText(form, 'source') },
    ...{ deliverable: textOf(form, 'deliverable'), side: textOf(form, 'side') },
    ...{ addresseeId: textOf(form, 'addressee'), chaserId: textOf(form, 'chaser') },
    printedWeekday: textOf(form, 'weekday') ? numberOf(form, 'weekday') : null,
    printedIn: textOf(form, 'printed-in'),
    timing: timingOf(form),
  };
}

/** Other dates for an edition, as their form sends them. */
export function editionMoveForm(form: FormData): Pick<EditionMove, 'toDates' | 'reason' | 'source'> {
  return { toDates: textOf(form, 'dates'), reason: typedText(form, 'reason'), source: typedText(form, 'source') };
}

/** Whether those concerned are told: as the page with the preview asks. */
export function tellingOf(form: FormData): Telling {
  return textOf(form, 'notify') === 'yes' ? { notify: true, fingerprint: textOf(form, 'fingerprint') } : { notify: false };
}

/** Where the timeline says what was done and how many were told. */
export function savedQuery(told: { queued: number; forOfficer: number } | null): string {
  return told ? `?queued=${told.queued}&officer=${told.forOfficer}` : '?saved=1';
}

/** Everything typed, to be shown again when the form is refused; several boxes ticked under one name are joined by commas. */
export function keptValues(form: FormData): Record<string, string> {
  const kept: Record<string, string> = { of: '' };
  for (const [name, value] of form)
    if (typeof value === 'string') kept[name] = name === 'of' ? [kept.of, value].filter(Boolean).join() : value;
  return kept;
}

/** A recorded date as the fields of its form. */
export function storedValues(entry: EntryRow): Record<string, string> {
  const { timing } = entry;
  const texts = (['title', 'note', 'source'] as const).flatMap((name) =>
    LOCALES.map((lang) => [`${name}-${lang}`, entry[name]?.texts[lang]?.text ?? ''] as const),
  );
  const when: Record<string, string> =
    timing.kind === 'absolute'
      ? { timing: 'absolute', date: timing.date }
      : {
          ...{ timing: 'relative', months: String(0 - timing.months), of: timing.of.join() },
          ...(typeof timing.day === 'number' ? { 'day-kind': 'number', day: String(timing.day) } : { 'day-kind': timing.day }),
        };
  return {
    ...Object.fromEntries(texts),
    ...when,
    ...{ kind: entry.kind, track: entry.track, audience: entry.audience, deliverable: entry.deliverable ?? '', side: entry.side ?? '' },
    ...{ addressee: entry.addresseeId ?? '', chaser: entry.chaserId ?? '' },
    ...{ weekday: String(entry.printedWeekday ?? ''), 'printed-in': entry.printedIn ?? '' },
  };
}
