import { ok, type Result, refuse } from '#app/lib/result.ts';
import { allOrNothing, type Ctx, must } from '#app/platform/ctx.ts';
import { typedEdition } from '../domain/edition-input.ts';
import type { EditionRecord, OrganisationRef, SeriesRecord } from '../domain/series-record.ts';
import { findEdition, findSeries } from '../queries.server.ts';
import { addSlot } from './add-slot.server.ts';
import { createEdition } from './create-edition.server.ts';
import { createSeries } from './create-series.server.ts';
import { editEdition } from './edit-edition.server.ts';
import { postponeEdition } from './postpone-edition.server.ts';
import { recordContradiction } from './record-contradiction.server.ts';
import { recordFigure } from './record-figure.server.ts';
import { recordOrganisation } from './record-organisation.server.ts';
import { saveWorkshop } from './save-workshop.server.ts';

/** Finds an organisation of the registry by its identifier; `null` when it is not there. */
export type ResolveOrganisation = (ref: OrganisationRef) => Promise<string | null>;

/** How many editions an import has added, and which organisations it looked for in vain. */
export type SeriesImport = { added: number; unknownOrganisations: OrganisationRef[] };

/**
 * Writes a series and those of its editions that are not there yet, each with everything the record holds, through the
 * use cases and thus with their rights, checks and audit. One transaction: a refusal of any part leaves nothing.
 * Repeating it changes nothing. An organisation that the registry lacks is left out and reported.
 */
export async function importSeries(ctx: Ctx, record: SeriesRecord, resolve: ResolveOrganisation): Promise<Result<SeriesImport>> {
  const report: SeriesImport = { added: 0, unknownOrganisations: [] };
  return allOrNothing(ctx, async (tx) => {
    const series = (await findSeries(tx.db, record.slug)) ?? must(await createSeries(tx, record));
    for (const edition of record.editions) {
      const there = await findEdition(tx.db, edition.slug);
      if (there && there.seriesId !== series.id) return refuse('editions.slug-taken');
      if (there) continue;
      await importEdition(tx, series.id, edition, resolve, report);
      report.added += 1;
    }
    return ok(report);
  });
}

async function importEdition(
  tx: Ctx,
  seriesId: string,
  record: EditionRecord,
  resolve: ResolveOrganisation,
  report: SeriesImport,
): Promise<void> {
  const find = async (ref: OrganisationRef) => {
    const id = await resolve(ref);
    if (id === null) report.unknownOrganisations.push(ref);
    return id;
  };
  const { movedFrom } = record;
  const facts = {
    ...{ hostCountry: record.hostCountry, timeZone: record.timeZone, sdgs: record.sdgs ?? [], source: record.source, title: {} },
    ...{ city: record.city ?? {}, theme: record.theme ?? {}, venue: record.venue ?? {}, presentation: record.presentation ?? {} },
    hostOrganisationId: record.host ? await find(record.host) : null,
    state: movedFrom ? 'planned' : record.state,
    dates: movedFrom?.dates ?? record.dates,
  };
  const { id } = must(await createEdition(tx, { ...facts, seriesId, slug: record.slug, ordinal: record.ordinal }));
  if (movedFrom) {
    must(await postponeEdition(tx, id, { toDates: record.dates, reason: movedFrom.reason, source: movedFrom.source }));
    const moved = await findEdition(tx.db, record.slug);
    if (moved) must(await editEdition(tx, id, moved.revision, { ...typedEdition(moved), state: record.state }));
  }
  for (const [index, { ref, role }] of (record.organisations ?? []).entries()) {
    const organisationId = await find(ref);
    if (organisationId) must(await recordOrganisation(tx, id, { organisationId, role, position: index + 1 }));
  }
  const slotIds = new Map<string, string>();
  for (const slot of record.slots ?? []) slotIds.set(slot.key, must(await addSlot(tx, id, slot)));
  for (const workshop of record.workshops ?? []) {
    const slotId = workshop.slot === undefined ? null : (slotIds.get(workshop.slot) ?? null);
    const decided = { slotId, room: workshop.room ?? {}, talkMinutes: workshop.talkMinutes ?? null };
    must(await saveWorkshop(tx, id, { ...workshop, ...decided, printedNumber: workshop.printedNumber ?? null }));
  }
  for (const figure of record.figures ?? [])
    must(await recordFigure(tx, id, { ...figure, side: figure.side ?? null, note: figure.note ?? {} }));
  for (const contradiction of record.contradictions ?? []) must(await recordContradiction(tx, id, contradiction));
}
