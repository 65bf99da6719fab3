import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { EXIT, Misuse } from '#app/platform/cli/command.ts';
import { allocateCommand } from './cli.server.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'allocate-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

/** Writes a file and runs the command on it; what it said on both streams, and its exit code. It must not open a database. */
async function run(content: string | Buffer | object, ...args: string[]) {
  const file = path.join(folder, 'problem.json');
  fs.writeFileSync(file, typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content));
  return runOn(file, ...args);
}

async function runOn(...args: string[]) {
  const said = { out: [] as string[], err: [] as string[] };
  const code = await allocateCommand.run({
    args,
    stdin: Readable.from([]),
    out: (text) => void said.out.push(text),
    err: (text) => void said.err.push(text),
    open: () => Promise.reject(new Error('allocate needs no database')),
  });
  return { code, ...said };
}

const problem = {
  workshops: [
    { id: 'eau', slot: '1', talkMinutes: 14, seats: 4, chairs: ['Nancy'] },
    { id: 'villes', slot: '2', talkMinutes: 14, seats: 9, chairs: [] },
  ],
  authorities: [
    { id: 'Nancy', country: 'FR', choices: ['villes'], talkMinutes: 7, delegates: 3 },
    { id: 'Kanazawa', country: 'JP', choices: ['eau', 'villes'], talkMinutes: 7, delegates: 2 },
    { id: 'Tours', country: 'FR', choices: ['eau', 'villes'], talkMinutes: 14, delegates: 1 },
  ],
  pairs: [{ authorities: ['Nancy', 'Kanazawa'], minutes: 7 }],
  previous: [{ authority: 'Tours', workshop: 'eau' }],
  maxSpread: 2,
  seed: 4,
};

describe('allocate', () => {
  it('prints one JSON object: levels with bounds, a row per authority, the attendance, seats that are missing', async () => {
    const { code, out, err } = await run(problem, '--json');
    expect([code, out.length, err]).toEqual([EXIT.done, 1, []]);
    const { solver, ...answer } = JSON.parse(out[0] ?? '');
    expect(solver).toEqual({ name: 'HiGHS', version: expect.stringMatching(/^\d/), seconds: expect.any(Number), seed: 4 });
    expect(answer).toEqual({
      status: 'optimal',
      levels: [
        { name: 'unplaced', value: 0, bound: 0 },
        { name: 'outside-choices', value: 1, bound: 1 },
        { name: 'over-spread', value: 0, bound: 0 },
        { name: 'second-choices', value: 1, bound: 1 },
        { name: 'spread', value: 1, bound: 1 },
        { name: 'changes', value: 1, bound: 1 },
      ],
      placements: [
        { authority: 'Kanazawa', workshop: 'eau', rank: 1, reason: 'first-choice' },
        { authority: 'Nancy', workshop: 'eau', rank: null, reason: 'chair' },
        { authority: 'Tours', workshop: 'villes', rank: 2, reason: 'minutes' },
      ],
      attendance: [
        { authority: 'Kanazawa', slot: '1', workshop: null },
        { authority: 'Kanazawa', slot: '2', workshop: 'villes' },
        { authority: 'Nancy', slot: '1', workshop: 'eau' },
        { authority: 'Nancy', slot: '2', workshop: 'villes' },
        { authority: 'Tours', slot: '1', workshop: 'eau' },
        { authority: 'Tours', slot: '2', workshop: 'villes' },
      ],
      conflicts: [{ kind: 'seats', slot: '1', workshop: 'eau', authority: 'Kanazawa', missing: 2 }],
      conflictsProven: true,
    });
  });

  it('prints a summary for people without --json', async () => {
    const { code, out } = await run(problem);
    expect(code).toBe(EXIT.done);
    expect(out.join('\n')).toMatch(/optimal.*seed 4/);
    expect(out.join('\n')).toContain('outside-choices: 1, proven');
  });

  it('places everybody of the example that the README runs, and proves it', async () => {
    const { code, out } = await runOn('docs/examples/allocation.json', '--json');
    expect(code).toBe(EXIT.done);
    const { status, levels, placements } = JSON.parse(out[0] ?? '');
    expect([status, placements.length]).toEqual(['optimal', 12]);
    expect(levels).toContainEqual({ name: 'unplaced', value: 0, bound: 0 });
  });

  it('refuses what contradicts itself, with the constraints in the JSON and on standard error', async () => {
    const pinned = [{ authority: 'Kanazawa', workshop: 'villes' }];
    const { code, out, err } = await run({ ...problem, pinned }, '--json');
    expect(code).toBe(EXIT.refused);
    expect(JSON.parse(out[0] ?? '')).toMatchObject({ status: 'infeasible', placements: [], attendance: [] });
    expect(JSON.parse(out[0] ?? '').conflicts).toEqual(
      expect.arrayContaining([
        { kind: 'chair', workshop: 'eau', authority: 'Nancy' },
        { kind: 'pin', authority: 'Kanazawa', workshop: 'villes' },
        { kind: 'pair', authorities: ['Nancy', 'Kanazawa'] },
      ]),
    );
    expect(err.join('\n')).toContain('pair: Nancy and Kanazawa speak together');
    expect(JSON.stringify(JSON.parse(out[0] ?? '').solver.seconds)).toMatch(/^\d+(\.\d{1,3})?$/);
  });

  it('tells every fault of a malformed file with its path, and prints nothing', async () => {
    const [first] = problem.authorities;
    const { code, out, err } = await run({ ...problem, authorities: [{ ...first, choices: ['eau', 'mer'], delegates: -1 }] }, '--json');
    expect([code, out]).toEqual([EXIT.misuse, []]);
    expect(err.join('\n')).toContain('authorities[0].choices[1]');
    expect(err.join('\n')).toContain('authorities[0].delegates');
  });

  it('refuses files that are none: garbage, NUL, too large, a folder, nothing there', async () => {
    for (const content of ['', '\0\0\0', Buffer.from([0xff, 0xfe, 0x00, 0x80]), '{"workshops": [']) {
      expect(await run(content, '--json')).toMatchObject({ code: EXIT.misuse, out: [] });
    }
    await expect(run(Buffer.alloc(50_000_000, '[{'), '--json')).rejects.toThrow(Misuse);
    for (const none of [folder, path.join(folder, 'none.json'), 'a\0b']) await expect(runOn(none)).rejects.toThrow(Misuse);
  });

  it('takes one file and a time limit in seconds', async () => {
    await expect(runOn()).rejects.toThrow(Misuse);
    await expect(runOn('a.json', 'b.json')).rejects.toThrow(Misuse);
    for (const limit of ['-1', 'soon', '1e9', '']) await expect(runOn('a.json', `--time-limit=${limit}`)).rejects.toThrow(Misuse);
  });

  it('says that it found nothing when it had no time to', async () => {
    const { code, out, err } = await run({ ...problem, minPerCountry: { JP: 1 } }, '--json', '--time-limit', '0');
    expect([code, out]).toEqual([EXIT.refused, []]);
    expect(err.join()).toContain('no-plan-in-time');
  });
});
