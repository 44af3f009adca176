import { describe, expect, it } from "vitest";
import { INTERNAL, PUBLIC } from "../../src/disclosure/policy.ts";
import {
  clinicsToPool,
  POOLED,
  poolCounts,
  poolCurves,
  poolMoments,
} from "../../src/disclosure/pool_clinics.ts";
import { cell, clinicCell, momentCell } from "./build.ts";

const clinics = (...people: number[]) =>
  people.map((denominator, at) =>
    clinicCell({ clinic_id: `c${at}`, denominator, observed: denominator - 2, numerator: denominator - 3 }),
  );
const poolOf = (...people: number[]) => [...clinicsToPool([cell(), ...clinics(...people)], PUBLIC)];

describe("which clinics are counted together", () => {
  it("is none where each has a caseload", () => expect(poolOf(40, 100, 300)).toEqual([]));

  it("is those with fewer people than a caseload", () =>
    expect(poolOf(300, 39, 20, 100)).toEqual(["c2", "c1"]));

  it("is the next smallest too, until they are two and a caseload", () => {
    expect(poolOf(300, 12, 100)).toEqual(["c1", "c2"]);
    expect(poolOf(9, 10, 11, 60, 80)).toEqual(["c0", "c1", "c2", "c3"]);
  });

  it("is none where it would be the whole programme", () => {
    expect(poolOf(20)).toEqual([]);
    expect(poolOf(20, 90)).toEqual([]);
  });

  it("is none in the internal edition", () => {
    expect(clinicsToPool(clinics(3, 5, 400), INTERNAL).size).toBe(0);
  });
});

describe("counting clinics together", () => {
  const small = new Set(["c0", "c1"]);

  it("keeps what their parts add up to", () => {
    const [first, pool] = poolCounts(clinics(20, 30, 100), small);
    expect(first).toMatchObject({ clinic_id: "c2", denominator: 100 });
    expect(pool).toMatchObject({ clinic_id: POOLED, denominator: 50, observed: 46, numerator: 44 });
  });

  it("keeps sums of scores and of squares", () => {
    const rows = ["c0", "c1"].map((clinic_id, at) =>
      momentCell({ clinic_id, changes: [at, 4], baselines: [10 + at, 12] }),
    );
    expect(poolMoments(rows, small)).toMatchObject([
      { clinic_id: POOLED, value: { n: 4, sum: 9, sum_of_squares: 33 }, baseline: { n: 4, sum: 45 } },
    ]);
  });

  it("puts everyone on one curve, times ascending", () => {
    const curve = (clinic_id: string, time: number) => ({
      ...({ instrument: "phq9", event: "response", scale: "weeks", stratum: "all", level: "all" } as const),
      clinic_id,
      ends: [{ time, events: 1, censored: 0 }],
    });
    const [pool] = poolCurves([curve("c0", 9), curve("c1", 4)], small);
    expect(pool).toMatchObject({ clinic_id: POOLED, ends: [{ time: 4 }, { time: 9 }] });
  });
});
