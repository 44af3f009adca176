import { mean } from "d3";
import { describe, expect, it } from "vitest";
import { seededRandom, xoshiro128 } from "../../src/stats/seeded_random.ts";

describe("seededRandom(seed)", () => {
  it("is xoshiro128**, whose reference words from the state 1, 2, 3, 4 are published", () => {
    // The test vector of the Rust crate rand_xoshiro, made with the authors' C code.
    const words = xoshiro128([1, 2, 3, 4]);
    expect(Array.from({ length: 10 }, words)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  it("repeats itself for the same seed, and only for the same seed", () => {
    const sequence = (seed: number) => Array.from({ length: 5 }, seededRandom(seed));
    expect(sequence(42)).toEqual(sequence(42));
    const firsts = [0, 1, 2, 42, 2 ** 31, 2 ** 32 - 1].map((seed) => sequence(seed)[0]);
    expect(new Set(firsts).size).toBe(firsts.length);
  });

  it("spreads evenly strictly between 0 and 1", () => {
    const draws = Array.from({ length: 100_000 }, seededRandom(20));
    expect(draws.every((draw) => draw > 0 && draw < 1)).toBe(true);
    expect(mean(draws)).toBeCloseTo(0.5, 2);
    const tenths = Array.from(
      { length: 10 },
      (_, i) => draws.filter((draw) => Math.floor(draw * 10) === i).length,
    );
    expect(Math.max(...tenths.map((count) => Math.abs(count - 10_000)))).toBeLessThan(400);
  });

  it.each([1.5, -1, 2 ** 32, Number.NaN])("refuses %f as a seed", (seed) => {
    expect(() => seededRandom(seed)).toThrow("A seed must be a whole number from 0 to 4294967295.");
  });
});
