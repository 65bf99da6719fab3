import { readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type Command, type CommandIo, EXIT, Misuse } from '#app/platform/cli/command.ts';
import { MOST_FILE_CHARACTERS, readAllocationFile } from './allocation-file.ts';
import { allocationSummary, conflictText } from './allocation-summary.ts';
import type { AllocationProblem } from './domain/allocation/problem.ts';
import { solveAllocation } from './solver/solve-allocation.server.ts';

/** The seconds that a run may take when nothing is said. */
const DEFAULT_SECONDS = 30;
const MOST_SECONDS = 86_400;

/**
 * `allocate FILE`: the proven allocation of a file, without a database. With `--json` the answer as one JSON object, else a
 * summary for people. Exit 1 when the rules contradict each other or no plan was found in time; 2 for a file that cannot be
 * read, each fault on standard error with its path.
 */
export const allocateCommand: Command = {
  name: 'allocate',
  usage: 'allocate FILE [--json] [--time-limit SECONDS]',
  summary: 'Place authorities in workshops by their choices, with proof (a JSON file; no database)',
  async run(io) {
    const { path, json, seconds } = readOptions(io);
    const problem = await problemAt(path, io);
    if (!problem) return EXIT.misuse;
    const answer = await solveAllocation(problem, { timeLimitSeconds: seconds });
    if (!answer.ok) {
      io.err(`allocate: no plan was found within ${seconds} seconds; nothing is known about this file (no-plan-in-time)`);
      return EXIT.refused;
    }
    const result = answer.value;
    io.out(json ? JSON.stringify(result) : allocationSummary(result));
    if (result.status !== 'infeasible') return EXIT.done;
    const which = result.conflictsProven
      ? 'a smallest set of constraints that contradict each other'
      : 'constraints that contradict each other';
    io.err(`allocate: impossible; ${which}:`);
    for (const conflict of result.conflicts) io.err(`  ${conflictText(conflict)}`);
    return EXIT.refused;
  },
};

function readOptions(io: CommandIo): { path: string; json: boolean; seconds: number } {
  const { values, positionals } = parseArgs({
    args: io.args,
    allowPositionals: true,
    options: { json: { type: 'boolean' }, 'time-limit': { type: 'string' } },
  });
  const [path, ...rest] = positionals;
  if (path === undefined || rest.length > 0) throw new Misuse('give one file');
  const text = values['time-limit'] ?? String(DEFAULT_SECONDS);
  const seconds = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (!(seconds <= MOST_SECONDS)) throw new Misuse(`--time-limit takes seconds, at most ${MOST_SECONDS}`);
  return { path, json: values.json ?? false, seconds };
}

/** The problem in a file; undefined when there is none, its faults being told. */
async function problemAt(path: string, io: CommandIo): Promise<AllocationProblem | undefined> {
  const found = path.includes('\0') ? null : await stat(path).catch(() => null);
  if (!found?.isFile()) throw new Misuse(`there is no file ${JSON.stringify(path)}`);
  if (found.size > MOST_FILE_CHARACTERS) {
    throw new Misuse(`the file has ${Math.round(found.size / 1e6)} MB; at most ${MOST_FILE_CHARACTERS / 1e6} are read`);
  }
  const bytes = await readFile(path).catch((error: Error) => {
    throw new Misuse(`the file cannot be read: ${error.message}`);
  });
  const read = readAllocationFile(bytes.toString('utf8').replace(/^\uFEFF/, ''));
  if (read.ok) return read.problem;
  io.err(`allocate: ${read.faults.length} ${read.faults.length === 1 ? 'fault' : 'faults'} in ${path}`);
  for (const fault of read.faults) io.err(`  ${fault.path === '' ? 'the file' : fault.path}: ${fault.message}`);
  return undefined;
}
