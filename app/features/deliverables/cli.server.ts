import { parseArgs } from 'node:util';
import { isDay } from '#app/lib/days.ts';
import { type Command, type CommandIo, EXIT, type ExitCode, Misuse } from '#app/platform/cli/command.ts';
import { recordReturnedMail } from '#app/platform/mail/bounces.server.ts';
import { MOST_BYTES, readReturnedMail } from '#app/platform/mail/read-returned-mail.server.ts';
import { gatherReadiness } from './gather-readiness.server.ts';
import { type PlannedLetter, planReminders } from './plan-reminders.server.ts';
import { deliverablesTexts, refusalText } from './texts.ts';
import { sendReminders } from './use-cases/send-reminders.server.ts';

/** `remind EDITION`: today's reminders, or with `--dry-run` who would get one. */
const remindCommand: Command = {
  name: 'remind',
  usage: 'remind EDITION [--dry-run [--day YYYY-MM-DD]]',
  summary: 'Send today’s reminders of what is owed to an edition, for the sides that switched them on',
  async run(io) {
    const { values, positionals } = parseArgs({
      args: io.args,
      allowPositionals: true,
      options: { 'dry-run': { type: 'boolean' }, day: { type: 'string' } },
    });
    const [slug, ...rest] = positionals;
    if (!slug || rest.length > 0) throw new Misuse('give one edition');
    if (values.day !== undefined && (!values['dry-run'] || !isDay(values.day)))
      throw new Misuse('--day takes a day, YYYY-MM-DD, and goes with --dry-run');
    return values['dry-run'] ? dryRun(io, slug, values.day) : send(io, slug);
  },
};

async function send(io: CommandIo, slug: string): Promise<ExitCode> {
  const sent = await sendReminders(await io.open(), slug);
  if (!sent.ok) return refused(io, 'remind', sent.refusal);
  const { queued, forOfficer, skipped } = sent.value;
  io.out(`${queued} queued, ${forOfficer} drafted for an officer, ${skipped} without an address that works`);
  return EXIT.done;
}

async function dryRun(io: CommandIo, slug: string, day: string | undefined): Promise<ExitCode> {
  const ctx = await io.open();
  const gathered = await gatherReadiness(ctx, slug);
  if (!gathered.ok) return refused(io, 'remind', gathered.refusal);
  const { today, access } = gathered.value;
  const plan = await planReminders(ctx, gathered.value, { day: day ?? today, sides: access.reminds });
  if (plan.quiet) io.err(`remind: offices rest on ${plan.day}; nothing leaves`);
  for (const letter of plan.letters) io.out(lineOf(letter));
  const count = (state: PlannedLetter['state']) => plan.letters.filter((letter) => letter.state === state).length;
  io.err(
    `${plan.day}: ${count('queued')} mails, ${count('for-officer')} drafts for an officer, ${count('skipped')} left out; nothing was sent`,
  );
  return EXIT.done;
}

const lineOf = ({ side, state, because, toAddress, items, lang }: PlannedLetter) =>
  [
    side,
    because ?? state,
    toAddress || '-',
    lang,
    items.map(({ deliverable, due, rule }) => `${deliverable} ${due} (${rule})`).join(', '),
  ].join('\t');

function refused(io: CommandIo, command: string, refusal: Parameters<typeof refusalText>[1]): ExitCode {
  io.err(`${command}: ${refusalText(deliverablesTexts('en'), refusal) ?? refusal.code} (${refusal.code})`);
  return EXIT.refused;
}

/** `read-bounce`: a mail that came back, from a mail server's pipe. */
const readBounceCommand: Command = {
  name: 'read-bounce',
  usage: 'read-bounce < MAIL',
  summary: 'Read a mail that came back (a delivery status notification) and mark the address it was sent to',
  async run(io) {
    parseArgs({ args: io.args, options: {} });
    const bytes = await readUpTo(io.stdin, MOST_BYTES);
    const read = await readReturnedMail(bytes);
    if (!read.ok) return refused(io, 'read-bounce', read.refusal);
    const recorded = await recordReturnedMail(await io.open(), read.value);
    if (!recorded) return refused(io, 'read-bounce', { code: 'mail.not-ours' });
    io.out(`marked: ${read.value.reason}`);
    return EXIT.done;
  },
};

/** At most one byte more than the limit is kept, whatever is piped in. */
async function readUpTo(stream: AsyncIterable<string | Buffer>, limit: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    chunks.push(bytes.subarray(0, limit + 1 - size));
    size += bytes.length;
    if (size > limit) break;
  }
  return Buffer.concat(chunks);
}

export const deliverablesCommands: Command[] = [remindCommand, readBounceCommand];
