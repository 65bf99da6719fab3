import { displayName } from '#app/features/authorities/public.ts';
import { gatherReadiness } from '#app/features/deliverables/public.server.ts';
import { readAllSeries } from '#app/features/editions/public.server.ts';
import { listOwnForms } from '#app/features/participation/public.server.ts';
import { formPath } from '#app/features/participation/public.ts';
import { type CalendarDate, concernedBy, readCalendarDates } from '#app/features/timeline/public.server.ts';
import { bounds } from '#app/lib/partial-date.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { Standing } from '../domain/checklist.ts';

type Dates = Extract<Awaited<ReturnType<typeof readCalendarDates>>, { ok: true }>['value'];
type Readiness = Extract<Awaited<ReturnType<typeof gatherReadiness>>, { ok: true }>['value'];
type OwnForms = Awaited<ReturnType<typeof listOwnForms>>;

/** A date of somebody's checklist: their own, or one by which one of their authorities owes something. */
export type ChecklistLine = CalendarDate & {
  /** Unique on the page. */
  line: string;
  slug: string;
  edition: { text: string; lang: string };
  standing: Standing;
  /** The authority that owes it; null for a date of the reader's own. */
  whose: { text: string; lang: string } | null;
  /** For organisers: how many still owe it, and how many of these are late. */
  owing: { owing: number; late: number } | null;
  /** Where it is done or opened. */
  open: string | null;
};

export type Checklist = { today: string; lines: ChecklistLine[]; editions: { slug: string; text: string; lang: string; whole: boolean }[] };

/**
 * What waits for the actor in the editions in preparation, in the order of time: for officers what their authorities owe, with what is
 * done and late; for members their committees' dates; for organisers all dates, with how many still owe what, unless `counts` is false.
 * Nothing for a stranger.
 */
export async function readChecklist(ctx: Ctx, { counts = true } = {}): Promise<Checklist> {
  const checklist: Checklist = { today: ctx.clock.now().toISOString().slice(0, 10), lines: [], editions: [] };
  if (ctx.actor.kind !== 'person') return checklist;
  const forms = await listOwnForms(ctx);
  const all = (await readAllSeries(ctx.db)).flatMap(({ editions }) => editions);
  for (const { slug } of all.filter(({ state }) => state === 'planned' || state === 'postponed')) {
    const read = await readCalendarDates(ctx, slug);
    if (!read.ok) continue;
    const { edition, whole, today } = read.value;
    const readiness = counts || !whole ? await gatherReadiness(ctx, slug) : null;
    const lines = await linesOf(ctx, read.value, { forms, readiness: readiness?.ok ? readiness.value : null });
    checklist.lines.push(...lines.map((line) => ({ ...line, slug, edition })));
    checklist.editions.push({ slug, ...edition, whole });
    checklist.today = today;
  }
  const first = ({ date }: ChecklistLine) => bounds(date)?.first ?? '9999';
  checklist.lines.sort((a, b) => first(a).localeCompare(first(b)) || a.line.localeCompare(b.line));
  return checklist;
}

type Bare = Omit<ChecklistLine, 'slug' | 'edition'>;
type Owed = { forms: OwnForms; readiness: Readiness | null };

async function linesOf(ctx: Ctx, dates: Dates, owed: Owed): Promise<Bare[]> {
  const plain = (date: CalendarDate): Bare => ({ ...date, line: date.key, standing: null, whose: null, owing: null, open: date.href });
  if (dates.whole) return dates.dates.map((date) => ({ ...plain(date), owing: owingBy(date, owed.readiness) }));
  const mine = await audiencesOf(ctx, dates);
  return dates.dates.flatMap((date): Bare[] => {
    // What is owed stands once for each of the reader's authorities; where nothing is asked of them, nowhere.
    if (date.kind === 'deadline' && date.deliverable && owed.readiness) return ownLines(ctx, date, dates, owed);
    if (date.kind === 'deadline' && date.uid.kind === 'stage') return formLines(ctx, date, dates, owed);
    return mine(date) ? [plain(date)] : [];
  });
}

function ownLines(ctx: Ctx, date: CalendarDate, { view }: Dates, { forms, readiness }: Owed): Bare[] {
  const own = readiness?.lines.filter(({ organisation }) => readiness.access.own.includes(organisation.id)) ?? [];
  return own.flatMap(({ organisation, cells }): Bare[] => {
    const cell = cells.find(({ due }) => due.item === date.key);
    if (!cell) return [];
    const form = forms.find(({ edition, organisation: { id } }) => edition.id === view.edition.id && id === organisation.id);
    const inForm = date.uid.kind === 'stage' && form ? formPath(ctx.locale, form.participation.id) : null;
    const whose = displayName(organisation.names, ctx.locale);
    return [{ ...date, line: `${date.key} ${organisation.id}`, standing: cell.state, whose, owing: null, open: inForm ?? date.href }];
  });
}

/** A part of the form that is no deliverable, for each of the reader's authorities on the list. */
function formLines(ctx: Ctx, date: CalendarDate, { view }: Dates, { forms }: Owed): Bare[] {
  return forms.flatMap((form): Bare[] => {
    const part = form.parts.find(({ stage }) => date.key === `stage ${stage}`);
    if (!part || form.edition.id !== view.edition.id) return [];
    const { id, names } = form.organisation;
    const done = part.status === 'open' ? 'received' : null;
    const standing = part.owed ? (part.status === 'open' ? 'owed' : 'late') : done;
    const line = { line: `${date.key} ${id}`, whose: displayName(names, ctx.locale), standing, owing: null } as const;
    return [{ ...date, ...line, open: formPath(ctx.locale, form.participation.id) }];
  });
}

/** How many still owe what is due on a date; null where nothing is. */
function owingBy({ key, deliverable, kind }: CalendarDate, readiness: Readiness | null): ChecklistLine['owing'] {
  if (!readiness || kind !== 'deadline' || !deliverable) return null;
  const cells = readiness.lines.flatMap((line) => line.cells).filter(({ due }) => due.item === key);
  const count = (...states: Standing[]) => cells.filter(({ state }) => states.includes(state)).length;
  return cells.length > 0 ? { owing: count('owed', 'in-progress', 'late'), late: count('late') } : null;
}

/** Whether a date is for the reader: what is for chairs or a committee is for those who are, whatever else the reader may see. */
async function audiencesOf(ctx: Ctx, { dates, view, today }: Dates): Promise<(date: CalendarDate) => boolean> {
  const me = ctx.actor.kind === 'person' ? ctx.actor : null;
  const own = new Set(me?.grants.flatMap(({ organisationId }) => organisationId ?? []));
  const known = new Map<string, boolean>();
  for (const { audienceCode: audience, side } of dates) {
    const key = `${audience} ${side}`;
    if (known.has(key)) continue;
    if (audience === null || audience === 'authorities' || audience === 'delegates') known.set(key, audience === null || own.size > 0);
    else {
      const groups = await concernedBy(ctx.db, view, { audience, side }, today);
      const chairs = ({ organisation }: (typeof groups)[number]) => audience === 'workshop-chairs' && own.has(organisation?.id ?? '');
      const named = ({ persons }: (typeof groups)[number]) => persons.some(({ personId }) => personId === me?.personId);
      known.set(
        key,
        groups.some((group) => chairs(group) || named(group)),
      );
    }
  }
  return ({ audienceCode, side }) => known.get(`${audienceCode} ${side}`) ?? false;
}
