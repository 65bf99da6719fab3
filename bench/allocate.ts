/**
 * The allocation: solver seconds (median of cold threads, each in a process of its own), peak memory and what is proven, on
 * believable editions of three sizes; and the same editions given to a two-round lottery. `node bench/allocate.ts [RUNS]`
 */
import { spawn } from 'node:child_process';
import process from 'node:process';
import { faultsOfPlan, measurePlan } from '#app/features/workshops/domain/allocation/check-plan.ts';
import { fixedPlaces, groupAuthorities } from '#app/features/workshops/domain/allocation/classes.ts';
import { minutesOfAuthorities } from '#app/features/workshops/domain/allocation/pair-minutes.ts';
import type { AllocationProblem, AllocationResult, Placement } from '#app/features/workshops/domain/allocation/problem.ts';
import { seededOrder } from '#app/features/workshops/domain/allocation/seeded-order.ts';
import { believableProblem } from '#app/features/workshops/domain/allocation/testing.ts';
import { solveAllocation } from '#app/features/workshops/solver/solve-allocation.server.ts';

const SIZES = [
  { authorities: 45, workshops: 4, goal: 1 },
  { authorities: 200, workshops: 4, goal: 3 },
  { authorities: 2000, workshops: 8, goal: 25 },
];
const MOST_MEGABYTES = 700;
const SEED = 2026;
const LIMIT_SECONDS = 120;
const DRAWS = 100;

type Measured = { result: AllocationResult; megabytes: number; cpu: number; whole: number };

const say = (text: string) => void process.stdout.write(`${text}\n`);
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** One run in this process, for the parent to read. */
async function solveOnce(authorities: number, workshops: number): Promise<void> {
  const began = performance.now();
  const answer = await solveAllocation(believableProblem(authorities, workshops, SEED), { timeLimitSeconds: LIMIT_SECONDS });
  if (!answer.ok) throw new Error(answer.refusal.code);
  const whole = (performance.now() - began) / 1000;
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  say(
    JSON.stringify({ result: answer.value, megabytes: maxRSS / 1024, cpu: (userCPUTime + systemCPUTime) / 1e6, whole } satisfies Measured),
  );
}

async function inNewProcess(authorities: number, workshops: number): Promise<Measured> {
  const args = [import.meta.filename, 'one', String(authorities), String(workshops)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const parts: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => parts.push(part));
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`a run ended with ${code}`);
  return JSON.parse(Buffer.concat(parts).toString('utf8'));
}

/**
 * A careful lottery in two rounds: chairs and pins first; then names are drawn and get their first choice while its minutes
 * last; then second choices; then whatever has room. Twins are drawn as one.
 */
function lottery(problem: AllocationProblem, seed: number): Placement[] {
  const plan = new Map<string, string>();
  const fixed = fixedPlaces(problem);
  const room = new Map(problem.workshops.map(({ id, talkMinutes }) => [id, talkMinutes]));
  const groups = seededOrder(seed, groupAuthorities(problem), ({ members }) => members.map(({ id }) => id).join('\n')).map((group) => ({
    ids: group.members.map(({ id }) => id),
    choices: group.members.map(({ choices }) => choices),
    minutes: minutesOfAuthorities(group.members, group.pair),
  }));
  const put = ({ ids, minutes }: (typeof groups)[number], workshop: string) => {
    for (const id of ids) plan.set(id, workshop);
    room.set(workshop, (room.get(workshop) ?? 0) - minutes);
  };
  for (const group of groups) {
    const [workshop] = group.ids.flatMap((id) => [...(fixed.get(id) ?? [])]);
    if (workshop) put(group, workshop);
  }
  const rounds = [0, 1].map((rank) => (group: (typeof groups)[number]) => group.choices.flatMap((choices) => choices[rank] ?? []));
  const anywhere = () => seededOrder(seed, problem.workshops, ({ id }) => id).map(({ id }) => id);
  for (const wanted of [...rounds, anywhere]) {
    for (const group of groups) {
      if (plan.has(group.ids[0] ?? '')) continue;
      const workshop = wanted(group).find((id) => (room.get(id) ?? 0) >= group.minutes);
      if (workshop) put(group, workshop);
    }
  }
  return problem.authorities.map(({ id }) => ({ authority: id, workshop: plan.get(id) ?? null }));
}

const COLUMNS = ['unplaced', 'outside-choices', 'second-choices', 'spread'] as const;

/** The mean of each level over many draws, and of the hard rules broken. */
function drawMany(problem: AllocationProblem): number[] {
  const draws = Array.from({ length: DRAWS }, (_, seed) => lottery(problem, seed));
  const mean = (measure: (placements: Placement[]) => number) => draws.reduce((sum, draw) => sum + measure(draw), 0) / DRAWS;
  const level = (name: string) => mean((draw) => measurePlan(problem, draw).find((value) => value.name === name)?.value ?? 0);
  return [...COLUMNS.map(level), mean((draw) => faultsOfPlan(problem, draw).length)];
}

async function measure(runs: number): Promise<boolean> {
  const rows: string[] = [];
  let met = true;
  for (const { authorities, workshops, goal } of SIZES) {
    const measured: Measured[] = [];
    for (let run = 0; run < runs; run++) measured.push(await inNewProcess(authorities, workshops));
    const seconds = measured.map(({ result }) => result.solver.seconds);
    const megabytes = Math.max(...measured.map((one) => one.megabytes));
    const proven = measured.every(({ result }) => result.status === 'optimal');
    const [first] = measured;
    if (!first) continue;
    const { levels, placements, solver } = first.result;
    const same = new Set(measured.map(({ result }) => JSON.stringify(result.placements))).size === 1;
    const good = median(seconds) <= goal && megabytes < MOST_MEGABYTES && proven && same;
    met &&= good;
    const open = placements.filter(({ reason }) => reason === 'not-computed').length;
    say(`${authorities} authorities × ${workshops} workshops (HiGHS ${solver.version}):`);
    say(
      `  median ${median(seconds).toFixed(2)} s of ${seconds.map((s) => s.toFixed(2)).join(', ')}; with thread and reasons ${median(measured.map(({ whole }) => whole)).toFixed(2)} s, processor ${median(measured.map(({ cpu }) => cpu)).toFixed(2)} s; peak ${megabytes.toFixed(0)} MB`,
    );
    say(`  ${levels.map(({ name, value, bound }) => `${name} ${value}${value === bound ? '' : ` (at least ${bound})`}`).join(', ')}`);
    say(
      `  ${proven ? 'all levels proven' : 'NOT all levels proven'}; ${same ? 'the same plan each time' : 'DIFFERENT plans'}; ${open} reasons not computed`,
    );
    say(`  goal: ${goal} s, ${MOST_MEGABYTES} MB, proven: ${good ? 'met' : 'missed'}`);
    const problem = believableProblem(authorities, workshops, SEED);
    const solved = [
      ...COLUMNS.map((name) => levels.find((level) => level.name === name)?.value ?? 0),
      faultsOfPlan(problem, placements).length,
    ];
    rows.push(`| ${authorities} × ${workshops} | proven allocation | ${solved.join(' | ')} |`);
    const drawn = drawMany(problem).map((value) => value.toFixed(1));
    rows.push(`| | lottery, mean of ${DRAWS} | ${drawn.join(' | ')} |`);
  }
  say(`\n| authorities × workshops | | ${COLUMNS.join(' | ')} | rules broken |\n|---|---|${'---:|'.repeat(COLUMNS.length + 1)}`);
  for (const row of rows) say(row);
  return met;
}

const [mode = '3', authorities, workshops] = process.argv.slice(2);
if (mode === 'one') await solveOnce(Number(authorities), Number(workshops));
else process.exitCode = (await measure(Number(mode))) ? 0 : 1;
