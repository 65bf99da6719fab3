import { beforeEach, describe, expect, it } from 'vitest';
import { anonymous, type Grant } from '#app/access/actor.ts';
import { makeOrganisation, makePerson } from '#app/features/accounts/testing.ts';
import { createCommittee, createMeeting } from '#app/features/committees/public.server.ts';
import { givenMeeting } from '#app/features/committees/testing/given.ts';
import { localised } from '#app/lib/localised-text.ts';
import { type Result, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { auditEvents, storedFiles } from '#app/platform/db/schema.server.ts';
import { useFilesFolder } from '#app/platform/files/testing.ts';
import { personWith, useTestDatabase } from '#app/platform/testing/database.ts';
import { must } from '#app/platform/testing/results.ts';
import type { ItemInput } from './domain/agenda-item.ts';
import type { DocumentInput } from './domain/document.ts';
import type { VoicedInput } from './domain/voiced.ts';
import { registerMeetingDocuments } from './meeting-documents.server.ts';
import { agendasPersonalData } from './personal-data.server.ts';
import { agendaOf } from './queries.server.ts';
import { copyPreviousAgenda, moveItem, removeItem } from './use-cases/arrange-items.server.ts';
import { addFile, removeFile } from './use-cases/put-upload.server.ts';
import { readAgenda, readAgendaDesk } from './use-cases/read-agenda.server.ts';
import { readContent, readMeetingFile } from './use-cases/read-meeting-file.server.ts';
import { readVoiced, readVoicedDesk } from './use-cases/read-voiced.server.ts';
import { editVoiced, recordVoiced, removeVoiced } from './use-cases/record-voiced.server.ts';
import { addDocument, editDocument, moveDocument, removeDocument } from './use-cases/write-document.server.ts';
import { addItem, editItem } from './use-cases/write-item.server.ts';

const database = useTestDatabase();
useFilesFolder();
const db = () => database.connection.db;
const as = (...grants: Grant[]) => database.ctx(personWith(...grants));
const admin = () => as({ role: 'instance-admin' });
const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);

const item = (title: string, more: Partial<ItemInput> = {}): ItemInput => ({
  ...{ title: { en: title }, note: {}, minutes: null, speakerIds: [], speakerLabels: '', documentIds: [] },
  ...more,
});
const page = (number: number, more: Partial<DocumentInput> = {}): DocumentInput => ({
  ...{ number, kind: 'page', title: { en: `Page ${number}` }, body: { en: 'Text.' }, generatedKey: '' },
  ...more,
});
const voiced = (more: Partial<VoicedInput> = {}): VoicedInput => ({
  ...{ kind: 'question', text: { en: 'One joint talk or two?' }, organisationId: '', personId: '', byLabel: 'Bordeaux', meetingId: '' },
  ...{ mailDate: '2025-09-30', source: {}, state: 'open', outcome: {}, settledOn: '' },
  ...more,
});
const pdf = new TextEncoder().encode('%PDF-1.4\n%%EOF');
const upload = (name = 'a.pdf', bytes = pdf, lang = 'fr') => ({ bytes, name, lang });
const file = (number: number) => page(number, { kind: 'file', body: {} });

type Given = Awaited<ReturnType<typeof givenMeeting>>;
let fr: Given;
let meetingId: string;
beforeEach(async () => {
  fr = await givenMeeting(db());
  meetingId = fr.meetingId;
});

const titles = async () => (await agendaOf(db(), meetingId)).items.map(({ title, position }) => `${position} ${title.texts.en?.text}`);
const numbers = async () => (await agendaOf(db(), meetingId)).documents.map(({ number, title }) => `${number} ${title.texts.en?.text}`);
const addAll = async (...names: string[]) => {
  const ids: string[] = [];
  for (const name of names) ids.push(must(await addItem(admin(), meetingId, item(name))));
  return ids;
};

describe('an agenda', () => {
  it('keeps the order in which its items are put, moved and removed', async () => {
    const [a = '', b = '', c = ''] = await addAll('A', 'B', 'C');
    must(await moveItem(admin(), meetingId, { id: c, direction: 'up' }));
    must(await moveItem(admin(), meetingId, { id: a, direction: 'up' }));
    expect(await titles()).toEqual(['1 A', '2 C', '3 B']);
    must(await removeItem(admin(), meetingId, { id: a, revision: 1 }));
    expect(await titles()).toEqual(['1 C', '2 B']);
    must(await moveItem(admin(), meetingId, { id: b, direction: 'down' }));
    expect(await titles()).toEqual(['1 C', '2 B']);
  });

  it('loses no item and doubles no place when several people write at once', async () => {
    const [first = ''] = await addAll('A');
    await Promise.all([
      ...['B', 'C', 'D', 'E'].map((name) => addItem(admin(), meetingId, item(name))),
      moveItem(admin(), meetingId, { id: first, direction: 'down' }),
    ]);
    const now = await titles();
    expect(now.map((line) => line.split(' ')[0])).toEqual(['1', '2', '3', '4', '5']);
    expect(now.map((line) => line.split(' ')[1]).sort()).toEqual(['A', 'B', 'C', 'D', 'E']);
  });

  it('is possible for a meeting without a date', async () => {
    const meeting = {
      number: 2,
      title: { en: 'Second' },
      date: 'tbc',
      startTime: null,
      timeZone: 'Europe/Paris',
      mode: 'video',
      place: {},
    };
    const { id } = must(await createMeeting(admin(), { ...meeting, committeeId: fr.committeeId }));
    must(await addItem(admin(), id, item('Welcome')));
    must(await addDocument(admin(), id, page(1), null));
    expect(must(await readMeetingFile(admin(), id, { format: 'pdf', lang: 'ja' })).bytes.length).toBeGreaterThan(1_000);
  });

  it('says that somebody else was faster, and keeps what that one wrote', async () => {
    const [id = ''] = await addAll('A');
    must(await editItem(admin(), meetingId, { id, revision: 1, input: item('First') }));
    const late = { id, revision: 1, input: item('Late') };
    expect(code(await editItem(admin(), meetingId, late))).toBe('agendas.changed-meanwhile');
    expect(code(await removeItem(admin(), meetingId, { id, revision: 1 }))).toBe('agendas.changed-meanwhile');
    expect(await titles()).toEqual(['1 First']);
  });

  it('names persons of the committee, printed labels and documents of the meeting, and nobody else’s', async () => {
    const member = await makePerson(db(), { grants: [{ grant: { role: 'committee-member', committeeId: fr.committeeId } }] });
    const stranger = await makePerson(db());
    const documentId = must(await addDocument(admin(), meetingId, page(1), null));
    const other = await givenMeeting(db());
    const elsewhere = must(await addDocument(admin(), other.meetingId, page(1), null));
    const whole = item('A', {
      speakerIds: [member, member],
      speakerLabels: 'M. Inconnu\n\nM. Inconnu',
      documentIds: [documentId],
      minutes: 15,
    });
    const id = must(await addItem(admin(), meetingId, whole));
    const { items } = await agendaOf(db(), meetingId);
    expect(items[0]).toMatchObject({
      minutes: 15,
      speakerIds: [member],
      documentIds: [documentId],
      speakers: [{ personId: member }, { label: 'M. Inconnu' }],
    });
    expect(code(await addItem(admin(), meetingId, item('B', { speakerIds: [stranger] })))).toBe('agendas.unknown-person');
    expect(code(await addItem(admin(), meetingId, item('B', { documentIds: [elsewhere] })))).toBe('agendas.unknown-document');
    expect(code(await editItem(admin(), other.meetingId, { id, revision: 1, input: item('B') }))).toBe('not-found');
  });

  it('takes over the agenda of the meeting before, once, without its documents', async () => {
    const documentId = must(await addDocument(admin(), meetingId, page(1), null));
    must(await addItem(admin(), meetingId, item('A', { minutes: 10, speakerLabels: 'X', documentIds: [documentId] })));
    const meeting = {
      number: 3,
      title: { en: 'Third' },
      date: '2026-07',
      startTime: null,
      timeZone: 'Europe/Paris',
      mode: 'video',
      place: {},
    };
    const { id } = must(await createMeeting(admin(), { ...meeting, committeeId: fr.committeeId }));
    expect(must(await readAgenda(admin(), id)).previous?.id).toBe(meetingId);
    const [one, two] = await Promise.all([copyPreviousAgenda(admin(), id), copyPreviousAgenda(admin(), id)]);
    expect([code(one), code(two)].sort()).toEqual(['agendas.agenda-not-empty', 'ok']);
    expect((await agendaOf(db(), id)).items).toMatchObject([{ minutes: 10, documentIds: [], speakers: [{ label: 'X' }] }]);
    expect(code(await copyPreviousAgenda(admin(), meetingId))).toBe('agendas.agenda-not-empty');
    const alone = await givenMeeting(db());
    expect(code(await copyPreviousAgenda(admin(), alone.meetingId))).toBe('agendas.no-previous-agenda');
  });

  it.each([
    ['no title', item('  '), 'agendas.text-missing'],
    ['an endless title', item('x'.repeat(301)), 'agendas.text-too-long'],
    ['no minutes', item('A', { minutes: Number.NaN }), 'agendas.bad-minutes'],
    [
      'too many speakers',
      item('A', { speakerLabels: Array.from({ length: 13 }, (_, i) => `S${i}`).join('\n') }),
      'agendas.too-many-speakers',
    ],
  ])('refuses %s and writes nothing', async (_what, input, refused) => {
    expect(code(await addItem(admin(), meetingId, input))).toBe(refused);
    expect(await titles()).toEqual([]);
  });

  it('keeps markup as the text it is', async () => {
    must(await addItem(admin(), meetingId, item('<script>alert(1)</script>\u202E')));
    expect(await titles()).toEqual(['1 <script>alert(1)</script>']);
  });
});

describe('the documents of a meeting', () => {
  it('have each number once, whoever comes first', async () => {
    const both = await Promise.all([addDocument(admin(), meetingId, page(5), null), addDocument(admin(), meetingId, page(5), null)]);
    expect(both.map(code).sort()).toEqual(['agendas.number-taken', 'ok']);
    const six = must(await addDocument(admin(), meetingId, page(6), null));
    expect(code(await editDocument(admin(), meetingId, { id: six, revision: 1, input: page(5) }))).toBe('agendas.number-taken');
    must(await editDocument(admin(), meetingId, { id: six, revision: 1, input: page(2, { title: { en: 'Two' } }) }));
    expect(await numbers()).toEqual(['2 Two', '5 Page 5']);
    must(await moveDocument(admin(), meetingId, { id: six, direction: 'down' }));
    expect(await numbers()).toEqual(['2 Page 5', '5 Two']);
    const other = await givenMeeting(db());
    expect(code(await addDocument(admin(), other.meetingId, page(5), null))).toBe('ok');
  });

  it('write nothing when the file is refused', async () => {
    const html = new TextEncoder().encode('<html></html>');
    expect(code(await addDocument(admin(), meetingId, file(1), upload('a.pdf', html)))).toBe('files.unsupported-type');
    expect(code(await addDocument(admin(), meetingId, file(1), upload('a.pdf', pdf, 'xx')))).toBe('agendas.unknown-language');
    expect(code(await addDocument(admin(), meetingId, file(1), null))).toBe('agendas.file-missing');
    expect(await numbers()).toEqual([]);
  });

  it('give each reader the file of their language, and the one there is where theirs is missing', async () => {
    const id = must(await addDocument(admin(), meetingId, file(1), upload('fr.pdf')));
    const japanese = new TextEncoder().encode('%PDF-1.4\n%ja\n%%EOF');
    must(await addFile(admin(), meetingId, { documentId: id, upload: upload('ja.pdf', japanese, 'ja') }));
    const nameIn = async (lang: 'fr' | 'en' | 'ja') => must(await readContent(admin(), meetingId, { id, lang })).name;
    expect([await nameIn('fr'), await nameIn('ja'), await nameIn('en')]).toEqual(['fr.pdf', 'ja.pdf', 'fr.pdf']);
    must(await addFile(admin(), meetingId, { documentId: id, upload: upload('new.pdf', japanese, 'fr') }));
    expect(await nameIn('fr')).toBe('new.pdf');
    const [{ files } = { files: [] }] = (await agendaOf(db(), meetingId)).documents;
    must(await removeFile(admin(), meetingId, { documentId: id, fileId: files[0]?.id ?? '' }));
    const left = (await agendaOf(db(), meetingId)).documents[0]?.files[0]?.id ?? '';
    expect(code(await removeFile(admin(), meetingId, { documentId: id, fileId: left }))).toBe('agendas.last-file');
  });

  it('leave the agenda when they are removed', async () => {
    const id = must(await addDocument(admin(), meetingId, page(1), null));
    must(await addItem(admin(), meetingId, item('A', { documentIds: [id] })));
    must(await removeDocument(admin(), meetingId, { id, revision: 1 }));
    expect((await agendaOf(db(), meetingId)).items[0]?.documentIds).toEqual([]);
  });

  it('that the program makes are made as a member may see them, whoever asks', async () => {
    const seen: Ctx['actor'][] = [];
    registerMeetingDocuments([
      {
        key: 'doc-5',
        title: localised('fr', { fr: 'Liste' }),
        make: async (ctx) => {
          seen.push(ctx.actor);
          return refuse('not-allowed');
        },
      },
    ]);
    must(await addDocument(admin(), meetingId, page(5, { kind: 'generated', generatedKey: 'doc-5', title: {} }), null));
    expect(code(await addDocument(admin(), meetingId, page(6, { kind: 'generated', generatedKey: 'doc-99' }), null))).toBe(
      'agendas.unknown-kind',
    );
    must(await readMeetingFile(admin(), meetingId, { format: 'pdf', lang: 'fr' }));
    expect(seen).toMatchObject([{ kind: 'person', grants: [{ role: 'committee-member', committeeId: fr.committeeId }] }]);
    expect(seen[0]?.kind === 'person' && seen[0].grants).toHaveLength(1);
  });
});

describe('who may', () => {
  const readers: [string, () => Grant, 'ok' | 'not-found', 'ok' | 'not-found', 'ok' | 'not-found'][] = [
    ['the secretariat of the side', () => ({ role: 'secretariat', side: 'FR' }), 'ok', 'ok', 'ok'],
    ['the host team of the edition', () => ({ role: 'host-team', editionId: fr.editionId }), 'ok', 'ok', 'not-found'],
    ['a member of the committee', () => ({ role: 'committee-member', committeeId: fr.committeeId }), 'ok', 'not-found', 'not-found'],
    ['the secretariat of the other side', () => ({ role: 'secretariat', side: 'JP' }), 'not-found', 'not-found', 'not-found'],
    [
      'a member of another committee',
      () => ({ role: 'committee-member', committeeId: fr.editionId }),
      'not-found',
      'not-found',
      'not-found',
    ],
    ['the host team of another edition', () => ({ role: 'host-team', editionId: fr.committeeId }), 'not-found', 'not-found', 'not-found'],
    [
      'an officer of an authority',
      () => ({ role: 'authority-editor', organisationId: fr.editionId }),
      'not-found',
      'not-found',
      'not-found',
    ],
  ];
  it.each(readers)('%s', async (_who, grant, reads, writes, records) => {
    const [itemId = ''] = await addAll('Secret item');
    const documentId = must(await addDocument(admin(), meetingId, file(1), upload()));
    const noteId = must(await recordVoiced(admin(), fr.committeeId, voiced()));
    const ctx = as(grant());
    expect(code(await readAgenda(ctx, meetingId))).toBe(reads);
    expect(code(await readContent(ctx, meetingId, { id: documentId, lang: 'fr' }))).toBe(reads);
    expect(code(await readMeetingFile(ctx, meetingId, { format: 'zip', lang: 'fr' }))).toBe(reads);
    expect(code(await readVoiced(ctx, fr.editionId))).toBe(reads);
    expect(code(await readAgendaDesk(ctx, meetingId))).toBe(writes);
    expect(code(await addItem(ctx, meetingId, item('B')))).toBe(writes);
    expect(code(await moveItem(ctx, meetingId, { id: itemId, direction: 'up' }))).toBe(writes);
    expect(code(await addFile(ctx, meetingId, { documentId, upload: upload() }))).toBe(writes);
    expect(code(await moveDocument(ctx, meetingId, { id: documentId, direction: 'up' }))).toBe(writes);
    expect(code(await recordVoiced(ctx, fr.committeeId, voiced()))).toBe(records);
    expect(code(await readVoicedDesk(ctx, { noteId }))).toBe(records);
    expect(code(await removeVoiced(ctx, { id: noteId, revision: 1 }))).toBe(records);
  });

  it('strangers are asked to sign in', async () => {
    const ctx = database.ctx(anonymous);
    for (const answer of [await readAgenda(ctx, meetingId), await addItem(ctx, meetingId, item('A')), await readVoiced(ctx, fr.editionId)])
      expect(code(answer)).toBe('sign-in-required');
  });

  it('nothing of the other side’s committee is in the list of an edition', async () => {
    const jp = must(await createCommittee(admin(), { editionId: fr.editionId, kind: 'plenary', sides: ['JP'], name: { ja: '全体会' } }));
    must(await recordVoiced(admin(), fr.committeeId, voiced({ text: { en: 'French' } })));
    must(await recordVoiced(admin(), jp.id, voiced({ text: { en: 'Japanese' } })));
    const seen = async (grant: Grant) => must(await readVoiced(as(grant), fr.editionId)).notes.map(({ text }) => text.texts.en?.text);
    expect(await seen({ role: 'secretariat', side: 'FR' })).toEqual(['French']);
    expect(await seen({ role: 'secretariat', side: 'JP' })).toEqual(['Japanese']);
    expect(await seen({ role: 'committee-member', committeeId: jp.id })).toEqual(['Japanese']);
    expect(await seen({ role: 'host-team', editionId: fr.editionId })).toEqual(['French']);
    expect((await seen({ role: 'instance-admin' })).sort()).toEqual(['French', 'Japanese']);
  });
});

describe('what was voiced', () => {
  it('is settled with its outcome, and opened again', async () => {
    const id = must(await recordVoiced(admin(), fr.committeeId, voiced({ meetingId })));
    const settle = voiced({ meetingId, state: 'settled', outcome: { en: 'Both are possible.' }, settledOn: '2025-11' });
    must(await editVoiced(admin(), { id, revision: 1, input: settle }));
    const note = async () => (await agendaOf(db(), meetingId)).notes[0];
    expect(await note()).toMatchObject({ state: 'settled', settledOn: '2025-11', meetingTitle: { source: 'fr' }, mailDate: '2025-09-30' });
    expect(code(await editVoiced(admin(), { id, revision: 1, input: settle }))).toBe('agendas.changed-meanwhile');
    must(await editVoiced(admin(), { id, revision: 2, input: voiced({ meetingId }) }));
    expect(await note()).toMatchObject({ state: 'open', outcome: null, settledOn: null });
  });

  it.each([
    ['nobody', { byLabel: ' ' }, 'agendas.nobody-named'],
    ['no source', { mailDate: '' }, 'agendas.no-source'],
    ['a settled one without outcome', { state: 'settled' }, 'agendas.text-missing'],
    ['a date that is none', { mailDate: '31 février' }, 'agendas.bad-date'],
    ['a meeting of somebody else', { meetingId: '0196b3f0-0000-7000-8000-000000000000' }, 'agendas.unknown-meeting'],
  ])('is refused with %s', async (_what, more, refused) => {
    expect(code(await recordVoiced(admin(), fr.committeeId, voiced(more)))).toBe(refused);
  });

  it('leaves no name behind when the person is erased, in the trail neither', async () => {
    const organisationId = await makeOrganisation(db(), 'FR');
    const grants = [{ grant: { role: 'committee-member' as const, committeeId: fr.committeeId } }];
    const person = await makePerson(db(), { family: 'PLANTEDNAME', organisationIds: [organisationId], grants });
    must(await recordVoiced(admin(), fr.committeeId, voiced({ personId: person, byLabel: '' })));
    must(await addItem(admin(), meetingId, item('A', { speakerIds: [person] })));
    expect(JSON.stringify(await agendasPersonalData.exportOf(admin(), person))).toContain('One joint talk or two?');
    await agendasPersonalData.erase(admin(), person);
    const agenda = await agendaOf(db(), meetingId);
    expect(JSON.stringify([agenda, await db().select().from(auditEvents)])).not.toContain('PLANTEDNAME');
    expect(agenda.items[0]?.speakers).toEqual([]);
  });
});

it('keeps the row of a file as long as a document names it', async () => {
  must(await addDocument(admin(), meetingId, file(1), upload()));
  await expect(db().delete(storedFiles)).rejects.toThrow();
});
