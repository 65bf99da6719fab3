import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#app/access/actor.ts';
import { actingAs, makeOrganisation, makePerson } from '#app/features/accounts/testing.ts';
import { newId } from '#app/lib/id.ts';
import { useTestDatabase } from '#app/platform/testing/database.ts';
import { code, must } from '#app/platform/testing/results.ts';
import { typedEdition } from '../domain/edition-input.ts';
import type { EditionRow } from '../queries.server.ts';
import { editionInput, seriesInput } from '../testing.ts';
import { addSlot } from './add-slot.server.ts';
import { createEdition } from './create-edition.server.ts';
import { createSeries } from './create-series.server.ts';
import { editEdition } from './edit-edition.server.ts';
import { postponeEdition } from './postpone-edition.server.ts';
import { recordContradiction } from './record-contradiction.server.ts';
import { recordFigure } from './record-figure.server.ts';
import { recordOrganisation } from './record-organisation.server.ts';
import { removeFigure } from './remove-figure.server.ts';
import { removeOrganisation } from './remove-organisation.server.ts';
import { saveWorkshop } from './save-workshop.server.ts';

const database = useTestDatabase();
const admin = actingAs(newId(), { role: 'instance-admin' });
const french = actingAs(newId(), { role: 'secretariat', side: 'FR' });
const japanese = actingAs(newId(), { role: 'secretariat', side: 'JP' });

let inFrance: EditionRow;
let inJapan: EditionRow;
const inJapanInput = { hostCountry: 'JP', timeZone: 'Asia/Tokyo', city: { fr: 'Shizuoka' } };
const add = (actor: Actor, seriesId: string, ordinal: number, wrong: Parameters<typeof editionInput>[0] = {}) =>
  createEdition(database.ctx(actor), { ...editionInput(wrong), seriesId, slug: `e-${newId().slice(-12)}`, ordinal });

beforeEach(async () => {
  const { db } = database.connection;
  for (const side of ['FR', 'JP']) await makePerson(db, { grants: [{ grant: { role: 'secretariat', side } }] });
  const series = must(await createSeries(database.ctx(admin), seriesInput({ countries: ['FR', 'JP'] })));
  inFrance = must(await add(admin, series.id, 1));
  inJapan = must(await add(admin, series.id, 2, inJapanInput));
});

const figure = { kind: 'authorities', value: 22, qualifier: 'exact', asOf: '2026', source: { fr: 'Compte rendu' }, note: {} };
const figureOf = (actor: Actor, { id }: EditionRow, side: string | null) => recordFigure(database.ctx(actor), id, { ...figure, side });

const slot = { day: '2013-10-16', startsAt: '11:00', endsAt: '12:30', label: { fr: 'Ateliers' }, rooms: {}, parallel: 1 };
const workshop = { number: 1, printedNumber: null, title: { fr: 'T' }, slotId: null, room: {}, talkMinutes: null, subjects: [] };
const contradiction = { subject: 'dates', printed: '2025', kept: '2026', note: {}, source: { fr: 'Compte rendu' } };

/** Everything that concerns the edition as a whole, done in turn by one actor. */
async function wholeBy(actor: Actor, edition: EditionRow): Promise<string[]> {
  const ctx = database.ctx(actor);
  const done = [
    await editEdition(ctx, edition.id, edition.revision, { ...typedEdition(edition), theme: { fr: 'Un' } }),
    await addSlot(ctx, edition.id, slot),
    await saveWorkshop(ctx, edition.id, workshop),
    await recordContradiction(ctx, edition.id, contradiction),
    await figureOf(actor, edition, null),
    await postponeEdition(ctx, edition.id, { toDates: 'tbc', reason: {}, source: {} }),
  ];
  return [...new Set(done.map(code))];
}

describe('a secretariat', () => {
  it('changes the editions that its side hosts, and not those of the other', async () => {
    expect(await wholeBy(japanese, inFrance)).toEqual(['not-allowed']);
    expect(await wholeBy(french, inJapan)).toEqual(['not-allowed']);
    expect(await wholeBy(japanese, inJapan)).toEqual(['done']);
    expect(await wholeBy(french, inFrance)).toEqual(['done']);
  });

  it('leaves the edition to its host team and to administrators', async () => {
    expect(await wholeBy(actingAs(newId(), { role: 'host-team', editionId: inFrance.id }), inFrance)).toEqual(['done']);
    expect(await wholeBy(admin, inJapan)).toEqual(['done']);
  });

  it('records and removes the figures of its own side wherever the edition is held', async () => {
    expect(code(await figureOf(japanese, inFrance, 'FR'))).toBe('not-allowed');
    expect(code(await figureOf(french, inFrance, 'JP'))).toBe('not-allowed');
    const own = must(await figureOf(japanese, inFrance, 'JP'));
    const others = must(await figureOf(french, inFrance, 'FR'));
    expect(code(await removeFigure(database.ctx(japanese), inFrance.id, others))).toBe('not-allowed');
    expect(code(await removeFigure(database.ctx(french), inFrance.id, own))).toBe('not-allowed');
    expect(code(await removeFigure(database.ctx(japanese), inFrance.id, own))).toBe('done');
  });

  it('names and removes the organisations of its own side; those of third countries are the host’s', async () => {
    const { db } = database.connection;
    const [ofFrance, ofJapan, ofItaly] = await Promise.all(['FR', 'JP', 'IT'].map((country) => makeOrganisation(db, country)));
    const name = async (actor: Actor, organisationId = '') =>
      code(await recordOrganisation(database.ctx(actor), inFrance.id, { organisationId, role: 'partner', position: 1 }));
    expect([await name(japanese, ofFrance), await name(japanese, ofItaly), await name(japanese, newId())]).toEqual(
      Array(3).fill('not-allowed'),
    );
    expect([await name(french, ofFrance), await name(french, ofItaly), await name(japanese, ofJapan)]).toEqual(Array(3).fill('done'));
    expect(await name(french, ofJapan)).toBe('not-allowed');
    const remove = async (actor: Actor, organisationId = '') =>
      code(await removeOrganisation(database.ctx(actor), inFrance.id, { organisationId, role: 'partner' }));
    expect([await remove(japanese, ofFrance), await remove(french, ofJapan)]).toEqual(['not-allowed', 'not-allowed']);
    expect([await remove(french, ofItaly), await remove(japanese, ofJapan)]).toEqual(['done', 'done']);
  });

  it('adds the editions that its side hosts, and cannot make one of them the other side’s', async () => {
    expect(code(await add(japanese, inFrance.seriesId, 3))).toBe('not-allowed');
    expect(code(await add(french, inFrance.seriesId, 3, inJapanInput))).toBe('not-allowed');
    expect(code(await add(japanese, inFrance.seriesId, 3, inJapanInput))).toBe('done');
    const given = { ...typedEdition(inFrance), ...inJapanInput };
    expect(code(await editEdition(database.ctx(french), inFrance.id, inFrance.revision, given))).toBe('not-allowed');
  });

  it('acts for a partner that has no secretariat here, until it has one', async () => {
    const series = must(await createSeries(database.ctx(french), seriesInput()));
    const yerevan = { hostCountry: 'AM', timeZone: 'Asia/Yerevan', city: { fr: 'Erevan' } };
    const edition = must(await add(french, series.id, 1, yerevan));
    expect(code(await figureOf(french, edition, 'AM'))).toBe('done');
    expect(code(await figureOf(japanese, edition, 'AM'))).toBe('not-allowed');
    await makePerson(database.connection.db, { grants: [{ grant: { role: 'secretariat', side: 'AM' } }] });
    expect(code(await figureOf(french, edition, 'AM'))).toBe('not-allowed');
    expect(code(await add(french, series.id, 2, yerevan))).toBe('not-allowed');
    expect(code(await add(french, series.id, 2))).toBe('done');
  });
});
