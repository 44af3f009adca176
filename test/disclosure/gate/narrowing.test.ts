import { describe, expect, it } from "vitest";
import { linkSums } from "../../../src/disclosure/gate/links.ts";
import { Narrowing } from "../../../src/disclosure/gate/narrowing.ts";

const ENDLESS = { lo: 0, hi: Number.POSITIVE_INFINITY };
const exactly = (count: number) => ({ lo: count, hi: count });
const sum = (whole: number, ...parts: number[]) => ({ whole, parts, implied: false });

describe("what single sums tell", () => {
  it("is what the others leave of a whole, and who holds it", () => {
    const links = linkSums(4, [sum(0, 1, 2, 3)]);
    const narrowing = new Narrowing(links, [{ lo: 10, hi: 12 }, exactly(3), { lo: 4, hi: 8 }, ENDLESS]);
    expect([narrowing.lo[3], narrowing.hi[3], narrowing.width(3)]).toEqual([0, 5, 6]);
    expect(narrowing.heldBy(3).sort()).toEqual([0, 1, 2, 3]);
    expect(narrowing.heldBy(1)).toEqual([1]);
  });

  it("goes from sum to sum", () => {
    const links = linkSums(5, [sum(0, 1, 2), sum(2, 3, 4)]);
    const narrowing = new Narrowing(links, [exactly(20), exactly(18), ENDLESS, ENDLESS, ENDLESS]);
    expect([2, 3, 4].map((unknown) => narrowing.width(unknown))).toEqual([1, 3, 3]);
    expect(narrowing.heldBy(3).sort()).toEqual([0, 1, 3, 4]);
  });

  it("is nothing of a part beside another that may be anything", () => {
    const narrowing = new Narrowing(linkSums(3, [sum(0, 1, 2)]), [{ lo: 5, hi: 9 }, ENDLESS, ENDLESS]);
    expect([narrowing.lo[1], narrowing.hi[1]]).toEqual([0, 9]);
  });
});
