import { describe, expect, it } from "vitest";
import { randomIntegers } from "../disclosure/build.ts";
import { type Bounds, Knowledge } from "./knowledge.ts";
import { propagate } from "./propagate.ts";

const HIDDEN = { lo: 0, hi: 12 };
const published = (count: number): Bounds => {
  const rounded = Math.round(count / 5) * 5;
  return count <= 12 ? HIDDEN : { lo: rounded - 2, hi: rounded + 2 };
};

/** Every way to fill in the parts within their bounds, cut down to those that a test allows. */
function* tables(bounds: readonly Bounds[], start: number[] = []): Generator<number[]> {
  const next = bounds[start.length];
  if (!next) return void (yield start);
  for (let value = next.lo; value <= next.hi; value++) yield* tables(bounds, [...start, value]);
}
const within = (value: number, { lo, hi }: Bounds) => lo <= value && value <= hi;
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

describe("propagate", () => {
  it("finds the very bounds that trying every table finds, for one sum", () => {
    const below = randomIntegers(11);
    let narrowed = 0;
    for (let tried = 0; tried < 400; tried++) {
      const truth = [below(20), below(30), below(20)];
      const bounds = truth.map(published);
      const whole = published(total(truth));
      const knowledge = new Knowledge();
      knowledge.add("whole", ["0", "1", "2"]);
      for (const [place, { lo, hi }] of bounds.entries()) knowledge.narrow(String(place), lo, hi);
      knowledge.narrow("whole", whole.lo, whole.hi);
      propagate(knowledge);
      const possible = [...tables(bounds)].filter((table) => within(total(table), whole));
      for (const [place, { lo, hi }] of bounds.entries()) {
        const values = possible.map((table) => table[place] ?? Number.NaN);
        const found = knowledge.of(String(place));
        expect(found).toEqual({ lo: Math.min(...values), hi: Math.max(...values) });
        if (found.hi - found.lo < hi - lo) narrowed += 1;
      }
    }
    expect(narrowed).toBeGreaterThan(300);
  });

  it("never rules out a table that fits, for sums both ways", () => {
    const below = randomIntegers(12);
    const sums: [string, string[], (t: readonly number[]) => number][] = [
      ["row 0", ["0", "1"], ([a = 0, b = 0]) => a + b],
      ["row 1", ["2", "3"], ([, , c = 0, d = 0]) => c + d],
      ["column 0", ["0", "2"], ([a = 0, , c = 0]) => a + c],
      ["column 1", ["1", "3"], ([, b = 0, , d = 0]) => b + d],
    ];
    for (let tried = 0; tried < 60; tried++) {
      const truth = [below(20), below(20), below(20), below(20)];
      const bounds = truth.map(published);
      const knowledge = new Knowledge();
      for (const [place, { lo, hi }] of bounds.entries()) knowledge.narrow(String(place), lo, hi);
      for (const [whole, parts, sum] of sums) {
        const { lo, hi } = published(sum(truth));
        knowledge.add(whole, parts);
        knowledge.narrow(whole, lo, hi);
      }
      propagate(knowledge);
      const possible = [...tables(bounds)].filter((table) =>
        sums.every(([, , sum]) => within(sum(table), published(sum(truth)))),
      );
      for (const place of bounds.keys())
        expect(
          possible.every((table) => within(table[place] ?? Number.NaN, knowledge.of(String(place)))),
        ).toBe(true);
    }
  });

  it("knows that what may be shown is zero or above the threshold", () => {
    const knowledge = new Knowledge();
    knowledge.isAbove("a", 12);
    knowledge.isAbove("b", 12);
    knowledge.narrow("a", 0, 9);
    knowledge.narrow("b", 1, 40);
    expect([knowledge.of("a"), knowledge.of("b")]).toEqual([
      { lo: 0, hi: 0 },
      { lo: 13, hi: 40 },
    ]);
  });

  it("stops where its own knowledge contradicts itself", () => {
    const knowledge = new Knowledge();
    knowledge.narrow("a", 5, 9);
    expect(() => knowledge.narrow("a", 10, 12)).toThrow("contradicted");
    knowledge.add("a", ["b"]);
    knowledge.narrow("b", 0, 4);
    expect(() => propagate(knowledge)).toThrow("contradicted");
  });
});
