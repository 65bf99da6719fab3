import { sql } from 'drizzle-orm';
import { loadReferenceData, organisationByIdentifier } from '#app/features/authorities/public.server.ts';
import type { OrganisationKind } from '#app/features/authorities/public.ts';
import { readAllSeries } from '#app/features/editions/public.server.ts';
import type { OrganisationRef } from '#app/features/editions/public.ts';
import { pinnedClock } from '#app/platform/clock.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { demoDay, writeSetting } from '#app/platform/instance/settings.server.ts';
import { seedDemoAgendas } from '#db/demo/seed-agendas.ts';
import { seedDemoBoard } from '#db/demo/seed-board.ts';
import { seedDemoContacts } from '#db/demo/seed-contacts.ts';
import { seedDemoEditions } from '#db/demo/seed-editions.ts';
import { seedDemoMeetings } from '#db/demo/seed-meetings.ts';
import { seedDemoMinutes } from '#db/demo/seed-minutes.ts';
import { seedDemoParticipations } from '#db/demo/seed-participations.ts';
import { seedDemoPersons } from '#db/demo/seed-persons.ts';
import { seedDemoPlenary } from '#db/demo/seed-plenary.ts';
import { seedDemoReadiness } from '#db/demo/seed-readiness.ts';
import { seedDemoTimeline } from '#db/demo/seed-timeline.ts';
import type { Progress } from './services.ts';

/** The demo's today: the forms of the Cannes edition are open. */
export const DEMO_DAY = '2026-03-16';
const DEMO_EDITION = 'rfj-9';

/** Brings the reference data up to date, saying how far it is; nothing to do on most starts. */
export async function prepareReferenceData(ctx: Ctx, progress: Progress): Promise<void> {
  let said = 0;
  const loaded = await loadReferenceData(ctx, (done, total) => {
    const tenth = Math.floor((done * 10) / total);
    if (tenth > said) progress(`reference data: ${tenth * 10} % of ${total} authorities and other organisations`);
    said = tenth;
  });
  if (loaded > 0) progress('reference data: ready');
}

/** Any constant will do: one process loads the demo while the others wait. */
const DEMO_LOCK = 7_340_023;

/**
 * Loads the demo edition into an instance without any series, and pins its clock, all in one transaction: an interrupted
 * start leaves nothing half-made, and two starts at once load it once. Answers whether the instance is a demo now.
 */
export async function prepareDemo(ctx: Ctx, progress: Progress): Promise<boolean> {
  if (await demoDay(ctx.db)) return true;
  return inTransaction(ctx, async (tx) => {
    await tx.db.execute(sql`select pg_advisory_xact_lock(${DEMO_LOCK})`);
    if (await demoDay(tx.db)) return true;
    if ((await readAllSeries(tx.db)).length > 0) return false;
    progress('loading the demo edition…');
    await loadDemo({ ...tx, actor: { kind: 'system', label: 'demo' }, clock: pinnedClock(DEMO_DAY) });
    await writeSetting(tx.db, 'demo', { day: DEMO_DAY });
    return true;
  });
}

async function loadDemo(ctx: Ctx): Promise<void> {
  const resolve = async (ref: OrganisationRef) =>
    (await organisationByIdentifier(ctx.db, ref.system, ref.kind as OrganisationKind, ref.code))?.id ?? null;
  const imported = await seedDemoEditions(ctx, resolve);
  if (!imported.ok) throw new Error(`the demo was refused: ${imported.refusal.code}`);
  const missing = imported.value.unknownOrganisations.map(({ system, kind, code }) => `${system} ${kind} ${code}`);
  if (missing.length > 0) throw new Error(`the demo names organisations that the registry lacks: ${missing.join(', ')}`);
  const edition = (await readAllSeries(ctx.db)).flatMap(({ editions }) => editions).find(({ slug }) => slug === DEMO_EDITION);
  if (!edition) throw new Error(`the demo has no edition ${DEMO_EDITION}`);
  const committees = await seedDemoMeetings(ctx, edition.id);
  await seedDemoAgendas(ctx, edition.id);
  await seedDemoPersons(ctx, { editionId: edition.id, coreCommitteeId: committees['core-fr'], organisationId: resolve });
  const contacts = await seedDemoContacts(ctx, resolve);
  await seedDemoParticipations(ctx, DEMO_EDITION, resolve);
  await seedDemoBoard(ctx, DEMO_EDITION, resolve);
  await seedDemoTimeline(ctx, DEMO_EDITION, resolve);
  await seedDemoReadiness(ctx, DEMO_EDITION);
  await seedDemoMinutes(ctx, edition.id, resolve);
  await seedDemoPlenary(ctx, committees['plenary-fr'], contacts, resolve);
}
