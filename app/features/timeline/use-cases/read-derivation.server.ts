import { createHash } from 'node:crypto';
import { type EditionView, readEditionById } from '#app/features/editions/public.server.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { type DerivedTiming, deriveTiming } from '../domain/derive.ts';
import { type Dated, type Flag, flagsOf } from '../domain/flags.ts';
import { compareDates } from '../domain/grid.ts';
import { seesEntry } from '../domain/readers.ts';
import { anchorOf } from '../domain/timing.ts';
import { openForEditing, openTimeline } from '../open-timeline.server.ts';
import { timelinePermissions } from '../permissions.ts';
import { type EntryRow, entriesOf } from '../queries.server.ts';
import { flagFrame } from './read-timeline.server.ts';

/** An entry of the previous edition and what becomes of it here. */
export type DerivedLine = DerivedTiming & { entry: EntryRow; flags: Flag[] };

export type Derivation = {
  view: EditionView;
  /** The edition that it is derived from. */
  source: EditionView;
  lines: DerivedLine[];
  /** Taken over before. */
  already: number;
  /** Stands for what is shown: it changes with any entry concerned and with the dates of both editions. */
  fingerprint: string;
};

/**
 * What deriving the timeline from the previous edition's would write: rules as they are, other dates moved by the months
 * between the two. Only what the actor may read there and write here. Refuses when there is no previous edition
 * (`timeline.no-previous`) and while the month of either is not known (`timeline.no-anchor`).
 */
export async function readDerivation(ctx: Ctx, slug: string): Promise<Result<Derivation>> {
  const opened = await openForEditing(ctx, slug, null);
  if (!opened.ok) return opened;
  const { view, may } = opened.value;
  const source = view.previous && (await readEditionById(ctx.db, view.previous.id));
  if (!source) return refuse('timeline.no-previous');
  const readable = await openTimeline(ctx, source.edition.slug);
  if (!readable.ok) return readable;
  const [from, to] = [anchorOf(source.edition.dates), anchorOf(view.edition.dates)];
  if (from === null || to === null) return refuse('timeline.no-anchor');
  const theirs = (await entriesOf(ctx.db, source.edition.id)).filter(
    (entry) => seesEntry(readable.value.reader, entry) && may(timelinePermissions.edit, entry.side).ok,
  );
  const taken = new Set((await entriesOf(ctx.db, view.edition.id)).map(({ derivedFrom }) => derivedFrom));
  const fresh = theirs.filter(({ id }) => !taken.has(id));
  const lines = linesOf(fresh, [from, to], view);
  const shown = [source.edition.dates, view.edition.dates, ...fresh.map(({ id, revision }) => `${id} ${revision}`)];
  const fingerprint = createHash('sha256').update(shown.join('\n')).digest('base64url').slice(0, 22);
  return ok({ view, source, lines, already: theirs.length - fresh.length, fingerprint });
}

function linesOf(entries: readonly EntryRow[], [from, to]: readonly [string, string], view: EditionView): DerivedLine[] {
  const derived = entries.map((entry) => ({ entry, ...deriveTiming(entry.timing, from, to) }));
  const dated = derived.map(
    ({ entry, date, timing }): Dated => ({
      ...{ key: entry.id, kind: entry.kind, deliverable: entry.deliverable, side: entry.side, date, timing },
      // What was printed for the other edition says nothing about this one.
      ...{ printedWeekday: null, printedIn: null },
    }),
  );
  const frame = flagFrame(view);
  const lines = derived.map((line, index) => ({ ...line, flags: flagsOf(dated[index] as Dated, dated, frame) }));
  return lines.sort((a, b) => compareDates(a.date, b.date));
}
