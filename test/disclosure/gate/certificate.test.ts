import { describe, expect, it } from "vitest";
import { type Claim, checkCertificate, type Move } from "../../../src/disclosure/gate/certificate.ts";

/** A whole of 40, published as 38 to 42, with a hidden part of 3 and one published as 35 to 39. */
const CLAIM: Claim = {
  truth: [40, 3, 37],
  sums: [{ whole: 0, parts: [1, 2], implied: false }],
  bounds: (unknown) =>
    [
      { lo: 38, hi: 42 },
      { lo: 0, hi: 12 },
      { lo: 35, hi: 39 },
    ][unknown] ?? { lo: 0, hi: 0 },
  secrets: [1],
  enough: 5,
};
const up: Move = [
  [0, 1],
  [1, 1],
];
const across: Move = [
  [1, 1],
  [2, -1],
];
const check = (walk: Move[], claim: Partial<Claim> = {}) => checkCertificate(walk, { ...CLAIM, ...claim });

describe("a certificate", () => {
  it("shows by whole tables that a hidden count could be five others", () => {
    expect(() => check([up, up, across, across])).not.toThrow();
  });

  it("is refused where a secret takes too few values, however far apart", () => {
    expect(() => check([up, up, across])).toThrow("leaves 1 hidden counts with fewer than 5 values");
    const far: Move = [
      [1, 4],
      [0, 2],
      [2, -2],
    ];
    expect(() => check([far])).toThrow("fewer than 5 values");
  });

  it("is refused where a table does not add up", () => {
    expect(() => check([up, [[1, 1]], across, across])).toThrow("does not add up");
    expect(() => check([], { truth: [41, 3, 37] })).toThrow("does not add up");
  });

  it("is refused where a table has what cannot be", () => {
    expect(() => check([up, up, up, across])).toThrow("not within what is known");
    const half: Move = up.map(([unknown, change]) => [unknown, change / 2]);
    expect(() => check([half, half])).toThrow("not within what is known");
    expect(() => check([], { truth: [43, 6, 37] })).toThrow("not within what is known");
  });
});
