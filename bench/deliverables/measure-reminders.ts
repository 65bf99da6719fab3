import { spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { eq, sql } from 'drizzle-orm';
import { reminderSettings } from '#app/features/deliverables/schema.server.ts';
import { sendReminders } from '#app/features/deliverables/use-cases/send-reminders.server.ts';
import { newId } from '#app/lib/id.ts';
import { pinnedClock } from '#app/platform/clock.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { Db, DbTarget } from '#app/platform/db/client.ts';
import { outboxMails } from '#app/platform/db/schema.server.ts';
import { silentLogger } from '#app/platform/log.ts';
import { seedEdition } from './seed.ts';
import { explain, queriesOf, say, withDatabase } from './support.ts';

const GOAL_SECONDS = 30;
const AUTHORITIES = 500;
const PEOPLE = 10;
/** Three days before the first of the deadlines, and less than a month before the others. */
const DAY = '2026-08-28';
const PURPOSE = 'deliverable-reminder';

const mailCount = async (db: Db) => {
  const [row] = await db.select({ count: sql<number>`count(*)::int` }).from(outboxMails).where(eq(outboxMails.purpose, PURPOSE));
  return row?.count ?? 0;
};

/** Bare inserts of as many rows into the outbox, one statement each: what the mails alone cost on this machine now. */
async function bareInserts(db: Db, count: number): Promise<number> {
  const from = performance.now();
  for (let at = 0; at < count; at += 100)
    await db.transaction(async (tx) => {
      for (let one = 0; one < 100; one += 1)
        await tx.insert(outboxMails).values({
          id: newId(),
          toAddress: `bare${at + one}@city.example`,
          lang: 'fr',
          subject: 's',
          text: 't'.repeat(700),
          purpose: 'bare',
        });
    });
  return performance.now() - from;
}

type Killed = { db: Db; target: DbTarget; mails: number; switchOn(editionId: string): Promise<void> };

/** A run that is killed after a third of its mails and started again: what is lost, what is doubled. */
async function killedRun({ db, target, mails, switchOn }: Killed): Promise<void> {
  const second = await seedEdition(db, { authorities: AUTHORITIES, people: PEOPLE });
  await switchOn(second.editionId);
  const run = () =>
    spawn(process.execPath, [
      path.resolve('app/features/deliverables/testing/remind.ts'),
      ...[JSON.stringify(target), second.slug, DAY, '100', '0'],
    ]);
  const began = performance.now();
  const killed = run();
  const ended = new Promise((resolve) => killed.on('exit', resolve));
  while ((await mailCount(db)) < mails + (AUTHORITIES * PEOPLE) / 3 && killed.exitCode === null) await sleep(5);
  killed.kill('SIGKILL');
  await ended;
  const between = (await mailCount(db)) - mails;
  const again = run();
  const code = await new Promise((resolve) => again.on('exit', resolve));
  const after = (await mailCount(db)) - mails;
  const { rows } = await db.execute<{ persons: number }>(
    sql`select count(distinct to_address)::int as persons from outbox_mails where purpose = ${PURPOSE} and created_at > now() - interval '10 minutes'`,
  );
  const twice = mails + after - (rows[0]?.persons ?? 0);
  say(
    `killed after ${between} mails and started again (exit ${code}): ${after} mails, ${AUTHORITIES * PEOPLE - after} lost, ${twice} doubled, ${((performance.now() - began) / 1000).toFixed(1)} s with both starts`,
  );
  if (after !== AUTHORITIES * PEOPLE || twice !== 0) process.exitCode = 1;
}

await withDatabase(async (connection, target) => {
  const { db } = connection;
  const switchOn = async (editionId: string) => {
    for (const side of ['FR', 'JP'])
      await db.insert(reminderSettings).values({ editionId, side, enabled: true, replyTo: 'a@reseau.example' });
  };
  const ctx: Ctx = {
    ...{ db, clock: pinnedClock(DAY), locale: 'en', log: silentLogger, requestId: 'bench' },
    actor: { kind: 'system', label: 'job' },
  };
  const first = await seedEdition(db, { authorities: AUTHORITIES, people: PEOPLE });
  await switchOn(first.editionId);
  await db.execute(sql`analyze`);
  const bare = await bareInserts(db, AUTHORITIES * PEOPLE);
  const from = performance.now();
  let counts = '';
  const asked = await queriesOf(async () => {
    const sent = await sendReminders(ctx, first.slug);
    counts = sent.ok ? JSON.stringify(sent.value) : sent.refusal.code;
  });
  const ms = performance.now() - from;
  const mails = await mailCount(db);
  say(`${AUTHORITIES * PEOPLE} persons of ${AUTHORITIES} authorities: ${counts} in ${(ms / 1000).toFixed(1)} s, ${asked.length} queries`);
  say(
    `  baseline: as many bare inserts into the outbox in ${(bare / 1000).toFixed(1)} s; the run took ${(ms / bare).toFixed(1)} times as long`,
  );
  say(`  goal ${GOAL_SECONDS} s: ${ms <= GOAL_SECONDS * 1000 ? 'met' : 'MISSED'}`);
  await explain(target, asked, 3);
  await killedRun({ db, target, mails, switchOn });
});
