import { setTimeout as sleep } from 'node:timers/promises';
import type { Db } from '#app/platform/db/client.ts';
import type { Logger } from '#app/platform/log.ts';
import { classifyFailure } from './classify-failure.ts';
import { claimDueMails, expireMails, markFailed, markSent, type OutboxMail } from './outbox.server.ts';
import type { Deliver } from './smtp-transport.server.ts';

/** What one round did. */
export type Round = { sent: number; failed: number };

/** At most so many mails are claimed at once: claimed one after the other, all must leave within the lease. */
const BATCH = 2;

/**
 * Sends the mails that are due. A mail is claimed in one short transaction, sent outside of it, then marked: a process
 * that dies in between leaves the mail to be sent again once its lease is over. So every mail leaves at least once, and
 * twice only after a crash (or when the database is lost between the relay's "250" and the mark). Nothing is lost.
 */
export async function sendDueMails(db: Db, deliver: Deliver, log: Logger): Promise<Round> {
  const round: Round = { sent: 0, failed: 0 };
  for (;;) {
    const mails = await claimDueMails(db, BATCH);
    if (mails.length === 0) return round;
    for (const mail of mails) round[(await sendOne(db, deliver, log, mail)) ? 'sent' : 'failed'] += 1;
  }
}

async function sendOne(db: Db, deliver: Deliver, log: Logger, mail: OutboxMail): Promise<boolean> {
  try {
    await deliver(mail);
  } catch (error) {
    const failure = classifyFailure(error);
    await markFailed(db, mail, failure);
    log.warn({ mail: mail.id, purpose: mail.purpose, attempts: mail.attempts, reason: failure.reason }, 'mail not sent');
    return false;
  }
  await markSent(db, mail);
  log.info({ mail: mail.id, purpose: mail.purpose }, 'mail sent');
  return true;
}

/** A running sender; `stop` resolves when the mail under way has been dealt with. */
export type MailSender = { stop(): Promise<void> };

/**
 * Looks for due mails every `pollMs`, in as many processes as run. Without a relay (`deliver` null) mails stay in the
 * outbox, where the demo shows them; those whose time is over are still given up and blanked.
 */
export function startMailSender(options: { db: Db; deliver: Deliver | null; log: Logger; pollMs?: number }): MailSender {
  const { db, deliver, log, pollMs = 1000 } = options;
  const stopping = new AbortController();
  const deliverUnlessStopping = async (mail: OutboxMail) => {
    // Counts as a passing failure: the mail is due again shortly, for whichever process runs then.
    if (stopping.signal.aborted) throw Object.assign(new Error('the process is stopping'), { code: 'ESTOPPING' });
    await deliver?.(mail);
  };
  const run = async () => {
    while (!stopping.signal.aborted) {
      try {
        await expireMails(db);
        if (deliver) await sendDueMails(db, deliverUnlessStopping, log);
      } catch (error) {
        log.error({ err: error }, 'the outbox could not be read');
      }
      await sleep(pollMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
  };
  const done = run();
  return {
    stop() {
      stopping.abort();
      return done;
    },
  };
}
