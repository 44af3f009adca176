import loader, { type Highs, type Model } from "highs";
import { GateError } from "../../errors.ts";
import type { Bounds } from "../bounds.ts";
import type { Move } from "./certificate.ts";
import type { Links } from "./links.ts";
import type { Neighbourhood } from "./neighbourhood.ts";

/** The package's types describe its CommonJS build; in its module build the default export is the loader itself. */
const highs = await (loader as unknown as () => Promise<Highs>)();
const PRIMAL_SIMPLEX = 4;
const [CONTINUOUS, INTEGER] = [0, 1] as const;
/** Below this a dual value, or what is left of a whole number, is rounding of the solver. */
const TOLERANCE = 1e-6;
/** Branches after which the search for whole numbers gives up. A number of steps, unlike a time, is the same on every machine. */
const BRANCHES = 500;

interface Options {
  neighbourhood: Neighbourhood;
  links: Links;
  bounds: (unknown: number) => Bounds;
  /** A table that fits, from which moves are told. */
  table: Float64Array;
}

/** The end of what a number can be while everything known fits. */
export interface Extreme {
  value: number;
  /** The numbers whose own bounds allow no more. */
  heldBy: readonly number[];
}

/**
 * The unknowns of a neighbourhood, their bounds and the sums between them as a linear program, kept warm in HiGHS: only
 * costs and bounds change, so that the primal simplex starts where it stopped. Sums that reach beyond the neighbourhood are left
 * out, so that with all of them a number could be no further, only less far. Must be disposed of.
 */
export class LinearProgram {
  /** Whether it holds all that is tied together, so that what fits it fits everything. */
  readonly isWhole: boolean;
  readonly #model: Model = highs.createModel();
  readonly unknowns: readonly number[];
  readonly #columns: ReadonlyMap<number, number>;
  readonly #bounds: (unknown: number) => Bounds;
  readonly #table: Float64Array;

  constructor({ neighbourhood, links, bounds, table }: Options) {
    this.isWhole = neighbourhood.isWhole;
    this.unknowns = [...neighbourhood.unknowns];
    this.#columns = new Map(this.unknowns.map((unknown, column) => [unknown, column]));
    this.#bounds = bounds;
    this.#table = table;
    const own = this.unknowns.map(bounds);
    const starts = [0];
    const indices: number[] = [];
    const values: number[] = [];
    for (const sum of neighbourhood.sums) {
      const members = links.members[sum] ?? [];
      if (!members.every((unknown) => this.holds(unknown))) continue;
      for (const [place, unknown] of members.entries()) {
        indices.push(this.#column(unknown));
        values.push(place === 0 ? -1 : 1);
      }
      starts.push(indices.length);
    }
    const numRows = starts.length - 1;
    const zeros = new Array<number>(numRows).fill(0);
    this.#model.options.set({
      output_flag: false,
      presolve: "off",
      simplex_strategy: PRIMAL_SIMPLEX,
      mip_max_nodes: BRANCHES,
    });
    this.#model.passModel({
      numCols: own.length,
      numRows,
      colCost: own.map(() => 0),
      colLower: own.map(({ lo }) => lo),
      colUpper: own.map(({ hi }) => hi),
      rowLower: zeros,
      rowUpper: zeros,
      matrix: { format: "csr", numRows, numCols: own.length, starts, indices, values },
    });
  }

  holds(unknown: number): boolean {
    return this.#columns.has(unknown);
  }

  /** How far up (1) or down (-1) an unknown can go, but for `most` at most. Throws a GateError where the solver does not say. */
  push(unknown: number, step: 1 | -1, most: number): Extreme {
    const column = this.#column(unknown);
    const { lo, hi } = this.#bounds(unknown);
    this.#model.changeColBounds(column, lo, Math.min(hi, most));
    this.#model.changeColCost(column, -step);
    if (!this.#run())
      throw new GateError("the solver found no answer, so nothing shows that the release is protected");
    const { colValue, colDual } = this.#model.getSolution();
    this.#model.changeColCost(column, 0);
    this.#model.changeColBounds(column, lo, hi);
    return {
      value: colValue[column] ?? Number.NaN,
      heldBy: this.unknowns.filter((_, at) => Math.abs(colDual[at] ?? 0) > TOLERANCE),
    };
  }

  /** The way to a table in which an unknown has this value: of a corner of what fits, and if that has fractions, of a search by branches. */
  reach(unknown: number, value: number): Move | undefined {
    const column = this.#column(unknown);
    const { lo, hi } = this.#bounds(unknown);
    this.#model.changeColBounds(column, value, value);
    const found = this.#run() ? (this.#readMove() ?? this.#searchWhole()) : undefined;
    this.#model.changeColBounds(column, lo, hi);
    return found;
  }

  /** Takes up the bounds of an unknown that have changed. */
  rebound(unknown: number): void {
    const { lo, hi } = this.#bounds(unknown);
    this.#model.changeColBounds(this.#column(unknown), lo, hi);
  }

  dispose(): void {
    this.#model.dispose();
  }

  #searchWhole(): Move | undefined {
    const all = { kind: "range", from: 0, to: this.unknowns.length - 1 } as const;
    this.#model.changeColsIntegrality(
      all,
      this.unknowns.map(() => INTEGER),
    );
    this.#model.options.set({ presolve: "on" });
    const found = this.#run() ? this.#readMove() : undefined;
    this.#model.options.set({ presolve: "off" });
    this.#model.changeColsIntegrality(
      all,
      this.unknowns.map(() => CONTINUOUS),
    );
    return found;
  }

  #run(): boolean {
    this.#model.run();
    return this.#model.getModelStatus() === highs.constants.modelStatus.optimal;
  }

  /** The way from the table to the solver’s answer, where that is of whole numbers. */
  #readMove(): Move | undefined {
    const { colValue } = this.#model.getSolution();
    const move: (readonly [number, number])[] = [];
    for (const [column, unknown] of this.unknowns.entries()) {
      const value = colValue[column] ?? Number.NaN;
      const whole = Math.round(value);
      if (!(Math.abs(value - whole) < TOLERANCE)) return undefined;
      const change = whole - (this.#table[unknown] ?? 0);
      if (change !== 0) move.push([unknown, change]);
    }
    return move;
  }

  #column(unknown: number): number {
    return this.#columns.get(unknown) ?? -1;
  }
}
