import loadHighs, { type Highs, type HighsCallbackMap, type Model, type ModelData, type OptionValue } from 'highs';
import { keepsModel } from '../domain/allocation/linear-model.ts';
import type { MipAnswer, MipQuestion, MipSolver, Relaxation } from './mip.ts';

let loading: Promise<Highs> | undefined;

/** Loads the solver's WebAssembly module once per thread. */
export function highs(): Promise<Highs> {
  loading ??= loadHighs();
  return loading;
}

/** Bounds come as floating-point numbers: what lies this little above a whole number is taken for it. */
const SLACK = 1e-5;
/** A run shorter than this proves nothing and is not begun. */
const LEAST_SECONDS = 0.002;
const RANDOM_SEEDS = 2 ** 31;
/** What HiGHS takes for no limit. */
const MOST_NODES = 2 ** 31 - 1;

/** Makes a solver that stops at a deadline (milliseconds of `performance.now()`); the same question has the same answer before it. */
export async function highsSolver(deadline: number, seed: number): Promise<MipSolver> {
  const library = await highs();
  const secondsLeft = () => Math.max(0, (deadline - performance.now()) / 1000);
  const options = { output_flag: false, mip_rel_gap: 0, mip_abs_gap: 1e-6, random_seed: seed % RANDOM_SEEDS };
  const prepare = (model: Model, { seconds = Number.POSITIVE_INFINITY, nodes = MOST_NODES }: MipQuestion) =>
    model.options.set({ ...options, mip_max_nodes: nodes, time_limit: Math.min(seconds, secondsLeft()) });
  return {
    version: library.version.string,
    secondsLeft,
    ask(question) {
      if (secondsLeft() < LEAST_SECONDS) return { outcome: 'stopped', solution: null, bound: Number.NEGATIVE_INFINITY };
      return library.withModel(modelData(library, question, true), (model) => {
        prepare(model, question);
        if (question.start) model.setSolution({ colValue: [...question.start] });
        model.run(callbacks(library, question));
        return answerOf(library, model, question);
      });
    },
    relax: (model, rows) => relaxation(library, { model, rows }, { ...options, presolve: 'off' }, secondsLeft),
    relaxedBound(question) {
      if (secondsLeft() < LEAST_SECONDS) return null;
      return library.withModel(modelData(library, question, false), (model) => {
        prepare(model, question);
        model.run();
        const { optimal, infeasible } = library.constants.modelStatus;
        const status = model.getModelStatus();
        if (status === infeasible) return 'impossible';
        return status === optimal ? Math.ceil(model.getObjectiveValue() - SLACK) : null;
      });
    },
  };
}

/** Each question changes a few rows of one model, so that the simplex method goes on from where the last question left it. */
function relaxation(library: Highs, question: MipQuestion, options: Record<string, OptionValue>, secondsLeft: () => number): Relaxation {
  const model = library.createModel(modelData(library, question, false));
  model.options.set(options);
  const [own, held] = [question.model.rows.length, question.rows];
  const count = own + held.length;
  return {
    refutes(more, without) {
      for (const index of without) model.changeRowBounds(own + index, -library.infinity, library.infinity);
      for (const { lower, upper, columns, weights } of more) model.addRow(lower, upper, { indices: [...columns], values: [...weights] });
      model.zeroAllClocks();
      model.options.set('time_limit', secondsLeft());
      model.run();
      const refuted = model.getModelStatus() === library.constants.modelStatus.infeasible;
      if (more.length > 0) model.deleteRows({ kind: 'range', from: count, to: count + more.length - 1 });
      for (const index of without) model.changeRowBounds(own + index, held[index]?.lower ?? 0, held[index]?.upper ?? 0);
      return refuted;
    },
    close: () => model.dispose(),
  };
}

function callbacks(library: Highs, { model, rows, onBetter }: MipQuestion): HighsCallbackMap {
  if (!onBetter) return {};
  return {
    [library.constants.callbackType.mipImprovingSolution]({ data }) {
      const solution = data.mip_solution ? rounded(data.mip_solution) : null;
      if (solution && keepsModel(model, rows, solution)) onBetter(solution);
      return undefined;
    },
  };
}

const rounded = (values: Float64Array): number[] => Array.from(values, (value) => Math.round(value) + 0);

function answerOf(library: Highs, model: Model, question: MipQuestion): MipAnswer {
  const { modelStatus, solutionStatus } = library.constants;
  const status = model.getModelStatus();
  // Every column has two bounds, so that "unbounded or infeasible" can only mean the latter.
  if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible) return { outcome: 'impossible' };
  const found = model.info.get('primal_solution_status') === solutionStatus.feasible ? rounded(model.getSolution().colValue) : null;
  const solution = found && keepsModel(question.model, question.rows, found) ? found : null;
  const dual = Number(model.info.get('mip_dual_bound'));
  const bound = question.objective && Number.isFinite(dual) ? Math.ceil(dual - SLACK) : Number.NEGATIVE_INFINITY;
  if (status === modelStatus.optimal || status === modelStatus.empty) {
    return solution ? { outcome: 'solved', solution, bound } : { outcome: 'stopped', solution: null, bound: Number.NEGATIVE_INFINITY };
  }
  return { outcome: 'stopped', solution, bound };
}

function modelData(library: Highs, { model, rows: more, objective }: MipQuestion, whole: boolean): ModelData {
  const rows = [...model.rows, ...more];
  const numCols = model.lower.length;
  const colCost = new Float64Array(numCols);
  objective?.columns.forEach((column, i) => {
    colCost[column] = (colCost[column] ?? 0) + (objective.weights[i] ?? 0);
  });
  const starts = [0];
  for (const { columns } of rows) starts.push((starts.at(-1) ?? 0) + columns.length);
  const { integer } = library.constants.variableType;
  return {
    numCols,
    numRows: rows.length,
    offset: objective?.constant ?? 0,
    colCost,
    colLower: model.lower,
    colUpper: model.upper,
    rowLower: rows.map(({ lower }) => lower),
    rowUpper: rows.map(({ upper }) => upper),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols,
      starts,
      indices: rows.flatMap(({ columns }) => columns),
      values: rows.flatMap(({ weights }) => weights),
    },
    ...(whole ? { integrality: new Int32Array(numCols).fill(integer) } : {}),
  };
}
