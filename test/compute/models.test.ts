import { describe, expect, it } from "vitest";
import { adjust } from "../../src/compute/adjust_case_mix.ts";
import { atBaseline, atStage } from "../../src/compute/covariates.ts";
import { impute } from "../../src/compute/impute_missing.ts";
import {
  type AlikeInClinic,
  BEFORE,
  instrumentsOf,
  readCohort,
  readStages,
  type Staged,
} from "../../src/compute/read_cohort.ts";
import { seededRandom } from "../../src/stats/seeded_random.ts";
import { buildRegistry } from "../support/registry.ts";

const KEY = { measure: "remission", instrument: "phq9", window: "6m" };

const SOMEBODY: AlikeInClinic = {
  clinic_id: "north",
  age_band: "30_to_44",
  sex: "female",
  payer: "Medicaid",
  baseline: 15,
  is_first_episode: true,
  is_observed: true,
  is_met: false,
  people: 1,
};

const people = (
  count: number,
  of: (i: number, random: () => number) => Partial<AlikeInClinic>,
  seed = 1,
): AlikeInClinic[] => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, i) => ({ ...SOMEBODY, ...of(i, random) }));
};

/** Somebody as known in a stage, which is the last unless told otherwise. */
const asKnown = (one: AlikeInClinic, stage: number, score: number | null, is_last = true): Staged => ({
  ...one,
  stage,
  score,
  is_last,
});

const expit = (x: number) => 1 / (1 + Math.exp(-x));

describe("readCohort(warehouse, key)", () => {
  it("groups everyone eligible by what was known before the window, missing and met apart", async () => {
    const assessment = (patient_id: string, days: [string, number][]) =>
      days.map(([assessed_date, total]) => ({
        assessment_id: `${patient_id}${assessed_date}`,
        patient_id,
        instrument: "phq9",
        assessed_date,
        total,
      }));
    const registry = await buildRegistry(
      {
        patient: ["p1", "p2", "p3"].map((patient_id) => ({ patient_id, birth_date: "1980-06-15" })),
        episode: [
          {
            episode_id: "e0",
            patient_id: "p1",
            clinic_id: "c1",
            enrolled_date: "2022-01-01",
            ended_date: "2022-02-01",
          },
          ...["p1", "p2", "p3"].map((patient_id) => ({
            episode_id: `e-${patient_id}`,
            patient_id,
            clinic_id: "c1",
            enrolled_date: "2024-01-10",
          })),
        ],
        assessment: [
          ...assessment("p1", [
            ["2024-01-10", 18],
            ["2024-01-20", 16],
            ["2024-02-06", 14],
            ["2024-02-21", 11],
            ["2024-07-01", 4],
          ]),
          ...assessment("p2", [["2024-01-10", 18]]),
          ...assessment("p3", [
            ["2024-01-10", 4],
            ["2024-07-01", 3],
          ]),
        ],
      },
      "2025-01-01",
    );
    const cohort = await readCohort(registry, KEY);
    const staged = await readStages(registry, KEY);
    expect(await instrumentsOf(registry, "remission")).toEqual(["phq9"]);
    await registry.close();
    const known = {
      clinic_id: "c1",
      age_band: "30_to_44",
      sex: "unknown",
      payer: "unknown",
      baseline: 18,
      people: 1,
    };
    expect(cohort).toEqual([
      { ...known, is_first_episode: false, is_observed: true, is_met: true },
      { ...known, is_first_episode: true, is_observed: false, is_met: false },
    ]);
    const told = staged.map(({ stage, score, is_last, is_met }) => ({ stage, score, is_last, is_met }));
    expect(told).toEqual([
      { stage: BEFORE, score: null, is_last: false, is_met: true },
      { stage: BEFORE, score: null, is_last: true, is_met: false },
      { stage: 0, score: 14, is_last: false, is_met: true },
      { stage: 1, score: 11, is_last: true, is_met: true },
    ]);
  });
});

describe("covariates", () => {
  it("give a category a term of its own only where it can be told apart, beside the largest", () => {
    const cohort = people(200, (i) => ({
      sex: i % 3 === 0 ? "male" : "female",
      payer: i < 15 ? "Uninsured" : "Medicaid",
      age_band: i % 2 === 0 ? "65_and_over" : "30_to_44",
      is_met: i % 5 === 0,
    }));
    const covariates = atBaseline(cohort);
    const [first, second] = [covariates({ ...SOMEBODY, sex: "male" }), covariates(SOMEBODY)];
    expect(first).toHaveLength(3);
    expect(second).toEqual([15, 1, 0]);
    expect(covariates({ ...SOMEBODY, payer: "Uninsured" })).toEqual(second);
    expect(covariates({ ...SOMEBODY, is_first_episode: false })).toEqual(second);
  });

  it("take the score of the stage in which people are known", () => {
    const cohort = people(100, (i) => ({ is_met: i % 4 < 2 })).map((one) => asKnown(one, 2, 8));
    expect(atStage(cohort)(asKnown(SOMEBODY, 2, 8))).toEqual([15, 8]);
    expect(atStage(cohort)(asKnown(SOMEBODY, BEFORE, null))).toEqual([15]);
  });
});

describe("adjust(measure, key, cohort)", () => {
  /** The north has the sicker people; `better` shifts the log odds of the south. */
  const clinics = (better: number, seed = 1) =>
    people(
      1600,
      (i, random) => {
        const south = i % 2 === 0;
        const baseline = 10 + Math.floor(random() * 12) + (south ? 0 : 5);
        const chance = expit(2 - 0.2 * baseline + (south ? better : 0));
        return { clinic_id: south ? "south" : "north", baseline, is_met: random() < chance };
      },
      seed,
    );

  it("finds no clinic apart where they differ by whom they treat, though their rates are far apart", () => {
    const { clinics: found, riskGroups } = adjust({ better: "higher" }, KEY, clinics(0));
    const [south, north] = found;
    expect((south?.met ?? 0) / (south?.people ?? 1)).toBeGreaterThan(
      1.3 * ((north?.met ?? 0) / (north?.people ?? 1)),
    );
    for (const { met, expected, label } of found) {
      expect(met / expected).toBeGreaterThan(0.85);
      expect(met / expected).toBeLessThan(1.15);
      expect(label).toBe("common_cause");
    }
    const total = (of: (one: { met: number; expected: number; people: number }) => number) =>
      found.reduce((sum, one) => sum + of(one), 0);
    expect(total(({ expected }) => expected)).toBeCloseTo(
      total(({ met }) => met),
      6,
    );
    expect(riskGroups).toHaveLength(10);
    expect(riskGroups.reduce((sum, { people: n }) => sum + n, 0)).toBe(1600);
  });

  it("names a clinic that does better for people like its own, and one that does worse", () => {
    const found = adjust({ better: "higher" }, KEY, clinics(1.6));
    expect(found.clinics.map(({ clinic_id, label }) => [clinic_id, label])).toEqual([
      ["south", "improvement"],
      ["north", "concern"],
    ]);
    const turned = adjust({ better: "lower" }, KEY, clinics(1.6));
    expect(turned.clinics.map(({ label }) => label)).toEqual(["concern", "improvement"]);
  });

  it("labels few clinics by chance alone", () => {
    const labels = [...Array(40).keys()].flatMap(
      (seed) => adjust({ better: "higher" }, KEY, clinics(0, seed)).clinics,
    );
    expect(labels.filter(({ label }) => label !== "common_cause").length).toBeLessThanOrEqual(1);
  });

  it("says nothing where there is no model", () => {
    expect(adjust({ better: "higher" }, KEY, [])).toEqual({ clinics: [], riskGroups: [] });
    expect(
      adjust(
        { better: "higher" },
        KEY,
        people(50, () => ({})),
      ),
    ).toEqual({ clinics: [], riskGroups: [] });
  });
});

describe("impute(key, cohort)", () => {
  /** Everyone gets better stage by stage; whoever scores high is likely not to be seen again. */
  const dropouts = (seed: number) => {
    const random = seededRandom(seed);
    const truth: boolean[] = [];
    const cohort = Array.from({ length: 1500 }, () => {
      const level = 10 + Math.floor(random() * 15);
      const share = random();
      const scores = [0.2, 0.5, 0.8, 1].map((progress) =>
        Math.max(0, Math.round(level * (1 - share * progress) + 4 * (random() - 0.5))),
      );
      const is_met = (scores.at(-1) ?? 0) < 10;
      truth.push(is_met);
      const left = scores.slice(0, -1).findIndex((score) => random() < expit(0.2 * score - 4.5));
      const is_observed = left === -1;
      const one = { ...SOMEBODY, baseline: level, is_observed, is_met: is_observed && is_met };
      const known = scores.slice(0, is_observed ? 3 : left + 1);
      return [
        asKnown(one, BEFORE, null, false),
        ...known.map((score, stage) => asKnown(one, stage, score, stage === known.length - 1)),
      ];
    }).flat();
    return { cohort, truth: truth.filter(Boolean).length / truth.length };
  };

  it("comes closer to the truth than those measured do, and its interval holds it", () => {
    let held = 0;
    for (let seed = 1; seed <= 10; seed++) {
      const { cohort, truth } = dropouts(seed);
      const seen = cohort.filter(({ is_observed, stage }) => is_observed && stage === BEFORE);
      const measured = seen.filter(({ is_met }) => is_met).length / seen.length;
      const [told] = impute(KEY, cohort);
      if (!told) throw new Error("there is a model");
      expect(Math.abs(told.value - truth)).toBeLessThan(Math.abs(measured - truth) / 2);
      held += Number(told.lower <= truth && truth <= told.upper);
    }
    expect(held).toBeGreaterThanOrEqual(8);
  });

  it("claims a floor below its interval, and finds how badly the missing must have done to take it away", () => {
    const [told] = impute(KEY, dropouts(3).cohort);
    if (!told) throw new Error("there is a model");
    const { floor, lower, of_missing, of_missing_at_floor } = told;
    expect((floor ?? 0) * 20).toBe(Math.floor(lower * 20));
    expect(of_missing_at_floor).toBeLessThan(of_missing ?? 0);
  });

  it("gives the same figures for the same rows, however often", () => {
    const { cohort } = dropouts(4);
    expect(impute(KEY, cohort)).toEqual(impute(KEY, cohort));
  });

  it("says nothing where nobody is missing or there is no model", () => {
    expect(
      impute(
        KEY,
        people(200, (i) => ({ is_met: i % 3 === 0 })).map((one) => asKnown(one, BEFORE, null)),
      ),
    ).toEqual([]);
    expect(
      impute(
        KEY,
        people(30, () => ({ is_observed: false })).map((one) => asKnown(one, BEFORE, null)),
      ),
    ).toEqual([]);
  });
});
