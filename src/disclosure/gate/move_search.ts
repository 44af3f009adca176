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
  /** The sums that are out of balance, and the place of each in that list. */
  readonly #open: number[] = [];
  readonly #placeOf: Int32Array;
  #tries = 0;

  constructor(links: Links, bounds: (unknown: number) => Bounds, walk: Walk) {
    this.#links = links;
    this.#bounds = bounds;
    this.#walk = walk;
    this.#change = new Int8Array(links.sumsOf.length);
    this.#excess = new Int32Array(links.members.length);
    this.#placeOf = new Int32Array(links.members.length);
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
      if (isFound) return move;
    }
    return undefined;
  }

  #balance(): boolean {
    const sum = this.#shortestOpen();
    if (sum === undefined) return true;
    for (const { unknown, step } of this.#remedies(sum)) {
      if (this.#tries-- <= 0) return false;
      this.#apply(unknown, step);
      if (this.#balance()) return true;
      this.#retract();
    }
    return false;
  }

  /** The shortest of the sums that are out of balance; of several, one of the latest. */
  #shortestOpen(): number | undefined {
    let found: number | undefined;
    let shortest = Number.POSITIVE_INFINITY;
    for (const sum of this.#open) {
      const length = this.#links.members[sum]?.length ?? 0;
      if (length > shortest) continue;
      found = sum;
      shortest = length;
    }
    return found;
  }

  /** The few changes that bring a sum nearer to balance and others least out of it, the best first. */
  #remedies(sum: number): Remedy[] {
    const partStep = (this.#excess[sum] ?? 0) > 0 ? -1 : 1;
    const best: Remedy[] = [];
    let step = -partStep;
    for (const unknown of this.#links.members[sum] ?? []) {
      if (this.#change[unknown] === 0 && this.#allows(unknown, step)) {
        const cost = this.#imbalance(unknown, step) + this.#random() * CHANCE;
        let place = best.length;
        while (place > 0 && cost < (best[place - 1]?.cost ?? 0)) place--;
        if (place < BREADTH) best.splice(place, 0, { unknown, step, cost });
        if (best.length > BREADTH) best.pop();
      }
      step = partStep;
    }
    return best;
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
    this.#weigh(unknown, step);
  }

  #retract(): void {
    const unknown = this.#changed.pop() ?? -1;
    this.#weigh(unknown, -(this.#change[unknown] ?? 0));
    this.#change[unknown] = 0;
  }

  #weigh(unknown: number, step: number): void {
    for (const signed of this.#links.sumsOf[unknown] ?? []) {
      const sum = signed < 0 ? ~signed : signed;
      const before = this.#excess[sum] ?? 0;
      const after = before + (signed < 0 ? -step : step);
      this.#excess[sum] = after;
      if (before === 0) this.#placeOf[sum] = this.#open.push(sum) - 1;
      else if (after === 0) this.#close(sum);
    }
  }

  #close(sum: number): void {
    const last = this.#open.pop() ?? sum;
    if (last === sum) return;
    const place = this.#placeOf[sum] ?? 0;
    this.#open[place] = last;
    this.#placeOf[last] = place;
  }
}

/** A change of one that could balance a sum, and how far out of balance it would bring others, give or take chance. */
interface Remedy {
  unknown: number;
  step: number;
  cost: number;
}
