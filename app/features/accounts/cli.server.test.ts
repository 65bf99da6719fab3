import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { commandLine } from '#app/access/actor.ts';
import { EXIT, Misuse } from '#app/platform/cli/command.ts';
import { useTestDatabase } from '#app/platform/testing/database.ts';
import { accountsCommands } from './cli.server.ts';
import { liveAssignmentsOf, personsOfMailbox } from './queries.server.ts';

const database = useTestDatabase();

async function run(name: string, ...args: string[]) {
  const command = accountsCommands([]).find((candidate) => candidate.name === name);
  const said = { out: [] as string[], err: [] as string[] };
  const code = await command?.run({
    args,
    stdin: Readable.from([]),
    out: (text) => void said.out.push(text),
    err: (text) => void said.err.push(text),
    open: async () => database.ctx(commandLine),
  });
  return { code, out: said.out.join(''), err: said.err.join('') };
}

it('makes the first administrator, takes their data out, and does not erase the last one', async () => {
  const made = await run('create-administrator', 'root@entente.example', 'Camille', 'VERDIER');
  expect(made.code).toBe(EXIT.done);
  const { personId } = JSON.parse(made.out) as { personId: string };
  expect((await personsOfMailbox(database.connection.db, 'root@entente.example')).map((person) => person.id)).toEqual([personId]);
  expect(await liveAssignmentsOf(database.connection.db, [personId])).toMatchObject([{ role: 'instance-admin' }]);
  const exported = await run('export-personal-data', personId);
  expect(JSON.parse(exported.out)).toMatchObject({ person: { familyName: 'VERDIER' } });
  expect(await run('erase-person', personId)).toMatchObject({ code: EXIT.refused, err: 'refused: accounts.last-administrator' });
  await run('create-administrator', 'other@entente.example', 'Dominique', 'BLANC');
  expect(await run('erase-person', personId)).toMatchObject({ code: EXIT.done, out: '' });
  expect(await run('erase-person', personId)).toMatchObject({ code: EXIT.refused });
});

it('refuses what is no mailbox or name, and answers missing words with the usage', async () => {
  expect(await run('create-administrator', 'nonsense', 'A', 'B')).toMatchObject({
    code: EXIT.refused,
    err: 'refused: accounts.mailbox-invalid',
  });
  expect(await run('create-administrator', 'a@b.example', '', '')).toMatchObject({
    code: EXIT.refused,
    err: 'refused: accounts.name-missing',
  });
  await expect(run('create-administrator', 'a@b.example')).rejects.toThrow(Misuse);
  expect(await run('export-personal-data', 'x')).toMatchObject({ code: EXIT.refused, err: 'refused: not-found' });
});
