import type { AddressInfo } from 'node:net';
import { eq, sql } from 'drizzle-orm';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commandLine } from '#app/access/actor.ts';
import { persons, roleAssignments } from '#app/features/accounts/schema.server.ts';
import { insertFunction } from '#app/features/accounts/store.server.ts';
import { actingAs, type MadePerson, makePerson } from '#app/features/accounts/testing.ts';
import { erasePerson } from '#app/features/accounts/use-cases/erase-person.server.ts';
import { editions } from '#app/features/editions/schema.server.ts';
import { newId } from '#app/lib/id.ts';
import { localised } from '#app/lib/localised-text.ts';
import { partialDate } from '#app/lib/partial-date.ts';
import { auditEvents, outboxMails } from '#app/platform/db/schema.server.ts';
import { silentLogger } from '#app/platform/log.ts';
import { sendDueMails } from '#app/platform/mail/mail-sender.server.ts';
import { smtpDelivery } from '#app/platform/mail/smtp-transport.server.ts';
import { useTestDatabase } from '#app/platform/testing/database.ts';
import { NO_ANSWERS } from '../../domain/answers.ts';
import { FROM_FORM } from '../../domain/source.ts';
import { mailingPersonalData } from '../../mailings-personal-data.server.ts';
import { exchanges, formStages, mailingLetters, mailings, participations } from '../../schema.server.ts';
import { type GivenEdition, givenEditionWithForm, givenParticipant } from '../../testing.ts';
import { recordAnswers } from '../record-answers.server.ts';
import { discardMailing } from './discard-mailing.server.ts';
import { type DraftMailing, draftMailing } from './draft-mailing.server.ts';
import { editMailingMessage } from './edit-mailing-message.server.ts';
import { listMailings } from './list-mailings.server.ts';
import { markLetterSent } from './mark-letter-sent.server.ts';
import { readMailing } from './read-mailing.server.ts';
import { readRecipients } from './read-recipients.server.ts';
import { sendMailing } from './send-mailing.server.ts';

const database = useTestDatabase();
const publicUrl = 'https://entente.example';
const TODAY = '2026-03-16';
let edition: GivenEdition;
let french: ReturnType<typeof actingAs>;
let japanese: ReturnType<typeof actingAs>;
const db = () => database.connection.db;

beforeEach(async () => {
  await db().delete(outboxMails);
  await db().delete(mailings);
  await db().delete(exchanges);
  await db().delete(roleAssignments);
  edition = await givenEditionWithForm(db());
  const secretariat = async (side: string) => {
    const grant = { role: 'secretariat', side } as const;
    return actingAs(await makePerson(db(), { grants: [{ grant }], mailboxes: [`secretariat@${side.toLowerCase()}.example`] }), grant);
  };
  [french, japanese] = [await secretariat('FR'), await secretariat('JP')];
});

type Given = { participationId: string; organisationId: string };
const person = (at: Given, made: MadePerson = {}) =>
  makePerson(db(), { mailboxes: ['agent@nancy.example'], ...made, organisationIds: [at.organisationId] });
const commune = (name: string, given: Partial<Parameters<typeof givenParticipant>[2]> = {}) =>
  givenParticipant(db(), edition, { name, state: 'to-contact', ...given });

async function elected(at: Given, mailboxes: string[] = ['maire@nancy.example']): Promise<string> {
  const personId = await makePerson(db(), { given: 'Claire', family: 'DUPONT', mailboxes });
  await db().update(persons).set({ civility: 'Mme' }).where(eq(persons.id, personId));
  const title = localised('fr', { fr: 'Maire' });
  await insertFunction(db(), personId, {
    organisationId: at.organisationId,
    title,
    contactKind: 'elected',
    from: null,
    until: null,
    source: 'test',
  });
  return personId;
}

async function draft(to: readonly Given[], input: Partial<DraftMailing> = {}, actor = french): Promise<string> {
  const drafted = await tryDraft(to, input, actor);
  if (!drafted.ok) throw new Error(drafted.refusal.code);
  return drafted.value;
}

const tryDraft = (to: readonly Given[], input: Partial<DraftMailing> = {}, actor: Parameters<typeof database.ctx>[0] = french) =>
  draftMailing(database.ctx(actor), {
    ...{ edition: edition.slug, side: 'FR', purpose: 'invitation', publicUrl, message: {}, signature: 'Le secrétariat' },
    ...{ replyTo: 'secretariat@reseau.example', to: { participationIds: to.map(({ participationId }) => participationId) }, ...input },
  });

const send = (mailingId: string, revision = 1, actor = french) => sendMailing(database.ctx(actor), { mailingId, revision, publicUrl });

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

async function lettersOf(mailingId: string, actor: Parameters<typeof database.ctx>[0] = french) {
  const read = await readMailing(database.ctx(actor), mailingId);
  if (!read.ok) throw new Error(read.refusal.code);
  // Unbreakable spaces of French typography are the translator’s matter.
  return read.value.letters.map((letter) => ({ ...letter, subject: plain(letter.subject), text: plain(letter.text) }));
}

async function stateOf({ participationId }: Given): Promise<string | undefined> {
  const [row] = await db().select().from(participations).where(eq(participations.id, participationId));
  return row?.state;
}

const logOf = ({ participationId }: Given) => db().select().from(exchanges).where(eq(exchanges.participationId, participationId));
const outbox = () => db().select().from(outboxMails);

describe('a draft', () => {
  it('is made once, however often its button is pressed, and only whose it is gets it again', async () => {
    const lille = await commune('Lille');
    await person(lille);
    const mailingId = newId();
    const made = await Promise.all([1, 2, 3].map(() => tryDraft([lille], { mailingId })));
    expect(made).toEqual(Array(3).fill({ ok: true, value: mailingId }));
    const grant = { role: 'secretariat', side: 'FR' } as const;
    const colleague = actingAs(await makePerson(db(), { grants: [{ grant }] }), grant);
    expect(await tryDraft([lille], { mailingId }, colleague)).toMatchObject({ ok: false, refusal: { code: 'not-found' } });
  });
});

describe('an invitation', () => {
  const closers: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closers.splice(0)) await close();
  });

  /** A real SMTP server on loopback, and the body of what it takes, decoded. */
  async function smtpServer() {
    const received: { to: string[]; headers: string; text: string }[] = [];
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, session, done) {
        let source = '';
        stream.setEncoding('utf8').on('data', (part: string) => (source += part));
        stream.on('end', () => {
          const [headers = '', ...body] = source.split('\r\n\r\n');
          const encoded = body.join('\r\n\r\n');
          const text = /base64/i.test(headers)
            ? Buffer.from(encoded, 'base64').toString('utf8')
            : Buffer.from(
                encoded.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
                'latin1',
              ).toString('utf8');
          received.push({ to: session.envelope.rcptTo.map(({ address }) => address), headers, text: text.replace(/\r\n/g, '\n') });
          done();
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closers.push(() => new Promise((resolve) => server.close(() => resolve())));
    const { port } = server.server.address() as AddressInfo;
    return { received, deliver: smtpDelivery(`smtp://127.0.0.1:${port}`, 'Entente <no-reply@entente.example>') };
  }

  it('leaves by a real mail server as it was previewed, with the reader’s own link, and is noted', async () => {
    const nancy = await commune('Nancy');
    await person(nancy, { given: 'Zoé', family: 'MARTIN' });
    const mailingId = await draft([nancy], { message: { fr: 'Un mot\r\nde <b>nous</b>' } });
    const [preview] = await lettersOf(mailingId);
    expect(await outbox()).toEqual([]);
    expect(await send(mailingId)).toEqual({ ok: true, value: { queued: 1, forOfficer: 0, skipped: 0 } });
    const { received, deliver } = await smtpServer();
    expect(await sendDueMails(db(), deliver, silentLogger)).toEqual({ sent: 1, failed: 0 });
    const [mail] = received;
    expect(mail?.to).toEqual(['agent@nancy.example']);
    expect(mail?.headers).toMatch(/^Reply-To: secretariat@reseau\.example$/m);
    const link = /https:\/\/entente\.example\/fr\/forms\/[\w-]{43}/.exec(mail?.text ?? '')?.[0] ?? '';
    expect(link).not.toBe('');
    expect(plain(mail?.text ?? '').trim()).toBe(preview?.text.replace(/^\[ici .*\]$/m, link).trim());
    expect(await lettersOf(mailingId)).toMatchObject([{ state: 'queued', mail: 'sent', text: preview?.text }]);
    expect(await stateOf(nancy)).toBe('contacted');
    expect(await logOf(nancy)).toMatchObject([{ kind: 'mail', heldOn: TODAY, newState: 'contacted', recordedBy: french.personId }]);
  });

  it('says everything to a reader whose links were stripped: what, when, where, what is asked until when, and where to write', async () => {
    const theme = localised('fr', { fr: 'La ville et l’eau', ja: '都市と水' });
    const city = localised('fr', { fr: 'Cannes', ja: 'カンヌ' });
    await db().update(editions).set({ theme, city }).where(eq(editions.id, edition.editionId));
    const nancy = await commune('Nancy');
    await person(nancy, { given: 'Zoé', family: 'MARTIN' });
    const [letter] = await lettersOf(
      await draft([nancy], { message: { fr: 'Un mot\r\nde <b>nous</b>', ja: '日本語' }, signature: 'Alix TEST\nRéseau' }),
    );
    expect(letter).toMatchObject({ lang: 'fr', subject: '9es Rencontres : invitation à participer' });
    for (const said of [
      ...['Zoé MARTIN\nChargée de mission\n', 'Madame, Monsieur,\n', '    9es Rencontres\n    Thème : La ville et l’eau\n'],
      ...['21–24 octobre 2026', 'Cannes, France', '- Intention et contacts : jusqu’au vendredi 31 juillet 2026', '- Délégation : jusqu’au'],
      ...['2. Atelier 2', 'Un mot\nde <b>nous</b>\n', 'secretariat@reseau.example', 'Alix TEST\nRéseau\n'],
    ])
      expect(letter?.text).toContain(said);
    expect(letter?.text).not.toContain('日本語');
    expect(letter?.text).not.toContain('undefined');
  });

  it('is written in the reader’s language, else in that of the country', async () => {
    const shizuoka = await commune('静岡市', { country: 'JP' });
    await person(shizuoka, { given: 'Hanako', family: 'SATO', mailboxes: ['sato@shizuoka.example'] });
    await person(shizuoka, { given: 'Zoé', family: 'MARTIN', lang: 'fr', mailboxes: ['zoe@shizuoka.example'] });
    const letters = await lettersOf(await draft([shizuoka], { side: 'JP' }, japanese), japanese);
    expect(letters.map(({ lang, toAddress }) => [toAddress, lang])).toEqual([
      ['zoe@shizuoka.example', 'fr'],
      ['sato@shizuoka.example', 'ja'],
    ]);
    expect(letters[1]?.text).toMatch(/SATO Hanako 様\n\n拝啓　/);
    expect(letters[1]?.text).toContain('2026年10月21日～24日');
    expect(letters[1]?.text).toMatch(/敬具\n\nLe secrétariat\n$/);
  });

  it('goes to each of two persons who share a mailbox, by name', async () => {
    const nancy = await commune('Nancy');
    await person(nancy, { given: 'Zoé', family: 'MARTIN', mailboxes: ['service@nancy.example'] });
    await person(nancy, { given: 'Anne', family: 'AUBERT', mailboxes: ['service@nancy.example'] });
    await send(await draft([nancy]));
    const mails = await outbox();
    expect(mails.map(({ toAddress }) => toAddress)).toEqual(['service@nancy.example', 'service@nancy.example']);
    expect(mails.map(({ text }) => text.split('\n')[0]).sort()).toEqual(['Anne AUBERT', 'Zoé MARTIN']);
    expect(new Set(mails.map(({ text }) => /forms\/([\w-]+)/.exec(text)?.[1])).size).toBe(2);
    expect(await stateOf(nancy)).toBe('contacted');
  });

  it('is not written to who was invited before, has answered, or has no mailbox; each is told with the reason', async () => {
    const [nancy, tours, lyon] = [await commune('Nancy'), await commune('Tours', { state: 'considering' }), await commune('Lyon')];
    const [zoe] = [await person(nancy), await person(tours), await person(lyon, { mailboxes: [] })];
    await send(await draft([nancy]));
    await db().delete(exchanges);
    await db()
      .update(mailings)
      .set({ sentAt: new Date('2026-03-01T10:00:00Z') });
    const again = await draft([nancy, tours, lyon]);
    const reasons = (await lettersOf(again)).map(({ state, skippedBecause }) => [state, skippedBecause]);
    expect(reasons.sort()).toEqual([
      ['skipped', 'already-invited'],
      ['skipped', 'answered'],
      ['skipped', 'no-mailbox'],
    ]);
    expect(await send(again)).toMatchObject({ refusal: { code: 'participation.mailing-nothing-left' } });
    await db().update(outboxMails).set({ state: 'failed' });
    expect((await lettersOf(await draft([nancy]))).map(({ state }) => state)).toEqual(['draft']);
    expect(zoe).not.toBe('');
  });

  it('is not written to who was reached today, by a call to the person or to the town hall', async () => {
    const [nancy, tours, lyon] = [await commune('Nancy'), await commune('Tours'), await commune('Lyon')];
    const zoe = await person(nancy);
    await person(tours);
    await person(lyon);
    const call = { kind: 'call', heldOn: TODAY, note: 'called' } as const;
    await db()
      .insert(exchanges)
      .values([
        { ...call, participationId: nancy.participationId, personId: zoe },
        { ...call, participationId: tours.participationId },
        { ...call, participationId: lyon.participationId, kind: 'note' },
        { ...call, participationId: lyon.participationId, heldOn: '2026-03-15' },
      ]);
    const letters = await lettersOf(await draft([nancy, tours, lyon]));
    expect(letters.map(({ skippedBecause }) => skippedBecause).sort()).toEqual([null, 'reached-today', 'reached-today']);
  });

  it('is not written to erased persons nor to those whose function has ended', async () => {
    const nancy = await commune('Nancy');
    await person(nancy, { given: 'Still', family: 'HERE' });
    const erased = await person(nancy);
    await db().update(persons).set({ erasedAt: new Date() }).where(eq(persons.id, erased));
    const former = await makePerson(db(), { mailboxes: ['former@nancy.example'] });
    const title = localised('fr', { fr: 'Directrice' });
    const until = partialDate('2026-03-15');
    await insertFunction(db(), former, {
      organisationId: nancy.organisationId,
      title,
      contactKind: 'technical',
      from: null,
      until,
      source: 'test',
    });
    expect((await lettersOf(await draft([nancy]))).map(({ person: of }) => of?.familyName)).toEqual(['HERE']);
  });
});

describe('a reminder', () => {
  it('goes only to those who owe an answer, and makes the contacted chased', async () => {
    const names = {
      'to-contact': 'Agen',
      contacted: 'Brest',
      chased: 'Caen',
      considering: 'Dax',
      confirmed: 'Évry',
      declined: 'Foix',
      excused: 'Gap',
    } as const;
    const given = await Promise.all(
      Object.entries(names).map(async ([state, name]) => {
        const at = await commune(name, { state: state as keyof typeof names });
        await person(at);
        return at;
      }),
    );
    await db()
      .update(participations)
      .set({ answers: { ...NO_ANSWERS, intention: 'confirmed', choices: [edition.workshopIds[0]], speak: 'no', delegates: 2 } })
      .where(eq(participations.id, given[4]?.participationId ?? ''));
    const mailingId = await draft(given, { purpose: 'reminder' });
    const fates = (await lettersOf(mailingId)).map(({ skippedBecause }) => skippedBecause);
    expect(fates).toHaveLength(7);
    expect(fates.filter((because) => because === null)).toHaveLength(4);
    expect(fates.filter(Boolean).sort()).toEqual(['answered', 'declined', 'declined']);
    await send(mailingId);
    expect(await Promise.all(given.map(stateOf))).toEqual([
      'contacted',
      'chased',
      'chased',
      'considering',
      'confirmed',
      'declined',
      'excused',
    ]);
  });

  it('moves an authority one step however many of its people are written to', async () => {
    const nancy = await commune('Nancy');
    await person(nancy, { family: 'A' });
    await person(nancy, { family: 'B' });
    await send(await draft([nancy], { purpose: 'reminder' }));
    expect(await stateOf(nancy)).toBe('contacted');
    expect((await logOf(nancy)).map(({ newState }) => newState).sort()).toEqual(['contacted', null]);
  });

  it('names what is owed, and of what is just over asks for an answer by mail', async () => {
    const nancy = await commune('Nancy', { state: 'considering' });
    await person(nancy);
    await db().update(formStages).set({ closesOn: '2026-03-12' }).where(eq(formStages.stage, 'workshops'));
    await db().update(formStages).set({ closesOn: '2026-03-01' }).where(eq(formStages.stage, 'talks'));
    const [letter] = await lettersOf(await draft([nancy], { purpose: 'reminder' }));
    expect(letter?.text).toContain('- Choix d’ateliers : attendu pour le jeudi 12 mars 2026.');
    expect(letter?.text).toContain('- Délégation : jusqu’au vendredi 31 juillet 2026');
    expect(letter?.text).not.toContain('Intention et contacts');
    expect(letter?.text).not.toContain('Intervention et résumé');
  });

  it('skips at sending who has answered since it was previewed, and keeps the reason', async () => {
    const [nancy, tours] = [await commune('Nancy', { state: 'contacted' }), await commune('Tours', { state: 'contacted' })];
    await person(nancy);
    await person(tours);
    const mailingId = await draft([nancy, tours], { purpose: 'reminder' });
    const answers = { ...NO_ANSWERS, intention: 'declined' } as const;
    const answered = await recordAnswers(database.ctx(french), {
      ...{ participationId: nancy.participationId, baseRevision: 0, answers, contacts: [] },
      source: { ...FROM_FORM, kind: 'mail', date: TODAY },
    });
    expect(answered.ok).toBe(true);
    expect(await send(mailingId)).toEqual({ ok: true, value: { queued: 1, forOfficer: 0, skipped: 1 } });
    expect((await lettersOf(mailingId)).map(({ state, skippedBecause }) => [state, skippedBecause]).sort()).toEqual([
      ['queued', null],
      ['skipped', 'declined'],
    ]);
    expect(await logOf(nancy)).toEqual([]);
  });
});

describe('what was previewed', () => {
  it('is what leaves: letters that would read otherwise are not sent until they were drafted anew and seen', async () => {
    const nancy = await commune('Nancy');
    await person(nancy);
    const mailingId = await draft([nancy]);
    await db()
      .update(editions)
      .set({ dates: partialDate('2026-11-21/2026-11-24') })
      .where(eq(editions.id, edition.editionId));
    expect(await send(mailingId)).toMatchObject({ refusal: { code: 'participation.mailing-outdated' } });
    expect(await outbox()).toEqual([]);
    const texts = { message: {}, replyTo: 'secretariat@reseau.example', signature: 'S' };
    expect(await editMailingMessage(database.ctx(french), { mailingId, revision: 1, publicUrl, ...texts })).toEqual({ ok: true, value: 2 });
    expect((await lettersOf(mailingId))[0]?.text).toContain('21–24 novembre 2026');
    expect(await send(mailingId, 1)).toMatchObject({ refusal: { code: 'participation.mailing-changed' } });
    expect(await send(mailingId, 2)).toMatchObject({ ok: true, value: { queued: 1 } });
    const late = await editMailingMessage(database.ctx(french), { mailingId, revision: 2, publicUrl, ...texts });
    expect(late).toMatchObject({ refusal: { code: 'participation.mailing-not-draft' } });
  });

  it('loses one of two people who edit it at once, and tells them', async () => {
    const nancy = await commune('Nancy');
    await person(nancy);
    const mailingId = await draft([nancy]);
    const texts = { replyTo: 'secretariat@reseau.example', signature: '', mailingId, revision: 1, publicUrl };
    const edits = await Promise.all(['un', 'deux'].map((fr) => editMailingMessage(database.ctx(french), { ...texts, message: { fr } })));
    expect(edits.map((edit) => (edit.ok ? 'ok' : edit.refusal.code)).sort()).toEqual(['ok', 'participation.mailing-changed']);
  });

  it('shows no secret, and the kept copy holds none after it has left', async () => {
    const nancy = await commune('Nancy');
    await person(nancy);
    const mailingId = await draft([nancy]);
    await send(mailingId);
    const token = /forms\/([\w-]{43})/.exec((await outbox())[0]?.text ?? '')?.[1] ?? 'none';
    const kept = await db().execute(
      sql`select row_to_json(m)::text as row from mailing_letters m union all select row_to_json(a)::text from audit_events a`,
    );
    expect(JSON.stringify(kept.rows)).not.toContain(token);
    expect(JSON.stringify(await lettersOf(mailingId))).not.toContain(token);
    expect((await outbox())[0]?.secret).toBe(true);
  });
});

describe('sending', () => {
  it('happens once, by a double click and by two people at the same moment', async () => {
    const nancy = await commune('Nancy');
    await person(nancy);
    const mailingId = await draft([nancy]);
    const colleague = actingAs(await makePerson(db()), { role: 'secretariat', side: 'FR' });
    const sent = await Promise.all([send(mailingId), send(mailingId), send(mailingId, 1, colleague)]);
    expect(sent).toEqual(Array.from({ length: 3 }, () => ({ ok: true, value: { queued: 1, forOfficer: 0, skipped: 0 } })));
    expect(await outbox()).toHaveLength(1);
    expect(await logOf(nancy)).toHaveLength(1);
  });

  it('writes to nobody twice when two mailings to the same people are sent at the same moment', async () => {
    const nancy = await commune('Nancy');
    await person(nancy);
    const sent = await Promise.all([await draft([nancy]), await draft([nancy])].map((mailingId) => send(mailingId)));
    expect(sent.map((one) => (one.ok ? one.value.queued : one.refusal.code)).sort()).toEqual([1, 'participation.mailing-nothing-left']);
    expect(await outbox()).toHaveLength(1);
  });

  it('does not happen once the mailing was put aside', async () => {
    const nancy = await commune('Nancy');
    await person(nancy);
    const mailingId = await draft([nancy]);
    expect(await discardMailing(database.ctx(french), { mailingId })).toMatchObject({ ok: true });
    expect(await send(mailingId)).toMatchObject({ refusal: { code: 'participation.mailing-not-draft' } });
    const other = await draft([nancy]);
    await send(other);
    expect(await discardMailing(database.ctx(french), { mailingId: other })).toMatchObject({
      refusal: { code: 'participation.mailing-not-draft' },
    });
  });

  it('is in the audit trail without a name or a mailbox', async () => {
    const nancy = await commune('Nancy');
    await person(nancy);
    const mailingId = await draft([nancy], { signature: 'Alix SIGNER' });
    await send(mailingId);
    const trail = await db().select().from(auditEvents).where(eq(auditEvents.subjectId, mailingId));
    expect(trail.map(({ action }) => action).sort()).toEqual(['participation.draft-mailing', 'participation.send-mailing']);
    expect(JSON.stringify(trail)).not.toMatch(/nancy\.example|reseau\.example|SIGNER/);
  });
});

describe('letters to elected persons', () => {
  it('are never queued: an officer sends them and says so, once', async () => {
    const nancy = await commune('Nancy');
    const mayor = await elected(nancy);
    const mailingId = await draft([nancy]);
    const early = await markLetterSent(database.ctx(french), { mailingId, letterId: (await lettersOf(mailingId))[0]?.id ?? '' });
    expect(early).toMatchObject({ refusal: { code: 'participation.letter-not-for-officer' } });
    expect(await send(mailingId)).toEqual({ ok: true, value: { queued: 0, forOfficer: 1, skipped: 0 } });
    expect(await outbox()).toEqual([]);
    expect(await stateOf(nancy)).toBe('to-contact');
    const [letter] = await lettersOf(mailingId);
    expect(letter).toMatchObject({ state: 'for-officer', toAddress: 'maire@nancy.example' });
    expect(letter?.text).toContain('Madame la Maire,');
    expect(letter?.text).toContain(`${publicUrl}/fr/desk/participations/${nancy.participationId}/form`);
    expect(letter?.text).not.toContain('/forms/');
    const input = { mailingId, letterId: letter?.id ?? '' };
    const marked = await Promise.all([markLetterSent(database.ctx(french), input), markLetterSent(database.ctx(french), input)]);
    expect(marked.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await logOf(nancy)).toMatchObject([{ personId: mayor, kind: 'mail', newState: 'contacted', recordedBy: french.personId }]);
    expect(await stateOf(nancy)).toBe('contacted');
    const [row] = await db().select().from(mailingLetters).where(eq(mailingLetters.id, input.letterId));
    expect(row).toMatchObject({ state: 'by-officer', officerId: french.personId });
    const trail = await db().select().from(auditEvents).where(eq(auditEvents.action, 'participation.mark-letter-sent'));
    expect(trail.filter(({ subjectId }) => subjectId === nancy.participationId)).toMatchObject([{ onBehalfOf: nancy.organisationId }]);
  });

  it('are no longer asked of the officer once the authority has answered', async () => {
    const nancy = await commune('Nancy');
    await elected(nancy);
    const mailingId = await draft([nancy]);
    await send(mailingId);
    expect(await lettersOf(mailingId)).toMatchObject([{ state: 'for-officer', superseded: false }]);
    const answers = { ...NO_ANSWERS, intention: 'considering' } as const;
    const source = { ...FROM_FORM, kind: 'call', date: TODAY } as const;
    const { participationId } = nancy;
    await recordAnswers(database.ctx(french), { participationId, baseRevision: 0, answers, contacts: [], source });
    expect(await lettersOf(mailingId)).toMatchObject([{ state: 'for-officer', superseded: true }]);
  });

  it('stay an officer’s when the person also works in the services', async () => {
    const nancy = await commune('Nancy');
    const mayor = await elected(nancy);
    const title = localised('fr', { fr: 'Directrice' });
    await insertFunction(db(), mayor, {
      organisationId: nancy.organisationId,
      title,
      contactKind: 'technical',
      from: null,
      until: null,
      source: 'test',
    });
    expect((await lettersOf(await draft([nancy]))).map(({ state }) => state)).toEqual(['for-officer']);
  });

  it('are marked by nobody who is no officer of the side, nor by the program', async () => {
    const nancy = await commune('Nancy');
    await elected(nancy);
    const mailingId = await draft([nancy]);
    await send(mailingId);
    const input = { mailingId, letterId: (await lettersOf(mailingId))[0]?.id ?? '' };
    expect(await markLetterSent(database.ctx(japanese), input)).toMatchObject({ refusal: { code: 'not-found' } });
    expect(await markLetterSent(database.ctx(commandLine), input)).toMatchObject({ refusal: { code: 'sign-in-required' } });
    const other = await draft([await commune('Tours')]);
    expect(await markLetterSent(database.ctx(french), { ...input, mailingId: other })).toMatchObject({ refusal: { code: 'not-found' } });
  });

  it('go to the authority as such where nobody is known', async () => {
    const nancy = await commune('Nancy');
    const mailingId = await draft([nancy]);
    await send(mailingId);
    const [letter] = await lettersOf(mailingId);
    expect(letter).toMatchObject({ state: 'for-officer', toAddress: '', person: null });
    expect(letter?.text).toMatch(/^Nancy\n\nMadame, Monsieur,\n/);
    await markLetterSent(database.ctx(french), { mailingId, letterId: letter?.id ?? '' });
    expect(await logOf(nancy)).toMatchObject([{ personId: null, kind: 'letter', newState: 'contacted' }]);
  });
});

describe('a side', () => {
  it('is never shown the other side’s authorities, people, letters or mailings, and cannot write to them', async () => {
    const [nancy, shizuoka] = [await commune('Nancy'), await commune('静岡市', { country: 'JP' })];
    await person(nancy, { family: 'SECRETFR' });
    await person(shizuoka, { family: 'SECRETJP', mailboxes: ['secret@shizuoka.example'] });
    const theirs = await draft([shizuoka], { side: 'JP' }, japanese);
    const filter = { state: null, owes: null };
    const seen = await Promise.all([
      readRecipients(database.ctx(french), { edition: edition.slug, side: 'JP', purpose: 'invitation', filter }),
      listMailings(database.ctx(french), edition.slug),
      readMailing(database.ctx(french), theirs),
      tryDraft([shizuoka], { side: 'JP' }),
      tryDraft([shizuoka]),
      tryDraft([nancy, shizuoka]),
      send(theirs),
      discardMailing(database.ctx(french), { mailingId: theirs }),
    ]);
    expect(JSON.stringify(seen)).not.toMatch(/SECRETJP|secret@|静岡/);
    expect(seen.slice(2).map((one) => (one.ok ? 'ok' : one.refusal.code))).toEqual(Array.from({ length: 6 }, () => 'not-found'));
    expect(seen[0]).toMatchObject({ ok: true, value: { side: 'FR', recipients: [{ letters: 1 }] } });
    expect(seen[1]).toMatchObject({ ok: true, value: { mailings: [] } });
  });

  it('is written to by no reader, editor, member, host or stranger', async () => {
    const nancy = await commune('Nancy');
    await person(nancy);
    const mailingId = await draft([nancy]);
    const { organisationId } = nancy;
    for (const grant of [
      { role: 'authority-editor', organisationId } as const,
      { role: 'authority-reader', organisationId } as const,
      { role: 'host-team', editionId: edition.editionId } as const,
    ]) {
      const actor = actingAs(await makePerson(db()), grant);
      expect(await tryDraft([nancy], {}, actor)).toMatchObject({ refusal: { code: 'not-allowed' } });
      expect(await readMailing(database.ctx(actor), mailingId)).toMatchObject({ refusal: { code: 'not-found' } });
      expect(await listMailings(database.ctx(actor), edition.slug)).toMatchObject({ refusal: { code: 'not-allowed' } });
    }
    expect(await readMailing(database.ctx(), mailingId)).toMatchObject({ refusal: { code: 'sign-in-required' } });
    expect(await listMailings(database.ctx(), 'no-such')).toMatchObject({ refusal: { code: 'sign-in-required' } });
  });
});

describe('clumsy and hostile input', () => {
  it.each([
    [{ replyTo: 'a@x.example\r\nBcc: b@x.example' }, 'participation.reply-to-invalid'],
    [{ replyTo: '' }, 'participation.reply-to-invalid'],
    [{ message: { fr: 'x'.repeat(4001) } }, 'participation.message-too-long'],
    [{ signature: 'x'.repeat(401) }, 'participation.signature-too-long'],
    [{ to: { participationIds: [] } }, 'participation.mailing-to-nobody'],
    [{ to: { participationIds: ['not-an-id'] } }, 'not-found'],
    [{ to: { filter: { state: 'confirmed', owes: null } } }, 'participation.mailing-to-nobody'],
    [{ edition: 'no-such' }, 'not-found'],
    [{ side: 'DE' }, 'not-found'],
  ] as [Partial<DraftMailing>, string][])('refuses %j', async (input, code) => {
    await commune('Nancy');
    expect(await tryDraft([], input)).toMatchObject({ ok: false, refusal: { code } });
    expect(await db().select().from(mailings).where(eq(mailings.editionId, edition.editionId))).toEqual([]);
  });

  it('finds nothing under an address that is none', async () => {
    expect(await readMailing(database.ctx(french), 'x')).toMatchObject({ refusal: { code: 'not-found' } });
    expect(await send('x')).toMatchObject({ refusal: { code: 'not-found' } });
  });
});

describe('an erased person', () => {
  it('is in no letter any more, is not written to by a draft, and can take the letters out before', async () => {
    const nancy = await commune('Nancy');
    const zoe = await person(nancy, { given: 'Zoé', family: 'ERASED', mailboxes: ['zoe@nancy.example'] });
    await person(nancy, { family: 'STAYS' });
    const sent = await draft([nancy]);
    await send(sent);
    await db().delete(exchanges);
    const pending = await draft([nancy], { purpose: 'reminder' });
    await db()
      .update(mailings)
      .set({ sentAt: new Date('2026-03-01T10:00:00Z') });
    expect(JSON.stringify(await mailingPersonalData.exportOf(database.ctx(commandLine), zoe))).toContain('Zoé ERASED');
    const drafted = await draft([nancy], { purpose: 'reminder' });
    await erasePerson(database.ctx(commandLine), { personId: zoe }, [mailingPersonalData]);
    const kept = await db().execute(sql`select row_to_json(m)::text as row from mailing_letters m`);
    expect(JSON.stringify(kept.rows)).not.toMatch(/ERASED|zoe@/);
    expect(await send(drafted)).toMatchObject({ ok: true, value: { queued: 1, skipped: 1 } });
    expect((await lettersOf(drafted)).map(({ skippedBecause }) => skippedBecause).sort()).toEqual(['left', null]);
    expect(pending).not.toBe(drafted);
  });

  it('takes the signature along that stood under the letters', async () => {
    const nancy = await commune('Nancy');
    await person(nancy);
    const mailingId = await draft([nancy], { signature: 'Alix SIGNER', replyTo: 'signer@reseau.example' });
    await erasePerson(database.ctx(commandLine), { personId: french.personId }, [mailingPersonalData]);
    const kept = await db().execute(
      sql`select row_to_json(m)::text as row from mailings m union all select row_to_json(l)::text from mailing_letters l`,
    );
    expect(JSON.stringify(kept.rows)).not.toMatch(/SIGNER|signer@/);
    expect(await send(mailingId, 1, actingAs(await makePerson(db()), { role: 'secretariat', side: 'FR' }))).toMatchObject({ ok: false });
    expect(await outbox()).toEqual([]);
  });
});
