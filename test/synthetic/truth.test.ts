import { group } from "d3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OUTCOME_WINDOWS } from "../../src/reference/windows.ts";
import { wilson } from "../../src/stats/wilson.ts";
import { readTruth, type TrueRate, type Truth } from "../../src/synthetic/truth.ts";
import { type MadeProgramme, madeProgramme } from "./made_programme.ts";

const DAY = 86_400_000;
const addDays = (day: string, days: number) =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

/** Calendar months later; a day that the month lacks becomes its last. */
function addMonths(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** Windows from baseline that close on a day. */
const CLOSING_WINDOWS = OUTCOME_WINDOWS.flatMap(({ end_days, ...window }) =>
  end_days === null ? [] : [{ ...window, end_days }],
);

type Score = { phq9: number; gad7: number; phq9_without_care: number };
type Occasion = Score & { episode: number; step: number; day: string; seen: boolean };

/** The programme's true rates once more, by loops over one person after another. */
function recount(occasions: readonly Occasion[], lastDay: string) {
  const counts = new Map<
    string,
    Omit<TrueRate, "clinic_id" | "baseline_band" | "instrument" | "window_id">
  >();
  for (const person of group(occasions, ({ episode }) => episode).values())
    for (const instrument of ["phq9", "gad7"] as const)
      for (const { id, months, start_days, end_days } of CLOSING_WINDOWS) {
        const [intake, ...others] = person.toSorted((a, b) => a.step - b.step);
        const anchor = addMonths(intake?.day ?? "", months);
        const [from, to] = [addDays(anchor, start_days), addDays(anchor, end_days)];
        const baseline = intake?.[instrument] ?? 0;
        if (baseline < 10 || to > lastDay) continue;
        const within = others.filter(({ day }) => day >= from && day <= to);
        const complete = within.at(-1);
        const seen = within.filter((occasion) => occasion.seen).at(-1);
        const key = `${instrument} ${id}`;
        const count = counts.get(key) ?? zero();
        counts.set(key, count);
        const add = (
          name: keyof typeof count,
          score: number | undefined,
          holds: (score: number) => boolean,
        ) => {
          if (score !== undefined && holds(score)) count[name] = (count[name] ?? 0) + 1;
        };
        count.eligible++;
        add("response", complete?.[instrument], (score) => 2 * score <= baseline);
        add("remission", complete?.[instrument], (score) => score < 5);
        if (instrument === "phq9") {
          add("response_without_care", complete?.phq9_without_care, (score) => 2 * score <= baseline);
          add("remission_without_care", complete?.phq9_without_care, (score) => score < 5);
        }
        add("seen", seen?.[instrument], () => true);
        add("response_seen", seen?.[instrument], (score) => 2 * score <= baseline);
        add("remission_seen", seen?.[instrument], (score) => score < 5);
      }
  return counts;
}

const zero = () => ({
  eligible: 0,
  response: 0,
  remission: 0,
  response_without_care: 0,
  remission_without_care: 0,
  seen: 0,
  response_seen: 0,
  remission_seen: 0,
});

describe("the truth of a synthetic programme", () => {
  let made: MadeProgramme;
  let truth: Truth;
  beforeAll(async () => {
    made = await madeProgramme({ patients: 3000, months: 30, clinics: 8, seed: 5 });
    truth = await readTruth(made.warehouse, made.programme);
  });
  afterAll(() => made.close());

  const ofProgramme = () =>
    truth.rates.filter((rate) => rate.clinic_id === null && rate.baseline_band === null);

  it("is what loops over every person find in the complete record and in what was seen", async () => {
    const occasions = await made.rows<Occasion>(
      `SELECT CAST(occasion.episode AS INTEGER) AS episode, occasion.step, strftime(occasion.occasion_date, '%Y-%m-%d') AS day,
         occasion.phq9, occasion.gad7, occasion.phq9_without_care, coalesce(appointment.is_scored, FALSE) AS seen
       FROM world.occasion AS occasion
       LEFT JOIN world.appointment AS appointment USING (episode, step)`,
    );
    const counts = recount(occasions, truth.setting.end_date);
    expect(ofProgramme()).toHaveLength(2 * CLOSING_WINDOWS.length);
    for (const { instrument, window_id, clinic_id, baseline_band, ...told } of ofProgramme()) {
      const expected = counts.get(`${instrument} ${window_id}`);
      expect(expected?.eligible).toBeGreaterThan(500);
      const withoutCare =
        instrument === "phq9" ? {} : { response_without_care: null, remission_without_care: null };
      expect(told).toEqual({ ...expected, ...withoutCare });
    }
  });

  it("adds up over clinics and over severities", () => {
    for (const whole of ofProgramme()) {
      const parts = truth.rates.filter(
        (rate) =>
          rate.instrument === whole.instrument && rate.window_id === whole.window_id && rate !== whole,
      );
      for (const name of [
        "eligible",
        "response",
        "remission",
        "seen",
        "response_seen",
        "remission_seen",
      ] as const) {
        const sum = (kind: "clinic_id" | "baseline_band") =>
          parts.filter((rate) => rate[kind] !== null).reduce((total, rate) => total + rate[name], 0);
        expect([sum("clinic_id"), sum("baseline_band")]).toEqual([whole[name], whole[name]]);
      }
    }
  });

  it("says that care helps: without it fewer of the same people respond", () => {
    const phq9 = ofProgramme().filter(({ instrument }) => instrument === "phq9");
    expect(phq9).toHaveLength(CLOSING_WINDOWS.length);
    for (const { response, response_without_care, eligible } of phq9) {
      expect(response_without_care).toBeGreaterThan(0.15 * eligible);
      expect(response).toBeGreaterThan(1.2 * (response_without_care ?? Infinity));
    }
  });

  it("names the clinics that change, from which month, and where the equity gap comes from", () => {
    expect(truth.special_causes).toEqual([
      { clinic_id: "clinic-02", kind: "improves", from_month: "2023-05-01", change_share: 240 },
      { clinic_id: "clinic-03", kind: "deteriorates", from_month: "2023-07-01", change_share: -240 },
    ]);
    expect(truth.equity_gap.clinic_ids).toEqual(["clinic-01"]);
    expect(
      truth.equity_gap.groups.filter(({ is_bilingual }) => !is_bilingual).map((g) => g.language),
    ).toEqual(["English", "Other", "Spanish"]);
  });

  it("counts need from the population's prevalence, and what is left of it", () => {
    expect(truth.need).toHaveLength(8);
    const total = (name: "persons" | "cases_milli" | "treated") =>
      truth.need.reduce((sum, area) => sum + area[name], 0);
    expect(total("cases_milli") / 1000 / total("persons")).toBeCloseTo(0.081, 1);
    expect(total("treated") / (total("cases_milli") / 1000)).toBeGreaterThan(0.05);
    for (const { cases_milli, treated, unmet_milli } of truth.need)
      expect(unmet_milli).toBe(Math.max(0, cases_milli - 1000 * treated));
  });

  it("holds no planted change where the parameters say so", async () => {
    const still = await madeProgramme({
      patients: 50,
      months: 12,
      clinics: 4,
      seed: 1,
      changes: { improving_share: 0, deteriorating_share: 0 },
    });
    expect((await readTruth(still.warehouse, still.programme)).special_causes).toEqual([]);
    await still.close();
  });
});

describe("two hundred programmes of three hundred people in the same clinics", () => {
  it("have 95 % Wilson intervals that hold the truth in about 95 % of them", async () => {
    const made = await madeProgramme({ patients: 60_000, months: 36, clinics: 8, seed: 21 }, [
      "truth.outcome",
    ]);
    const programmes = await made.rows<{ n: number; seen: number; response: number; response_seen: number }>(
      `SELECT (episode // 10 - 1) // 300 AS programme, count(*) AS n, count(score_seen) AS seen,
         count(*) FILTER (WHERE 2 * score <= baseline) AS response,
         count(*) FILTER (WHERE 2 * score_seen <= baseline) AS response_seen
       FROM truth.outcome WHERE instrument = 'phq9' AND window_id = '6m' AND baseline >= 10
       GROUP BY programme ORDER BY programme`,
    );
    await made.close();
    expect(programmes).toHaveLength(200);
    const coverage = (successes: "seen" | "response" | "response_seen", trials: "n" | "seen") => {
      const sum = (name: typeof successes | typeof trials) =>
        programmes.reduce((total, row) => total + row[name], 0);
      const truth = sum(successes) / sum(trials);
      const covered = programmes.filter((row) => {
        const interval = wilson(row[successes], row[trials]);
        return interval && interval.lower <= truth && truth <= interval.upper;
      });
      return covered.length / 200;
    };
    // 95 % of 200, give or take three standard errors of 1.5 points.
    for (const rate of [
      coverage("seen", "n"),
      coverage("response", "n"),
      coverage("response_seen", "seen"),
    ]) {
      expect(rate).toBeGreaterThanOrEqual(0.905);
      expect(rate).toBeLessThanOrEqual(0.995);
    }
  });
});
