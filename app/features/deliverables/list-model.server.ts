import { nameOfPerson } from '#app/features/accounts/public.ts';
import { countryName } from '#app/features/editions/public.ts';
import type { ConcernedPerson } from '#app/features/timeline/public.server.ts';
import type { Locale } from '#app/lib/locale.ts';
import { formatPartialDate, partialDate } from '#app/lib/partial-date.ts';
import { isSeenInForm } from './domain/deliverable.ts';
import { filterChoices } from './matrix-model.server.ts';
import {
  dateText,
  dayText,
  editionText,
  lineLang,
  lineName,
  type ReadinessWords,
  readinessWords,
  recordedText,
  stateText,
} from './readiness-words.ts';
import type { Cells, ListedCell } from './use-cases/read-cells.server.ts';

export type ListModel = ReturnType<typeof listModel>;
export type ListRow = ListModel['rows'][number];

/** The list of what is asked, one by one, in a language. */
export function listModel(cells: Cells, locale: Locale) {
  const words = readinessWords(cells, locale);
  const { view, filter, today, access, broken } = cells;
  return {
    ...{ locale, slug: view.edition.slug, edition: editionText(words), filter, today, reminds: access.reminds.length > 0 },
    rows: cells.cells.map((listed) => rowOf(listed, cells, words)),
    mayMark: cells.cells.some(({ mayMark }) => mayMark),
    mayAccept: cells.cells.some(({ mayAccept }) => mayAccept),
    seesPeople: access.reminds.length > 0,
    broken: brokenRows(cells, words),
    brokenCount: broken.size,
    ...filterChoices(cells, locale),
  };
}

function rowOf({ line, cell, mayMark }: ListedCell, { view, access, broken }: Cells, words: ReadinessWords) {
  const { t, locale } = words;
  const { deliverable, state, mark } = cell;
  const name = lineName(line, locale);
  return {
    key: `${line.organisation.id}:${deliverable}:${mark?.revision ?? 0}`,
    ...{
      name,
      lang: lineLang(line, locale),
      side: view.series.countries[0] === line.side ? ('a' as const) : ('b' as const),
      country: countryName(line.side, locale),
    },
    ...{ what: t(`deliverables.what.${deliverable}`), date: dateText(cell.due, words), state, text: stateText(cell, t), mayMark },
    recorded: [isSeenInForm(deliverable) ? t('deliverables.in-form') : '', recordedText(cell, words)].filter(Boolean).join(' · '),
    people: access.reminds.includes(line.side)
      ? (line.persons.get(cell.due.audience) ?? []).map((person) => personText(person, broken, words))
      : null,
  };
}

function personText({ personId, name, mailbox, elected }: ConcernedPerson, broken: Cells['broken'], { t, locale }: ReadinessWords) {
  return {
    ...{ personId, name: nameOfPerson(name, locale), mailbox, broken: mailbox !== null && broken.has(mailbox) },
    remark: [elected ? t('deliverables.elected') : '', mailbox ? '' : t('deliverables.no-mailbox')].filter(Boolean).join(' · '),
  };
}

/** Every address of the reader's sides that does not work, each person once. */
function brokenRows({ lines, broken }: Cells, words: ReadinessWords) {
  const seen = new Set<string>();
  return lines.flatMap((line) =>
    [...line.persons.values()].flat().flatMap(({ personId, name, mailbox }) => {
      const fault = mailbox ? broken.get(mailbox) : undefined;
      if (!fault || !mailbox || seen.has(personId)) return [];
      seen.add(personId);
      const since = words.t('deliverables.broken-since', { date: dayText(fault.since, words) });
      return [
        {
          personId,
          mailbox,
          since,
          reason: fault.reason,
          name: nameOfPerson(name, words.locale),
          organisation: lineName(line, words.locale),
        },
      ];
    }),
  );
}

/** A day in words. */
export function dayWords(day: string, locale: Locale): string {
  return formatPartialDate(partialDate(day), locale, { weekday: true });
}
