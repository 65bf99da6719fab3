import { describe, expect, it } from 'vitest';
import { newId } from '#app/lib/id.ts';
import { personWith, useTestDatabase } from '#app/platform/testing/database.ts';
import { findBatch, findCommittee, findEditionFacts, findMeeting } from './queries.server.ts';
import { givenMeeting } from './testing/given.ts';
import { createCommittee } from './use-cases/create-committee.server.ts';
import { createMeeting } from './use-cases/create-meeting.server.ts';

const database = useTestDatabase();
const text = { fr: 'Comité' };
const committee = { kind: 'plenary', sides: ['FR'], name: text };
const meeting = { number: 1, title: text, date: '2025-09-22', startTime: null, timeZone: 'Europe/Paris', mode: 'video', place: {} };

describe.each(['', 'new', '%00', '1', `${newId()}0`, newId()])('the identifier “%s”, which nothing has', (id) => {
  it('finds nothing, and never fails', async () => {
    const { db } = database.connection;
    for (const find of [findEditionFacts, findCommittee, findMeeting, findBatch]) expect(await find(db, id)).toBeNull();
  });

  it('makes neither a committee nor a meeting, and tells a stranger no more than that', async () => {
    const [admin, reader] = [personWith({ role: 'instance-admin' }), personWith()].map((actor) => database.ctx(actor));
    if (!admin || !reader) throw new Error('two people');
    for (const [ctx, code] of [
      [admin, 'not-found'],
      [reader, 'not-allowed'],
    ] as const) {
      const refused = { ok: false, refusal: { code } };
      expect(await createCommittee(ctx, { ...committee, editionId: id })).toMatchObject(refused);
      expect(await createMeeting(ctx, { ...meeting, committeeId: id })).toMatchObject(refused);
    }
  });
});

it('finds what its identifier names', async () => {
  const { db } = database.connection;
  const { editionId, committeeId, meetingId } = await givenMeeting(db);
  expect((await findEditionFacts(db, editionId))?.id).toBe(editionId);
  expect((await findCommittee(db, committeeId))?.committee.id).toBe(committeeId);
  expect((await findMeeting(db, meetingId.toUpperCase()))?.meeting.id).toBe(meetingId);
});
