import type { EditionView, OrganisationRow } from '#app/features/editions/public.server.ts';
import { type FormProgress, formProgressOf } from '#app/features/participation/public.server.ts';
import { mayCome } from '#app/features/participation/public.ts';
import { type ConcernedGroup, type ConcernedPerson, concernedBy, readTimeline } from '#app/features/timeline/public.server.ts';
import { partialDate } from '#app/lib/partial-date.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { type Access, accessOf } from './access.server.ts';
import { type Asked, acceptingSides, type Cell, type Column, cellsOf, columnsOf, type Due } from './domain/readiness.ts';
import { marksOf } from './queries.server.ts';

type Timeline = Extract<Awaited<ReturnType<typeof readTimeline>>, { ok: true }>['value'];

/** An organisation with what is asked of it, as far as the reader may see it, and who is there for each audience. */
export type Line = {
  organisation: ConcernedOrganisation;
  side: string;
  cells: readonly Cell[];
  /** By audience of the timeline; for those who remind this side alone. */
  persons: ReadonlyMap<string, readonly ConcernedPerson[]>;
};
type ConcernedOrganisation = NonNullable<ConcernedGroup['organisation']> & { kind: string | null };

/** Who owes what to an edition today, as far as the reader may see it: by side in the series' order, authorities in the official one. */
export type Readiness = {
  view: EditionView;
  /** Today in the edition's time zone. */
  today: string;
  columns: readonly Column[];
  lines: readonly Line[];
  access: Access;
  /** Those to whom things are due and who chase them. */
  organisations: readonly OrganisationRow[];
};

/**
 * Everything asked of everybody for an edition. Readers of a side see its organisations whole, officers their own authority, and those
 * to whom something is due that alone, wherever it comes from. Whoever may see none of it learns nothing.
 */
export async function gatherReadiness(ctx: Ctx, slug: string): Promise<Result<Readiness>> {
  const timeline = await readTimeline(ctx, slug);
  if (!timeline.ok) return timeline;
  const { view, today, organisations } = timeline.value;
  const access = await accessOf(ctx, view);
  if (access.reads.length + access.own.length === 0) return refuse('not-found');
  const columns = columnsOf(duesOf(timeline.value));
  const [progress, marks, asked] = await Promise.all([
    formProgressOf(ctx.db, view),
    marksOf(ctx.db, view.edition.id),
    audiencesOf(ctx, view, columns, today),
  ]);
  const marksBy = Map.groupBy(marks, ({ organisationId }) => organisationId);
  const lines = inOrder(linesOf(asked, progress), view, progress).flatMap((line) => {
    const recorded = new Map((marksBy.get(line.organisation.id) ?? []).map((mark) => [mark.deliverable, mark]));
    const cells = cellsOf(line.asked, columns, recorded, today).filter((cell) => sees(access, line.asked, cell, view));
    if (cells.length === 0) return [];
    const { organisation, side } = line;
    return [{ organisation, side, cells, persons: access.reminds.includes(side) ? line.persons : new Map() }];
  });
  const shown = columns.filter(({ deliverable }) => lines.some(({ cells }) => cells.some((cell) => cell.deliverable === deliverable)));
  return ok({ view, today, columns: shown, lines, access, organisations });
}

function sees(access: Access, { side, organisationId }: Asked, { due }: Cell, { series }: EditionView): boolean {
  if (access.reads.includes(side) || access.own.includes(organisationId)) return true;
  return acceptingSides(due, side, series.countries).some((of) => access.marks.includes(of));
}

/** The deadlines of a timeline by which something is owed. */
function duesOf({ items, organisations }: Timeline): Due[] {
  const named = (id: string | null) => {
    const country = organisations.find((one) => one.id === id)?.country;
    return id && country ? { id, country } : null;
  };
  return items.flatMap((item) => {
    const { key, kind, deliverable, audience, side, date, flags, printedIn, origin } = item;
    if (kind !== 'deadline' || !deliverable || !audience) return [];
    // A date left over from another edition's year: the month in whose row it is printed says more.
    const doubtful = flags.some(({ code }) => code === 'other-year');
    const entry = origin.kind === 'entry' ? origin.entry : null;
    return [
      {
        ...{ item: key, deliverable, audience, side, doubtful, date: doubtful && printedIn ? partialDate(printedIn) : date },
        ...{ addressee: named(entry?.addresseeId ?? null), chaser: named(entry?.chaserId ?? null) },
      },
    ];
  });
}

type Group = ConcernedGroup & { audience: string };

/** Who is in each audience that owes something. What organisers owe is theirs to know: they are no rows. */
async function audiencesOf(ctx: Ctx, view: EditionView, columns: readonly Column[], today: string): Promise<Group[]> {
  const audiences = [...new Set(columns.flatMap(({ dues }) => dues.map(({ audience }) => audience)))];
  const groups: Group[] = [];
  for (const audience of AUDIENCES.filter((one) => audiences.includes(one)))
    for (const group of await concernedBy(ctx.db, view, { audience, side: null }, today)) groups.push({ ...group, audience });
  return groups;
}
const AUDIENCES = ['authorities', 'workshop-chairs', 'delegates', 'plenary-committee', 'core-committee'] as const;

type Gathered = Omit<Line, 'cells'> & { asked: Asked; persons: Map<string, readonly ConcernedPerson[]> };

/** One line for each organisation, whatever it is asked as. */
function linesOf(groups: readonly Group[], progress: readonly FormProgress[]): Gathered[] {
  const forms = new Map(progress.map((of) => [of.organisation.id, of]));
  const lines = new Map<string, Gathered & { asked: { audiences: Set<string> } }>();
  for (const { organisation, side, persons, audience } of groups) {
    // Persons under no organisation owe nothing by themselves.
    if (!organisation) continue;
    const form = forms.get(organisation.id);
    const line = lines.get(organisation.id) ?? {
      organisation: { ...organisation, kind: form?.organisation.kind ?? null },
      side: form?.organisation.country ?? side,
      persons: new Map(),
      asked: {
        organisationId: organisation.id,
        side: form?.organisation.country ?? side,
        audiences: new Set(),
        authority: authorityOf(form),
      },
    };
    line.asked.audiences.add(audience);
    line.persons.set(audience, [...(line.persons.get(audience) ?? []), ...persons]);
    lines.set(organisation.id, line);
  }
  return [...lines.values()];
}

function authorityOf(form: FormProgress | undefined): Asked['authority'] {
  if (!form) return null;
  const { intention, workshops, talks } = form.parts;
  return {
    comes: mayCome(form.state),
    declined: form.state === 'declined' || form.state === 'excused',
    form: { 'intention-form': intention, 'workshop-choice': workshops, abstract: talks },
  };
}

function inOrder<Of extends { organisation: { id: string }; side: string }>(
  lines: readonly Of[],
  { series }: EditionView,
  progress: readonly FormProgress[],
): Of[] {
  const place = new Map(progress.map(({ organisation }, index) => [organisation.id, index]));
  const side = (line: Of) => series.countries.indexOf(line.side);
  const rank = (line: Of) => place.get(line.organisation.id) ?? progress.length;
  return [...lines].sort((a, b) => side(a) - side(b) || rank(a) - rank(b));
}
