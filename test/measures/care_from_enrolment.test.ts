import { describe, expect, it } from "vitest";
import { verdictsOf } from "./care_case.ts";

/** Day 28 after 1 February 2024 is 29 February; day 56 is 28 March; day 84 is 25 April; day 168 is 18 July. */
const enrolled = (...episodes: string[]): string =>
  ["episode_id | enrolled_date", ...episodes.map((id) => `${id} | 2024-02-01`)].join("\n");

describe("a follow-up within 4 weeks", () => {
  it("is a treatment contact on day 1 to 28, in care", async () => {
    expect(
      await verdictsOf("early_follow_up", {
        episode: `
          episode_id | enrolled_date | ended_date
          before     | 2024-02-01    |
          day_0      | 2024-02-01    |
          day_1      | 2024-02-01    |
          day_28     | 2024-02-01    |
          day_29     | 2024-02-01    |
          last_day   | 2024-02-01    | 2024-02-10
          after_end  | 2024-02-01    | 2024-02-09`,
        contact: `
          episode_id | contact_date
          before     | 2024-01-31
          day_0      | 2024-02-01
          day_1      | 2024-02-02
          day_28     | 2024-02-29
          day_29     | 2024-03-01
          last_day   | 2024-02-10
          after_end  | 2024-02-10`,
      }),
    ).toEqual({
      before: "not met",
      day_0: "not met",
      day_1: "met",
      day_28: "met",
      day_29: "not met",
      last_day: "met",
      after_end: "not met",
    });
  });

  it("is no attempt, missed visit, message or scheduling", async () => {
    const kinds = ["treatment", "outreach_attempt", "no_show", "message", "scheduling"];
    const contacts = kinds.map((kind) => `${kind} | 2024-02-10 | ${kind}`);
    expect(
      await verdictsOf("early_follow_up", {
        episode: enrolled(...kinds),
        contact: ["episode_id | contact_date | kind", ...contacts].join("\n"),
      }),
    ).toEqual({
      treatment: "met",
      outreach_attempt: "not met",
      no_show: "not met",
      message: "not met",
      scheduling: "not met",
    });
  });

  it("is awaited to the end of day 28, though a contact was had", async () => {
    const tables = { episode: enrolled("e1"), contact: "episode_id | contact_date\ne1 | 2024-02-10" };
    expect(await verdictsOf("early_follow_up", tables, "2024-02-28")).toEqual({ e1: "window_open" });
    expect(await verdictsOf("early_follow_up", tables, "2024-02-29")).toEqual({ e1: "met" });
  });

  it("has its own clock in each episode of a person", async () => {
    expect(
      await verdictsOf("early_follow_up", {
        episode: `
          episode_id | enrolled_date | ended_date
          first      | 2024-02-01    | 2024-02-20
          again      | 2024-02-21    |`,
        contact: `
          episode_id | contact_date
          again      | 2024-02-25`,
      }),
    ).toEqual({ first: "not met", again: "met" });
  });
});

describe("a plan or education within 4 weeks", () => {
  it.each([
    ["care_plan", "care_plan"],
    ["patient_education", "patient_education"],
  ])(
    "%s may be of the day of enrolment, never from before, and of day 28 at the latest",
    async (measure, kind) => {
      expect(
        await verdictsOf(measure, {
          episode: enrolled("before", "day_0", "day_28", "day_29", "other_act"),
          care_event: `
          episode_id | event_date | kind
          before     | 2024-01-31 | ${kind}
          day_0      | 2024-02-01 | ${kind}
          day_28     | 2024-02-29 | ${kind}
          day_29     | 2024-03-01 | ${kind}
          other_act  | 2024-02-01 | warm_handoff`,
        }),
      ).toEqual({ before: "not met", day_0: "met", day_28: "met", day_29: "not met", other_act: "not met" });
    },
  );
});

describe("a care manager", () => {
  it("is trained once a course was completed, on the day of enrolment at the latest", async () => {
    expect(
      await verdictsOf("trained_care_manager", {
        episode: `
          episode_id | enrolled_date | care_manager_id
          on_the_day | 2024-02-01    | m1
          day_after  | 2024-01-31    | m1
          never      | 2024-02-01    | m2
          nobody     | 2024-02-01    |`,
        staff_training: `
          staff_id | completed_date
          m1       | 2024-02-01
          m1       | 2024-05-01`,
      }),
    ).toEqual({
      on_the_day: "met",
      day_after: "not met",
      never: "not met",
      nobody: "no_care_manager",
    });
  });
});

describe("a consultation in weeks 8 to 12", () => {
  const scores = (...rows: string[]) => ["episode_id | assessed_date | total", ...rows].join("\n");

  it("is a case review on day 57 to 84", async () => {
    const ids = ["day_56", "day_57", "day_84", "day_85"];
    expect(
      await verdictsOf("consultation_weeks_8_to_12", {
        episode: enrolled(...ids),
        assessment: scores(...ids.map((id) => `${id} | 2024-02-01 | 15`)),
        case_review: `
          episode_id | review_date
          day_56     | 2024-03-28
          day_57     | 2024-03-29
          day_84     | 2024-04-25
          day_85     | 2024-04-26`,
      }),
    ).toEqual({ day_56: "not met", day_57: "met", day_84: "met", day_85: "not met" });
  });

  it("is due to who was in care after day 56 and not improved by the last score up to it", async () => {
    expect(
      await verdictsOf("consultation_weeks_8_to_12", {
        episode: `
          episode_id  | enrolled_date | ended_date
          below_10    | 2024-02-01    |
          halved      | 2024-02-01    |
          over_half   | 2024-02-01    |
          too_late    | 2024-02-01    |
          worse_again | 2024-02-01    |
          mild        | 2024-02-01    |
          unscored    | 2024-02-01    |
          ended_56    | 2024-02-01    | 2024-03-28
          ended_57    | 2024-02-01    | 2024-03-29`,
        assessment: scores(
          "below_10 | 2024-02-01 | 15",
          "below_10 | 2024-03-28 | 9",
          "halved | 2024-02-01 | 20",
          "halved | 2024-03-28 | 10",
          "over_half | 2024-02-01 | 20",
          "over_half | 2024-03-28 | 10.25",
          "too_late | 2024-02-01 | 15",
          "too_late | 2024-03-29 | 9",
          "worse_again | 2024-02-01 | 15",
          "worse_again | 2024-03-01 | 9",
          "worse_again | 2024-03-20 | 12",
          "mild | 2024-02-01 | 9",
          "unscored | 2024-03-29 | 20",
          "ended_56 | 2024-02-01 | 15",
          "ended_57 | 2024-02-01 | 15",
        ),
      }),
    ).toEqual({
      below_10: "improved",
      halved: "improved",
      over_half: "not met",
      too_late: "not met",
      worse_again: "not met",
      mild: "baseline_not_elevated",
      unscored: "no_score_yet",
      ended_56: "episode_ended",
      ended_57: "not met",
    });
  });

  it("is judged on one instrument: the episode's own, else the one scored first, the first listed of a day", async () => {
    const better = (id: string, instrument: string) =>
      `${id} | ${instrument} | 2024-02-01 | 18\n${id} | ${instrument} | 2024-03-01 | 3`;
    const same = (id: string, instrument: string) => `${id} | ${instrument} | 2024-02-01 | 18`;
    expect(
      await verdictsOf("consultation_weeks_8_to_12", {
        episode: `
          episode_id   | enrolled_date | primary_instrument
          named        | 2024-02-01    | GAD-7
          unregistered | 2024-02-01    | house scale
          never_given  | 2024-02-01    | gad7
          tied         | 2024-02-01    |
          earlier      | 2024-02-01    |`,
        assessment: `
          episode_id | instrument | assessed_date | total
          ${better("named", "gad7")}
          ${same("named", "phq9")}
          ${better("unregistered", "phq9")}
          ${better("never_given", "phq9")}
          ${better("tied", "phq9")}
          ${same("tied", "gad7")}
          earlier | phq9 | 2024-02-02 | 18
          ${better("earlier", "gad7")}`,
      }),
    ).toEqual({
      named: "improved",
      unregistered: "improved",
      never_given: "no_score_yet",
      tied: "improved",
      earlier: "improved",
    });
  });
});

describe("clinically significant improvement", () => {
  it("is any later score within 24 weeks, of who had a follow-up contact; the baseline alone shows none", async () => {
    const ids = ["once", "day_168", "day_169", "never_again", "unseen"];
    expect(
      await verdictsOf("improvement_24w", {
        episode: enrolled(...ids),
        contact: `
          episode_id  | contact_date
          once        | 2024-07-18
          day_168     | 2024-02-02
          day_169     | 2024-02-02
          never_again | 2024-02-02
          unseen      | 2024-02-01
          unseen      | 2024-07-19`,
        assessment: `
          episode_id  | assessed_date | total
          once        | 2024-02-01    | 15
          once        | 2024-03-01    | 9
          once        | 2024-04-01    | 15
          day_168     | 2024-02-01    | 20
          day_168     | 2024-07-18    | 10
          day_169     | 2024-02-01    | 20
          day_169     | 2024-07-19    | 10
          never_again | 2024-02-01    | 15
          unseen      | 2024-02-01    | 15`,
      }),
    ).toEqual({
      once: "met",
      day_168: "met",
      day_169: "not met",
      never_again: "not met",
      unseen: "no_follow_up_contact",
    });
  });
});

describe("a relapse-prevention plan", () => {
  it("is due to who left improved, and is made before leaving", async () => {
    expect(
      await verdictsOf("relapse_prevention_plan", {
        episode: `
          episode_id | enrolled_date | ended_date
          last_day   | 2024-02-01    | 2024-06-30
          after      | 2024-02-01    | 2024-06-30
          relapsed   | 2024-02-01    | 2024-06-30
          scored_out | 2024-02-01    | 2024-06-30
          still_here | 2024-02-01    |`,
        assessment: `
          episode_id | assessed_date | total
          last_day   | 2024-02-01    | 20
          last_day   | 2024-06-30    | 10
          after      | 2024-02-01    | 20
          after      | 2024-06-30    | 10
          relapsed   | 2024-02-01    | 20
          relapsed   | 2024-05-01    | 4
          relapsed   | 2024-06-30    | 11
          scored_out | 2024-02-01    | 20
          scored_out | 2024-07-01    | 4
          still_here | 2024-02-01    | 20`,
        care_event: `
          episode_id | event_date | kind
          last_day   | 2024-06-30 | relapse_prevention_plan
          after      | 2024-07-01 | relapse_prevention_plan
          relapsed   | 2024-06-30 | relapse_prevention_plan`,
      }),
    ).toEqual({
      last_day: "met",
      after: "not met",
      relapsed: "not_improved",
      scored_out: "not_improved",
      still_here: "still_in_care",
    });
  });
});

describe("the wait from referral to first contact", () => {
  it("is within 14 days by enrolment or contact, and a person still waiting then was not seen", async () => {
    expect(
      await verdictsOf("first_contact_wait", {
        episode: `
          episode_id     | referred_date | enrolled_date | ended_date
          enrolled_14    | 2024-02-01    | 2024-02-15    |
          enrolled_15    | 2024-02-01    | 2024-02-16    |
          contact_14     | 2024-02-01    | 2024-03-01    |
          contact_before | 2024-02-01    | 2024-03-01    |
          attempt        | 2024-02-01    |               |
          never_seen     | 2024-02-01    |               |
          gone_14        | 2024-02-01    |               | 2024-02-15
          gone_15        | 2024-02-01    |               | 2024-02-16
          seen_and_gone  | 2024-02-01    |               | 2024-02-15
          recent         | 2024-12-18    | 2024-12-19    |
          undated        |               | 2024-02-15    |`,
        contact: `
          episode_id     | contact_date | kind
          contact_14     | 2024-02-15   | treatment
          contact_before | 2024-01-31   | treatment
          attempt        | 2024-02-02   | outreach_attempt
          seen_and_gone  | 2024-02-03   | treatment`,
      }),
    ).toEqual({
      enrolled_14: "met",
      enrolled_15: "not met",
      contact_14: "met",
      contact_before: "not met",
      attempt: "not met",
      never_seen: "not met",
      gone_14: "withdrew",
      gone_15: "not met",
      seen_and_gone: "met",
      recent: "window_open",
      undated: "no_referral_date",
    });
  });
});
