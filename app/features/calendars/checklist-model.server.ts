import type { Ctx } from '#app/platform/ctx.ts';
import { inPlaces, placeOf } from './domain/checklist.ts';
import { hasPlace } from './event.ts';
import type { Checklist, ChecklistLine } from './use-cases/read-checklist.server.ts';

/** A line with its addresses: who still owes it, and the date as a file. */
export type ShownLine = Pick<
  ChecklistLine,
  | 'line'
  | 'slug'
  | 'edition'
  | 'title'
  | 'titleLang'
  | 'date'
  | 'when'
  | 'details'
  | 'kind'
  | 'cancelled'
  | 'standing'
  | 'whose'
  | 'owing'
  | 'open'
> & { readiness: string | null; ics: string | null };

/** A checklist as its page shows it. */
export type ChecklistModel = ReturnType<typeof checklistModel>;

/** A checklist in its places; what is over and done with is left out. */
export function checklistModel({ today, lines, editions }: Checklist, { locale }: Pick<Ctx, 'locale'>) {
  return {
    ...{ locale, editions, several: editions.length > 1 },
    places: inPlaces(lines, today).map(({ place, lines: held }) => ({ place, lines: held.map((line) => shown(line, locale)) })),
  };
}

/** The next few dates of a checklist, what is late first; those without a date are left out. */
export function nextDates({ today, lines }: Checklist, { locale }: Pick<Ctx, 'locale'>, count: number): ShownLine[] {
  const open = inPlaces(lines, today).flatMap(({ place, lines: held }) => (place === 'undated' ? [] : held));
  return open
    .filter((line) => placeOf(line, today) !== null && line.standing !== 'received' && line.standing !== 'waived')
    .slice(0, count)
    .map((line) => shown(line, locale));
}

function shown(line: ChecklistLine, locale: Ctx['locale']): ShownLine {
  const { slug, edition, title, titleLang, date, when, place, details, kind, cancelled, standing, whose, owing, open } = line;
  const at = `/${locale}/desk/editions/${slug}`;
  return {
    ...{ line: line.line, slug, edition, title, titleLang, date, when, kind, cancelled, standing, whose, owing, open },
    details: [...(place ? [place] : []), ...details],
    readiness: owing && line.deliverable ? `${at}/readiness/list?deliverable=${line.deliverable}&state=owing` : null,
    ics: hasPlace(date) && !cancelled ? `${at}/calendar/${line.key.replace(' ', '-')}.ics` : null,
  };
}
