import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { pinnedClock } from '#app/platform/clock.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { connect } from '#app/platform/db/client.ts';
import { silentLogger } from '#app/platform/log.ts';
import { sendReminders } from '../use-cases/send-reminders.server.ts';

const [target = '', slug = '', day = '', batch = '1', pause = '0'] = process.argv.slice(2);
const connection = connect(JSON.parse(target), silentLogger);
const ctx: Ctx = {
  ...{ db: connection.db, clock: pinnedClock(day), locale: 'en', log: silentLogger, requestId: 'remind' },
  actor: { kind: 'system', label: 'job' },
};
const sent = await sendReminders(ctx, slug, { batch: Number(batch), after: () => sleep(Number(pause)) });
process.stdout.write(JSON.stringify(sent));
await connection.close();
