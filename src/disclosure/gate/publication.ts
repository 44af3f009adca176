import { ALL, type CountCell, PERIOD_GRAINS } from "../../reference/cells.ts";
import type { Shown } from "../shown_counts.ts";
import type { Draft } from "./draft.ts";
import type { CellUnknowns, Unknowns } from "./unknowns.ts";

/** Counts from the least to the most that readers lose with them. */
const COUNTS = ["numerator", "observed", "denominator"] as const;

/** Which numbers a release shows. What one row hides no other shows, and a row that hides a whole hides its parts. */
export class Publication {
  readonly #unknowns: Unknowns;
  readonly #shown = new Set<number>();
  readonly #fallWith = new Map<number, Set<number>>();
  readonly #importance = new Map<number, number>();

  constructor(unknowns: Unknowns, { cells, shownCells, shownSteps }: Draft) {
    this.#unknowns = unknowns;
    const hidden = new Set<number>();
    const publish = (unknown: number, show = false) => (show ? this.#shown : hidden).add(unknown);
    for (const [at, step] of unknowns.steps.entries()) publish(step, shownSteps[at]);
    for (const [at, row] of unknowns.cells.entries()) {
      const cell = cells[at];
      if (!cell) continue;
      for (const count of COUNTS) publish(row[count], shownCells[at]?.[count]);
      this.#bind(row);
      this.#weigh(row, cell);
    }
    for (const unknown of hidden) this.hide(unknown);
  }

  shows(unknown: number): boolean {
    return this.#shown.has(unknown);
  }

  /** Hides a number, and what cannot stand without it; returns all that it hid. */
  hide(unknown: number): number[] {
    this.#shown.delete(unknown);
    const hidden = [unknown];
    for (const other of this.#fallWith.get(unknown) ?? [])
      if (this.shows(other)) hidden.push(...this.hide(other));
    return hidden;
  }

  /** The larger, the more readers lose: programme before clinic before group, whole before part, long period before short. */
  importance = (unknown: number): number => this.#importance.get(unknown) ?? 0;

  cells(): Shown[] {
    return this.#unknowns.cells.map(({ denominator, observed, numerator }) => ({
      denominator: this.shows(denominator),
      observed: this.shows(observed),
      numerator: this.shows(numerator),
    }));
  }

  steps(): boolean[] {
    return this.#unknowns.steps.map((step) => this.shows(step));
  }

  #bind({ denominator, observed, numerator, notObserved, notMet }: CellUnknowns): void {
    const bind = (unknown: number, others: readonly number[]) => {
      const all = this.#fallWith.get(unknown) ?? new Set();
      for (const other of others) all.add(other);
      this.#fallWith.set(unknown, all);
    };
    bind(denominator, [observed, numerator, notObserved]);
    bind(observed, [notObserved, notMet]);
    bind(numerator, [notMet]);
  }

  #weigh(row: CellUnknowns, { clinic_id, stratum, period_grain }: CountCell): void {
    const scope = stratum !== ALL ? 0 : clinic_id !== ALL ? 1 : 2;
    for (const [rank, count] of COUNTS.entries()) {
      const weight =
        1 + (scope * COUNTS.length + rank) * PERIOD_GRAINS.length + PERIOD_GRAINS.indexOf(period_grain);
      this.#importance.set(row[count], Math.max(weight, this.importance(row[count])));
    }
  }
}
