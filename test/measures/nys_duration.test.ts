import { describe, expect, it } from "vitest";
import { countMeasure } from "../../src/compute/count_measure.ts";
import { INTERNAL } from "../../src/disclosure/policy.ts";
import { protect } from "../../src/disclosure/protect.ts";
import { protectMeans } from "../../src/disclosure/protect_mean.ts";
import { nysDuration } from "../../src/measures/nys_duration/measure.ts";
import type { MomentCell } from "../../src/reference/cells.ts";
import { cell } from "../disclosure/build.ts";
import { drawnRegistry, verdictsOf } from "./care_case.ts";

/** Ended after 35 days; lapsed 90 days after a contact on day 9; lapsed 90 days after enrolment; came back on the 90th day; cared for 110 weeks; not insured in time; lapsed in July; still in care. */
const REGISTRY = {
  episode: `
    episode_id | enrolled_date | ended_date
    ended      | 2024-01-01    | 2024-02-05
    lapsed     | 2024-01-01    | 2024-12-01
    unseen     | 2024-01-01    |
    in_time    | 2024-01-01    | 2024-05-27
    long       | 2022-01-01    | 2024-02-10
    elsewhere  | 2024-01-01    | 2024-02-05
    late       | 2024-04-20    |
    in_care    | 2024-06-01    |`,
  contact: [
    "episode_id | contact_date | kind",
    "lapsed | 2024-01-10 | treatment",
    "lapsed | 2024-02-01 | no_show",
    "lapsed | 2024-06-01 | treatment",
    "in_time | 2024-03-31 | treatment",
    ...Array.from({ length: 9 }, (_, at) => {
      const day = new Date(Date.UTC(2022, 0, 1 + 80 * (at + 1))).toISOString().slice(0, 10);
      return `long | ${day} | treatment`;
    }),
  ].join("\n"),
  coverage: [
    "patient_id | payer_category | start_date | end_date",
    ...["p1", "lapsed", "unseen", "in_time", "long", "late", "in_care"].map(
      (who) => `${who} | Medicaid | 2020-01-01 |`,
    ),
    "elsewhere | Medicaid | 2024-02-02 |",
  ].join("\n"),
};

const AS_OF = "2024-07-31";

describe("the length of care of those discharged, New York State", () => {
  it("is of people on Medicaid on the first of the month in which care ended or lapsed", async () => {
    expect(await verdictsOf("nys_duration", REGISTRY, AS_OF)).toEqual({
      ended: "met",
      lapsed: "met",
      unseen: "met",
      in_time: "met",
      long: "met",
      late: "met",
      elsewhere: "not_medicaid",
      in_care: "still_in_care",
    });
  });

  it("averages days from enrolment to discharge, divided by 7: of one as of many, and of nobody none", async () => {
    const moments = await wholeProgramme();
    const counts = moments.map(({ value: { n }, ...key }) =>
      cell({ ...key, denominator: n, observed: n, numerator: n }),
    );
    const { cells } = protect(counts, [], INTERNAL);
    const told = protectMeans(moments, cells, INTERNAL).map(
      ({ period_grain, period_start, mean, status }) => [
        period_start ?? period_grain,
        mean?.toFixed(1) ?? null,
        status,
      ],
    );
    expect(told).toEqual([
      ["2024-02-01", "57.5", "shown"],
      ["2024-03-01", "12.9", "shown"],
      ["2024-04-01", "14.1", "shown"],
      ["2024-05-01", "21.0", "shown"],
      ["2024-06-01", null, "no_value"],
      ["2024-07-01", "12.9", "shown"],
      ["all", "29.3", "shown"],
    ]);
  });

  it("holds nobody to more than two years where it is to be published", async () => {
    const all = (await wholeProgramme()).find(({ period_grain }) => period_grain === "all");
    expect(all).toMatchObject({
      unit: "weeks",
      range: 104,
      value: { n: 6, sum: expect.closeTo((371 + 90) / 7 + 110, 9) },
      held: { n: 6, sum: expect.closeTo((371 + 90) / 7 + 104, 9) },
      baseline: null,
    });
  });
});

/** What the months and all time of the whole programme add up to. */
async function wholeProgramme(): Promise<MomentCell[]> {
  const warehouse = await drawnRegistry(REGISTRY, AS_OF);
  const { moments } = await countMeasure(warehouse, nysDuration, { asOf: AS_OF });
  await warehouse.close();
  return moments.filter(
    ({ period_grain, clinic_id, stratum }) =>
      ["month", "all"].includes(period_grain) && clinic_id === "all" && stratum === "all",
  );
}
