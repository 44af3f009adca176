import { describe, expect, it } from "vitest";
import { checkPolicy, PUBLIC } from "../../src/disclosure/policy.ts";
import { ProgramError } from "../../src/errors.ts";

describe("a disclosure policy", () => {
  it("hides 1 to 12 and rounds to the nearest 5 unless a programme says otherwise", () => {
    expect(PUBLIC).toMatchObject({ hide_at_most: 12, round_to: 5, symbol: "*" });
    expect(() => checkPolicy(PUBLIC)).not.toThrow();
  });

  it("may be stricter", () => {
    expect(() => checkPolicy({ ...PUBLIC, hide_at_most: 17 })).not.toThrow();
    expect(() => checkPolicy({ ...PUBLIC, hide_at_most: 10, round_to: 7 })).not.toThrow();
  });

  it.each([
    ["hides nothing", { hide_at_most: 0 }],
    ["shows a count of ten", { hide_at_most: 7 }],
    ["has half a threshold", { hide_at_most: 12.5 }],
    ["has no threshold", { hide_at_most: Number.NaN }],
    ["does not round", { round_to: 1 }],
    ["rounds to three", { round_to: 3, hide_at_most: 13 }],
    ["rounds halves both ways", { round_to: 6, hide_at_most: 15 }],
    ["hides up to the middle of a bucket", { hide_at_most: 11 }],
  ])("is refused when it %s", (_, change) => {
    expect(() => checkPolicy({ ...PUBLIC, ...change })).toThrow(ProgramError);
  });
});
