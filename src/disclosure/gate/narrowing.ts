import type { Bounds } from "../bounds.ts";
import type { Links } from "./links.ts";

/** A sum is looked at again at most so often: where bounds keep moving by little, nothing is lost but narrowness that others find. */
const LOOKS = 12;

/** No sum gave a bound: it is what is known of the number by itself. */
const ITSELF = -1;

export type End = "lo" | "hi";
const other = (end: End): End => (end === "lo" ? "hi" : "lo");

/** The bounds of all unknowns that follow by single sums from what is known of each by itself, and why. */
export class Narrowing {
  readonly lo: Float64Array;
  readonly hi: Float64Array;
  readonly #links: Links;
  /** The sum by which each bound came to be. */
  readonly #by: Readonly<Record<End, Int32Array>>;
  readonly #queue: number[];
  readonly #isQueued: Uint8Array;
  readonly #looks: Uint8Array;

  constructor(links: Links, bounds: readonly Bounds[]) {
    this.#links = links;
    this.lo = Float64Array.from(bounds, ({ lo }) => lo);
    this.hi = Float64Array.from(bounds, ({ hi }) => hi);
    this.#by = {
      lo: new Int32Array(bounds.length).fill(ITSELF),
      hi: new Int32Array(bounds.length).fill(ITSELF),
    };
    this.#queue = [...links.members.keys()];
    this.#isQueued = new Uint8Array(links.members.length).fill(1);
    this.#looks = new Uint8Array(links.members.length);
    for (let at = 0; at < this.#queue.length; at++) this.#look(this.#queue[at] ?? 0);
  }

  /** How many whole numbers an unknown can at most be. */
  width(unknown: number): number {
    return (this.hi[unknown] ?? 0) - (this.lo[unknown] ?? 0) + 1;
  }

  /** The numbers whose own bounds hold both ends of an unknown, or one of them: were any of them wider, so would it be. */
  heldBy(unknown: number, ends: readonly End[] = ["lo", "hi"]): number[] {
    const seen = new Set<string>();
    const found = new Set<number>();
    const explain = (one: number, end: End) => {
      if (seen.has(`${one} ${end}`)) return;
      seen.add(`${one} ${end}`);
      const sum = this.#by[end][one] ?? ITSELF;
      if (sum === ITSELF) {
        found.add(one);
        return;
      }
      const [whole = -1, ...parts] = this.#links.members[sum] ?? [];
      if (one === whole) for (const part of parts) explain(part, end);
      else {
        explain(whole, end);
        for (const part of parts) if (part !== one) explain(part, other(end));
      }
    };
    for (const end of ends) explain(unknown, end);
    return [...found];
  }

  /** Tightens the members of a sum: the whole is what its parts add up to, and a part what the others leave of the whole. */
  #look(sum: number): void {
    this.#isQueued[sum] = 0;
    const members = this.#links.members[sum] ?? [];
    const whole = members[0] ?? -1;
    let [least, most, endless] = [0, 0, 0];
    for (let at = 1; at < members.length; at++) {
      const part = members[at] ?? -1;
      least += this.lo[part] ?? 0;
      if (this.hi[part] === Number.POSITIVE_INFINITY) endless++;
      else most += this.hi[part] ?? 0;
    }
    this.#raise(whole, least, sum);
    if (endless === 0) this.#lower(whole, most, sum);
    const [wholeLo, wholeHi] = [this.lo[whole] ?? 0, this.hi[whole] ?? 0];
    for (let at = 1; at < members.length; at++) {
      const part = members[at] ?? -1;
      const [lo, hi] = [this.lo[part] ?? 0, this.hi[part] ?? 0];
      const isEndless = hi === Number.POSITIVE_INFINITY;
      if (endless === 0) this.#raise(part, wholeLo - (most - hi), sum);
      else if (endless === 1 && isEndless) this.#raise(part, wholeLo - most, sum);
      if (wholeHi < Number.POSITIVE_INFINITY) this.#lower(part, wholeHi - (least - lo), sum);
    }
  }

  #raise(unknown: number, to: number, sum: number): void {
    if (to <= (this.lo[unknown] ?? 0)) return;
    this.lo[unknown] = to;
    this.#by.lo[unknown] = sum;
    this.#queueSumsOf(unknown, sum);
  }

  #lower(unknown: number, to: number, sum: number): void {
    if (to >= (this.hi[unknown] ?? 0)) return;
    this.hi[unknown] = to;
    this.#by.hi[unknown] = sum;
    this.#queueSumsOf(unknown, sum);
  }

  #queueSumsOf(unknown: number, by: number): void {
    for (const signed of this.#links.sumsOf[unknown] ?? []) {
      const sum = signed < 0 ? ~signed : signed;
      if (sum === by || this.#isQueued[sum] === 1 || (this.#looks[sum] ?? 0) >= LOOKS) continue;
      this.#isQueued[sum] = 1;
      this.#looks[sum] = (this.#looks[sum] ?? 0) + 1;
      this.#queue.push(sum);
    }
  }
}
