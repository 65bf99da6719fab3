import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { organisations } from '#app/features/authorities/schema.server.ts';
import { personWith, useTestDatabase } from '#app/platform/testing/database.ts';
import { findBatch } from '../queries.server.ts';
import { givenCommune, givenMeeting } from '../testing/given.ts';
import { decideAttendanceImport } from './decide-attendance-import.server.ts';
import { readAttendanceImport } from './read-attendance-import.server.ts';
import { stageAttendanceImport } from './stage-attendance-import.server.ts';

const database = useTestDatabase();
const ctx = (locale: 'fr' | 'ja') => ({ ...database.ctx(personWith({ role: 'secretariat', side: 'FR' })), locale });

it('names found and chosen organisations in the language of the reader, and leaves the batch as it was stored', async () => {
  const { db } = database.connection;
  const id = await givenCommune(db, 'PESSAXANTEC', '33318');
  const names = [
    { lang: 'fr', script: 'Latn', kind: 'official' as const, name: 'Pessaxantec' },
    { lang: 'ja', script: 'Jpan', kind: 'official' as const, name: 'ペサック' },
  ];
  await db.update(organisations).set({ names }).where(eq(organisations.id, id));
  const { meetingId } = await givenMeeting(db);
  const bytes = new TextEncoder().encode('Prénom\tNom\tFonction\tOrganisme\nAnne\tMOREL\tMaire\tPESSAXANTEC\nLuc\tROUX\tAdjoint\tZZQY');
  const staged = await stageAttendanceImport(ctx('fr'), { meetingId, fileName: null, bytes });
  if (!staged.ok) throw new Error(staged.refusal.code);
  const { batchId } = staged.value;
  const chosen = { ZZQY: { kind: 'registered' as const, organisationId: id } };
  expect((await decideAttendanceImport(ctx('fr'), { batchId, revision: 1, organisations: chosen, rows: {} })).ok).toBe(true);

  const named = async (locale: 'fr' | 'ja') => {
    const view = await readAttendanceImport(ctx(locale), { batchId });
    if (!view.ok) throw new Error(view.refusal.code);
    const { batch, recognised } = view.value;
    const { organisation, candidates } = batch.snapshot.recognitions.PESSAXANTEC ?? {};
    const all = [organisation, ...(candidates ?? []).map((each) => each.organisation), recognised.get('ZZQY')?.organisation];
    return [...new Set(all.map((each) => each?.name))];
  };
  expect([await named('ja'), await named('fr')]).toEqual([['ペサック'], ['Pessaxantec']]);
  const stored = await findBatch(db, batchId);
  expect(stored?.snapshot.recognitions.PESSAXANTEC?.organisation?.name).toBe('Pessaxantec');
  expect(stored?.fileName).toBe('');
});
