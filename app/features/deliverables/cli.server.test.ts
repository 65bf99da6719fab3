import { Readable } from 'node:stream';
import { beforeAll, describe, expect, it } from 'vitest';
import { commandLine } from '#app/access/actor.ts';
import { givenParticipant } from '#app/features/participation/testing.ts';
import { newId } from '#app/lib/id.ts';
import { Misuse } from '#app/platform/cli/command.ts';
import { pinnedClock } from '#app/platform/clock.ts';
import { outboxMails } from '#app/platform/db/schema.server.ts';
import { useTestDatabase } from '#app/platform/testing/database.ts';
import { deliverablesCommands } from './cli.server.ts';
import { reminderSettings } from './schema.server.ts';
import { givenContact, givenEditionThatAsks } from './testing/given.ts';

const database = useTestDatabase();
let edition: Awaited<ReturnType<typeof givenEditionThatAsks>>;

beforeAll(async () => {
  const { db } = database.connection;
  edition = await givenEditionThatAsks(db);
  const { organisationId } = await givenParticipant(db, edition, { name: 'Bordeaux', state: 'confirmed' });
  await givenContact(db, organisationId, { mailbox: 'agent@bordeaux.example' });
});

async function run(name: string, args: string[], input: string | Buffer = '') {
  const [out, err]: [string[], string[]] = [[], []];
  const command = deliverablesCommands.find((one) => one.name === name);
  const code = await command?.run({
    ...{ args, stdin: Readable.from([input]), out: (text) => out.push(text), err: (text) => err.push(text) },
    open: async () => database.ctx(commandLine, pinnedClock('2026-09-01')),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

describe('remind', () => {
  it('shows with --dry-run who would be written to, and sends nothing', async () => {
    const dry = await run('remind', [edition.slug, '--dry-run']);
    expect(dry.code).toBe(0);
    expect(dry.out).toContain('FR\tqueued\tagent@bordeaux.example\tfr\t');
    expect(dry.out).toContain('poster 2026-08-31 (-1)');
    expect(dry.err).toContain('nothing was sent');
    expect(await database.connection.db.select().from(outboxMails)).toEqual([]);
    expect((await run('remind', [edition.slug, '--dry-run', '--day', '2026-08-15'])).err).toContain('offices rest');
  });

  it('sends for the sides that switched reminders on, once', async () => {
    expect((await run('remind', [edition.slug])).out).toBe('0 queued, 0 drafted for an officer, 0 without an address that works');
    const { editionId } = edition;
    await database.connection.db.insert(reminderSettings).values({ editionId, side: 'FR', enabled: true, replyTo: 'a@b.example' });
    expect((await run('remind', [edition.slug])).out).toMatch(/^1 queued/);
    expect((await run('remind', [edition.slug])).out).toMatch(/^0 queued/);
  });

  it('refuses an edition that there is not, and days that are none', async () => {
    expect(await run('remind', ['nowhere'])).toMatchObject({ code: 1, err: expect.stringContaining('not-found') });
    for (const args of [[], ['a', 'b'], [edition.slug, '--day', '2026-09-01'], [edition.slug, '--dry-run', '--day', '2026-02-30']])
      await expect(run('remind', args)).rejects.toBeInstanceOf(Misuse);
  });
});

describe('read-bounce', () => {
  const report = (id: string) =>
    `Content-Type: multipart/report; report-type=delivery-status; boundary=B\r\n\r\n--B\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--B\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <${id}@entente.example>\r\n\r\n--B--\r\n`;

  it('marks the mail that came back, and refuses what it has read or does not know', async () => {
    const id = newId();
    const mail = { toAddress: 'agent@bordeaux.example', lang: 'fr', subject: 's', text: 't', purpose: 'test', state: 'sent' } as const;
    await database.connection.db.insert(outboxMails).values({ id, ...mail });
    expect(await run('read-bounce', [], report(id))).toMatchObject({ code: 0, out: 'marked: 5.1.1' });
    expect(await run('read-bounce', [], report(id))).toMatchObject({ code: 1 });
    expect(await run('read-bounce', [], report(newId()))).toMatchObject({ code: 1 });
  });

  it('reads no further than it must of what is endless', async () => {
    const endless = Readable.from(
      (function* () {
        for (;;) yield Buffer.alloc(100_000, 'a');
      })(),
    );
    const [command] = deliverablesCommands.filter(({ name }) => name === 'read-bounce');
    const err: string[] = [];
    const code = await command?.run({
      args: [],
      stdin: endless,
      out: () => {},
      err: (text) => err.push(text),
      open: async () => database.ctx(),
    });
    expect(code).toBe(1);
    expect(err.join()).toContain('mail.too-large');
  });
});
