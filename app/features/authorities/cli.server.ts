import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { type Command, type CommandIo, EXIT, Misuse } from '#app/platform/cli/command.ts';
import type { Finding } from './domain/find.ts';
import { isOrganisationKind, ORGANISATION_KINDS } from './domain/kinds.ts';
import { type Candidate, registeredName } from './domain/organisation.ts';
import { type FindHints, findOrganisations } from './queries.server.ts';

/** Names of standard input read before they are found together. */
const BATCH = 200;

type AuthorityJson = { kind: string; country: string; system: string; code: string; name: string };

/** One line of the answer: a known organisation that is no authority is no match. */
export function findingJson({ query, match, confidence, candidates }: Finding) {
  const authority = match?.isAuthority ? match : null;
  return {
    query,
    match: authority ? authorityJson(authority) : null,
    confidence,
    candidates: candidates.filter((c) => c.candidate.isAuthority).map((c) => ({ ...authorityJson(c.candidate), confidence: c.confidence })),
  };
}

function authorityJson({ kind, country, identifier, names }: Candidate): AuthorityJson {
  return { kind, country, ...identifier, name: registeredName(names, country) };
}

function readOptions(io: CommandIo): { names: string[]; hints: FindHints } {
  const { values, positionals } = parseArgs({
    args: io.args,
    allowPositionals: true,
    options: { country: { type: 'string' }, kind: { type: 'string' }, json: { type: 'boolean' } },
  });
  const { kind } = values;
  const country = values.country?.toUpperCase();
  if (country !== undefined && !/^[A-Z]{2}$/.test(country)) throw new Misuse('--country takes two letters (FR, JP)');
  if (kind !== undefined && !isOrganisationKind(kind)) throw new Misuse(`--kind is one of ${ORGANISATION_KINDS.join(', ')}`);
  return { names: positionals, hints: { country, kind } };
}

async function answer(io: CommandIo, names: readonly string[], hints: FindHints): Promise<void> {
  const { db } = await io.open();
  for (const finding of await findOrganisations(db, names, hints)) io.out(JSON.stringify(findingJson(finding)));
}

async function answerInput(io: CommandIo, hints: FindHints): Promise<void> {
  let batch: string[] = [];
  for await (const line of createInterface({ input: io.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    const name = line.trim();
    if (name !== '') batch.push(name);
    if (batch.length < BATCH) continue;
    await answer(io, batch, hints);
    batch = [];
  }
  await answer(io, batch, hints);
}

/** `find-authority NAME`, or names on standard input one a line: one JSON object a line, in their order; empty lines are skipped. */
export const findAuthorityCommand: Command = {
  name: 'find-authority',
  usage: 'find-authority [NAME] [--country FR] [--kind commune]',
  summary: 'Find the local authority that a printed name stands for (names on standard input, one a line)',
  async run(io) {
    const { names, hints } = readOptions(io);
    if (names.length === 0 && io.stdin.isTTY) throw new Misuse('give a name, or names on standard input');
    if (names.length > 0) await answer(io, [names.join(' ')], hints);
    else await answerInput(io, hints);
    return EXIT.done;
  },
};
