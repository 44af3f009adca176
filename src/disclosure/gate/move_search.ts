import { type Random, seededRandom } from "../../stats/seeded_random.ts";
import type { Bounds } from "../bounds.ts";
import type { Move } from "./certificate.ts";
import type { Links } from "./links.ts";
import type { Walk } from "./walk.ts";

/** Changes by one after which a search gives up. */
const STEPS = 1_000;
/** For so many steps a number that was changed is left alone, and by chance for nearly as many again. */
const REST = 5;
const NOBODY = -1;

/**
 * Finds moves from one table to another without a solver: changes a secret by one, and then, as long as a sum is out of balance, a
 * member of it by one, where that costs the other sums least. A number in one sum only is what is left of it: within its bounds it takes up what
 * the others leave. Sums that stay out of balance weigh more and more, so that no search goes round in circles (the breakout method,
 * Morris 1993, with a tabu list).
 */
export class MoveSearch {
  readonly #links: Links;
  readonly #bounds: (unknown: number) => Bounds;
  readonly #walk: Walk;
  readonly #random: Random = seededRandom(1);
  /** The number of each sum that is in no other. */
  readonly #restOf: Int32Array;
  /** By how much the search has changed each unknown so far, and until which step that is left alone. */
  readonly #change: Int32Array;
  readonly #restsUntil: Int32Array;
  /** Of each sum what its parts are now more than its whole, and what that weighs. */
  readonly #excess: Int32Array;
  readonly #weight: Int32Array;
  /** The sums that are out of balance, and the place of each in that list. */
  readonly #open: number[] = [];
  readonly #placeOf: Int32Array;
  /** What the search has changed, to undo it. */
  readonly #changed: number[] = [];
  #secret = NOBODY;

  constructor(links: Links, bounds: (unknown: number) => Bounds, walk: Walk) {
    this.#links = links;
    this.#bounds = bounds;
    this.#walk = walk;
    const [unknowns, sums] = [links.sumsOf.length, links.members.length];
    this.#restOf = Int32Array.from(
      links.members,
      (members) => members.findLast((unknown) => links.sumsOf[unknown]?.length === 1) ?? NOBODY,
    );
    this.#change = new Int32Array(unknowns);
    this.#restsUntil = new Int32Array(unknowns);
    this.#excess = new Int32Array(sums);
    this.#weight = new Int32Array(sums).fill(1);
    this.#placeOf = new Int32Array(sums).fill(NOBODY);
  }

  /** Walks on until a secret has taken enough values, or `starts` searches up and as many down find no next table. */
  widen(secret: number, starts: number): void {
    for (const step of [1, -1])
      while (!this.#walk.settles(secret)) {
        const move = this.#findWithin(starts, secret, step);
        if (!move) break;
        this.#walk.add(move);
      }
  }

  #findWithin(starts: number, secret: number, step: number): Move | undefined {
    for (let start = 0; start < starts && this.#allows(secret, step); start++) {
      const move = this.#find(secret, step);
      if (move) return move;
    }
    return undefined;
  }

  #find(secret: number, step: number): Move | undefined {
    this.#secret = secret;
    this.#apply(secret, step);
    for (let at = 1; at <= STEPS && this.#open.length > 0; at++)
      this.#balance(this.#open[Math.floor(this.#random() * this.#open.length)] ?? 0, at);
    const move = this.#open.length === 0 ? this.#moveSoFar() : undefined;
    this.#forget();
    return move;
  }

  /** Brings a sum nearer to balance by the change of one that costs the others least, chance deciding between the like. */
  #balance(sum: number, at: number): void {
    const partStep = (this.#excess[sum] ?? 0) > 0 ? -1 : 1;
    let step = -partStep;
    let [best, bestStep, least] = [NOBODY, 0, Number.POSITIVE_INFINITY];
    for (const unknown of this.#links.members[sum] ?? []) {
      if (this.#mayChange(unknown, sum, at) && this.#allows(unknown, step)) {
        const cost = this.#cost(unknown, step) + this.#random();
        if (cost < least) [best, bestStep, least] = [unknown, step, cost];
      }
      step = partStep;
    }
    if (best === NOBODY) return;
    if (least >= 1) for (const open of this.#open) this.#weight[open] = (this.#weight[open] ?? 1) + 1;
    this.#apply(best, bestStep);
    this.#restsUntil[best] = at + REST + Math.floor(this.#random() * REST);
  }

  #mayChange(unknown: number, sum: number, at: number): boolean {
    return unknown !== this.#secret && unknown !== this.#restOf[sum] && (this.#restsUntil[unknown] ?? 0) < at;
  }

  /** How much further out of balance a change would bring the sums of an unknown, by their weights. */
  #cost(unknown: number, step: number): number {
    let more = 0;
    for (const signed of this.#links.sumsOf[unknown] ?? []) {
      const sum = signed < 0 ? ~signed : signed;
      const excess = this.#excess[sum] ?? 0;
      const after = excess + (signed < 0 ? -step : step);
      more += (this.#weight[sum] ?? 1) * (this.#imbalance(sum, after) - this.#imbalance(sum, excess));
    }
    return more;
  }

  /** How far a sum is out of balance when what is left of it takes up what it can. */
  #imbalance(sum: number, excess: number): number {
    const rest = this.#restOf[sum] ?? NOBODY;
    if (excess === 0 || rest === NOBODY || rest === this.#secret) return Math.abs(excess);
    const { lo, hi } = this.#bounds(rest);
    const value = (this.#walk.table[rest] ?? 0) + this.#takenUp(sum, rest, excess);
    return Math.max(0, lo - value, value - hi);
  }

  /** By how much the number in one sum only must change to balance it. */
  #takenUp(sum: number, rest: number, excess: number): number {
    return this.#links.members[sum]?.[0] === rest ? excess : -excess;
  }

  #allows(unknown: number, step: number): boolean {
    const { lo, hi } = this.#bounds(unknown);
    const value = (this.#walk.table[unknown] ?? 0) + (this.#change[unknown] ?? 0) + step;
    return lo <= value && value <= hi;
  }

  #apply(unknown: number, step: number): void {
    this.#changed.push(unknown);
    this.#change[unknown] = (this.#change[unknown] ?? 0) + step;
    for (const signed of this.#links.sumsOf[unknown] ?? []) {
      const sum = signed < 0 ? ~signed : signed;
      const excess = (this.#excess[sum] ?? 0) + (signed < 0 ? -step : step);
      this.#excess[sum] = excess;
      this.#list(sum, this.#imbalance(sum, excess) > 0);
    }
  }

  #list(sum: number, isOpen: boolean): void {
    const place = this.#placeOf[sum] ?? NOBODY;
    if (isOpen === place >= 0) return;
    if (isOpen) this.#placeOf[sum] = this.#open.push(sum) - 1;
    else {
      const last = this.#open.pop() ?? sum;
      if (last !== sum) this.#open[place] = last;
      this.#placeOf[last] = place;
      this.#placeOf[sum] = NOBODY;
    }
  }

  #moveSoFar(): Move {
    const move = new Map<number, number>();
    for (const unknown of this.#changed) {
      move.set(unknown, this.#change[unknown] ?? 0);
      for (const signed of this.#links.sumsOf[unknown] ?? []) {
        const sum = signed < 0 ? ~signed : signed;
        const [rest, excess] = [this.#restOf[sum] ?? NOBODY, this.#excess[sum] ?? 0];
        if (excess !== 0) move.set(rest, (this.#change[rest] ?? 0) + this.#takenUp(sum, rest, excess));
      }
    }
    return [...move].filter(([, change]) => change !== 0);
  }

  #forget(): void {
    for (const unknown of this.#changed) {
      this.#change[unknown] = 0;
      this.#restsUntil[unknown] = 0;
      for (const signed of this.#links.sumsOf[unknown] ?? []) {
        const sum = signed < 0 ? ~signed : signed;
        this.#excess[sum] = 0;
        this.#weight[sum] = 1;
        this.#placeOf[sum] = NOBODY;
      }
    }
    this.#changed.length = 0;
    this.#open.length = 0;
  }
}
