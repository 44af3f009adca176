import { at } from "./at.ts";

type Matrix = readonly (readonly number[])[];

/** A pivot this small beside its diagonal entry is rounding: the column says nothing the earlier ones have not said. */
const RELATIVE_TOLERANCE = 1e-10;

/** The sum of products of two vectors; the first may be shorter. */
export function dot(a: readonly number[], b: readonly number[]): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += at(a, i) * at(b, i);
  return total;
}

/**
 * The lower triangle L (ragged rows) of a symmetric matrix A = L L', or null where A is not positive definite.
 * Golub and Van Loan, Matrix Computations, 4th ed. 2013, section 4.2.
 */
export function cholesky(matrix: Matrix): number[][] | null {
  const lower: number[][] = [];
  for (const [i, entries] of matrix.entries()) {
    const row: number[] = [];
    for (const [j, earlier] of lower.entries())
      row.push((at(entries, j) - dot(row, earlier)) / at(earlier, j));
    const diagonal = at(entries, i);
    const pivot = diagonal - dot(row, row);
    if (!(pivot > RELATIVE_TOLERANCE * diagonal)) return null;
    lower.push([...row, Math.sqrt(pivot)]);
  }
  return lower;
}

/** The x of L L' x = b. */
export function choleskySolve(lower: Matrix, b: readonly number[]): number[] {
  const forward: number[] = [];
  for (const [i, row] of lower.entries()) forward.push((at(b, i) - dot(forward, row)) / at(row, i));
  return backSubstitute(lower, forward);
}

/** The x of L' x = b. Of independent standard normal deviates it makes ones whose covariance is the inverse of L L'. */
export function backSubstitute(lower: Matrix, b: readonly number[]): number[] {
  const x = [...b];
  for (const [i, row] of [...lower.entries()].reverse()) {
    const solved = at(x, i) / at(row, i);
    for (const [j, entry] of row.entries()) x[j] = at(x, j) - entry * solved;
    x[i] = solved;
  }
  return x;
}

/** The inverse of L L'. */
export function choleskyInverse(lower: Matrix): number[][] {
  const unit = (i: number) => lower.map((_, j) => Number(i === j));
  return lower.map((_, i) => choleskySolve(lower, unit(i)));
}
