import { describe, expect, it } from "vitest";
import { PUBLIC } from "../../src/disclosure/policy.ts";
import { mayShow, sanitise } from "../../src/disclosure/sanitise.ts";

const counts = Array.from({ length: 500 }, (_, count) => count);
const published = (count: number) => sanitise(count, mayShow(count, true, PUBLIC), PUBLIC);

describe("sanitise(count, show, policy)", () => {
  it("hides 1 to 12", () => {
    expect(counts.filter((count) => published(count) === null)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
    ]);
  });

  it("moves a shown count to the nearest multiple of five", () => {
    expect([0, 13, 17, 18, 22, 23, 498].map(published)).toEqual([0, 15, 15, 20, 20, 25, 500]);
    expect(counts.every((count) => Math.abs((published(count) ?? count) - count) <= 2)).toBe(true);
  });

  it("stands for as many counts in the first bucket as in any other", () => {
    expect(counts.filter((count) => published(count) === 15)).toEqual([13, 14, 15, 16, 17]);
  });

  it("never puts a larger count below a smaller one", () => {
    const shown = counts.map(published).filter((count) => count !== null);
    expect(shown).toEqual([...shown].sort((a, b) => a - b));
  });

  it("leaves a published count as it is", () => {
    for (const count of counts.map(published)) expect(count === null ? null : published(count)).toBe(count);
  });
});

describe("mayShow(count, zeroIsOpen, policy)", () => {
  it("shows zero only where zero is no secret", () => {
    expect(mayShow(0, true, PUBLIC)).toBe(true);
    expect(mayShow(0, false, PUBLIC)).toBe(false);
  });
});
