import { Readable } from 'node:stream';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { commandLine } from '#app/access/actor.ts';
import { EXIT, Misuse } from '#app/platform/cli/command.ts';
import { useTestDatabase } from '#app/platform/testing/database.ts';
import { verifyTextCommand } from './cli.server.ts';
import { givenLife, givenLifeKind, propose } from './testing/life.ts';
import { approveText } from './use-cases/approve-text.server.ts';

const test = useTestDatabase();
beforeAll(givenLifeKind);

/** Runs the command on these words; what it said on both streams, and its exit code. */
async function run(...args: string[]) {
  const said = { out: [] as string[], err: [] as string[] };
  const io = {
    args,
    stdin: Readable.from([]),
    out: (text: string) => void said.out.push(text),
    err: (text: string) => void said.err.push(text),
  };
  const code = await verifyTextCommand.run({ ...io, open: async () => test.ctx(commandLine) });
  return { code, ...said };
}

describe('verify-text', () => {
  it('says that a seal holds, and that it does not once something was changed behind it', async () => {
    const ctx = test.ctx();
    const life = await givenLife(ctx);
    await propose(ctx, life);
    expect(await run(life.textId)).toMatchObject({ code: EXIT.refused, out: [], err: ['this text is not sealed'] });
    await approveText({ ...ctx, actor: life.french }, { textId: life.textId, version: 1, side: 'FR' });
    await approveText({ ...ctx, actor: life.japanese }, { textId: life.textId, version: 1, side: 'JP' });
    const held = await run(life.textId);
    expect(held).toMatchObject({ code: EXIT.done, err: [] });
    expect(JSON.parse(held.out[0] ?? '')).toMatchObject({ text: life.textId, holds: true, seal: life.approved[0]?.seal });
    await ctx.db.execute(sql`alter table text_seals disable trigger text_seals_append_only`);
    await ctx.db.execute(sql`update text_seals set sealed_on = sealed_on - 1`);
    const broken = await run(life.textId);
    expect(broken.code).toBe(EXIT.refused);
    expect(JSON.parse(broken.out[0] ?? '')).toMatchObject({ holds: false, seal: life.approved[0]?.seal });
  });

  it('refuses what is no text, and other words', async () => {
    expect(await run('x')).toMatchObject({ code: EXIT.refused, err: ['no such text'] });
    await expect(run()).rejects.toThrow(Misuse);
    await expect(run('a', 'b')).rejects.toThrow(Misuse);
  });
});
