import { seededRandom } from "../../stats/seeded_random.ts";
import type { LinearProgram, Solution } from "./linear_program.ts";

/** Whole numbers from the least to the most, give or take the solver's own rounding. */
const candidates = (lo: number, hi: number): number => Math.floor(hi + 1e-6) - Math.ceil(lo - 1e-6) + 1;

/** A search by many at once goes on while a round settles at least this share of what is left. */
const WORTH_WHILE = 0.03;

/**
 * The values that secrets have taken in tables that would all have been published alike. The truth is the first such table
 * and every answer of the solver another, so a secret that differs enough among them is safe without a question of its own.
 */
export class Witnesses {
  readonly #seen: ReadonlyMap<number, { lo: number; hi: number }>;
  readonly #enough: number;

  constructor(secrets: readonly number[], truth: readonly number[], enough: number) {
    this.#seen = new Map(
      secrets.map((secret) => [secret, { lo: truth[secret] ?? 0, hi: truth[secret] ?? 0 }]),
    );
    this.#enough = enough;
  }

  add({ value }: Solution): void {
    for (const [secret, seen] of this.#seen) {
      seen.lo = Math.min(seen.lo, value(secret));
      seen.hi = Math.max(seen.hi, value(secret));
    }
  }

  settles(secret: number): boolean {
    const { lo, hi } = this.#seen.get(secret) ?? { lo: 0, hi: 0 };
    return candidates(lo, hi) >= this.#enough;
  }

  /** Secrets that could still be too narrow. */
  unsettled(): number[] {
    return [...this.#seen.keys()].filter((secret) => !this.settles(secret));
  }

  /** Pushes all unsettled secrets up or down at once, at random, as long as that settles many. */
  search(program: LinearProgram, checkTime: () => void): void {
    const random = seededRandom(1);
    for (let left = this.unsettled(), settled = left.length; settled > WORTH_WHILE * left.length; ) {
      checkTime();
      this.add(program.minimise(left.map((secret) => [secret, random() < 0.5 ? -1 : 1])));
      const now = this.unsettled();
      settled = left.length - now.length;
      left = now;
    }
  }
}
