import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#app/access/actor.ts';
import { personMailboxes, roleAssignments } from '#app/features/accounts/schema.server.ts';
import { formStages } from '#app/features/participation/schema.server.ts';
import { type GivenEdition, givenParticipant } from '#app/features/participation/testing.ts';
import { pinnedClock } from '#app/platform/clock.ts';
import { outboxMails } from '#app/platform/db/schema.server.ts';
import { recordReturnedMail } from '#app/platform/mail/bounces.server.ts';
import { personWith, useTestDatabase } from '#app/platform/testing/database.ts';
import { remindToday } from '../jobs.server.ts';
import { reminderPersonalData } from '../personal-data.server.ts';
import { reminderLetters, reminderSettings, remindersSent } from '../schema.server.ts';
import { givenContact, givenDeadline, givenEditionThatAsks, givenSecretariats } from '../testing/given.ts';
import { arrangeReminders } from './arrange-reminders.server.ts';
import { markCells } from './mark-cells.server.ts';
import { readReminders } from './read-reminders.server.ts';
import { sendDraft } from './send-draft.server.ts';
import { sendReminders } from './send-reminders.server.ts';
import { setRules } from './set-rules.server.ts';

const database = useTestDatabase();
const secretariat = personWith({ role: 'secretariat', side: 'FR' });
const job: Actor = { kind: 'system', label: 'job' };
/** 30 days before 31 August 2026, a Saturday, gives way to Monday 3 August. */
const DAY = '2026-08-03';

let edition: GivenEdition;
let bordeaux: { organisationId: string; participationId: string };

beforeEach(async () => {
  const { db } = database.connection;
  for (const table of [remindersSent, reminderLetters, reminderSettings, outboxMails]) await db.delete(table);
  await db.delete(roleAssignments);
  await givenSecretariats(db);
  edition = await givenEditionThatAsks(db);
  // The parts of the form are owed by other days than those looked at here.
  await db.delete(formStages);
  bordeaux = await givenParticipant(db, edition, { name: 'Bordeaux', state: 'confirmed' });
});

const ctx = (actor: Actor = secretariat, day = DAY) => database.ctx(actor, pinnedClock(day));
const mails = () => database.connection.db.select().from(outboxMails).where(eq(outboxMails.purpose, 'deliverable-reminder'));
const letters = () => database.connection.db.select().from(reminderLetters);
const sideOn = (side = 'FR') =>
  database.connection.db.insert(reminderSettings).values({
    editionId: edition.editionId,
    side,
    enabled: true,
    replyTo: `${side.toLowerCase()}@reseau.example`,
    signature: 'Le secrétariat',
  });
const send = async (day = DAY) => {
  const sent = await sendReminders(ctx(job, day), edition.slug);
  if (!sent.ok) throw new Error(sent.refusal.code);
  return sent.value;
};

describe('a day’s reminders', () => {
  it('leave as one mail for a person, of all that is owed, in the person’s language, answers to the side', async () => {
    const { db } = database.connection;
    await givenDeadline(db, edition, { deliverable: 'presentation-sheet', date: '2026-09-02' });
    const french = await givenContact(db, bordeaux.organisationId, { mailbox: 'fr@bordeaux.example' });
    await givenContact(db, bordeaux.organisationId, { mailbox: 'ja@bordeaux.example', lang: 'ja' });
    await sideOn();
    expect(await send()).toEqual({ queued: 2, forOfficer: 0, skipped: 0 });
    const [first, second] = (await mails()).sort((a, b) => a.toAddress.localeCompare(b.toAddress));
    expect(first).toMatchObject({ toAddress: 'fr@bordeaux.example', replyTo: 'fr@reseau.example', lang: 'fr', html: null });
    expect(first?.subject).toContain('31 août 2026');
    expect(first?.text).toContain('Affiche\u00a0: pour le lundi 31 août 2026');
    expect(first?.text).toContain('Fiche de présentation\u00a0: pour le mercredi 2 septembre 2026');
    expect(first?.text).toContain('fr@reseau.example');
    expect(first?.text).not.toMatch(/https?:/);
    expect(second?.text).toContain('ポスター：2026年8月31日月曜日締切');
    expect(second?.text).toContain('拝啓');
    const kept = (await letters()).find(({ personId }) => personId === french);
    expect(kept).toMatchObject({ subject: first?.subject, text: first?.text, state: 'queued', outboxId: first?.id, day: DAY });
  });

  it('go to nobody who has delivered, is excused from it, or declined', async () => {
    const { db } = database.connection;
    await givenContact(db, bordeaux.organisationId);
    const lyon = await givenParticipant(db, edition, { name: 'Lyon', state: 'confirmed' });
    await givenContact(db, lyon.organisationId);
    const tours = await givenParticipant(db, edition, { name: 'Tours', state: 'excused' });
    await givenContact(db, tours.organisationId);
    const cells = (organisationId: string) => [{ organisationId, deliverable: 'poster', revision: 0 }];
    await markCells(ctx(), edition.slug, { cells: cells(bordeaux.organisationId), to: 'received', on: '', note: '' });
    await markCells(ctx(), edition.slug, { cells: cells(lyon.organisationId), to: 'waived', on: '', note: 'film' });
    await sideOn();
    expect(await send()).toEqual({ queued: 0, forOfficer: 0, skipped: 0 });
  });

  it('leave once by each rule, one mail a day, never on weekends and holidays of either country', async () => {
    await givenContact(database.connection.db, bordeaux.organisationId);
    await sideOn();
    const left: string[] = [];
    for (let at = Date.parse('2026-07-30'); at <= Date.parse('2026-09-30'); at += 86_400_000) {
      const day = new Date(at).toISOString().slice(0, 10);
      const { queued } = await send(day);
      expect(await send(day)).toEqual({ queued: 0, forOfficer: 0, skipped: 0 });
      if (queued > 0) left.push(day);
    }
    // The poster is due on 31 August, the slides on 15 September; 11 August is a holiday in Japan, 15 August in France.
    expect(left).toEqual(['2026-08-03', '2026-08-17', '2026-08-28', '2026-09-01', '2026-09-14', '2026-09-16']);
    expect(await mails()).toHaveLength(left.length);
  });

  it('leave nothing while the side has not switched them on, or the mailbox for answers is gone', async () => {
    await givenContact(database.connection.db, bordeaux.organisationId);
    expect(await send()).toEqual({ queued: 0, forOfficer: 0, skipped: 0 });
    await sideOn('JP');
    expect(await send()).toEqual({ queued: 0, forOfficer: 0, skipped: 0 });
    await sideOn();
    await database.connection.db.update(reminderSettings).set({ replyTo: '' });
    expect(await send()).toEqual({ queued: 0, forOfficer: 0, skipped: 0 });
    expect(await mails()).toEqual([]);
  });

  it('leave out persons without a mailbox and addresses that came back, and say so', async () => {
    const { db } = database.connection;
    await givenContact(db, bordeaux.organisationId, { mailbox: null });
    await givenContact(db, bordeaux.organisationId, { mailbox: 'Gone@bordeaux.example' });
    const [before] = await db
      .insert(outboxMails)
      .values({ toAddress: 'Gone@bordeaux.example', lang: 'fr', subject: 's', text: 't', purpose: 'test', state: 'sent' })
      .returning();
    expect(await recordReturnedMail(ctx(), { mailId: before?.id ?? '', reason: '5.1.1 unknown' })).toBe(true);
    await sideOn();
    expect(await send()).toEqual({ queued: 0, forOfficer: 0, skipped: 2 });
    expect((await letters()).map(({ skippedBecause }) => skippedBecause).sort()).toEqual(['bounced', 'no-mailbox']);
    expect(await db.select().from(remindersSent)).toEqual([]);
    // A mailbox put right is written to on the next working day.
    await db.update(personMailboxes).set({ address: 'here@bordeaux.example' }).where(eq(personMailboxes.address, 'Gone@bordeaux.example'));
    expect(await send('2026-08-04')).toEqual({ queued: 1, forOfficer: 0, skipped: 1 });
  });

  it('remind again of a deadline that has moved, and not of one that has not', async () => {
    const { db } = database.connection;
    await givenContact(db, bordeaux.organisationId);
    await sideOn();
    expect((await send()).queued).toBe(1);
    await db.execute(sql`update timeline_entries set timing = '{"kind":"absolute","date":"2026-09-30"}' where deliverable = 'poster'`);
    expect((await send('2026-08-31')).queued).toBe(1);
    expect((await mails()).at(-1)?.text).toContain('Affiche\u00a0: pour le mercredi 30 septembre 2026');
  });

  it('goes by the rules of a deadline where somebody set them', async () => {
    await givenContact(database.connection.db, bordeaux.organisationId);
    await sideOn();
    const read = await readReminders(ctx(), edition.slug, { side: null, day: null });
    const item = read.ok ? read.value.readiness.columns.find(({ deliverable }) => deliverable === 'poster')?.dues[0]?.item : '';
    expect((await setRules(ctx(), edition.slug, { item: item ?? '', days: '' })).ok).toBe(true);
    expect((await send()).queued).toBe(0);
    expect((await setRules(ctx(), edition.slug, { item: item ?? '', days: '28' })).ok).toBe(true);
    expect((await send()).queued).toBe(1);
    const bad = await setRules(ctx(), edition.slug, { item: item ?? '', days: 'soon' });
    expect(!bad.ok && bad.refusal.code).toBe('deliverables.bad-rules');
    const unknown = await setRules(ctx(), edition.slug, { item: 'entry 0', days: '3' });
    expect(!unknown.ok && unknown.refusal.code).toBe('not-found');
  });
});

describe('a run', () => {
  const run = (pause: number) =>
    spawn(process.execPath, [
      path.resolve(import.meta.dirname, '../testing/remind.ts'),
      ...[JSON.stringify(database.target), edition.slug, DAY, '1', String(pause)],
    ]);

  it('killed in the middle and started again, in two processes at once, loses no mail and doubles none', async () => {
    const { db } = database.connection;
    for (let count = 0; count < 30; count += 1) await givenContact(db, bordeaux.organisationId, { mailbox: `p${count}@bordeaux.example` });
    await sideOn();
    const first = run(40);
    const gone = new Promise((resolve) => first.on('exit', (_code, signal) => resolve(signal)));
    while ((await mails()).length < 5 && first.exitCode === null) await sleep(20);
    first.kill('SIGKILL');
    expect(await gone).toBe('SIGKILL');
    const between = (await mails()).length;
    expect(between).toBeLessThan(30);
    const rest = [run(0), run(0)];
    expect(await Promise.all(rest.map((child) => new Promise((resolve) => child.on('exit', resolve))))).toEqual([0, 0]);
    const all = await mails();
    expect(new Set(all.map(({ toAddress }) => toAddress)).size).toBe(30);
    expect(all).toHaveLength(30);
    expect(await db.select().from(remindersSent)).toHaveLength(30);
  }, 60_000);

  it('waits for another that writes to the same persons, and leaves them to it', async () => {
    for (let count = 0; count < 20; count += 1) await givenContact(database.connection.db, bordeaux.organisationId);
    await sideOn();
    const counts = await Promise.all([1, 2, 3].map(() => send()));
    expect(counts.map(({ queued }) => queued).sort()).toEqual([0, 0, 20]);
    expect(await mails()).toHaveLength(20);
  });

  it('is made by the background job from the morning on, and not at night', async () => {
    await givenContact(database.connection.db, bordeaux.organisationId);
    await sideOn();
    const at = (instant: string) => ({ ...ctx(job), clock: { now: () => new Date(instant), pinned: null } });
    await remindToday(at('2026-08-03T03:00:00Z'));
    expect(await mails()).toEqual([]);
    await remindToday(at('2026-08-03T07:00:00Z'));
    await remindToday(at('2026-08-03T15:00:00Z'));
    expect(await mails()).toHaveLength(1);
  });
});

describe('reminders to elected persons', () => {
  async function drafted() {
    await givenContact(database.connection.db, bordeaux.organisationId, { name: 'Durand', elected: true });
    await sideOn();
    expect(await send()).toEqual({ queued: 0, forOfficer: 1, skipped: 0 });
    const [letter] = await letters();
    return letter?.id ?? '';
  }
  async function officer(grants: Parameters<typeof personWith> = [{ role: 'secretariat', side: 'FR' }]) {
    const personId = await givenContact(database.connection.db, bordeaux.organisationId, {
      name: 'Petit',
      mailbox: 'petit@reseau.example',
    });
    return { ...personWith(...grants), personId, name: 'Alix Petit' };
  }

  it('wait for an officer, leave under that name with answers to that mailbox, and once', async () => {
    const letterId = await drafted();
    expect(await mails()).toEqual([]);
    const actor = await officer();
    const both = await Promise.all([1, 2].map(() => sendDraft(ctx(actor), edition.slug, { letterId, drop: false })));
    expect(both.every(({ ok }) => ok)).toBe(true);
    const sent = await mails();
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ replyTo: 'petit@reseau.example' });
    expect(sent[0]?.text).toContain('petit@reseau.example');
    expect(sent[0]?.text).toContain('Alix Petit');
    expect(sent[0]?.text).not.toContain('[[');
    expect((await letters())[0]).toMatchObject({ state: 'by-officer', officerId: actor.personId, text: sent[0]?.text });
  });

  it('are not sent once nothing is owed any more, nor by the other side, nor by whoever has no mailbox', async () => {
    const letterId = await drafted();
    for (const [actor, code] of [
      [await officer([{ role: 'secretariat', side: 'JP' }]), 'not-allowed'],
      [await officer([{ role: 'host-team', editionId: edition.editionId }]), 'not-allowed'],
      [secretariat, 'deliverables.officer-without-mailbox'],
    ] as const) {
      const result = await sendDraft(ctx(actor), edition.slug, { letterId, drop: false });
      expect(!result.ok && result.refusal.code).toBe(code);
    }
    const cells = [{ organisationId: bordeaux.organisationId, deliverable: 'poster', revision: 0 }];
    await markCells(ctx(), edition.slug, { cells, to: 'received', on: '', note: '' });
    const late = await sendDraft(ctx(await officer()), edition.slug, { letterId, drop: false });
    expect(!late.ok && late.refusal.code).toBe('deliverables.nothing-owed');
    expect((await sendDraft(ctx(await officer()), edition.slug, { letterId, drop: true })).ok).toBe(true);
    expect(await mails()).toEqual([]);
  });

  it('are emptied with the person, and never leave afterwards', async () => {
    const letterId = await drafted();
    const [letter] = await letters();
    expect(JSON.stringify(await reminderPersonalData.exportOf(ctx(), letter?.personId ?? ''))).toContain('Durand');
    await reminderPersonalData.erase(ctx(), letter?.personId ?? '');
    expect((await letters())[0]).toMatchObject({ toAddress: '', subject: '', text: '', state: 'dropped' });
    const result = await sendDraft(ctx(await officer()), edition.slug, { letterId, drop: false });
    expect(!result.ok && result.refusal.code).toBe('deliverables.not-a-draft');
  });
});

describe('the page of reminders', () => {
  it('shows a secretariat what would leave for its own side on any day, and sends nothing by looking', async () => {
    const { db } = database.connection;
    await givenContact(db, bordeaux.organisationId, { mailbox: 'fr@bordeaux.example' });
    const kobe = await givenParticipant(db, edition, { name: 'Kobe', country: 'JP', state: 'confirmed' });
    await givenContact(db, kobe.organisationId, { mailbox: 'secret@kobe.example' });
    const read = await readReminders(ctx(secretariat, '2026-03-16'), edition.slug, { side: 'JP', day: DAY });
    const plan = read.ok ? read.value.plan : null;
    expect(plan?.letters.map(({ toAddress }) => toAddress)).toEqual(['fr@bordeaux.example']);
    expect(JSON.stringify(plan)).not.toContain('kobe');
    expect(plan?.letters[0]?.text).not.toContain('[[');
    expect(await mails()).toEqual([]);
    const quiet = await readReminders(ctx(secretariat, '2026-03-16'), edition.slug, { side: null, day: '2026-08-11' });
    expect(quiet.ok && quiet.value.plan.quiet).toBe(true);
  });

  it('says where nobody is known', async () => {
    const read = await readReminders(ctx(), edition.slug, { side: null, day: DAY });
    expect(read.ok && read.value.plan.nobody.map(({ id }) => id)).toEqual([bordeaux.organisationId]);
  });

  it('is closed to host teams, officers and strangers', async () => {
    for (const actor of [
      personWith({ role: 'host-team', editionId: edition.editionId }),
      personWith({ role: 'authority-editor', organisationId: bordeaux.organisationId }),
    ]) {
      const read = await readReminders(ctx(actor), edition.slug, { side: null, day: null });
      expect(!read.ok && read.refusal.code).toBe('not-allowed');
    }
    const stranger = await readReminders(database.ctx(), edition.slug, { side: null, day: null });
    expect(!stranger.ok && stranger.refusal.code).toBe('sign-in-required');
  });
});

describe('switching reminders on', () => {
  const arrange = (actor: Actor, more: Partial<Parameters<typeof arrangeReminders>[2]> = {}) =>
    arrangeReminders(ctx(actor), edition.slug, { side: 'FR', enabled: true, replyTo: 'a@b.example', signature: '', revision: 0, ...more });

  it('is for the secretariat of the side, with a mailbox to answer to', async () => {
    const other = await arrange(personWith({ role: 'secretariat', side: 'JP' }));
    expect(!other.ok && other.refusal.code).toBe('not-allowed');
    for (const replyTo of ['', 'nobody', 'a@b.example, c@d.example', 'a@b.example\nBcc: c@d.example']) {
      const result = await arrange(secretariat, { replyTo });
      expect(!result.ok && result.refusal.code).toBe('deliverables.reply-to-invalid');
    }
    expect((await arrange(secretariat)).ok).toBe(true);
  });

  it('tells whoever was overtaken', async () => {
    const both = await Promise.all([arrange(secretariat), arrange(secretariat)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await arrange(secretariat, { revision: 1, enabled: false })).ok).toBe(true);
    const late = await arrange(secretariat, { revision: 1 });
    expect(!late.ok && late.refusal.code).toBe('deliverables.settings-changed');
  });
});
