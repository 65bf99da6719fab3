import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { personMailboxes, persons } from '#app/features/accounts/schema.server.ts';
import { newId } from '#app/lib/id.ts';
import { auditEvents } from '#app/platform/db/schema.server.ts';
import { personWith, useTestDatabase } from '#app/platform/testing/database.ts';
import { must } from '#app/platform/testing/results.ts';
import { authoritiesPresent, findBatch, findMeeting, listAttendances } from '../queries.server.ts';
import { attendances, importBatches } from '../schema.server.ts';
import { givenCommune, givenMeeting } from '../testing/given.ts';
import { applyAttendanceImport } from './apply-attendance-import.server.ts';
import { type DecisionsInput, decideAttendanceImport } from './decide-attendance-import.server.ts';
import { readAttendanceImport } from './read-attendance-import.server.ts';
import { stageAttendanceImport } from './stage-attendance-import.server.ts';
import { undoAttendanceImport } from './undo-attendance-import.server.ts';

const database = useTestDatabase();
const secretariat = personWith({ role: 'secretariat', side: 'FR' });
const HEADER = 'Genre\tPrénom\tNom\tFonction\tOrganisme\tCourriel';
let counter = 0;
let town = '';
let meetingId = '';

const db = () => database.connection.db;
const ctx = (actor: Parameters<typeof database.ctx>[0] = secretariat) => database.ctx(actor);

/** A draft of these rows. */
async function stage(...rows: string[]): Promise<string> {
  const bytes = new TextEncoder().encode([HEADER, ...rows].join('\n'));
  return must(await stageAttendanceImport(ctx(), { meetingId, fileName: 'liste.txt', bytes })).batchId;
}

async function decide(batchId: string, input: Partial<DecisionsInput>) {
  const batch = await findBatch(db(), batchId);
  return decideAttendanceImport(ctx(), { batchId, revision: batch?.revision ?? 0, organisations: {}, rows: {}, ...input });
}

/** The attendance list as printed names and statuses. */
async function list(): Promise<string[]> {
  return (await listAttendances(db(), meetingId)).map(
    ({ person, attendance }) => `${person.givenName} ${person.familyName}: ${attendance.status}`,
  );
}

async function counts() {
  return { persons: await db().$count(persons), attendances: await db().$count(attendances), batches: await db().$count(importBatches) };
}

beforeEach(async () => {
  counter++;
  // Names of letters only: the finder must see one town per test.
  town = `VILLE${String.fromCharCode(64 + (counter % 26) + 1)}${String.fromCharCode(65 + Math.floor(counter / 26))}XANTEC`;
  await givenCommune(db(), town, String(10_000 + counter));
  meetingId = (await givenMeeting(db())).meetingId;
});

describe('an import', () => {
  it('writes nothing to the list before it is applied, then every person with what was printed', async () => {
    const before = await counts();
    const batchId = await stage(
      `Madame\tAnne\tMOREL\tMaire\t${town}\tAnne@x.example`,
      'EXCUSÉS',
      `Monsieur\tLuc\tROUX\tAdjoint\t${town}\t`,
    );
    expect(await counts()).toEqual({ ...before, batches: before.batches + 1 });
    expect(must(await applyAttendanceImport(ctx(), { batchId }))).toMatchObject({ people: 2, again: false });
    expect(await list()).toEqual(['Anne MOREL: present', 'Luc ROUX: excused']);
    const [anne] = await listAttendances(db(), meetingId);
    expect(anne?.attendance).toMatchObject({
      civility: 'Madame',
      role: 'Maire',
      organisationPrinted: town,
      mailbox: 'Anne@x.example',
      lines: [2],
    });
    expect(anne?.organisation?.code).toBe(String(10_000 + counter));
  });

  it('is found again after leaving the page, decisions kept', async () => {
    const batchId = await stage(`Madame\tAnne\tMOREL\tMaire\t${town}\t`, `Madame\tANNE\tMorel\tMaire\t${town}\t`);
    must(await decide(batchId, { rows: { 1: { kind: 'same-as', row: 0 } } }));
    const view = must(await readAttendanceImport(ctx(), { batchId }));
    expect(view.batch.decisions.rows).toEqual({ 1: { kind: 'same-as', row: 0 } });
    expect(view.open).toEqual({ organisations: [], rows: [] });
  });

  it('of the same file again gives the standing batch and writes nothing, before and after it was applied', async () => {
    const row = `Madame\tAnne\tMOREL\tMaire\t${town}\t`;
    const batchId = await stage(row);
    expect(await stage(row)).toBe(batchId);
    must(await applyAttendanceImport(ctx(), { batchId }));
    const before = await counts();
    expect(await stage(row)).toBe(batchId);
    expect(must(await applyAttendanceImport(ctx(), { batchId })).again).toBe(true);
    expect(await counts()).toEqual(before);
  });

  it('leaves nothing of a garbage file', async () => {
    const before = await counts();
    for (const bytes of [new Uint8Array(), Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), new Uint8Array(50_000_000)]) {
      const result = await stageAttendanceImport(ctx(), { meetingId, fileName: 'x', bytes });
      expect(result.ok).toBe(false);
    }
    expect(await counts()).toEqual(before);
  });
});

describe('persons', () => {
  it('who share a mailbox stay two', async () => {
    const batchId = await stage(
      `Madame\tAnne\tMOREL\tMaire\t${town}\tmairie@x.example`,
      `Monsieur\tLuc\tROUX\tAdjoint\t${town}\tMAIRIE@x.example`,
    );
    must(await applyAttendanceImport(ctx(), { batchId }));
    const held = await db().select().from(personMailboxes).where(eq(personMailboxes.normalised, 'mairie@x.example'));
    expect(new Set(held.map((row) => row.personId)).size).toBe(2);
  });

  it('printed twice are neither merged nor doubled without a decision', async () => {
    const row = `Madame\tAnne\tMOREL\tMaire\t${town}\t`;
    const batchId = await stage(row, row);
    expect(await applyAttendanceImport(ctx(), { batchId })).toEqual({
      ok: false,
      refusal: { code: 'committees.undecided', params: { count: 1 } },
    });
    expect(await list()).toEqual([]);
    must(await decide(batchId, { rows: { 1: { kind: 'same-as', row: 0 } } }));
    must(await applyAttendanceImport(ctx(), { batchId }));
    expect(await list()).toEqual(['Anne MOREL: present']);
    expect((await listAttendances(db(), meetingId))[0]?.attendance.lines).toEqual([2, 3]);
  });

  it('known in the registry under the same name and organisation are proposed, and linked only by decision', async () => {
    const first = await stage(`Madame\tAnne\tMOREL\tMaire\t${town}\t`);
    must(await applyAttendanceImport(ctx(), { batchId: first }));
    const [known] = await listAttendances(db(), meetingId);
    meetingId = (await givenMeeting(db())).meetingId;
    const second = await stage(`\tANNE\tMorel\tSénatrice\t${town}\tautre@x.example`);
    expect((await applyAttendanceImport(ctx(), { batchId: second })).ok).toBe(false);
    const personId = known?.person.id ?? '';
    expect((await decide(second, { rows: { 0: { kind: 'existing-person', personId: newId() } } })).ok).toBe(false);
    must(await decide(second, { rows: { 0: { kind: 'existing-person', personId } } }));
    must(await applyAttendanceImport(ctx(), { batchId: second }));
    const [linked] = await listAttendances(db(), meetingId);
    expect(linked?.person).toEqual(known?.person);
    // The list's mailbox stays on the list: by it, a stranger could sign in as the person.
    expect(await db().select().from(personMailboxes).where(eq(personMailboxes.personId, personId))).toEqual([]);
  });

  it('left out by decision are on no list, and nothing else is missing', async () => {
    const batchId = await stage(`Madame\tAnne\tMOREL\tMaire\t${town}\t`, `Monsieur\tLuc\tROUX\tAdjoint\t${town}\t`);
    must(await decide(batchId, { rows: { 0: { kind: 'leave-out' } } }));
    must(await applyAttendanceImport(ctx(), { batchId }));
    expect(await list()).toEqual(['Luc ROUX: present']);
  });

  it('of the other side get no mailbox by which they could be impersonated', async () => {
    const abroad = `KAIGAI${town}`;
    await givenCommune(db(), abroad, `9${counter}`, 'JP');
    const batchId = await stage(`\tHana\tSATO\tMaire\t${abroad}\tvoleur@x.example`);
    const view = must(await readAttendanceImport(ctx(), { batchId }));
    expect(view.recognised.get(abroad)?.organisation?.country).toBe('JP');
    must(await applyAttendanceImport(ctx(), { batchId }));
    expect(await db().$count(personMailboxes, eq(personMailboxes.address, 'voleur@x.example'))).toBe(0);
    expect((await listAttendances(db(), meetingId))[0]?.attendance.mailbox).toBe('voleur@x.example');
  });
});

describe('organisations', () => {
  it('that are not recognised wait for a decision, and may stay as printed', async () => {
    const batchId = await stage('Madame\tAnne\tMOREL\tMaire\tZZQX INCONNUE\t');
    expect(await applyAttendanceImport(ctx(), { batchId })).toMatchObject({ ok: false, refusal: { code: 'committees.undecided' } });
    must(await decide(batchId, { organisations: { 'ZZQX INCONNUE': { kind: 'as-printed' } } }));
    must(await applyAttendanceImport(ctx(), { batchId }));
    const [row] = await listAttendances(db(), meetingId);
    expect(row).toMatchObject({ organisation: null, attendance: { organisationPrinted: 'ZZQX INCONNUE' } });
  });

  it('are chosen from the registry by hand', async () => {
    const chosen = await givenCommune(db(), `AUTRE${town}`, `8${counter}`);
    const batchId = await stage('Madame\tAnne\tMOREL\tMaire\tZZQX INCONNUE\t');
    expect((await decide(batchId, { organisations: { 'ZZQX INCONNUE': { kind: 'registered', organisationId: newId() } } })).ok).toBe(false);
    must(await decide(batchId, { organisations: { 'ZZQX INCONNUE': { kind: 'registered', organisationId: chosen } } }));
    must(await applyAttendanceImport(ctx(), { batchId }));
    expect((await listAttendances(db(), meetingId))[0]?.attendance.organisationId).toBe(chosen);
  });
});

describe('hand-made organisations', () => {
  const create = (name: string) => ({ kind: 'create', name, organisationKind: 'association', country: 'FR' }) as const;

  it('are made when the import is applied, once for two spellings', async () => {
    const batchId = await stage('\tA\tMOREL\t\tZZQX UNE\t', '\tB\tROUX\t\tZZQX UNE*\t');
    must(await decide(batchId, { organisations: { 'ZZQX UNE': create(`Comité ${town}`), 'ZZQX UNE*': create(`COMITE ${town}`) } }));
    must(await applyAttendanceImport(ctx(), { batchId }));
    const rows = await listAttendances(db(), meetingId);
    expect(new Set(rows.map((row) => row.organisation?.id)).size).toBe(1);
    expect(rows[0]?.organisation).toMatchObject({ system: 'LOCAL', isAuthority: false, country: 'FR' });
  });

  it('that cannot be made leave nothing of the whole import', async () => {
    const batchId = await stage('\tA\tMOREL\t\tZZQX DEUX\t', `\tB\tROUX\t\t${town}\t`);
    must(await decide(batchId, { organisations: { 'ZZQX DEUX': { ...create('Bureau'), country: 'JP' } } }));
    const before = await counts();
    expect(await applyAttendanceImport(ctx(), { batchId })).toMatchObject({ refusal: { code: 'committees.organisation-refused' } });
    expect(await counts()).toEqual(before);
    expect((await findBatch(db(), batchId))?.state).toBe('draft');
  });
});

describe('two people at once', () => {
  it('who stage one file get one batch', async () => {
    const row = `Madame\tAnne\tMOREL\tMaire\t${town}\t`;
    const ids = await Promise.all([stage(row), stage(row), stage(row)]);
    expect(new Set(ids).size).toBe(1);
  });

  it('who apply one draft record its people once', async () => {
    const batchId = await stage(`Madame\tAnne\tMOREL\tMaire\t${town}\t`);
    const results = await Promise.all([1, 2, 3, 4].map(() => applyAttendanceImport(ctx(), { batchId })));
    expect(results.map((result) => must(result).again).sort()).toEqual([false, true, true, true]);
    expect(await list()).toEqual(['Anne MOREL: present']);
  });

  it('who apply files naming one new person, at several meetings: all but the first are asked whether it is the same one', async () => {
    const batches: string[] = [];
    for (const role of ['Maire', 'Sénatrice', 'Conseillère', 'Présidente', 'Déléguée', 'Députée']) {
      meetingId = (await givenMeeting(db())).meetingId;
      batches.push(await stage(`Madame\tAnne\tMOREL\t${role}\t${town}\t`));
    }
    const results = await Promise.all(batches.map((batchId) => applyAttendanceImport(ctx(), { batchId })));
    expect(results.map((result) => (result.ok ? 'done' : result.refusal.code)).sort()).toEqual([
      ...Array(5).fill('committees.undecided'),
      'done',
    ]);
  });

  it('who decide on one draft: the second is told, and nothing of the first is lost', async () => {
    const batchId = await stage(`Madame\tAnne\tMOREL\tMaire\t${town}\t`, `Monsieur\tLuc\tROUX\tAdjoint\t${town}\t`);
    const decision = (row: number) =>
      decideAttendanceImport(ctx(), { batchId, revision: 1, organisations: {}, rows: { [row]: { kind: 'leave-out' } } });
    const results = await Promise.all([decision(0), decision(1)]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.find((result) => !result.ok)).toMatchObject({ refusal: { code: 'committees.decided-meanwhile' } });
    expect(Object.keys((await findBatch(db(), batchId))?.decisions.rows ?? {})).toHaveLength(1);
  });
});

it('tells the public which authorities were present, excused ones and other organisations left out, and no person', async () => {
  const absent = `ABSENTE${town}`;
  await givenCommune(db(), absent, `7${counter}`);
  const batchId = await stage(`\tA\tMOREL\t\t${town}\t`, `\tB\tROUX\t\t${town}\t`, 'EXCUSÉS', `\tC\tNOIR\t\t${absent}\t`);
  must(await applyAttendanceImport(ctx(), { batchId }));
  const editionId = (await findMeeting(db(), meetingId))?.edition.id ?? '';
  const [row] = await listAttendances(db(), meetingId);
  expect(await authoritiesPresent(db(), editionId)).toEqual([{ organisationId: row?.organisation?.id, country: 'FR' }]);
});

describe('undoing', () => {
  it('takes back exactly what the import wrote, and the file can be read anew', async () => {
    const row = `Madame\tAnne\tMOREL\tMaire\t${town}\ta@x.example`;
    const before = await counts();
    const batchId = await stage(row);
    must(await applyAttendanceImport(ctx(), { batchId }));
    must(await undoAttendanceImport(ctx(), { batchId }));
    expect(await counts()).toEqual({ ...before, batches: before.batches + 1 });
    must(await undoAttendanceImport(ctx(), { batchId }));
    expect(await stage(row)).not.toBe(batchId);
  });

  it('restores what a second file changed, then the first can be undone too', async () => {
    const first = await stage(`Madame\tAnne\tMOREL\tMaire\t${town}\t`);
    must(await applyAttendanceImport(ctx(), { batchId: first }));
    const [before] = await listAttendances(db(), meetingId);
    const second = await stage('EXCUSÉS', `Madame\tAnne\tMOREL\tSénatrice\t${town}\t`);
    must(await decide(second, { rows: { 0: { kind: 'existing-person', personId: before?.person.id ?? '' } } }));
    must(await applyAttendanceImport(ctx(), { batchId: second }));
    expect(await list()).toEqual(['Anne MOREL: excused']);
    expect(await undoAttendanceImport(ctx(), { batchId: first })).toMatchObject({ refusal: { code: 'committees.undo-depends' } });
    must(await undoAttendanceImport(ctx(), { batchId: second }));
    expect((await listAttendances(db(), meetingId))[0]).toEqual(before);
    must(await undoAttendanceImport(ctx(), { batchId: first }));
    expect(await list()).toEqual([]);
  });

  it('is refused once a person it brought was used elsewhere, and changes nothing then', async () => {
    const batchId = await stage(`Madame\tAnne\tMOREL\tMaire\t${town}\t`, `Monsieur\tLuc\tROUX\tAdjoint\t${town}\t`);
    must(await applyAttendanceImport(ctx(), { batchId }));
    const [anne] = await listAttendances(db(), meetingId);
    const other = await givenMeeting(db());
    await db()
      .insert(attendances)
      .values({ meetingId: other.meetingId, personId: anne?.person.id ?? '', status: 'present', lines: [1] });
    const before = await counts();
    expect(await undoAttendanceImport(ctx(), { batchId })).toMatchObject({ refusal: { code: 'committees.undo-depends' } });
    expect(await counts()).toEqual(before);
    expect((await findBatch(db(), batchId))?.state).toBe('applied');
  });

  it('of a draft discards it and its decisions', async () => {
    const batchId = await stage(`Madame\tAnne\tMOREL\tMaire\t${town}\t`);
    must(await undoAttendanceImport(ctx(), { batchId }));
    expect(await applyAttendanceImport(ctx(), { batchId })).toMatchObject({ refusal: { code: 'committees.not-a-draft' } });
  });
});

describe('rights', () => {
  it.each([
    ['nobody', undefined, 'sign-in-required'],
    ['the other side’s secretariat', personWith({ role: 'secretariat', side: 'JP' }), 'not-allowed'],
    ['a member of the committee', personWith({ role: 'committee-member', committeeId: newId() }), 'not-allowed'],
    ['an officer', personWith({ role: 'authority-editor', organisationId: newId() }), 'not-allowed'],
  ])('%s can neither read, decide, apply nor undo an import', async (_, actor, code) => {
    const batchId = await stage(`Madame\tAnne\tMOREL\tMaire\t${town}\t`);
    const other = actor ? database.ctx(actor) : database.ctx();
    const bytes = new TextEncoder().encode(HEADER);
    const results = [
      await stageAttendanceImport(other, { meetingId, fileName: 'x', bytes }),
      await readAttendanceImport(other, { batchId }),
      await decideAttendanceImport(other, { batchId, revision: 1, organisations: {}, rows: {} }),
      await applyAttendanceImport(other, { batchId }),
      await undoAttendanceImport(other, { batchId }),
    ];
    expect(results.map((result) => (result.ok ? 'done' : result.refusal.code))).toEqual([code, code, code, code, code]);
  });

  it('of both sides open a joint committee', async () => {
    meetingId = (await givenMeeting(db(), ['FR', 'JP'])).meetingId;
    const batchId = await stage(`Madame\tAnne\tMOREL\tMaire\t${town}\t`);
    expect((await applyAttendanceImport(database.ctx(personWith({ role: 'secretariat', side: 'JP' })), { batchId })).ok).toBe(true);
  });
});

it('files every step in the audit trail, without personal values', async () => {
  const batchId = await stage(`Madame\tAnne\tMOREL\tMaire\t${town}\tanne@secret.example`);
  must(await applyAttendanceImport(ctx(), { batchId }));
  must(await undoAttendanceImport(ctx(), { batchId }));
  const trail = await db().select().from(auditEvents).where(eq(auditEvents.subjectId, batchId));
  expect(trail.map((event) => event.action).sort()).toEqual([
    'committees.apply-attendance-import',
    'committees.stage-attendance-import',
    'committees.undo-attendance-import',
  ]);
  expect(JSON.stringify(trail.map(({ before, after }) => [before, after]))).not.toMatch(/MOREL|secret/);
});
