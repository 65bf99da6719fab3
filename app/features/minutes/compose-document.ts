import type { Block, Inline, ListItem, TextDocument } from '#app/features/texts/public.ts';
import type { MinutesTranslate } from './texts.ts';

/** What minutes are composed from, in the language of the text. */
export type ComposeFacts = {
  /** Who presided, as printed; null when nobody is named. */
  chair: string | null;
  /** Who took the minutes, as printed; null when nobody is named. */
  taker: string | null;
  /** Null while nobody is on the list. */
  counts: { registered: number; present: number; authorities: number; excused: number } | null;
  items: readonly {
    title: string;
    documents: readonly { number: string; title: string }[];
    speakers: readonly { label: string; personId: string | null }[];
  }[];
  next: readonly { meeting: string; date: string; mode: string | null }[];
};

const words = (text: string): Inline[] => (text === '' ? [] : [{ type: 'text', text }]);
const paragraph = (...content: Inline[]): Block => (content.length > 0 ? { type: 'paragraph', content } : { type: 'paragraph' });
const empty = { type: 'paragraph' } as const;
const heading = (text: string): Block => ({ type: 'heading', attrs: { level: 2 }, content: words(text) });

/** The figures as a sentence. Where more came than had said so, those present are no part of those registered. */
function countsText(counts: NonNullable<ComposeFacts['counts']>, t: MinutesTranslate): string {
  return t(counts.present > counts.registered ? 'minutes.text.counts-more' : 'minutes.text.counts', counts);
}

/**
 * The first words of a meeting's minutes, in the order of printed ones: who presided, how many were there, a heading for each item of the
 * agenda with its documents and an empty statement for each speaker, what was decided, what is to be done, the next meetings, and the
 * places of the timeline and of the list of participants. `id` makes the identifiers of statements, decisions and actions.
 */
export function composeDocument(facts: ComposeFacts, t: MinutesTranslate, id: () => string): TextDocument {
  const { chair, taker, counts, items, next } = facts;
  return {
    type: 'doc',
    content: [
      ...(chair ? [paragraph(...words(t('minutes.text.presided', { name: chair })))] : []),
      ...(counts ? [paragraph(...words(countsText(counts, t)))] : []),
      ...items.flatMap((item) => itemBlocks(item, t, id)),
      heading(t('minutes.text.decisions')),
      { type: 'decision', attrs: { id: id() }, content: [empty] },
      heading(t('minutes.text.actions')),
      { type: 'action', attrs: { id: id(), ownerId: null, owner: '', due: null }, content: [empty] },
      ...nextBlocks(next, t),
      heading(t('minutes.text.timeline')),
      { type: 'timelineGrid' },
      ...(taker ? [paragraph(...words(t('minutes.text.taken-by', { name: taker })))] : []),
      heading(t('minutes.text.attendance')),
      { type: 'attendanceList' },
    ],
  };
}

function itemBlocks({ title, documents, speakers }: ComposeFacts['items'][number], t: MinutesTranslate, id: () => string): Block[] {
  const named = documents.flatMap(({ number, title: of }, index): Inline[] => [
    ...words(index === 0 ? ' ' : ', '),
    { type: 'docRef', attrs: { number } },
    ...words(of ? ` (${of})` : ''),
  ]);
  const statements = speakers.map(
    ({ label, personId }): Block => ({ type: 'statement', attrs: { id: id(), speaker: label.slice(0, 300), personId }, content: [empty] }),
  );
  return [
    heading(title),
    ...(named.length > 0 ? [paragraph(...words(t('minutes.text.documents')), ...named)] : []),
    // An item that nobody is named for still wants room to write.
    ...(statements.length > 0 ? statements : [empty]),
  ];
}

function nextBlocks(next: ComposeFacts['next'], t: MinutesTranslate): Block[] {
  if (next.length === 0) return [];
  const items = next.map(({ meeting, date, mode }): ListItem => {
    const line = t('minutes.text.next-meeting', { meeting, date, mode: mode ?? 'none' });
    return { type: 'listItem', content: [{ type: 'paragraph', content: words(line) }] };
  });
  return [heading(t('minutes.text.next')), { type: 'bulletList', content: items }];
}
