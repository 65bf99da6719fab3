import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { frameOf } from '../open-timeline.server.ts';
import { insertEntries } from '../store.server.ts';
import { type DerivedLine, readDerivation } from './read-derivation.server.ts';

/**
 * Writes what `readDerivation` showed; returns how many dates were added. Refuses when it would show something else by now
 * (`timeline.changed-meanwhile`). Of two who derive at once, the second adds nothing twice.
 */
export async function deriveTimeline(ctx: Ctx, slug: string, fingerprint: string): Promise<Result<number>> {
  return inTransaction(ctx, async (tx) => {
    const shown = await readDerivation(tx, slug);
    if (!shown.ok) return shown;
    const { view, source, lines } = shown.value;
    if (shown.value.fingerprint !== fingerprint) return refuse('timeline.changed-meanwhile');
    const { organisationIds } = frameOf(view);
    const written = await insertEntries(
      tx.db,
      lines.map((line) => derivedEntry(line, view.edition.id, organisationIds)),
    );
    await recordAudit(tx, {
      action: 'timeline.derive',
      subject: { type: 'edition', id: view.edition.id },
      after: { from: source.edition.id, entries: written },
    });
    return ok(written.length);
  });
}

/** The entry as this edition takes it over: whoever stands behind it no longer, such as the former host, is not asked for. */
function derivedEntry({ entry, timing, was, shifted }: DerivedLine, editionId: string, organisationIds: readonly string[]) {
  const { kind, track, title, audience, deliverable, side, note } = entry;
  const still = (id: string | null) => (id !== null && organisationIds.includes(id) ? id : null);
  return {
    ...{ editionId, kind, track, title, timing, audience, deliverable, side, note },
    ...{ addresseeId: still(entry.addresseeId), chaserId: still(entry.chaserId) },
    ...{ printedWeekday: null, printedIn: null, source: null },
    ...{ derivedFrom: entry.id, shiftedFrom: shifted ? was : null },
  };
}
