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

const PURGE_MS = 10 * 60_000;

/**
 * What every serving process does besides answering: sends mails (through SMTP_URL, else they stay in the outbox) and forgets what
 * sign-in needs no more, and imports and returned forms that nobody goes on with, and files that nothing names any more, and takes silence for consent where it was so decided. Reminders leave where a side switched them on. Throws on a MAIL_FROM that is no mailbox. `stop` waits for what is under way.
 */
export function startBackground(services: Services): { stop(): Promise<void> } {
  const { config, connection, log } = services;
  const deliver = config.smtpUrl ? smtpDelivery(config.smtpUrl, config.mailFrom) : null;
  if (!deliver && !config.localDemo) log.warn('SMTP_URL is not set: no mail leaves, and nobody can sign in');
  const sender = startMailSender({ db: connection.db, deliver, log });
  const job: Ctx = { ...commandContext(services), actor: { kind: 'system', label: 'job' } };
  const purge = async () => {
    await purgeSignInTraces(connection.db).catch((error) => log.error({ err: error }, 'sign-in traces not purged'));
    await forgetStaleImports(job).catch((error) => log.error({ err: error }, 'stale imports not forgotten'));
    await approveBySilence(job).catch((error) => log.error({ err: error }, 'silence not taken for consent'));
    await forgetStaleReturns(job).catch((error) => log.error({ err: error }, 'stale returns not forgotten'));
    await forgetUnusedFiles(job).catch((error) => log.error({ err: error }, 'unused files not forgotten'));
    await remindToday(job).catch((error) => log.error({ err: error }, 'reminders not sent'));
  };
  let purging = purge();
  const timer = setInterval(() => {
    purging = purge();
  }, PURGE_MS);
  return {
    async stop() {
      clearInterval(timer);
      await Promise.all([sender.stop(), purging, stopRuns()]);
    },
  };
}
