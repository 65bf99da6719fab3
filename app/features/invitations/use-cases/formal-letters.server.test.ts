import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { persons } from '#app/features/accounts/schema.server.ts';
import { actingAs, makeOrganisation } from '#app/features/accounts/testing.ts';
import { newId } from '#app/lib/id.ts';
import { inTransaction } from '#app/platform/ctx.ts';
import { useTestDatabase } from '#app/platform/testing/database.ts';
import { code, must } from '#app/platform/testing/results.ts';
import { invitationsPersonalData } from '../personal-data.server.ts';
import { formalLetters, invitations, letterSeries, meetingLetters } from '../schema.server.ts';
import { givenCalledMeeting, givenMember, givenSent } from '../testing.ts';
import { enterAnswer } from './enter-answer.server.ts';
import { numberLetters } from './number-letters.server.ts';
import { readFormalLetters } from './read-formal-letters.server.ts';

const database = useTestDatabase();
const db = () => database.connection.db;
const as = database.ctx;
const french = actingAs(newId(), { role: 'secretariat', side: 'FR' });
const japanese = actingAs(newId(), { role: 'secretariat', side: 'JP' });

let given = { editionId: '', committeeId: '', meetingId: '' };
let nancy = { personId: '', organisationId: '' };
let tours = { personId: '', organisationId: '' };
beforeEach(async () => {
  await db().delete(formalLetters);
  await db().delete(letterSeries);
  given = await givenCalledMeeting(db());
  nancy = await givenMember(db(), given.committeeId, { family: 'NANCY' });
  tours = await givenMember(db(), given.committeeId, { family: 'TOURS', elected: true });
  await db().update(persons).set({ civility: 'Monsieur le Maire' }).where(eq(persons.id, tours.personId));
});

const SENDER = {
  ...{ sender: 'Réseau des villes\n12, rue de l’Exemple', place: 'Paris', signatory: 'Camille TEST\nDéléguée générale' },
  ...{ replyTo: 'copil@reseau.example', answerBy: '2026-06-01' },
};
const write = (personIds: string[], organisationIds: string[] = [], typed: Partial<typeof SENDER> = {}, actor = french) =>
  numberLetters(as(actor), { ...SENDER, ...typed, meetingId: given.meetingId, personIds, organisationIds });
const numbers = async () => must(await readFormalLetters(as(french), given.meetingId)).letters.map(({ number }) => number);

describe('formal letters', () => {
  it('address persons and organisations by their forms, and say when, where and how to answer', async () => {
    must(await write([tours.personId], [nancy.organisationId]));
    const { letters } = must(await readFormalLetters(as(french), given.meetingId));
    expect(letters.map(({ number }) => number)).toEqual(['2026-FR-001', '2026-FR-002']);
    expect(letters[0]?.content).toMatchObject({ addressee: ['Ville de NANCY'], opening: 'Madame, Monsieur,' });
    expect(letters[1]?.content).toMatchObject({
      ...{ opening: 'Monsieur le Maire,', reference: 'Réf.\u00a0: 2026-FR-002', placeAndDate: 'Paris, le 16 mars 2026' },
      sender: ['Réseau des villes', '12, rue de l’Exemple'],
      signatory: ['Camille TEST', 'Déléguée générale'],
    });
    const said = JSON.stringify(letters[1]?.content).replace(/[\u00a0\u202f]/g, ' ');
    for (const part of [
      'mardi 23 juin 2026',
      '9 h 30 – 12 h (heure de Paris)',
      'Hôtel de ville, Cannes',
      'lundi 1er juin 2026',
      'copil@reseau.example',
    ])
      expect(said).toContain(part);
  });

  it('are numbered without a gap and without a double, whoever numbers at once', async () => {
    const others = await Promise.all(['A', 'B', 'C', 'D', 'E', 'F'].map((family) => givenMember(db(), given.committeeId, { family })));
    const people = [nancy, tours, ...others].map(({ personId }) => personId);
    // Each group overlaps the next one: who is in two of them has one letter.
    const groups = people.map((person, index) => [person, people[(index + 1) % people.length] ?? person]);
    const results = await Promise.all(groups.map((group) => write(group)));
    expect(new Set(results.map(code))).toEqual(new Set(['done']));
    expect(await numbers()).toEqual(people.map((_, index) => `2026-FR-00${index + 1}`));
    const rows = await db().select().from(formalLetters);
    expect(new Set(rows.map(({ personId }) => personId)).size).toBe(people.length);
  });

  it('give a number back when they are not written', async () => {
    expect(code(await write([nancy.personId, newId()]))).toBe('not-found');
    await expect(
      inTransaction(as(french), async (tx) => {
        must(await numberLetters(tx, { ...SENDER, meetingId: given.meetingId, personIds: [nancy.personId], organisationIds: [] }));
        throw new Error('the machine fails');
      }),
    ).rejects.toThrow('the machine fails');
    must(await write([tours.personId]));
    expect(await numbers()).toEqual(['2026-FR-001']);
  });

  it('keep their number when they are written anew', async () => {
    must(await write([nancy.personId, tours.personId]));
    const before = must(await readFormalLetters(as(french), given.meetingId)).letters;
    must(await write([tours.personId], [], { place: 'Cannes' }));
    const after = must(await readFormalLetters(as(french), given.meetingId)).letters;
    expect(after.map(({ id, number }) => [id, number])).toEqual(before.map(({ id, number }) => [id, number]));
    expect(after.filter(({ content }) => content.placeAndDate.startsWith('Cannes'))).toHaveLength(1);
  });

  it('are not written, nor seen, by the other side, nor to strangers', async () => {
    must(await write([nancy.personId]));
    expect(code(await write([nancy.personId], [], {}, japanese))).toBe('not-found');
    expect(code(await readFormalLetters(as(japanese), given.meetingId))).toBe('not-found');
    expect(code(await write([], [await makeOrganisation(db(), 'FR')]))).toBe('not-found');
  });

  it.each([
    [{ sender: ' \n ' }, 'invitations.sender-missing'],
    [{ signatory: '' }, 'invitations.sender-missing'],
    [{ sender: 'x'.repeat(601) }, 'invitations.letter-text-too-long'],
    [{ replyTo: 'nobody' }, 'invitations.reply-to-invalid'],
    [{ answerBy: '2026-02-3x' }, 'invitations.answer-by-invalid'],
    [{ answerBy: '2026-02-30' }, 'invitations.answer-by-invalid'],
  ])('refuse %j', async (typed, refusal) => {
    expect(code(await write([nancy.personId], [], typed))).toBe(refusal);
    expect(await numbers()).toEqual([]);
  });

  it('begin with the sender in Japanese, dated by the era', async () => {
    const joint = await givenCalledMeeting(db(), ['FR', 'JP']);
    const { organisationId } = await givenMember(db(), joint.committeeId, { family: 'KOBE', country: 'JP' });
    must(await numberLetters(as(japanese), { ...SENDER, meetingId: joint.meetingId, personIds: [], organisationIds: [organisationId] }));
    const { letters } = must(await readFormalLetters(as(japanese), joint.meetingId));
    expect(letters).toMatchObject([
      {
        number: '2026-JP-001',
        content: { lang: 'ja', placeAndDate: '令和8年3月16日', reference: '第2026-JP-001号', addressee: ['Ville de KOBE 御中'] },
      },
    ]);
  });
});

describe('what is held on a person', () => {
  it('can be taken out whole and erased whole; numbers and counts stay', async () => {
    await givenSent(as(french), given.meetingId, [nancy]);
    must(await write([nancy.personId]));
    const [row] = await db().select().from(invitations).where(eq(invitations.personId, nancy.personId));
    const which = { meetingId: given.meetingId, invitationId: row?.id ?? '', revision: 0, source: 'phone' };
    const told = {
      answer: 'represented',
      name: 'Sacha PLANTED',
      function: 'Adjoint',
      mailbox: 'nancy@ville.example',
      note: 'raison de PLANTED',
    };
    must(await enterAnswer(as(french), { ...which, ...told }));
    const out = JSON.stringify(await inTransaction(as(french), (tx) => invitationsPersonalData.exportOf(tx, nancy.personId)));
    for (const part of ['PLANTED', 'nancy@ville.example', 'Ville de NANCY', 'Objet']) expect(out).toContain(part);
    await inTransaction(as(french), (tx) => invitationsPersonalData.erase(tx, nancy.personId));
    const left = JSON.stringify([
      await db().select().from(invitations).where(eq(invitations.personId, nancy.personId)),
      await db().select().from(meetingLetters).where(eq(meetingLetters.invitationId, which.invitationId)),
      await db().select().from(formalLetters).where(eq(formalLetters.personId, nancy.personId)),
    ]);
    expect(left).not.toMatch(/PLANTED|nancy@|NANCY/);
    expect(await numbers()).toEqual(['2026-FR-001']);
    expect(left).toContain('represented');
  });

  it('is forgotten of whoever was to come in another’s place, told by the mailbox', async () => {
    await givenSent(as(french), given.meetingId, [nancy]);
    const [row] = await db().select().from(invitations).where(eq(invitations.personId, nancy.personId));
    const which = { meetingId: given.meetingId, invitationId: row?.id ?? '', revision: 0, source: 'phone' };
    must(
      await enterAnswer(as(french), {
        ...which,
        answer: 'represented',
        name: 'Le Maire',
        function: '',
        mailbox: 'Tours@ville.example',
        note: '',
      }),
    );
    const out = JSON.stringify(await inTransaction(as(french), (tx) => invitationsPersonalData.exportOf(tx, tours.personId)));
    expect(out).toContain('Le Maire');
    await inTransaction(as(french), (tx) => invitationsPersonalData.erase(tx, tours.personId));
    const [after] = await db().select().from(invitations).where(eq(invitations.personId, nancy.personId));
    expect(after).toMatchObject({ answer: 'represented', representedBy: null });
  });
});
