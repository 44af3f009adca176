import type { Move } from "./certificate.ts";

/** A walk from the truth through tables that would all be published alike, and the values that secrets have taken on it. */
export class Walk {
  /** The values of all unknowns where the walk has come to. */
  readonly table: Float64Array;
  readonly #truth: readonly number[];
  readonly #enough: number;
  readonly #left: Set<number>;
  readonly #values = new Map<number, Set<number>>();
  /** Each move as how many unknowns it changes, and each of them with its change. */
  #record = new Int32Array(1024);
  #end = 0;

  constructor(truth: readonly number[], secrets: readonly number[], enough: number) {
    this.table = Float64Array.from(truth);
    this.#truth = truth;
    this.#enough = enough;
    this.#left = new Set(secrets);
  }

  add(move: Move): void {
    this.#write(move.length);
    for (const [unknown, change] of move) {
      this.#write(unknown);
      this.#write(change);
      const value = (this.table[unknown] ?? 0) + change;
      this.table[unknown] = value;
      if (!this.#left.has(unknown)) continue;
      const seen = this.#values.get(unknown) ?? new Set([this.#truth[unknown] ?? 0]);
      this.#values.set(unknown, seen.add(value));
      if (seen.size >= this.#enough && this.#left.delete(unknown)) this.#values.delete(unknown);
    }
  }

  /** Goes to a table and comes back. */
  visit(move: Move): void {
    this.add(move);
    this.add(move.map(([unknown, change]) => [unknown, -change]));
  }

  /** Whether a secret has taken enough values. */
  settles(secret: number): boolean {
    return !this.#left.has(secret);
  }

  unsettled(): number[] {
    return [...this.#left];
  }

  hasTaken(secret: number, value: number): boolean {
    return value === this.#truth[secret] || (this.#values.get(secret)?.has(value) ?? false);
  }

  /** The moves so far, in order. */
  *moves(): Generator<Move> {
    for (let at = 0; at < this.#end; ) {
      const length = this.#record[at++] ?? 0;
      const move: (readonly [number, number])[] = [];
      for (; move.length < length; at += 2) move.push([this.#record[at] ?? 0, this.#record[at + 1] ?? 0]);
      yield move;
    }
  }

  #write(word: number): void {
    if (this.#end === this.#record.length) {
      const longer = new Int32Array(2 * this.#end);
      longer.set(this.#record);
      this.#record = longer;
    }
    this.#record[this.#end++] = word;
  }
}
