import { expect, it } from 'vitest';
import { actingAs, makePerson } from '#app/features/accounts/testing.ts';
import { givenEditionWithForm } from '#app/features/participation/testing.ts';
import { newId } from '#app/lib/id.ts';
import { LOCALES } from '#app/lib/locale.ts';
import { useTestDatabase } from '#app/platform/testing/database.ts';
import { must } from '#app/platform/testing/results.ts';
import { boardModel } from './board-model.ts';
import { notesIn } from './notes.ts';
import { sayerOf } from './sentences.ts';
import { givenRooms, givenSpeaker } from './testing.ts';
import { joinPair } from './use-cases/join-pair.server.ts';
import { moveAuthority } from './use-cases/move-authority.server.ts';
import { readBoard } from './use-cases/read-board.server.ts';
import { setChair } from './use-cases/set-chair.server.ts';

const database = useTestDatabase();
const admin = actingAs(newId(), { role: 'instance-admin' });

it('lays the board out with minutes by side, pairs on one card, and what a move breaks on its card and column', async () => {
  const ctx = database.ctx(admin);
  await makePerson(ctx.db, { grants: [{ grant: { role: 'secretariat', side: 'FR' } }] });
  const edition = await givenEditionWithForm(ctx.db);
  const speaker = async (name: string, country: 'FR' | 'JP', choices: number[]) =>
    (await givenSpeaker(ctx, edition, { name, country, choices })).organisationId;
  const nancy = await speaker('Nancy', 'FR', [0, 1]);
  const tours = await speaker('Tours', 'FR', [2]);
  const brest = await speaker('Brest', 'FR', []);
  const kanazawa = await speaker('Kanazawa', 'JP', [1, 0]);
  const board = async () => must(await readBoard(ctx, edition.slug));
  const at = async () => ({ edition: edition.slug, revision: (await board()).settings.revision });
  const [first = '', second = ''] = edition.workshopIds;
  expect(boardModel(await board(), 'en')).toMatchObject({ broken: [], unplaced: [{}, {}, {}, {}] });

  must(await joinPair(ctx, { ...(await at()), organisationIds: [nancy, kanazawa], jointMinutes: 9 }));
  must(await setChair(ctx, { ...(await at()), workshopId: second, organisationId: tours, chairs: true }));
  for (const organisationId of [tours, brest, nancy])
    must(await moveAuthority(ctx, { ...(await at()), organisationId, workshopId: first }));
  await givenRooms(ctx, edition, { talkMinutes: 20, seats: 30 });
  const view = await board();
  const model = boardModel(view, 'en');
  const column = model.columns[0];
  expect(column).toMatchObject({
    number: 1,
    used: 23,
    available: 20,
    seats: 30,
    speakers: [
      { side: 'a', count: 3 },
      { side: 'b', count: 1 },
    ],
  });
  expect(column?.parts.map(({ value }) => value)).toEqual([14, 9, 0]);
  expect(column?.faults).toEqual(['Workshop 1: 23 minutes of talks, 20 available.']);
  // Chairs first; the order of the others is that of the registry, which tests make at random.
  const cards = new Map(
    column?.cards.map((card) => [
      card.members
        .map(({ name }) => name.text)
        .sort()
        .join(' + '),
      card,
    ]),
  );
  expect([...cards.keys()][0]).toBe('Tours');
  expect([...cards.keys()].sort()).toEqual(['Brest', 'Kanazawa + Nancy', 'Tours']);
  expect(cards.get('Tours')).toMatchObject({
    faults: ['Tours chairs workshop 2, but has no place there.'],
    members: [{ rank: null, chair: true }],
  });
  const pair = cards.get('Kanazawa + Nancy');
  expect(pair).toMatchObject({ faults: [], minutes: 9, sharing: 'joint' });
  expect(pair?.members.map(({ name, side, rank }) => [name.text, side, rank])).toEqual(
    expect.arrayContaining([
      ['Nancy', 'a', 1],
      ['Kanazawa', 'b', 2],
    ]),
  );
  expect(model.broken).toHaveLength(2);
  expect(model.unplaced).toEqual([]);
  // Every sentence can be said in every language: no value is missing, no name of one stands in the words of another.
  for (const locale of LOCALES) {
    const sayer = sayerOf(view.intentions, locale);
    const said = [...view.faults.map(sayer.fault), ...notesIn(view.notes, sayer)];
    expect(said.join(' ')).not.toMatch(/undefined|NaN|\{/);
    expect(sayer.conflict({ kind: 'min-country', country: 'JP', workshop: first }, { ...view.problem, minPerCountry: { JP: 3 } })).toMatch(
      /3/,
    );
  }
});
