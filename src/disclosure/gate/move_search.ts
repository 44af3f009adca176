import { type Random, seededRandom } from "../../stats/seeded_random.ts";
import type { Bounds } from "../bounds.ts";
import type { Move } from "./certificate.ts";
import type { Links } from "./links.ts";
import type { Walk } from "./walk.ts";

/** Changes that are tried before a search gives up, and in one sum before it takes back the last. */
const TRIES = 100;
const BREADTH = 3;
/** How far chance may outweigh the number of sums that a change puts out of balance. */
const CHANCE = 2;

/**
 * Finds moves from one table to another near by without a solver: changes a secret by one, and then, sum by sum, another
 * member by one, until every sum is in balance again. Depth first, what unbalances least first, with a little chance.
 */
export class MoveSearch {
  readonly #links: Links;
  readonly #bounds: (unknown: number) => Bounds;
  readonly #walk: Walk;
  readonly #random: Random = seededRandom(1);
  /** Of each unknown what the move changes, and of each sum what its parts are now more than its whole. */
  readonly #change: Int8Array;
  readonly #excess: Int32Array;
  readonly #changed: number[] = [];
  readonly #touched: number[] = [];
  #tries = 0;

  constructor(links: Links, bounds: (unknown: number) => Bounds, walk: Walk) {
    this.#links = links;
    this.#bounds = bounds;
    this.#walk = walk;
    this.#change = new Int8Array(links.sumsOf.length);
    this.#excess = new Int32Array(links.members.length);
  }

  /** Walks on until a secret has taken enough values, or `starts` searches up and as many down find no next table. */
  widen(secret: number, starts: number): void {
    for (const step of [1, -1])
      while (!this.#walk.settles(secret)) {
        const move = this.#find(secret, step, starts);
        if (!move) break;
        this.#walk.add(move);
      }
  }

  #find(secret: number, step: number, starts: number): Move | undefined {
    if (!this.#allows(secret, step)) return undefined;
    for (let start = 0; start < starts; start++) {
      this.#tries = TRIES;
      this.#apply(secret, step);
      const isFound = this.#balance();
      const move = this.#changed.map((unknown) => [unknown, this.#change[unknown] ?? 0] as const);
      while (this.#changed.length > 0) this.#retract();
      this.#touched.length = 0;
      if (isFound) return move;
    }
    return undefined;
  }

  #balance(): boolean {
    const sum = this.#unbalancedSum();
    if (sum === undefined) return true;
    const touched = this.#touched.length;
    for (const [unknown, step] of this.#remedies(sum)) {
      if (this.#tries-- <= 0) return false;
      this.#apply(unknown, step);
      if (this.#balance()) return true;
      this.#retract();
      this.#touched.length = touched;
    }
    return false;
  }

  /** The latest of the shortest sums that are out of balance. */
  #unbalancedSum(): number | undefined {
    let found: number | undefined;
    let shortest = Number.POSITIVE_INFINITY;
    for (const sum of this.#touched) {
      const length = this.#links.members[sum]?.length ?? 0;
      if (this.#excess[sum] === 0 || length > shortest) continue;
      found = sum;
      shortest = length;
    }
    return found;
  }

  #remedies(sum: number): [unknown: number, step: number, cost: number][] {
    const partStep = (this.#excess[sum] ?? 0) > 0 ? -1 : 1;
    const remedies: [number, number, number][] = [];
    let step = -partStep;
    for (const unknown of this.#links.members[sum] ?? []) {
      if (this.#change[unknown] === 0 && this.#allows(unknown, step))
        remedies.push([unknown, step, this.#imbalance(unknown, step) + this.#random() * CHANCE]);
      step = partStep;
    }
    return remedies.sort((a, b) => a[2] - b[2]).slice(0, BREADTH);
  }

  /** How much further out of balance a change would bring the sums of an unknown. */
  #imbalance(unknown: number, step: number): number {
    let more = 0;
    for (const signed of this.#links.sumsOf[unknown] ?? []) {
      const excess = this.#excess[signed < 0 ? ~signed : signed] ?? 0;
      more += Math.abs(excess + (signed < 0 ? -step : step)) - Math.abs(excess);
    }
    return more;
  }

  #allows(unknown: number, step: number): boolean {
    const { lo, hi } = this.#bounds(unknown);
    const value = (this.#walk.table[unknown] ?? 0) + step;
    return lo <= value && value <= hi;
  }

  #apply(unknown: number, step: number): void {
    this.#change[unknown] = step;
    this.#changed.push(unknown);
    this.#weigh(unknown, step, true);
  }

  #retract(): void {
    const unknown = this.#changed.pop() ?? -1;
    this.#weigh(unknown, -(this.#change[unknown] ?? 0), false);
    this.#change[unknown] = 0;
  }

  #weigh(unknown: number, step: number, notes: boolean): void {
    for (const signed of this.#links.sumsOf[unknown] ?? []) {
      const sum = signed < 0 ? ~signed : signed;
      const excess = this.#excess[sum] ?? 0;
      if (notes && excess === 0) this.#touched.push(sum);
      this.#excess[sum] = excess + (signed < 0 ? -step : step);
    }
  }
}
