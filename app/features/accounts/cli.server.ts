import { parseArgs } from 'node:util';
import { ok, type Result } from '#app/lib/result.ts';
import { type Command, type CommandIo, EXIT, type ExitCode, Misuse } from '#app/platform/cli/command.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { plainName } from './domain/person-name.ts';
import { createPerson } from './use-cases/create-person.server.ts';
import { erasePerson } from './use-cases/erase-person.server.ts';
import { exportPersonalData, type PersonalDataSource } from './use-cases/export-personal-data.server.ts';
import { grantRole } from './use-cases/grant-role.server.ts';

/** Rolls back what was written before a refusal. */
class Refused extends Error {}

/** The first person of an instance: nobody could grant them their role by a page. */
async function createAdministrator(ctx: Ctx, mailbox: string, given: string, family: string): Promise<Result<string>> {
  const facts = { ...plainName(given, family), civility: null, preferredLang: null };
  return inTransaction(ctx, async (tx) => {
    const created = await createPerson(tx, { facts, mailboxes: [mailbox] });
    if (!created.ok) return created;
    const granted = await grantRole(tx, { personId: created.value, grant: { role: 'instance-admin' } });
    if (!granted.ok) throw new Refused(granted.refusal.code);
    return ok(created.value);
  });
}

function words(io: CommandIo, names: readonly string[]): string[] {
  const { positionals } = parseArgs({ args: io.args, allowPositionals: true, options: { json: { type: 'boolean' } } });
  if (positionals.length !== names.length) throw new Misuse(`give ${names.join(', ')}`);
  return positionals;
}

function answer<T>(io: CommandIo, result: Result<T>, done: (value: T) => string | null): ExitCode {
  if (!result.ok) {
    io.err(`refused: ${result.refusal.code}`);
    return EXIT.refused;
  }
  const text = done(result.value);
  if (text !== null) io.out(text);
  return EXIT.done;
}

/** The commands about persons: the first administrator, and what the law on personal data asks for. */
export function accountsCommands(sources: readonly PersonalDataSource[]): Command[] {
  return [
    {
      name: 'create-administrator',
      usage: 'create-administrator MAILBOX GIVEN-NAME FAMILY-NAME',
      summary: 'Record a person who administers this instance; prints their identifier',
      async run(io) {
        const [mailbox = '', given = '', family = ''] = words(io, ['a mailbox', 'a given name', 'a family name']);
        return answer(io, await createAdministrator(await io.open(), mailbox, given, family), (personId) => JSON.stringify({ personId }));
      },
    },
    {
      name: 'export-personal-data',
      usage: 'export-personal-data PERSON-ID',
      summary: 'Print everything that is held on a person, as JSON',
      async run(io) {
        const [personId = ''] = words(io, ['the identifier of a person']);
        return answer(io, await exportPersonalData(await io.open(), { personId }, sources), (data) => JSON.stringify(data, null, 2));
      },
    },
    {
      name: 'erase-person',
      usage: 'erase-person PERSON-ID',
      summary: 'Erase the names and mailboxes of a person for good',
      async run(io) {
        const [personId = ''] = words(io, ['the identifier of a person']);
        return answer(io, await erasePerson(await io.open(), { personId }, sources), () => null);
      },
    },
  ];
}
