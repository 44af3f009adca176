import { describe, expect, it } from "vitest";
import { verdictsOf } from "./care_case.ts";

describe("a person seen in a month", () => {
  it("has been screened by a score in that month or the eleven before it", async () => {
    const reach = (assessed_date: string) =>
      verdictsOf("screening_reach", {
        visit: "visit_date\n2024-02-10\n2024-02-20",
        assessment: `assessed_date | total\n${assessed_date} | 3`,
      });
    expect(await reach("2023-02-28")).toEqual({ "p1:2024-02": "not met" });
    expect(await reach("2023-03-01")).toEqual({ "p1:2024-02": "met" });
    expect(await reach("2024-02-29")).toEqual({ "p1:2024-02": "met" });
    expect(await reach("2024-03-01")).toEqual({ "p1:2024-02": "not met" });
  });

  it("is of screening age from the 12th birthday, and not left out for want of a birth date", async () => {
    expect(
      await verdictsOf("screening_reach", {
        patient: `
          patient_id | birth_date
          eleven     | 2012-02-11
          twelve     | 2012-02-10
          ageless    |`,
        visit: `
          patient_id | visit_date
          eleven     | 2024-02-10
          twelve     | 2024-02-10
          ageless    | 2024-02-10`,
      }),
    ).toEqual({ "eleven:2024-02": "under_age", "twelve:2024-02": "not met", "ageless:2024-02": "not met" });
  });

  it("is screened by a screening instrument that has a score, and awaited until the month is over", async () => {
    const tables = {
      visit: "visit_date\n2024-02-10",
      assessment: `
        instrument | assessed_date | total
        gad7       | 2024-02-10    | 12
        phq9       | 2024-02-10    |`,
    };
    expect(await verdictsOf("screening_reach", tables, "2024-02-28")).toEqual({
      "p1:2024-02": "window_open",
    });
    expect(await verdictsOf("screening_reach", tables, "2024-02-29")).toEqual({ "p1:2024-02": "not met" });
  });

  it("has a first screen where none went before in 365 days, and it is positive from the elevated score", async () => {
    const found = (scores: string) =>
      verdictsOf("screening_yield", {
        visit: "visit_date\n2024-02-10",
        assessment: `assessed_date | total\n${scores}`,
      });
    expect(await found("2024-02-10 | 10")).toEqual({ "p1:2024-02": "met" });
    expect(await found("2024-02-10 | 9")).toEqual({ "p1:2024-02": "not met" });
    expect(await found("2023-02-10 | 3\n2024-02-10 | 10")).toEqual({ "p1:2024-02": "no_first_screen" });
    expect(await found("2023-02-09 | 3\n2024-02-10 | 10")).toEqual({ "p1:2024-02": "met" });
    expect(await found("2024-02-10 | 12\n2024-02-10 | 9")).toEqual({ "p1:2024-02": "not met" });
  });
});

describe("thoughts of self-harm", () => {
  const EPISODES = `
    episode_id | patient_id | enrolled_date | ended_date
    e1         | p1         | 2024-01-01    | 2024-03-01
    e2         | p1         | 2024-06-01    |`;
  const items = Array.from({ length: 9 }, (_, index) => `item_${index + 1}`).join(" | ");
  const answers = (ninth: string, others = "1") => `${`${others} | `.repeat(8)}${ninth}`;

  it("are followed up by a safety plan the same day or the next", async () => {
    expect(
      await verdictsOf("safety_follow_up", {
        episode: EPISODES,
        assessment: `
          assessment_id | assessed_date | ${items}
          none          | 2024-01-05    | ${answers("0")}
          same_day      | 2024-01-10    | ${answers("1")}
          next_day      | 2024-06-20    | ${answers("3")}
          two_days      | 2024-02-01    | ${answers("1")}
          before        | 2024-07-11    | ${answers("1")}
          after_end     | 2024-03-02    | ${answers("1")}`,
        care_event: `
          episode_id | event_date | kind
          e1         | 2024-01-10 | safety_plan
          e1         | 2024-06-21 | safety_plan
          e1         | 2024-02-03 | safety_plan
          e1         | 2024-07-10 | safety_plan
          e1         | 2024-07-11 | care_plan`,
      }),
    ).toEqual({
      same_day: "met",
      next_day: "met",
      two_days: "not met",
      before: "not met",
      after_end: "episode_ended",
    });
  });

  it("count once a person and month: the first report in care", async () => {
    expect(
      await verdictsOf("safety_follow_up", {
        episode: `
          episode_id | patient_id | enrolled_date | ended_date
          e1         | p1         | 2024-01-01    | 2024-03-01
          e2         | p1         | 2024-03-20    |
          other      | p2         | 2024-01-01    |`,
        assessment: `
          assessment_id | patient_id | assessed_date | ${items}
          first         | p1         | 2024-01-05    | ${answers("1")}
          later         | p1         | 2024-01-20    | ${answers("1")}
          gone          | p1         | 2024-03-02    | ${answers("1")}
          back          | p1         | 2024-03-21    | ${answers("1")}
          again         | p1         | 2024-03-22    | ${answers("1")}
          other         | p2         | 2024-01-06    | ${answers("1")}`,
        care_event: `
          episode_id | event_date | kind
          e1         | 2024-01-20 | safety_plan
          e2         | 2024-03-21 | safety_plan`,
      }),
    ).toEqual({ first: "not met", back: "met", other: "not met" });
  });

  it("count though the rest was left blank, but only where the instrument asks", async () => {
    expect(
      await verdictsOf("safety_follow_up", {
        episode: EPISODES,
        assessment: `
          assessment_id | instrument | assessed_date | ${items}
          bdi           | bdi2       | 2024-01-09    | ${answers("1")}
          unscored      | phq9       | 2024-01-10    | ${answers("2", "")}
          adolescent    | phq9m      | 2024-02-11    | ${answers("1")}`,
      }),
    ).toEqual({ unscored: "not met", adolescent: "not met" });
  });

  it("are awaited until the next day is over", async () => {
    const tables = {
      episode: EPISODES,
      assessment: `assessed_date | ${items}\n2024-01-10 | ${answers("1")}`,
    };
    expect(await verdictsOf("safety_follow_up", tables, "2024-01-10")).toEqual({ a1: "window_open" });
    expect(await verdictsOf("safety_follow_up", tables, "2024-01-11")).toEqual({ a1: "not met" });
  });
});
