import { allUnits, classPlans, placementsOf, type SeatOfUnit } from '../domain/allocation/decode-plan.ts';
import { type LinearRow, rowOf } from '../domain/allocation/linear-model.ts';
import type { PlanModel } from '../domain/allocation/plan-model.ts';
import { ALLOCATION_REASONS, type AllocationLevel, type AllocationLevelName, type AllocationReason } from '../domain/allocation/problem.ts';
import { plainReasons } from '../domain/allocation/reasons.ts';
import type { MipSolver } from './mip.ts';

const WORSE: Readonly<Record<AllocationLevelName, AllocationReason>> = {
  unplaced: 'more-unplaced',
  'outside-choices': 'more-outside',
  'over-spread': 'over-spread',
  'second-choices': 'more-second-choices',
  spread: 'wider-spread',
  changes: 'more-changes',
};

type Inquiry = {
  readonly model: PlanModel;
  readonly solver: MipSolver;
  readonly solution: readonly number[];
  /** The levels as rows that hold them at the plan's values, in their order. */
  readonly held: readonly { readonly name: AllocationLevelName; readonly row: LinearRow }[];
  /** The workshop of each unit, to see at once whether two members of a class could change places. */
  readonly units: readonly (SeatOfUnit & { readonly workshop: number | null })[];
  readonly answers: Map<string, AllocationReason>;
};

/**
 * Says for every authority why it is where it is. For those without their first choice the plan is asked again with the
 * authority (or its pair) in it: which rule forbids that, or which level is the first to get worse. Members of a class share
 * the answers; when the time is up the rest is `not-computed`, as is everything where the plan is not proven.
 */
export function explainPlan(
  model: PlanModel,
  solution: readonly number[],
  levels: readonly AllocationLevel[],
  solver: MipSolver,
): Map<string, AllocationReason> {
  const { ground } = model;
  const { problem } = ground;
  const plans = classPlans(model, solution);
  const placements = placementsOf(ground, plans);
  const reasons = plainReasons(problem, placements);
  const proven = levels.every(({ value, bound }) => value === bound);
  const held = levels.map(({ name, value }) => ({ name, row: rowOf(model.levels[name], 0, value) }));
  const units = allUnits(ground).map((seat) => ({ ...seat, workshop: plans[seat.unitClass]?.[seat.index] ?? null }));
  const inquiry: Inquiry = { model, solver, solution, held, units, answers: new Map() };
  const unitOf = new Map(units.flatMap((seat) => seat.unit.ids.map((id) => [id, seat] as const)));
  const choices = new Map(problem.authorities.map((authority) => [authority.id, authority.choices]));
  const explained = new Map<string, AllocationReason>();
  for (const [authority, reason] of reasons) {
    const seat = unitOf.get(authority);
    const wanted = (choices.get(authority) ?? []).slice(0, problem.ranked ? 1 : undefined);
    explained.set(authority, reason ?? (proven && seat ? mildest(inquiry, seat, wanted) : 'not-computed'));
  }
  return explained;
}

/** Of several workshops that would have done, the answer of the one that the plan came closest to. */
function mildest(inquiry: Inquiry, seat: Inquiry['units'][number], wanted: readonly string[]): AllocationReason {
  const answers = wanted.map((id) => {
    const w = inquiry.model.ground.workshops.findIndex((workshop) => workshop.id === id);
    const key = JSON.stringify([seat.unitClass, seat.unit.kept, w]);
    const answer = inquiry.answers.get(key) ?? whyNot(inquiry, seat, w);
    inquiry.answers.set(key, answer);
    return answer;
  });
  return answers.sort((a, b) => ALLOCATION_REASONS.indexOf(b) - ALLOCATION_REASONS.indexOf(a))[0] ?? 'not-computed';
}

function whyNot(inquiry: Inquiry, seat: Inquiry['units'][number], w: number): AllocationReason {
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
    const outcome = ask(inquiry, [...rules(model), ...forced, ...held.slice(0, possible).map(({ row }) => row)]);
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
  const count = linear.upper[place(unitClass, w)] ?? 0;
  const stays = theirs.find((keep) => keep.workshop === w && keep.gain === unit.kept[w]);
  if (stays) return [{ columns: [stays.column], weights: [1], lower: 1, upper: linear.upper[stays.column] ?? 1 }];
  const here = theirs.filter((keep) => keep.workshop === w).map(({ column }) => column);
  const free = { columns: [place(unitClass, w), ...here], weights: [1, ...here.map(() => -1)], lower: 1, upper: Math.max(1, count) };
  const own = theirs.filter((keep) => keep.gain === unit.kept[keep.workshop]);
  const leaves = own.map(({ column }) => ({ columns: [column], weights: [1], lower: 0, upper: (linear.upper[column] ?? 1) - 1 }));
  return [free, ...leaves];
}

/** How many levels can be held at once when units may be divided: beyond that, whole units cannot either. */
function relaxedDepth({ model, solver, held }: Inquiry, forced: readonly LinearRow[]): number {
  const objective = { columns: [], weights: [], constant: 0 };
  for (let depth = held.length; depth > 0; depth--) {
    const rows = [...rules(model), ...forced, ...held.slice(0, depth).map(({ row }) => row)];
    if (solver.relaxedBound({ model: model.linear, rows, objective }) !== 'impossible') return depth;
  }
  return 0;
}

/** Whether the rows can be kept together; null when the time was up. */
function ask({ model, solver }: Inquiry, rows: readonly LinearRow[]): boolean | null {
  const answer = solver.ask({ model: model.linear, rows });
  return answer.outcome === 'stopped' ? null : answer.outcome === 'solved';
}

function whichRule(inquiry: Inquiry, forced: readonly LinearRow[]): AllocationReason {
  const { minutesRows, countryRows } = inquiry.model;
  const withoutMinutes = ask(inquiry, [...countryRows, ...forced]);
  if (withoutMinutes) return 'minutes';
  const withoutCountries = ask(inquiry, [...minutesRows, ...forced]);
  if (withoutCountries) return 'country-minimum';
  return withoutMinutes === null || withoutCountries === null ? 'not-computed' : 'rules-together';
}
