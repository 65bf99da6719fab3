import { LOCALES } from '#app/lib/locale.ts';
import type { LocalisedText } from '#app/lib/localised-text.ts';
import { type ItemInput, MOST_SPEAKERS } from './domain/agenda-item.ts';
import type { DocumentInput } from './domain/document.ts';
import { asTyped, type TypedText } from './domain/typed-text.ts';
import type { VoicedInput } from './domain/voiced.ts';
import type { AgendaItem, VoicedRow } from './queries.server.ts';

/** What was typed, by field; several values of one name are joined by spaces. */
export type Kept = Readonly<Record<string, string>>;

/** The text of a field; empty when it is missing or a file. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** A whole number as typed, full-width figures included; NaN for anything else. */
export function numberOf(form: FormData, name: string): number {
  const typed = textOf(form, name).normalize('NFKC').trim();
  return /^\d{1,6}$/.test(typed) ? Number(typed) : Number.NaN;
}

function typedText(form: FormData, name: string): TypedText {
  return Object.fromEntries(LOCALES.map((lang) => [lang, textOf(form, `${name}-${lang}`)]));
}

const all = (form: FormData, name: string) => form.getAll(name).flatMap((value) => (typeof value === 'string' ? value : []));

/** An item as its form sends it. */
export function itemForm(form: FormData): ItemInput {
  return {
    title: typedText(form, 'title'),
    note: typedText(form, 'note'),
    minutes: textOf(form, 'minutes').trim() ? numberOf(form, 'minutes') : null,
    speakerIds: Array.from({ length: MOST_SPEAKERS }, (_, i) => textOf(form, `speaker-${i + 1}`)).filter(Boolean),
    speakerLabels: textOf(form, 'speaker-labels').replace(/\r\n?/g, '\n'),
    documentIds: all(form, 'document'),
  };
}

/** A document as its form sends it. */
export function documentForm(form: FormData): DocumentInput {
  const [kind = '', generatedKey = ''] = textOf(form, 'kind').split(':');
  return { number: numberOf(form, 'number'), kind, generatedKey, title: typedText(form, 'title'), body: typedText(form, 'body') };
}

/** The file of a form; null where none was chosen. */
export async function uploadOf(form: FormData): Promise<{ bytes: Uint8Array; name: string; lang: string } | null> {
  const file = form.get('file');
  if (!(file instanceof File) || (file.size === 0 && file.name === '')) return null;
  return { bytes: new Uint8Array(await file.arrayBuffer()), name: file.name, lang: textOf(form, 'file-lang') };
}

/** A note as its form sends it. */
export function voicedForm(form: FormData): VoicedInput {
  return {
    ...{ kind: textOf(form, 'kind'), state: textOf(form, 'state'), text: typedText(form, 'text') },
    ...{ organisationId: textOf(form, 'organisation'), personId: textOf(form, 'person'), byLabel: textOf(form, 'by-label') },
    ...{ meetingId: textOf(form, 'meeting'), mailDate: textOf(form, 'mail-date'), source: typedText(form, 'source') },
    ...{ outcome: typedText(form, 'outcome'), settledOn: textOf(form, 'settled-on') },
  };
}

/** Everything typed, to be shown again when the form is refused. */
export function keptValues(form: FormData): Kept {
  const kept: Record<string, string> = {};
  for (const name of new Set(form.keys())) kept[name] = all(form, name).join(' ');
  return kept;
}

/** A text as the fields of its form. */
export function storedText(name: string, text: LocalisedText | null | undefined): Kept {
  return Object.fromEntries(Object.entries(asTyped(text)).map(([lang, typed]) => [`${name}-${lang}`, typed ?? '']));
}

/** A recorded item as the fields of its form. */
export function storedItem({ title, note, minutes, speakers, documentIds }: AgendaItem): Kept {
  return {
    ...{ ...storedText('title', title), ...storedText('note', note), minutes: String(minutes ?? ''), document: documentIds.join(' ') },
    ...Object.fromEntries(speakers.flatMap(({ personId }) => personId ?? []).map((id, i) => [`speaker-${i + 1}`, id])),
    'speaker-labels': speakers.flatMap(({ label }) => label ?? []).join('\n'),
  };
}

/** A recorded note as the fields of its form. */
export function storedVoiced(note: VoicedRow): Kept {
  return {
    ...{ ...storedText('text', note.text), ...storedText('source', note.source), ...storedText('outcome', note.outcome) },
    ...{ kind: note.kind, state: note.state, organisation: note.organisationId ?? '', person: note.personId ?? '' },
    ...{ 'by-label': note.byLabel ?? '', meeting: note.meetingId ?? '' },
    ...{ 'mail-date': note.mailDate ?? '', 'settled-on': note.settledOn ?? '' },
  };
}
