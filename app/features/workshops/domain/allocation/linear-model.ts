/** A weighted sum of columns plus a constant. */
export type Terms = { readonly columns: readonly number[]; readonly weights: readonly number[]; readonly constant: number };

/** A row of a linear model: its sum lies between the two bounds. */
export type LinearRow = {
  readonly lower: number;
  readonly upper: number;
  readonly columns: readonly number[];
  readonly weights: readonly number[];
};

/** Columns, all whole numbers between bounds, and the rows that they must keep. */
export type LinearModel = { readonly lower: number[]; readonly upper: number[]; readonly rows: LinearRow[] };

/** Adds a column and answers its index. */
export function addColumn(model: LinearModel, lower: number, upper: number): number {
  model.lower.push(lower);
  return model.upper.push(upper) - 1;
}

/** Sums an expression over a solution. */
export function sumOf({ columns, weights, constant }: Terms, solution: readonly number[]): number {
  return columns.reduce((sum, column, i) => sum + (weights[i] ?? 0) * (solution[column] ?? 0), constant);
}

/** The row that keeps an expression between two values. */
export function rowOf({ columns, weights, constant }: Terms, lower: number, upper: number): LinearRow {
  return { columns, weights, lower: lower - constant, upper: upper - constant };
}

/** Tells whether a solution of whole numbers keeps every bound and row, exactly. */
export function keepsModel(model: LinearModel, rows: readonly LinearRow[], solution: readonly number[]): boolean {
  const within = (value: number, lower: number, upper: number) => value >= lower && value <= upper;
  return (
    solution.every((value, column) => within(value, model.lower[column] ?? 0, model.upper[column] ?? 0)) &&
    [...model.rows, ...rows].every((row) => within(sumOf({ ...row, constant: 0 }, solution), row.lower, row.upper))
  );
}

/**
 * Divides the weights of a row of whole numbers by their greatest common divisor and rounds its bounds inwards: the same
 * whole solutions, and a relaxation that lies closer to them.
 */
export function tightened(row: LinearRow): LinearRow {
  const divisor = row.weights.reduce((d, weight) => gcd(d, Math.abs(weight)), 0);
  if (divisor <= 1) return row;
  return {
    columns: row.columns,
    weights: row.weights.map((weight) => weight / divisor),
    lower: Math.ceil(row.lower / divisor),
    upper: Math.floor(row.upper / divisor),
  };
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
