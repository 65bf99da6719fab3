import { sql } from 'drizzle-orm';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { readSetting, writeSetting } from '#app/platform/instance/settings.server.ts';
import { DERIVATION, derive, slugOf } from '../domain/organisation-record.ts';
import { parseReferenceLine, type ReferenceLine, referenceKey } from '../domain/reference-line.ts';
import { REFERENCE_FILES, type ReferenceFile, readManifest, referenceId, referenceLines, SOURCE_OF } from '../reference-files.server.ts';
import { type OrganisationInsert, upsertOrganisations } from '../store.server.ts';

/** Any constant will do: one process loads while the others wait. */
const LOAD_LOCK = 7_340_022;
const SETTING = 'reference-data';
const BATCH = 2000;

/** How far the load is, in organisations. */
export type LoadProgress = (loaded: number, total: number) => void;

/**
 * Brings the reference data into the database: nothing when this version stands there already, else all of it in one
 * transaction, so that a killed process leaves what was. Two processes at once load once. Records that a person has edited
 * are left alone. Returns how many organisations were written (0 for nothing to do). For the program itself: no actor.
 */
export async function loadReferenceData(ctx: Ctx, progress: LoadProgress = () => {}): Promise<number> {
  const manifest = readManifest();
  const version = `${manifest.version}.${DERIVATION}`;
  if (await isLoaded(ctx, version)) return 0;
  return inTransaction(ctx, async (tx) => {
    await tx.db.execute(sql`select pg_advisory_xact_lock(${LOAD_LOCK})`);
    if (await isLoaded(tx, version)) return 0;
    const fresh = await isEmpty(tx);
    // One sort of two million entries instead of as many insertions into the index.
    if (fresh) await tx.db.execute(sql`drop index if exists organisations_search`);
    const loaded = await writeAll(tx, (count) => progress(count, manifest.organisations));
    // Without a pending list, which every search would read through: writes are rare afterwards.
    if (fresh) await tx.db.execute(sql`create index organisations_search on organisations using gin (search) with (fastupdate = off)`);
    await tx.db.execute(sql`analyze organisations`);
    await writeSetting(tx.db, SETTING, { version, organisations: loaded });
    return loaded;
  });
}

/** Writes the files batch by batch; while the database writes one, the next is made. */
async function writeAll(tx: Ctx, progress: (loaded: number) => void): Promise<number> {
  let loaded = 0;
  let writing: Promise<void> = Promise.resolve();
  for (const file of REFERENCE_FILES) {
    for await (const batch of batches(file)) {
      await writing;
      loaded += batch.length;
      progress(loaded);
      writing = upsertOrganisations(tx.db, batch);
      // A failure is thrown where it is awaited; until then it must not count as unhandled.
      writing.catch(() => {});
    }
  }
  await writing;
  return loaded;
}

async function isLoaded(ctx: Ctx, version: string): Promise<boolean> {
  const setting = (await readSetting(ctx.db, SETTING)) as { version?: string } | undefined;
  return setting?.version === version;
}

async function isEmpty(ctx: Ctx): Promise<boolean> {
  const { rows } = await ctx.db.execute(sql`select 1 from organisations limit 1`);
  return rows.length === 0;
}

async function* batches(file: ReferenceFile): AsyncGenerator<OrganisationInsert[]> {
  let batch: OrganisationInsert[] = [];
  for await (const line of referenceLines(file)) {
    if (line === '') continue;
    batch.push(toRow(parseReferenceLine(line), SOURCE_OF[file]));
    if (batch.length === BATCH) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

function toRow(line: ReferenceLine, source: string): OrganisationInsert {
  const { parent, ...facts } = line;
  return {
    ...facts,
    ...derive(line),
    id: referenceId(referenceKey(line)),
    slug: slugOf(line),
    parentId: parent === '' ? null : referenceId(parent),
    source,
  };
}
