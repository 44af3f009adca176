import { describe, expect, it } from "vitest";
import { assessments, buildRegistry, enrolled } from "../support/registry.ts";

interface Story {
  enrolledOn: string;
  scores: string;
  asOf?: string;
  instrument?: string;
  endedOn?: string;
}

/** Builds one episode and reads its outcome windows by window id. */
async function outcomes({ enrolledOn, endedOn, scores, asOf = "2026-12-31", instrument = "phq9" }: Story) {
  const warehouse = await buildRegistry(
    { episode: enrolled(enrolledOn, endedOn), assessment: assessments(scores, { instrument }) },
    asOf,
  );
  const rows = await warehouse.rows(`SELECT * FROM model.outcome_window WHERE instrument = '${instrument}'`);
  await warehouse.close();
  return Object.fromEntries(rows.map((row) => [row.window, row]));
}

/** A story with a baseline of 20 on the day of enrolment and the given later scores. */
const baseline20 = (enrolledOn: string, ...later: readonly (readonly [string, number])[]): Story => ({
  enrolledOn,
  scores: [
    "assessed_date | total",
    `${enrolledOn} | 20`,
    ...later.map(([day, total]) => `${day} | ${total}`),
  ].join("\n"),
});

describe("the baseline", () => {
  it("is the first score from enrolment on, never one before it", async () => {
    const { "10w": outcome } = await outcomes({
      enrolledOn: "2024-01-10",
      scores: `
        assessed_date | total
        2024-01-09    | 25
        2024-01-12    | 18
        2024-01-20    | 16`,
    });
    expect(outcome).toMatchObject({
      baseline_date: "2024-01-12",
      baseline_score: 18,
      period_start: "2024-01-01",
    });
  });

  it("is on time to day 14 and late from day 15", async () => {
    const late = async (day: string) =>
      (await outcomes({ enrolledOn: "2024-01-10", scores: `assessed_date | total\n${day} | 18` }))["10w"]
        ?.is_late;
    expect(await late("2024-01-24")).toBe(false);
    expect(await late("2024-01-25")).toBe(true);
  });

  it("has the severity band that its whole points reach, so that 9.5 is still mild and not elevated", async () => {
    const bandOf = async (total: number) => {
      const { "10w": outcome } = await outcomes({
        enrolledOn: "2024-01-10",
        scores: `assessed_date | total\n2024-01-10 | ${total}`,
      });
      return [outcome?.baseline_band, outcome?.window_exclusion];
    };
    expect(await bandOf(9)).toEqual(["mild", "baseline_not_elevated"]);
    expect(await bandOf(9.5)).toEqual(["mild", "baseline_not_elevated"]);
    expect(await bandOf(10)).toEqual(["moderate", null]);
    expect(await bandOf(27)).toEqual(["severe", null]);
  });

  it("that is missing leaves the windows without dates", async () => {
    const { "6m": outcome } = await outcomes({
      enrolledOn: "2024-01-10",
      scores: `
        assessed_date | total
        2024-01-09    | 18`,
    });
    expect(outcome).toMatchObject({
      baseline_date: null,
      window_start: null,
      period_start: null,
      window_exclusion: "no_baseline",
    });
  });
});

describe("the 10-week window", () => {
  it.each([
    ["2024-03-19", null],
    ["2024-03-20", 8],
    ["2024-04-30", 8],
    ["2024-05-01", null],
  ])("opens on day 70 and closes on day 111: a score on %s is %s", async (day, score) => {
    const { "10w": outcome } = await outcomes(baseline20("2024-01-10", [day, 8]));
    expect(outcome).toMatchObject({
      window_start: "2024-03-20",
      window_end: "2024-04-30",
      followup_score: score,
    });
  });

  it("takes the last score in it, not the best and not the nearest", async () => {
    const story = baseline20("2024-01-10", ["2024-03-20", 4], ["2024-04-20", 12], ["2024-05-02", 6]);
    expect((await outcomes(story))["10w"]).toMatchObject({ followup_date: "2024-04-20", followup_score: 12 });
  });

  it("takes the higher of two scores of one day, entered together", async () => {
    const story = baseline20("2024-01-10", ["2024-04-20", 12], ["2024-04-20", 6]);
    expect((await outcomes(story))["10w"]).toMatchObject({ followup_score: 12 });
  });
});

describe("the 6-month window", () => {
  it.each([
    ["2024-01-10", "2024-05-11", "2024-09-08"],
    ["2023-08-31", "2023-12-31", "2024-04-29"],
    ["2024-08-31", "2024-12-30", "2025-04-29"],
    ["2024-02-29", "2024-06-30", "2024-10-28"],
    ["2023-12-30", "2024-05-01", "2024-08-29"],
  ])("of a baseline on %s runs from %s to %s", async (baseline, start, end) => {
    const story = baseline20(baseline, [start, 9], [end, 7]);
    expect((await outcomes(story))["6m"]).toMatchObject({
      window_start: start,
      window_end: end,
      followup_date: end,
    });
  });

  it("holds neither the day before it nor the day after it", async () => {
    const story = baseline20("2024-01-10", ["2024-05-10", 9], ["2024-09-09", 7]);
    expect((await outcomes(story))["6m"]).toMatchObject({ followup_score: null, window_exclusion: null });
  });
});

describe("the 12-week and 12-month windows", () => {
  it("are 14 days around day 84 and 60 days around the day twelve calendar months on", async () => {
    const story = baseline20("2024-02-29", ["2024-05-09", 9], ["2024-06-06", 8], ["2025-04-29", 4]);
    expect(await outcomes(story)).toMatchObject({
      "12w": { window_start: "2024-05-09", window_end: "2024-06-06", followup_score: 8 },
      "12m": { window_start: "2024-12-30", window_end: "2025-04-29", followup_score: 4 },
    });
  });
});

describe("the close of an episode", () => {
  const story = baseline20("2024-01-10", ["2024-01-10", 21], ["2024-03-01", 12], ["2024-05-02", 6]);

  it("is judged by the last score after baseline up to the day it ended", async () => {
    const close = async (endedOn: string) => (await outcomes({ ...story, endedOn })).close;
    expect(await close("2024-05-02")).toMatchObject({ window_end: "2024-05-02", followup_score: 6 });
    expect(await close("2024-05-01")).toMatchObject({ followup_score: 12, window_exclusion: null });
  });

  it("finds nobody measured again where the only other score is of the baseline's own day", async () => {
    expect((await outcomes({ ...story, endedOn: "2024-02-01" })).close).toMatchObject({
      baseline_score: 20,
      followup_score: null,
      window_exclusion: null,
    });
  });

  it("is awaited while the episode goes on, whatever a later extract will say", async () => {
    expect((await outcomes(story)).close?.window_exclusion).toBe("episode_open");
    const later = { ...story, endedOn: "2024-05-02", asOf: "2024-05-01" };
    expect((await outcomes(later)).close?.window_exclusion).toBe("episode_open");
  });
});

describe("a window and the as-of date", () => {
  it("is closed when it ends on the as-of date and open the day before", async () => {
    const story = baseline20("2024-01-10", ["2024-04-20", 8]);
    expect((await outcomes({ ...story, asOf: "2024-04-30" }))["10w"]?.window_exclusion).toBe(null);
    expect((await outcomes({ ...story, asOf: "2024-04-29" }))["10w"]?.window_exclusion).toBe("window_open");
  });

  it("knows no score from after the as-of date", async () => {
    const story = baseline20("2024-01-10", ["2024-04-20", 8], ["2024-04-25", 4]);
    expect((await outcomes({ ...story, asOf: "2024-04-24" }))["10w"]).toMatchObject({ followup_score: 8 });
  });
});

describe("improvement", () => {
  it("is in points towards health, none without a follow-up", async () => {
    expect((await outcomes(baseline20("2024-01-10", ["2024-04-20", 8])))["10w"]?.improvement).toBe(12);
    expect((await outcomes(baseline20("2024-01-10", ["2024-04-20", 24])))["10w"]?.improvement).toBe(-4);
    expect((await outcomes(baseline20("2024-01-10")))["10w"]?.improvement).toBe(null);
  });
});
