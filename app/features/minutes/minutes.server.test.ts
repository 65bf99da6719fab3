import { eq } from 'drizzle-orm';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Actor } from '#app/access/actor.ts';
import { commandLine } from '#app/access/actor.ts';
import { makeOrganisation, makePerson } from '#app/features/accounts/testing.ts';
import { addDocument } from '#app/features/agendas/use-cases/write-document.server.ts';
import { addItem } from '#app/features/agendas/use-cases/write-item.server.ts';
import { attendances, committeeMembers, committees, meetings } from '#app/features/committees/schema.server.ts';
import { givenMeeting } from '#app/features/committees/testing/given.ts';
import { editions } from '#app/features/editions/schema.server.ts';
import { registerTextKinds } from '#app/features/texts/public.server.ts';
import type { TextDocument } from '#app/features/texts/public.ts';
import { currentDocument } from '#app/features/texts/queries.server.ts';
import { addErratum } from '#app/features/texts/use-cases/add-erratum.server.ts';
import { approveText } from '#app/features/texts/use-cases/approve-text.server.ts';
import { createText } from '#app/features/texts/use-cases/create-text.server.ts';
import { previewProposal, proposeText } from '#app/features/texts/use-cases/propose-text.server.ts';
import { publishText } from '#app/features/texts/use-cases/publish-text.server.ts';
import { readTimeline } from '#app/features/timeline/public.server.ts';
import { timelineEntries } from '#app/features/timeline/schema.server.ts';
import { newId } from '#app/lib/id.ts';
import { LOCALES } from '#app/lib/locale.ts';
import { localised } from '#app/lib/localised-text.ts';
import { partialDate } from '#app/lib/partial-date.ts';
import type { Result } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { readPdf } from '#app/platform/documents/testing.ts';
import { useFilesFolder } from '#app/platform/files/testing.ts';
import { personWith, useTestDatabase } from '#app/platform/testing/database.ts';
import { minutesExporter } from './export.cli.server.ts';
import { deadlinesOf } from './queries.server.ts';
import { minutesKind } from './text-kind.server.ts';
import { attachFile } from './use-cases/attach-file.server.ts';
import { composeMinutes } from './use-cases/compose-minutes.server.ts';
import { detachFile } from './use-cases/detach-file.server.ts';
import { importTable } from './use-cases/import-table.server.ts';
import { readContent } from './use-cases/read-content.server.ts';
import { readFile } from './use-cases/read-file.server.ts';
import { readMinutes } from './use-cases/read-minutes.server.ts';

vi.setConfig({ testTimeout: 60_000 });
const database = useTestDatabase();
useFilesFolder();
registerTextKinds([minutesKind]);

const as = (actor: Actor, locale: Ctx['locale'] = 'fr'): Ctx => ({ ...database.ctx(actor), locale });
const program = () => as(commandLine);
const french = personWith({ role: 'secretariat', side: 'FR' });
const japanese = personWith({ role: 'secretariat', side: 'JP' });

beforeAll(async () => {
  for (const secretariat of [french, japanese]) secretariat.personId = await makePerson(database.connection.db);
});

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.refusal.code} ${JSON.stringify(result.refusal.params ?? {})}`);
  return result.value;
}
const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);

/** A person of a place on the list of a meeting, with a mailbox that no printed thing may show. */
async function givenPerson(meetingId: string, family: string, status: 'present' | 'excused') {
  const { db } = database.connection;
  const organisationId = await makeOrganisation(db, 'FR', `Commune ${family}`);
  const personId = await makePerson(db, {
    given: 'Yuna',
    family,
    organisationIds: [organisationId],
    mailboxes: [`${family.toLowerCase()}-${newId()}@secret.example`],
  });
  await db.insert(attendances).values({
    meetingId,
    personId,
    organisationId,
    status,
    civility: 'Madame',
    role: 'Directrice',
    organisationPrinted: family,
    mailbox: 'secret@x.example',
    lines: [1],
  });
  return { personId, organisationId };
}

/** A meeting with an agenda, a document, a chair, a list of three and a meeting to come. */
async function givenFullMeeting(sides: string[] = ['FR'], approval: 'explicit' | 'silence' = 'explicit') {
  const { db } = database.connection;
  const given = await givenMeeting(db, sides);
  const { meetingId, committeeId, editionId } = given;
  const chair = await givenPerson(meetingId, 'HAYAMA', 'present');
  await givenPerson(meetingId, 'DUPRAT', 'present');
  await givenPerson(meetingId, 'GELIN', 'excused');
  await db.insert(committeeMembers).values({ committeeId, organisationId: chair.organisationId });
  const memberId = await makePerson(db, {
    family: 'MEMBRE',
    organisationIds: [chair.organisationId],
    mailboxes: [`m${newId()}@membre.example`],
    grants: [{ grant: { role: 'committee-member', committeeId }, sides }],
  });
  await db.update(committees).set({ approval }).where(eq(committees.id, committeeId));
  await db.update(meetings).set({ chairId: chair.personId }).where(eq(meetings.id, meetingId));
  const doc = must(
    await addDocument(
      program(),
      meetingId,
      { number: 5, kind: 'page', title: { fr: 'Liste d’intention', ja: '意向一覧' }, body: { fr: 'x' }, generatedKey: '' },
      null,
    ),
  );
  const item = {
    title: { fr: 'Présentation <b>de la ville</b>', ja: '市の紹介' },
    note: {},
    minutes: null,
    documentIds: [doc],
    speakerIds: [],
    speakerLabels: 'Madame Yuna HAYAMA',
  };
  must(await addItem(program(), meetingId, item));
  const next = {
    committeeId,
    number: 2,
    title: localised('fr', { fr: 'Deuxième réunion' }),
    date: partialDate('2026-02'),
    timeZone: 'Europe/Paris',
    mode: 'video',
  } as const;
  await db.insert(meetings).values(next);
  return { ...given, memberId, chairId: chair.personId, editionId };
}

const action = (text: string, due: string | null, id = newId()): TextDocument['content'][number] => ({
  type: 'action',
  attrs: { id, ownerId: null, owner: 'Cités Unies France', due: due === null ? null : partialDate(due) },
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});
const documentOf = (...blocks: TextDocument['content']): TextDocument => ({
  type: 'doc',
  content: [
    { type: 'paragraph', content: [{ type: 'text', text: 'Mot <script>alert(1)</script>' }] },
    ...blocks,
    { type: 'timelineGrid' },
    { type: 'attendanceList' },
  ],
});

async function givenText(meetingId: string, lang: 'fr' | 'ja', document: TextDocument): Promise<string> {
  return must(await createText(program(), { kind: 'minutes', subjectId: meetingId, lang, document })).textId;
}

async function propose(ctx: Ctx, textId: string, based = 0) {
  const input = { textId, based, until: '2026-04-01', note: '', publicUrl: 'https://x.example' };
  const { hash } = must(await previewProposal(ctx, input));
  return must(await proposeText(ctx, { ...input, hash })).number;
}

async function approved(meetingId: string, lang: 'fr' | 'ja', document: TextDocument): Promise<string> {
  const textId = await givenText(meetingId, lang, document);
  await propose(program(), textId);
  must(await approveText(as(french), { textId, version: 1, side: 'FR' }));
  return textId;
}

const entriesOf = (editionId: string) =>
  database.connection.db.select().from(timelineEntries).where(eq(timelineEntries.editionId, editionId));

describe('composing minutes', () => {
  it('takes the agenda, the chair, the computed figures and the meetings to come, once per language', async () => {
    const { meetingId } = await givenFullMeeting();
    const { textId } = must(await composeMinutes(as(french), { meetingId, lang: 'fr' }));
    const said = JSON.stringify(await currentDocument(database.connection.db, textId));
    for (const part of [
      '3 personnes inscrites',
      '2 présentes',
      '1 excusée',
      'Présentation <b>de la ville</b>',
      'Madame Yuna HAYAMA',
      '"number":"5"',
      'Liste d’intention',
      'Deuxième réunion',
    ])
      expect(said).toContain(part);
    expect(code(await composeMinutes(as(french), { meetingId, lang: 'fr' }))).toBe('texts.already-begun');
    const ja = must(await composeMinutes(as(french), { meetingId, lang: 'ja' }));
    expect(JSON.stringify(await currentDocument(database.connection.db, ja.textId))).toContain('市の紹介');
  });

  it('works for a meeting of which nothing is known, and says what it lacks', async () => {
    const { meetingId } = await givenMeeting(database.connection.db);
    expect(must(await readMinutes(as(french), meetingId)).missing).toEqual(['agenda', 'chair', 'attendance']);
    expect(code(await composeMinutes(as(french), { meetingId, lang: 'fr' }))).toBe('ok');
  });
});

describe('who may', () => {
  it('lets nobody of the other side, another committee or no committee see that minutes exist', async () => {
    const { meetingId } = await givenFullMeeting(['FR']);
    await approved(meetingId, 'fr', documentOf());
    const foreigners: Actor[] = [
      japanese,
      personWith(),
      personWith({ role: 'committee-member', committeeId: newId() }),
      personWith({ role: 'host-team', editionId: newId() }),
      personWith({ role: 'authority-editor', organisationId: newId() }),
    ];
    for (const actor of foreigners) {
      expect(code(await readMinutes(as(actor), meetingId))).toBe('not-found');
      expect(code(await readContent(as(actor), { meetingId, lang: 'fr' }))).toBe('not-found');
      expect(code(await composeMinutes(as(actor), { meetingId, lang: 'ja' }))).toBe('not-found');
    }
    expect(code(await readMinutes(database.ctx(), meetingId))).toBe('sign-in-required');
    expect(code(await readMinutes(as(french), 'nonsense'))).toBe('not-found');
  });

  it('keeps a draft to those who write it, and shows members what is proposed', async () => {
    const { meetingId, committeeId, memberId } = await givenFullMeeting();
    const member: Actor = { ...personWith({ role: 'committee-member', committeeId }), personId: memberId };
    const textId = await givenText(meetingId, 'fr', documentOf());
    expect(must(await readMinutes(as(member), meetingId)).texts).toEqual([]);
    expect(code(await readContent(as(member), { meetingId, lang: 'fr' }))).toBe('minutes.no-text');
    expect(code(await composeMinutes(as(member), { meetingId, lang: 'ja' }))).toBe('not-allowed');
    await propose(program(), textId);
    expect(must(await readMinutes(as(member), meetingId)).texts).toMatchObject([{ id: textId, mayWrite: false, version: 1 }]);
    expect(must(await readContent(as(member), { meetingId, lang: 'fr' })).version).toBe(1);
  });

  it('lets the minute-taker write and propose, and the chair say yes for the chair’s side, without a role', async () => {
    const { meetingId, chairId } = await givenFullMeeting();
    const takerId = await makePerson(database.connection.db, { family: 'PLUME' });
    await database.connection.db.update(meetings).set({ minuteTakerId: takerId }).where(eq(meetings.id, meetingId));
    const taker: Actor = { ...personWith(), personId: takerId };
    const chair: Actor = { ...personWith(), personId: chairId };
    const { textId } = must(await composeMinutes(as(taker), { meetingId, lang: 'fr' }));
    await propose(as(taker), textId);
    expect(code(await approveText(as(taker), { textId, version: 1, side: 'FR' }))).toBe('not-allowed');
    expect(must(await approveText(as(chair), { textId, version: 1, side: 'FR' })).sealed).toBe(true);
    expect(code(await publishText(as(taker), { textId, publicUrl: 'https://x.example' }))).toBe('not-allowed');
  });

  it('asks every member of the committee, addressed as recorded, and nobody else', async () => {
    const { meetingId, memberId } = await givenFullMeeting();
    const asked = await minutesKind.members(program(), meetingId);
    expect(asked.map(({ personId, side }) => ({ personId, side }))).toEqual([{ personId: memberId, side: 'FR' }]);
    expect(asked[0]?.address?.opening).toBe('Madame, Monsieur,');
    expect(asked[0]?.address?.lines.join(' ')).toMatch(/Yuna MEMBRE|Alix MEMBRE/);
    expect(await minutesKind.members(program(), newId())).toEqual([]);
  });

  it('asks both sides of a joint committee, each for itself', async () => {
    const { meetingId } = await givenFullMeeting(['FR', 'JP']);
    const textId = await givenText(meetingId, 'ja', documentOf());
    await propose(as(japanese), textId);
    expect(code(await approveText(as(french), { textId, version: 1, side: 'JP' }))).toBe('not-allowed');
    expect(must(await approveText(as(french), { textId, version: 1, side: 'FR' })).sealed).toBe(false);
    expect(must(await approveText(as(japanese), { textId, version: 1, side: 'JP' })).sealed).toBe(true);
  });
});

describe('actions of approved minutes', () => {
  it('become dates of the timeline once: not before, not again by the other language, an erratum, or after being removed', async () => {
    const { meetingId, editionId } = await givenFullMeeting();
    const [sent, month] = [newId(), newId()];
    const document = documentOf(
      action('Envoyer les fiches', '2026-05-31', sent),
      action('Choisir', '2026-06', month),
      action('Sans date', null),
      action('Loin', '0206-01-01'),
    );
    const textId = await givenText(meetingId, 'fr', document);
    await propose(program(), textId);
    expect(await entriesOf(editionId)).toEqual([]);
    must(await approveText(as(french), { textId, version: 1, side: 'FR' }));
    const entries = await entriesOf(editionId);
    expect(entries.map(({ timing, side, audience }) => ({ timing, side, audience }))).toEqual([
      { timing: { kind: 'absolute', date: '2026-05-31' }, side: 'FR', audience: 'plenary-committee' },
      { timing: { kind: 'absolute', date: '2026-06' }, side: 'FR', audience: 'plenary-committee' },
    ]);
    expect(entries[0]?.title.texts.fr?.text).toBe('Cités Unies France : Envoyer les fiches');
    expect(entries[0]?.source?.texts.ja?.text).toContain('議事録');
    const listed = must(await readMinutes(as(french), meetingId)).texts[0]?.actions.map(({ onTimeline }) => onTimeline);
    expect(listed).toEqual([true, true, null, null]);

    must(await addErratum(as(french), { textId, count: 0, insteadOf: 'Mot', read: 'Mots', reason: 'Coquille' }));
    await approved(meetingId, 'ja', documentOf(action('送付', '2026-05-31')));
    expect(await entriesOf(editionId)).toHaveLength(2);

    await database.connection.db.delete(timelineEntries).where(eq(timelineEntries.id, entries[0]?.id ?? ''));
    must(
      (await minutesKind.approved?.(program(), meetingId, {
        textId,
        versionId: newId(),
        number: 1,
        lang: 'fr',
        document,
        annexes: null,
        seal: '',
        sealedOn: '2026-03-16',
      })) ?? { ok: false, refusal: { code: 'none' } },
    );
    expect(await entriesOf(editionId)).toHaveLength(1);
    expect((await deadlinesOf(database.connection.db, meetingId)).map(({ entryId }) => entryId === null).sort()).toEqual([false, true]);
  });

  it('never stop an approval: not by words too long for a date, in characters of two units, nor by words that nobody sees', async () => {
    const { meetingId, editionId } = await givenFullMeeting();
    await approved(meetingId, 'fr', documentOf(action('𠮷'.repeat(2000), '2026-05-31'), action('\u200b\u2060', '2026-05-31')));
    const titles = (await entriesOf(editionId)).map(({ title }) => title.texts.fr?.text ?? '');
    expect(titles).toEqual([expect.stringMatching(/^Cités Unies France : 𠮷+…$/u)]);
  });

  it('become dates once, when two languages are approved at the same moment', async () => {
    const { meetingId, editionId } = await givenFullMeeting();
    const texts = [
      await givenText(meetingId, 'fr', documentOf(action('Envoyer', '2026-05-31'))),
      await givenText(meetingId, 'ja', documentOf(action('送付', '2026-05-31'))),
    ];
    for (const textId of texts) await propose(program(), textId);
    await Promise.all(texts.map(async (textId) => must(await approveText(as(french), { textId, version: 1, side: 'FR' }))));
    expect(await entriesOf(editionId)).toHaveLength(1);
    const [fr, ja] = must(await readMinutes(as(french), meetingId)).texts;
    expect([fr?.datesFrom, ja?.datesFrom].filter(Boolean)).toHaveLength(1);
  });

  it('leave what an organiser of one side owes to the organisers of that side', async () => {
    const { meetingId, editionId } = await givenFullMeeting();
    const host = await makeOrganisation(database.connection.db, 'FR', 'Cannes');
    await database.connection.db.update(editions).set({ hostOrganisationId: host }).where(eq(editions.id, editionId));
    const secret = action('PLANTED', '2026-05-31');
    if (secret.type === 'action') secret.attrs.ownerId = host;
    await approved(meetingId, 'fr', documentOf(secret));
    const [{ slug } = { slug: '' }] = await database.connection.db
      .select({ slug: editions.slug })
      .from(editions)
      .where(eq(editions.id, editionId));
    const seen = async (actor: Actor) => JSON.stringify(must(await readTimeline(as(actor), slug)).items);
    expect(await seen(french)).toContain('PLANTED');
    expect(await seen(japanese)).not.toContain('PLANTED');
  });

  it('are flagged before anything is proposed', async () => {
    const { meetingId } = await givenFullMeeting();
    await givenText(
      meetingId,
      'fr',
      documentOf(action('Passé', '2026-01-01'), action('Avant', '2025-01'), {
        type: 'decision',
        attrs: { id: newId() },
        content: [{ type: 'paragraph' }],
      }),
    );
    const [shown] = must(await readMinutes(as(french), meetingId)).texts;
    const proposal = { textId: shown?.id ?? '', based: 0, until: '2026-04-01', note: '', publicUrl: 'https://x.example' };
    expect(must(await previewProposal(as(french), proposal)).remarks).toEqual([
      'Suite à donner 1\u00a0: L’échéance est passée.',
      'Suite à donner 2\u00a0: L’échéance précède la réunion.',
      'Une décision n’a pas de texte.',
    ]);
    const [text] = must(await readMinutes(as(french), meetingId)).texts;
    expect(text?.actions.map(({ remarks }) => remarks)).toEqual([['due-past'], ['due-before-meeting']]);
    expect(text?.empty).toEqual({ decisions: 1, statements: 0 });
  });
});

describe('printed minutes', () => {
  it('are marked as a draft until approved, then carry seal, approvers and errata; no mailbox, in both formats', async () => {
    const { meetingId } = await givenFullMeeting();
    const textId = await givenText(meetingId, 'fr', documentOf(action('Envoyer les fiches', '2026-05-31')));
    const made = async (format: 'pdf' | 'docx') => {
      const { bytes } = must(
        await minutesExporter.make(program(), { edition: await slugOf(meetingId), meeting: meetingId, format, lang: 'fr' }),
      );
      if (format === 'pdf') return (await readPdf(bytes)).text;
      return Object.entries(unzipSync(bytes))
        .filter(([path]) => /word\/(document|footer\d)\.xml/.test(path))
        .map(([, part]) => strFromU8(part))
        .join('')
        .replace(/<[^>]+>/g, '');
    };
    const both = async () => [await made('pdf'), await made('docx')].map((text) => text.replace(/\s+/g, ' '));
    for (const text of await both()) {
      expect(text).toContain('PROJET – non approuvé');
      expect(text).toContain('HAYAMA');
      expect(text).toContain('Excusés');
      expect(text).toContain('GELIN');
      expect(text).not.toMatch(/@|secret/);
    }
    await propose(program(), textId);
    for (const text of await both()) expect(text).toContain('SOUMIS AUX MEMBRES');
    must(await approveText(as(french), { textId, version: 1, side: 'FR' }));
    must(await publishText(as(french), { textId, publicUrl: 'https://x.example' }));
    must(await addErratum(as(french), { textId, count: 0, insteadOf: 'Mot', read: 'Terme', reason: 'Coquille' }));
    const seal = must(await readContent(program(), { meetingId, lang: 'fr' })).seal;
    for (const text of await both()) {
      expect(text).not.toMatch(/PROJET|SOUMIS AUX/);
      expect(text).toContain(seal?.hash.slice(0, 8));
      expect(text).toContain('lire « Terme »');
      expect(text).toContain('Envoyer les fiches');
    }
  });

  it('keep what was frozen, whatever happens to the list afterwards', async () => {
    const { meetingId } = await givenFullMeeting();
    await approved(meetingId, 'fr', documentOf());
    await givenPerson(meetingId, 'LATECOMER', 'present');
    expect(JSON.stringify(must(await readContent(program(), { meetingId, lang: 'fr' })).annexes)).not.toContain('LATECOMER');
  });

  it('are shown on the page of the text with the list and the grid of their version, in each language', async () => {
    const { meetingId } = await givenFullMeeting();
    await approved(meetingId, 'fr', documentOf());
    const { annexes } = must(await readContent(program(), { meetingId, lang: 'fr' }));
    for (const lang of LOCALES) {
      const tables = minutesKind.annexTables?.(annexes, lang);
      const widths = (table: { columns: readonly string[]; rows: readonly (readonly string[])[] } | undefined) =>
        new Set([table?.columns.length, ...(table?.rows.map((row) => row.length) ?? [])]);
      expect(tables?.attendanceList?.rows).toHaveLength(3);
      expect(tables?.timelineGrid?.rows.length).toBeGreaterThan(12);
      expect([...widths(tables?.attendanceList)]).toHaveLength(1);
      expect([...widths(tables?.timelineGrid)]).toHaveLength(1);
      expect(JSON.stringify(tables)).not.toMatch(/@|secret/);
    }
  });

  it('hold no date of a side that does not sit in the committee', async () => {
    const { meetingId, editionId } = await givenFullMeeting(['FR']);
    const base = {
      editionId,
      kind: 'deadline',
      track: 'declaration',
      timing: { kind: 'absolute', date: partialDate('2026-05-01') },
    } as const;
    const entry = (text: string, side: string | null, audience: 'organisers' | 'core-committee') => ({
      ...base,
      title: localised('fr', { fr: text }),
      side,
      audience,
    });
    await database.connection.db
      .insert(timelineEntries)
      .values([
        entry('OWN-DATE', 'FR', 'core-committee'),
        entry('BOTH-DATE', null, 'core-committee'),
        entry('PLANTED-OTHER', 'JP', 'core-committee'),
        entry('PLANTED-ORGANISER', 'FR', 'organisers'),
      ]);
    const grid = JSON.stringify(await minutesKind.annexes(as(french), meetingId));
    expect(grid).toContain('OWN-DATE');
    expect(grid).toContain('BOTH-DATE');
    expect(grid).not.toContain('PLANTED');
  });

  it('are refused in words: as a workbook, in a language without minutes, for a meeting of another edition', async () => {
    const { meetingId } = await givenFullMeeting();
    const edition = await slugOf(meetingId);
    const other = await givenFullMeeting();
    const ask = async (changes: object) =>
      code(await minutesExporter.make(program(), { edition, meeting: meetingId, format: 'pdf', lang: 'fr', ...changes }));
    expect(await ask({ format: 'xlsx' })).toBe('minutes.no-such-format');
    expect(await ask({})).toBe('minutes.no-text');
    expect(await ask({ meeting: undefined })).toBe('minutes.no-text');
    expect(await ask({ meeting: other.meetingId })).toBe('not-found');
    expect(minutesExporter.words?.({ code: 'minutes.no-text' }, 'fr')).toContain('compte rendu');
  });
});

async function slugOf(meetingId: string): Promise<string> {
  const rows = await database.connection.db
    .select({ slug: editions.slug })
    .from(meetings)
    .innerJoin(committees, eq(committees.id, meetings.committeeId))
    .innerJoin(editions, eq(editions.id, committees.editionId))
    .where(eq(meetings.id, meetingId));
  return rows[0]?.slug ?? '';
}

describe('minutes written elsewhere', () => {
  const pdf = new TextEncoder().encode('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF');

  it('are kept once, read by the members, and removed by those who write', async () => {
    const { meetingId, committeeId } = await givenFullMeeting();
    const member = personWith({ role: 'committee-member', committeeId });
    const input = { meetingId, name: 'CR 2024.pdf', bytes: pdf };
    expect(code(await attachFile(as(member), input))).toBe('not-allowed');
    expect(code(await attachFile(as(japanese), input))).toBe('not-found');
    const { id } = must(await attachFile(as(french), input));
    expect(code(await attachFile(as(french), input))).toBe('minutes.already-attached');
    expect([...must(await readFile(as(member), { meetingId, id })).bytes]).toEqual([...pdf]);
    const elsewhere = await givenFullMeeting();
    expect(code(await readFile(as(french), { meetingId: elsewhere.meetingId, id }))).toBe('not-found');
    expect(code(await detachFile(as(member), { meetingId, id }))).toBe('not-allowed');
    must(await detachFile(as(french), { meetingId, id }));
    expect(code(await readFile(as(member), { meetingId, id }))).toBe('not-found');
  });

  it('are refused when they are empty, of another kind, or not what they say', async () => {
    const { meetingId } = await givenFullMeeting();
    const attach = async (name: string, bytes: Uint8Array) => code(await attachFile(as(french), { meetingId, name, bytes }));
    expect(await attach('a.pdf', new Uint8Array())).toBe('files.empty');
    expect(await attach('a.html', new TextEncoder().encode('<script>alert(1)</script>'))).toBe('files.unsupported-type');
    expect(await attach('a.docx', pdf)).toBe('files.not-what-it-says');
  });

  it('hand their table to the import desk, and say so when there is none', async () => {
    const { meetingId } = await givenMeeting(database.connection.db);
    const attached = must(await attachFile(as(french), { meetingId, name: 'cr.pdf', bytes: pdf }));
    expect(code(await importTable(as(french), { meetingId, id: attached.id }))).toMatch(/^tabular\./);
    const { renderXlsx } = await import('#app/platform/documents/office.server.ts');
    const columns = ['Genre', 'Prénom', 'Nom', 'Fonction', 'Organisme'].map((label) => ({ label, width: 12 }));
    const sheet = { name: 'Présents', columns, rows: [['Madame', 'Yuna', 'HAYAMA', 'Directrice', 'CANNES']] };
    const bytes = await renderXlsx({ lang: 'fr', title: 'CR', author: 'CUF', date: '2025-09-22', sheets: [sheet] });
    const { id } = must(await attachFile(as(french), { meetingId, name: 'cr.xlsx', bytes }));
    const staged = must(await importTable(as(french), { meetingId, id }));
    expect(must(await importTable(as(french), { meetingId, id }))).toEqual({ batchId: staged.batchId, again: true });
  });
});
