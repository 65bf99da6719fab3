import type { Ground } from '../domain/allocation/classes.ts';
import { allUnits, classPlans, placementsOf, type SeatOfUnit } from '../domain/allocation/decode-plan.ts';
import { type LinearRow, rowOf } from '../domain/allocation/linear-model.ts';
import { buildPlanModel, type PlanModel } from '../domain/allocation/plan-model.ts';
import { ALLOCATION_REASONS, type AllocationLevel, type AllocationLevelName, type AllocationReason } from '../domain/allocation/problem.ts';
import { plainReasons } from '../domain/allocation/reasons.ts';
import type { MipAnswer, MipSolver, Relaxation } from './mip.ts';

const WORSE: Readonly<Record<AllocationLevelName, AllocationReason>> = {
  unplaced: 'more-unplaced',
  'outside-choices': 'more-outside',
  'over-spread': 'over-spread',
  'second-choices': 'more-second-choices',
  spread: 'wider-spread',
  changes: 'more-changes',
};

/**
 * The work allowed, in columns of the models asked: all questions, those put to the whole model, and the branches that one
 * may take. Counted, not timed, so that a run can be replayed to the same reasons; editions of some dozen authorities stay below it.
 */
const WORK = { questions: 200_000, whole: 12_000, branches: 60_000 };

/** A unit with the workshop that the plan gives it. */
type PlacedUnit = SeatOfUnit & { readonly workshop: number | null };

type Inquiry = {
  readonly model: PlanModel;
  readonly solver: MipSolver;
  readonly solution: readonly number[];
  /** The levels as rows that hold them at the plan's values, in their order. */
  readonly held: readonly { readonly name: AllocationLevelName; readonly row: LinearRow }[];
  readonly units: readonly PlacedUnit[];
  /** The rules, then the held levels, with divisible units. */
  readonly relaxation: Relaxation;
  /** How many questions may still go to the whole model. */
  wholeAsks: number;
  readonly nodes: number;
};

/**
 * Says for every authority why it is where it is. For those without their first choice the plan is asked again with the
 * authority (or its pair) in it: which rule forbids that, or which level is the first to get worse. Members of a class share
 * the answers, those shared by most come first; beyond the time or the work allowed the rest is `not-computed`, as is
 * everything where the plan is not proven.
 */
export function explainPlan(
  model: PlanModel,
  solution: readonly number[],
  levels: readonly AllocationLevel[],
  solver: MipSolver,
): Map<string, AllocationReason> {
  const { ground } = model;
  const plans = classPlans(model, solution);
  const reasons = plainReasons(ground.problem, placementsOf(ground, plans));
  const units = allUnits(ground).map((seat) => ({ ...seat, workshop: plans[seat.unitClass]?.[seat.index] ?? null }));
  const questions = questionsOf(ground, units, reasons);
  const answers = new Map<string, AllocationReason>();
  if (questions.length > 0 && levels.every(({ value, bound }) => value === bound)) {
    const held = levels.map(({ name, value }) => ({ name, row: rowOf(model.levels[name], 0, value) }));
    const relaxation = solver.relax(model.linear, [...rules(model), ...held.map(({ row }) => row)]);
    const columns = model.linear.lower.length;
    const work = { wholeAsks: Math.ceil(WORK.whole / columns), nodes: Math.ceil(WORK.branches / columns) };
    const inquiry = { model, solver, solution, held, units, relaxation, ...work };
    for (const { key, seat, w } of questions.slice(0, Math.ceil(WORK.questions / columns))) answers.set(key, whyNot(inquiry, seat, w));
    relaxation.close();
  }
  const explained = new Map<string, AllocationReason>();
  for (const [authority, reason] of reasons) {
    const theirs = questions.filter(({ asked }) => asked.includes(authority)).map(({ key }) => answers.get(key) ?? 'not-computed');
    explained.set(authority, reason ?? mildest(theirs));
  }
  return explained;
}

/** Of several workshops that would have done, the answer of the one that the plan came closest to. */
function mildest(answers: readonly AllocationReason[]): AllocationReason {
  return [...answers].sort((a, b) => ALLOCATION_REASONS.indexOf(b) - ALLOCATION_REASONS.indexOf(a))[0] ?? 'not-computed';
}

/** What has to be asked, each once, with the authorities that share the answer. */
function questionsOf({ workshops, problem }: Ground, units: readonly PlacedUnit[], reasons: ReadonlyMap<string, AllocationReason | null>) {
  const choices = new Map(problem.authorities.map((authority) => [authority.id, authority.choices]));
  const questions = new Map<string, { key: string; seat: PlacedUnit; w: number; asked: string[] }>();
  for (const seat of units) {
    for (const id of seat.unit.ids) {
      if (reasons.get(id) !== null) continue;
      for (const wanted of (choices.get(id) ?? []).slice(0, problem.ranked ? 1 : undefined)) {
        const w = workshops.findIndex((workshop) => workshop.id === wanted);
        const key = JSON.stringify([seat.unitClass, seat.unit.kept, seat.workshop, w]);
        const question = questions.get(key) ?? { key, seat, w, asked: [] };
        question.asked.push(id);
        questions.set(key, question);
      }
    }
  }
  return [...questions.values()].sort((a, b) => b.asked.length - a.asked.length);
}

function whyNot(inquiry: Inquiry, seat: PlacedUnit, w: number): AllocationReason {
  const { model, held, units } = inquiry;
  if (seat.unit.minutes > (model.ground.workshops[w]?.talkMinutes ?? 0)) return 'minutes';
  const kept = (unit: SeatOfUnit['unit'], workshop: number | null) => (workshop === null ? 0 : (unit.kept[workshop] ?? 0));
  const couldSwap = units.some(
    ({ unit, unitClass, workshop }) =>
      unitClass === seat.unitClass &&
      workshop === w &&
      kept(unit, seat.workshop) + kept(seat.unit, w) >= kept(unit, w) + kept(seat.unit, seat.workshop),
  );
  if (couldSwap) return 'tie';
  const forced = forcedRows(model, seat, w);
  // From the end: most plans could only be worse at one of the later levels, and less is forbidden there.
  let possible = relaxedDepth(inquiry, forced);
  for (; possible >= 0; possible--) {
    const outcome = ask(inquiry, [...rules(model), ...forced, ...held.slice(0, possible).map(({ row }) => row)], seat.unitClass, w);
    if (outcome === null) return 'not-computed';
    if (outcome) break;
  }
  if (possible === held.length) return 'tie';
  const next = held[possible];
  return next ? WORSE[next.name] : whichRule(inquiry, forced);
}

const rules = ({ minutesRows, countryRows }: PlanModel): LinearRow[] => [...minutesRows, ...countryRows];

/**
 * Rows that put one unit of a class into a workshop. Its published place tells it from the others of its class: published
 * there, it is one of those who stay; published elsewhere, it does not stay, and takes a place that nobody stays at.
 */
function forcedRows(model: PlanModel, { unitClass, unit }: SeatOfUnit, w: number): LinearRow[] {
  const { linear, place, keeps } = model;
  const theirs = keeps.filter((keep) => keep.unitClass === unitClass);
  const count = model.ground.classes[unitClass]?.units.length ?? 1;
  const stays = theirs.find((keep) => keep.workshop === w && keep.gain === unit.kept[w]);
  if (stays) return [{ columns: [stays.column], weights: [1], lower: 1, upper: linear.upper[stays.column] ?? 1 }];
  const here = theirs.filter((keep) => keep.workshop === w).map(({ column }) => column);
  const free = { columns: [place(unitClass, w), ...here], weights: [1, ...here.map(() => -1)], lower: 1, upper: count };
  const own = theirs.filter((keep) => keep.gain === unit.kept[keep.workshop]);
  const leaves = own.map(({ column }) => ({ columns: [column], weights: [1], lower: 0, upper: (linear.upper[column] ?? 1) - 1 }));
  return [free, ...leaves];
}

/** How many levels can be held at once when units may be divided: beyond that, whole units cannot either. */
function relaxedDepth({ model, relaxation, held }: Inquiry, forced: readonly LinearRow[]): number {
  const firstHeld = rules(model).length;
  let [possible, impossible] = [0, held.length + 1];
  let depth = held.length;
  while (possible + 1 < impossible) {
    const without = held.map((_, index) => firstHeld + index).slice(depth);
    if (relaxation.refutes(forced, without)) impossible = depth;
    else possible = depth;
    depth = Math.floor((possible + impossible) / 2);
  }
  return possible;
}

/**
 * Whether the rows can be kept together; null when the time or the work allowed was up. A small change is tried first: all classes stay where
 * the plan has them but this one and those that have somebody in the workshop.
 */
function ask(inquiry: Inquiry, rows: readonly LinearRow[], unitClass: number, w: number): boolean | null {
  const { model, solver, solution } = inquiry;
  const { linear, ground, place } = model;
  const near = { lower: [...linear.lower], upper: [...linear.upper], rows: linear.rows };
  ground.classes.forEach((_, c) => {
    if (c === unitClass || (solution[place(c, w)] ?? 0) > 0) return;
    for (const other of ground.workshops.keys()) near.lower[place(c, other)] = near.upper[place(c, other)] = solution[place(c, other)] ?? 0;
  });
  if (solver.ask({ model: near, rows, nodes: inquiry.nodes }).outcome === 'solved') return true;
  if (inquiry.wholeAsks-- <= 0) return null;
  return possible(solver.ask({ model: linear, rows, nodes: inquiry.nodes }));
}

const possible = ({ outcome }: MipAnswer): boolean | null => (outcome === 'stopped' ? null : outcome === 'solved');

/** Which kind of rule forbids it: the one without which it would do. */
function whichRule({ model, solver }: Inquiry, forced: readonly LinearRow[]): AllocationReason {
  const { ground, minutesRows, countryRows, linear } = model;
  const endless = ground.workshops.map((workshop) => ({ ...workshop, talkMinutes: Number.MAX_SAFE_INTEGER }));
  const untimed = buildPlanModel({ ...ground, workshops: endless }).linear;
  const withoutMinutes = possible(solver.ask({ model: untimed, rows: [...countryRows, ...forced] }));
  if (withoutMinutes) return 'minutes';
  const withoutCountries = possible(solver.ask({ model: linear, rows: [...minutesRows, ...forced] }));
  if (withoutCountries) return 'country-minimum';
  return withoutMinutes === null || withoutCountries === null ? 'not-computed' : 'rules-together';
}
