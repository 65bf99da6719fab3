import { nameOfPerson } from '#app/features/accounts/public.ts';
import { displayName } from '#app/features/authorities/public.ts';
import { countryName } from '#app/features/editions/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import { type LocalisedText, readText } from '#app/lib/localised-text.ts';
import { formatPartialDate, type PartialDate } from '#app/lib/partial-date.ts';
import type { ConcernedGroup } from './concerned.server.ts';
import type { NoticeDraft } from './draft-notice.server.ts';
import type { OpenTimeline } from './open-timeline.server.ts';
import { timelineTexts } from './texts.ts';
import { flagText, titleOf } from './timeline-words.ts';
import type { ChangePreview } from './use-cases/preview-change.server.ts';
import type { EditionMovePreview } from './use-cases/preview-edition-move.server.ts';
import type { TimelineItem } from './use-cases/read-timeline.server.ts';

type Line = { key: string; title: { text: string; lang: Locale }; date: string; was: string | null; flags: string[] };
type Words = { locale: Locale; view: OpenTimeline['view'] };

const dayOf = (date: PartialDate, locale: Locale) => formatPartialDate(date, locale, { weekday: true });

function lineOf(item: TimelineItem, was: PartialDate | null, { locale, view }: Words): Line {
  const t = timelineTexts(locale);
  return {
    ...{ key: item.key, title: titleOf(item, { t, locale, timeline: { view } }), date: dayOf(item.date, locale) },
    ...{ was: was && dayOf(was, locale), flags: item.flags.map((flag) => flagText(flag, { t, locale })) },
  };
}

/** Whom a move concerns, by side; who the people of the other side are stays with that side. */
function sidesOf(groups: readonly ConcernedGroup[], { locale, view }: Words, insideOf: readonly string[]) {
  return view.series.countries.flatMap((side) => {
    const held = groups.filter((group) => group.side === side);
    if (held.length === 0) return [];
    return [
      {
        ...{ side, country: countryName(side, locale), organisations: held.filter(({ organisation }) => organisation).length },
        persons: held.reduce((sum, { persons }) => sum + persons.length, 0),
        groups: held.map(({ organisation, persons }) => ({
          key: organisation?.id ?? 'none',
          name: organisation && displayName(organisation.names, locale),
          count: persons.length,
          persons: insideOf.includes(side)
            ? persons.map(({ personId, name, elected, mailbox }) => ({
                ...{ key: personId, name: nameOfPerson(name, locale) },
                way: elected ? ('officer' as const) : mailbox ? null : ('no-mailbox' as const),
              }))
            : [],
        })),
      },
    ];
  });
}

/** The letters to be sent, counted, and one of each language as an example: of one's own sides. */
function lettersOf({ letters, groups, fingerprint }: NoticeDraft, words: Words, insideOf: readonly string[]) {
  const own = letters.filter(({ side }) => insideOf.includes(side));
  const samples = [...Map.groupBy(own, ({ lang }) => lang).values()].flatMap((of) => of[0] ?? []);
  const count = (state: string) => letters.filter((letter) => letter.state === state).length;
  return {
    fingerprint,
    sides: sidesOf(groups, words, insideOf),
    ...{ queued: count('queued'), forOfficer: count('for-officer') },
    samples: samples.map(({ personId, lang, subject, text }) => ({ key: personId, lang, subject, text })),
  };
}

type Model = ReturnType<typeof lettersOf> & {
  locale: Locale;
  kind: 'entry' | 'removed' | 'edition';
  /** What moves; null for the edition itself. */
  title: { text: string; lang: Locale } | null;
  before: string;
  after: string | null;
  past: boolean;
  /** Null for a single date. */
  following: Line[] | null;
  flagged: Line[];
  /** What does not move with the edition. */
  staying: Line[];
  toldByDefault: boolean;
};

/** What a move would do, in words. */
export type MoveModel = Model;

/** The preview of a change of one date, in a language. */
export function changeModel(preview: ChangePreview, locale: Locale): MoveModel {
  const { opened, entry, move, past, flagged, draft, toldByDefault } = preview;
  const words = { locale, view: opened.view };
  const title = titleOf({ origin: { kind: 'entry', entry, mayEdit: true } }, { t: timelineTexts(locale), locale, timeline: words });
  return {
    ...{ locale, title, past, toldByDefault, kind: move.after === null ? 'removed' : 'entry', following: null, staying: [] },
    ...{ before: dayOf(move.before, locale), after: move.after && dayOf(move.after, locale) },
    flagged: flagged.map((item) => lineOf(item, null, words)),
    ...lettersOf(draft, words, opened.reader.insideOf),
  };
}

/** The preview of another last day of a part of the form, in a language. */
export function stageMoveModel(preview: Omit<ChangePreview, 'entry'> & { title: LocalisedText }, locale: Locale): MoveModel {
  const { opened, title, move, past, flagged, draft, toldByDefault } = preview;
  const words = { locale, view: opened.view };
  return {
    ...{ locale, past, toldByDefault, kind: 'entry', following: null, staying: [], title: readText(title, locale) },
    ...{ before: dayOf(move.before, locale), after: move.after && dayOf(move.after, locale) },
    flagged: flagged.map((item) => lineOf(item, null, words)),
    ...lettersOf(draft, words, opened.reader.insideOf),
  };
}

/** The preview of an edition's move, in a language. */
export function editionMoveModel(preview: EditionMovePreview, locale: Locale): MoveModel {
  const { opened, move, past, following, flagged, staying, draft, toldByDefault } = preview;
  const words = { locale, view: opened.view };
  return {
    ...{ locale, title: null, past, toldByDefault, kind: 'edition' },
    staying: staying.map((item) => lineOf(item, null, words)),
    ...{ before: dayOf(move.before, locale), after: dayOf(move.after, locale) },
    following: following.map(({ item, was }) => lineOf(item, was, words)),
    flagged: flagged.map((item) => lineOf(item, null, words)),
    ...lettersOf(draft, words, opened.reader.insideOf),
  };
}
