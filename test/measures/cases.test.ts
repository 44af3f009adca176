import { describe, expect, it } from "vitest";
import { MEASURES as REGISTERED } from "../../src/measures/index.ts";
import type { Warehouse } from "../../src/warehouse/warehouse.ts";
import { assessments, buildRegistry, enrolled } from "../support/registry.ts";

const MEASURES = REGISTERED.filter(({ by_instrument }) => by_instrument);

interface Course {
  baseline?: number;
  /** Score on day 90, inside the 10-week window. */
  followUp?: number;
  instrument?: string;
  asOf?: string;
}

/** A database with one episode of this course, every measure built. */
function built({ baseline, followUp, instrument = "phq9", asOf = "2024-12-31" }: Course) {
  const days = [
    ["2024-01-10", baseline],
    ["2024-04-09", followUp],
  ].filter(([, total]) => total !== undefined);
  const scores = ["assessed_date | total", ...days.map(([day, total]) => `${day} | ${total}`)].join("\n");
  const inUse = assessments("assessment_id | assessed_date | total\nearlier | 2023-01-01 | 1", {
    instrument,
  });
  return buildRegistry(
    { episode: enrolled("2024-01-10"), assessment: [...inUse, ...assessments(scores, { instrument })] },
    asOf,
  );
}

const casesIn = (warehouse: Warehouse, measure: string) =>
  warehouse.rows(`SELECT * FROM measure.${measure} WHERE "window" = '10w'`);

/** The 10-week case of one episode in one measure. */
async function casesOf(measure: string, course: Course) {
  const warehouse = await built(course);
  const cases = await casesIn(warehouse, measure);
  await warehouse.close();
  return cases;
}

/** The 10-week case of one episode, per measure: `denominator observed numerator reason`. */
async function verdicts(course: Course) {
  const warehouse = await built(course);
  const verdict: Record<string, string> = {};
  for (const { id } of MEASURES) {
    const [row] = await casesIn(warehouse, id);
    verdict[id] = `${row?.denominator} ${row?.observed} ${row?.numerator} ${row?.exclusion_reason ?? "-"}`;
  }
  await warehouse.close();
  return verdict;
}

const MET = "1 1 1 -";
const NOT_MET = "1 1 0 -";

describe("a person followed up", () => {
  it.each([
    [20, 10, MET],
    [20, 11, NOT_MET],
    [21, 10, MET],
    [21, 11, NOT_MET],
    [10.5, 5.25, MET],
    [10.5, 5.2501, NOT_MET],
  ])("with %d at baseline and %d later has responded: %s", async (baseline, followUp, verdict) => {
    expect((await verdicts({ baseline, followUp })).response).toBe(verdict);
  });

  it.each([
    ["phq9", 20, 4, MET],
    ["phq9", 20, 4.9999, MET],
    ["phq9", 20, 5, NOT_MET],
    ["hamd17", 20, 7, MET],
    ["hamd17", 20, 8, NOT_MET],
    ["qids_sr16", 20, 5, MET],
    ["bdi2", 30, 13, MET],
    ["bdi2", 30, 14, NOT_MET],
  ])(
    "on the %s with %d at baseline and %d later is in remission: %s",
    async (instrument, baseline, followUp, verdict) => {
      expect((await verdicts({ instrument, baseline, followUp })).remission).toBe(verdict);
    },
  );

  it.each([
    ["phq9", 15, 9, MET, NOT_MET],
    ["phq9", 15, 10, NOT_MET, NOT_MET],
    ["phq9", 15, 20, NOT_MET, NOT_MET],
    ["phq9", 15, 21, NOT_MET, MET],
    ["gad7", 12, 8, MET, NOT_MET],
    ["gad7", 12, 16, NOT_MET, MET],
    ["bdi2", 30, 20, MET, NOT_MET],
    ["bdi2", 30, 21, NOT_MET, NOT_MET],
  ])(
    "on the %s with %d at baseline and %d later has improved reliably: %s, worsened: %s",
    async (...course) => {
      const [instrument, baseline, followUp, improved, worsened] = course;
      expect(await verdicts({ instrument, baseline, followUp })).toMatchObject({
        follow_up: MET,
        reliable_improvement: improved,
        reliable_deterioration: worsened,
      });
    },
  );
});

describe("a person who has improved or recovered", () => {
  it.each([
    ["phq9", 11, 9.9999, MET, NOT_MET],
    ["phq9", 11, 10, NOT_MET, NOT_MET],
    ["phq9", 24, 12, MET, NOT_MET],
    ["phq9", 24, 13, NOT_MET, NOT_MET],
    ["phq9", 15, 9, MET, MET],
    ["phq9", 15, 9.5, MET, NOT_MET],
    ["phq9", 16, 10, NOT_MET, NOT_MET],
    ["gad7", 13, 9, MET, MET],
    ["gad7", 14, 10, NOT_MET, NOT_MET],
  ])(
    "on the %s went from %d to %d: improved %s, recovered reliably %s",
    async (instrument, baseline, followUp, improved, recovered) => {
      expect(await verdicts({ instrument, baseline, followUp })).toMatchObject({
        improvement: improved,
        reliable_recovery: recovered,
      });
    },
  );
});

describe("the change of a person", () => {
  it.each([
    ["phq9", 20, 8, 120_000, 200_000],
    ["phq9", 12, 14, -20_000, 120_000],
    ["phq9", 10.5, 5.2501, 52_499, 105_000],
    ["phq9", 20, undefined, null, 200_000],
    ["phq9", 9, 4, null, null],
  ])("on the %s from %d to %d is exact, towards health", async (instrument, baseline, followUp, ...moved) => {
    const [row] = await casesOf("mean_change", { instrument, baseline, followUp });
    expect([row?.value, row?.baseline]).toEqual(moved);
  });
});

describe("a person without a score in the window", () => {
  it("stays in every denominator and succeeds nowhere", async () => {
    expect(new Set(Object.values(await verdicts({ baseline: 20 })))).toEqual(new Set(["1 0 0 -"]));
  });
});

describe("an exclusion", () => {
  const all = (verdict: string) => Object.fromEntries(MEASURES.map(({ id }) => [id, verdict]));

  it("is for want of a baseline, then for a baseline that is not elevated, then for a window still open", async () => {
    expect(await verdicts({ followUp: undefined })).toEqual(all("0 0 0 no_baseline"));
    expect(await verdicts({ baseline: 9, followUp: 2 })).toEqual(all("0 0 0 baseline_not_elevated"));
    expect(await verdicts({ baseline: 20, followUp: 2, asOf: "2024-04-29" })).toEqual(
      all("0 0 0 window_open"),
    );
    expect(await verdicts({ baseline: 9, asOf: "2024-04-29" })).toEqual(all("0 0 0 baseline_not_elevated"));
  });

  it("is for want of a reliable change where the instrument has none, and only in measures that need it", async () => {
    expect(await verdicts({ instrument: "hamd17", baseline: 20, followUp: 4 })).toEqual({
      ...all(MET),
      reliable_improvement: "0 0 0 no_reliable_change_value",
      reliable_recovery: "0 0 0 no_reliable_change_value",
      reliable_deterioration: "0 0 0 no_reliable_change_value",
    });
    expect(await verdicts({ instrument: "hamd17" })).toEqual(all("0 0 0 no_baseline"));
  });
});
