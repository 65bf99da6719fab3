import { purgeSignInTraces } from '#app/features/accounts/jobs.server.ts';
import { forgetStaleImports } from '#app/features/committees/jobs.server.ts';
import { remindToday } from '#app/features/deliverables/jobs.server.ts';
import { forgetStaleReturns } from '#app/features/participation/jobs.server.ts';
import { approveBySilence } from '#app/features/texts/jobs.server.ts';
import { stopRuns } from '#app/features/workshops/jobs.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { forgetUnusedFiles } from '#app/platform/files/forget-unused.server.ts';
import { startMailSender } from '#app/platform/mail/mail-sender.server.ts';
import { smtpDelivery } from '#app/platform/mail/smtp-transport.server.ts';
import { commandContext, type Services } from './services.ts';

const PAUSE_MS = 10 * 60_000;

/** What runs by itself, one after the other, and what the log says of one that fails: the others go on, and it is tried again. */
const JOBS: readonly { run(job: Ctx): Promise<unknown>; failed: string }[] = [
  { run: ({ db }) => purgeSignInTraces(db), failed: 'sign-in traces not purged' },
  { run: forgetStaleImports, failed: 'stale imports not forgotten' },
  { run: approveBySilence, failed: 'silence not taken for consent' },
  { run: forgetStaleReturns, failed: 'stale returns not forgotten' },
  { run: forgetUnusedFiles, failed: 'unused files not forgotten' },
  { run: remindToday, failed: 'reminders not sent' },
];

/**
 * What every serving process does besides answering: sends mails (through SMTP_URL, else they stay in the outbox), and every ten minutes
 * the jobs of the features. Throws on a MAIL_FROM that is no mailbox. `stop` waits for what is under way.
 */
export function startBackground(services: Services): { stop(): Promise<void> } {
  const { config, connection, log } = services;
  const deliver = config.smtpUrl ? smtpDelivery(config.smtpUrl, config.mailFrom) : null;
  if (!deliver && !config.localDemo) log.warn('SMTP_URL is not set: no mail leaves, and nobody can sign in');
  const sender = startMailSender({ db: connection.db, deliver, log });
  const job: Ctx = { ...commandContext(services), actor: { kind: 'system', label: 'job' } };
  const runJobs = async () => {
    for (const { run, failed } of JOBS) await run(job).catch((error: unknown) => log.error({ err: error }, failed));
  };
  let running = runJobs();
  const timer = setInterval(() => {
    running = runJobs();
  }, PAUSE_MS);
  return {
    async stop() {
      clearInterval(timer);
      await Promise.all([sender.stop(), running, stopRuns()]);
    },
  };
}
