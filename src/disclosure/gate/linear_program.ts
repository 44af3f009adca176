import loader, { type Highs, type Model } from "highs";
import { GateError } from "../../errors.ts";
import type { Bounds } from "../bounds.ts";
import type { Sum } from "./sums.ts";

/** The package's types describe its CommonJS build; in its module build the default export is the loader itself. */
const highs = await (loader as unknown as () => Promise<Highs>)();
const PRIMAL_SIMPLEX = 4;
/** Below this a dual value is rounding of the solver, not a reason. */
const TOLERANCE = 1e-7;

/** Values of all unknowns that fit everything known. */
export interface Solution {
  value: (unknown: number) => number;
  /** The numbers whose own bounds allow no better. */
  heldBy: () => number[];
}

/**
 * Some unknowns, their bounds and the sums between them as a linear program, kept warm in HiGHS: only costs and bounds
 * change, so that the primal simplex starts where it stopped. Must be disposed of.
 */
export class LinearProgram {
  readonly #model: Model = highs.createModel();
  readonly #columns: ReadonlyMap<number, number>;
  readonly #unknowns: readonly number[];
  #bounds: readonly Bounds[];

  constructor(unknowns: readonly number[], sums: readonly Sum[], bounds: (unknown: number) => Bounds) {
    this.#unknowns = unknowns;
    this.#columns = new Map(unknowns.map((unknown, column) => [unknown, column]));
    this.#bounds = unknowns.map(bounds);
    const rows = sums.map(({ whole, parts }) => [whole, ...parts]);
    const starts = [0];
    for (const row of rows) starts.push((starts.at(-1) ?? 0) + row.length);
    this.#model.options.set({ output_flag: false, presolve: "off", simplex_strategy: PRIMAL_SIMPLEX });
    this.#model.passModel({
      numCols: unknowns.length,
      numRows: rows.length,
      colCost: unknowns.map(() => 0),
      colLower: this.#bounds.map(({ lo }) => lo),
      colUpper: this.#bounds.map(({ hi }) => hi),
      rowLower: rows.map(() => 0),
      rowUpper: rows.map(() => 0),
      matrix: {
        format: "csr",
        numRows: rows.length,
        numCols: unknowns.length,
        starts,
        indices: rows.flat().map((unknown) => this.#column(unknown)),
        values: rows.flatMap((row) => row.map((_, place) => (place === 0 ? -1 : 1))),
      },
    });
  }

  /** Finds values that fit everything known and make a weighted sum least. Throws a GateError where the solver finds none. */
  minimise(costs: readonly (readonly [unknown: number, cost: number])[]): Solution {
    for (const [unknown, cost] of costs) this.#model.changeColCost(this.#column(unknown), cost);
    this.#model.run();
    if (this.#model.getModelStatus() !== highs.constants.modelStatus.optimal)
      throw new GateError("the solver found no answer, so nothing shows that the release is protected");
    const { colValue, colDual } = this.#model.getSolution();
    for (const [unknown] of costs) this.#model.changeColCost(this.#column(unknown), 0);
    return {
      value: (unknown) => colValue[this.#column(unknown)] ?? Number.NaN,
      heldBy: () => this.#unknowns.filter((_, column) => Math.abs(colDual[column] ?? 0) > TOLERANCE),
    };
  }

  /** Takes up bounds that have changed. */
  rebound(bounds: (unknown: number) => Bounds): void {
    const old = this.#bounds;
    this.#bounds = this.#unknowns.map(bounds);
    for (const [column, { lo, hi }] of this.#bounds.entries())
      if (lo !== old[column]?.lo || hi !== old[column]?.hi) this.#model.changeColBounds(column, lo, hi);
  }

  dispose(): void {
    this.#model.dispose();
  }

  #column(unknown: number): number {
    return this.#columns.get(unknown) ?? -1;
  }
}
