import { describe, expect, it } from "vitest";
import { verdictsOf } from "./care_case.ts";

describe("a month of care", () => {
  it("has a day in care, from the month of enrolment to that of the end, both included", async () => {
    expect(
      Object.keys(
        await verdictsOf(
          "monthly_contact",
          {
            episode: `
              episode_id | enrolled_date | ended_date
              last_day   | 2024-01-31    | 2024-03-01
              one_day    | 2024-02-29    | 2024-02-29
              open       | 2024-03-15    |
              referred   |               |`,
          },
          "2024-04-10",
        ),
      ),
    ).toEqual([
      "last_day:2024-01",
      "last_day:2024-02",
      "last_day:2024-03",
      "one_day:2024-02",
      "open:2024-03",
      "open:2024-04",
    ]);
  });

  it("is one of a person, whatever the number of episodes: of one in care at its end, else of the one enrolled last", async () => {
    expect(
      Object.keys(
        await verdictsOf(
          "monthly_contact",
          {
            episode: `
              episode_id | patient_id | enrolled_date | ended_date
              long       | p1         | 2024-01-10    | 2024-03-05
              short      | p1         | 2024-02-01    | 2024-02-20
              next       | p1         | 2024-03-02    | 2024-03-10`,
          },
          "2024-04-10",
        ),
      ),
    ).toEqual(["long:2024-01", "long:2024-02", "next:2024-03"]);
  });

  it("counts treatment contacts while in care, and waits for its last day", async () => {
    const tables = {
      episode: `
        episode_id | enrolled_date | ended_date
        e1         | 2024-01-20    | 2024-03-10`,
      contact: `
        episode_id | contact_date | kind
        e1         | 2024-01-19   | treatment
        e1         | 2024-02-29   | treatment
        e1         | 2024-03-10   | no_show
        e1         | 2024-03-11   | treatment`,
    };
    expect(await verdictsOf("monthly_contact", tables, "2024-03-30")).toEqual({
      "e1:2024-01": "not met",
      "e1:2024-02": "met",
      "e1:2024-03": "window_open",
    });
    expect(await verdictsOf("monthly_contact", tables, "2024-03-31")).toMatchObject({
      "e1:2024-03": "not met",
    });
  });

  it("has two contacts though both are of one day", async () => {
    expect(
      await verdictsOf("two_contacts_a_month", {
        episode: `
          episode_id | enrolled_date | ended_date
          one        | 2024-02-01    | 2024-02-29
          two        | 2024-02-01    | 2024-02-29`,
        contact: `
          episode_id | contact_date
          one        | 2024-02-10
          two        | 2024-02-10
          two        | 2024-02-10`,
      }),
    ).toEqual({ "one:2024-02": "not met", "two:2024-02": "met" });
  });

  it("looks back over two more months for three contacts", async () => {
    expect(
      await verdictsOf("three_contacts_a_quarter", {
        episode: `
          episode_id | enrolled_date | ended_date
          e1         | 2024-01-01    | 2024-05-15`,
        contact: `
          episode_id | contact_date
          e1         | 2024-01-01
          e1         | 2024-02-01
          e1         | 2024-03-31`,
      }),
    ).toEqual({
      "e1:2024-01": "not met",
      "e1:2024-02": "not met",
      "e1:2024-03": "met",
      "e1:2024-04": "not met",
      "e1:2024-05": "not_in_care",
    });
  });
});

describe("at the end of a month a person", () => {
  it("is overdue after more than 28 days without contact, counted from enrolment where there was none", async () => {
    const verdicts = await verdictsOf(
      "overdue_contact",
      {
        episode: `
          episode_id  | enrolled_date
          ago_28      | 2024-01-01
          ago_29      | 2024-01-01
          enrolled_28 | 2024-03-03
          enrolled_29 | 2024-03-02
          message     | 2024-01-01`,
        contact: `
          episode_id | contact_date | kind
          ago_28     | 2024-03-03   | treatment
          ago_29     | 2024-03-02   | treatment
          message    | 2024-03-30   | message`,
      },
      "2024-03-31",
    );
    expect(verdicts).toMatchObject({
      "ago_28:2024-03 last_28d": "not met",
      "ago_29:2024-03 last_28d": "met",
      "ago_29:2024-03 last_90d": "not met",
      "enrolled_28:2024-03 last_28d": "not met",
      "enrolled_29:2024-03 last_28d": "met",
      "message:2024-03 last_28d": "met",
    });
  });

  it("has a recent score on any registered instrument up to 30 days ago; one that could not be scored is none", async () => {
    const verdicts = await verdictsOf(
      "recent_score",
      {
        episode: `
          episode_id | enrolled_date
          ago_30     | 2024-01-01
          ago_31     | 2024-01-01
          unscored   | 2024-01-01`,
        assessment: `
          episode_id | instrument | assessed_date | total
          ago_30     | gad7       | 2024-03-01    | 12
          ago_31     | gad7       | 2024-02-29    | 12
          unscored   | phq9       | 2024-03-30    |`,
      },
      "2024-03-31",
    );
    expect(verdicts).toMatchObject({
      "ago_30:2024-03": "met",
      "ago_31:2024-03": "not met",
      "unscored:2024-03": "not met",
    });
  });

  it("was ever discussed if reviewed since enrolment, and lately if within 90 days of 90 in care", async () => {
    const tables = {
      episode: `
        episode_id | enrolled_date
        ago_90     | 2024-01-01
        ago_91     | 2023-12-31
        before     | 2024-01-01
        in_care_89 | 2024-01-02`,
      case_review: `
        episode_id | review_date
        ago_90     | 2024-01-01
        ago_91     | 2023-12-31
        before     | 2023-12-31
        in_care_89 | 2024-03-30`,
    };
    expect(await verdictsOf("any_case_review", tables, "2024-03-31")).toMatchObject({
      "ago_90:2024-03": "met",
      "ago_91:2024-03": "met",
      "before:2024-03": "not met",
      "in_care_89:2024-02": "not met",
      "in_care_89:2024-03": "met",
    });
    expect(await verdictsOf("case_review_cadence", tables, "2024-03-31")).toMatchObject({
      "ago_90:2024-03": "met",
      "ago_91:2024-03": "not met",
      "before:2024-03": "not met",
      "in_care_89:2024-03": "too_early",
    });
  });

  it("is in a caseload within the norm by episodes in care and posts filled at the clinic", async () => {
    const verdicts = await verdictsOf(
      "caseload_within_norm",
      {
        episode: `
          episode_id | enrolled_date | ended_date
          e1         | 2024-01-01    |
          e2         | 2024-02-01    |
          e3         | 2024-03-01    | 2024-04-29`,
        staffing: `
          month      | role                   | fte
          2024-01-01 | care_manager           | 0.0125
          2024-02-01 | BHCM                   | 0.0125
          2024-02-01 | care_manager           | 0.0125
          2024-02-01 | psychiatric_consultant | 1
          2024-03-01 | care_manager           | 0.0249
          2024-04-01 | care_manager           | 0
          2024-05-01 | care_manager           |
          2024-06-01 | psychiatric_consultant | 1`,
      },
      "2024-06-30",
    );
    expect(verdicts).toMatchObject({
      "e1:2024-01": "met",
      "e1:2024-02": "met",
      "e1:2024-03": "not met",
      "e1:2024-04": "not met",
      "e3:2024-04": "not_in_care",
      "e1:2024-05": "no_staffing",
      "e1:2024-06": "no_staffing",
    });
  });
});

describe("a person not improved after 70 days", () => {
  it("is judged from day 70, by the last score however old", async () => {
    const tables = {
      episode: `
        episode_id | enrolled_date | ended_date
        day_70     | 2024-01-21    |
        day_69     | 2024-01-22    |
        better     | 2024-01-01    |
        ended      | 2024-01-01    | 2024-03-20
        only_once  | 2024-01-01    |`,
      assessment: `
        episode_id | assessed_date | total
        day_70     | 2024-01-21    | 15
        day_70     | 2024-02-01    | 12
        day_69     | 2024-01-22    | 15
        better     | 2024-01-01    | 15
        better     | 2024-01-02    | 7
        ended      | 2024-01-01    | 15
        ended      | 2024-03-20    | 7
        only_once  | 2024-01-01    | 15`,
    };
    expect(await verdictsOf("improvement_70d", tables, "2024-03-31")).toMatchObject({
      "day_70:2024-03": "not met",
      "day_69:2024-03": "too_early",
      "better:2024-03": "met",
      "ended:2024-03": "met",
      "only_once:2024-03": "not met",
    });
    expect(await verdictsOf("consultation_if_not_improved", tables, "2024-03-31")).toMatchObject({
      "day_70:2024-03 last_60d": "not met",
      "day_69:2024-03 last_60d": "too_early",
      "better:2024-03 last_60d": "improved",
      "ended:2024-03 last_60d": "not_in_care",
      "only_once:2024-03 last_60d": "not met",
    });
  });

  it("was consulted on if reviewed in the last 60 or 90 days", async () => {
    const verdicts = await verdictsOf(
      "consultation_if_not_improved",
      {
        episode: `
          episode_id | enrolled_date
          ago_60     | 2023-10-01
          ago_61     | 2023-10-01
          ago_90     | 2023-10-01
          ago_91     | 2023-10-01`,
        assessment: `
          episode_id | assessed_date | total
          ago_60     | 2023-10-01    | 15
          ago_61     | 2023-10-01    | 15
          ago_90     | 2023-10-01    | 15
          ago_91     | 2023-10-01    | 15`,
        case_review: `
          episode_id | review_date
          ago_60     | 2024-01-31
          ago_61     | 2024-01-30
          ago_90     | 2024-01-01
          ago_91     | 2023-12-31`,
      },
      "2024-03-31",
    );
    expect(verdicts).toMatchObject({
      "ago_60:2024-03 last_60d": "met",
      "ago_61:2024-03 last_60d": "not met",
      "ago_61:2024-03 last_90d": "met",
      "ago_90:2024-03 last_90d": "met",
      "ago_91:2024-03 last_90d": "not met",
    });
  });

  it("had treatment changed by a review, a medication change, or a treatment begun or ended after enrolment", async () => {
    const changed = async (tables: Parameters<typeof verdictsOf>[1]) =>
      (
        await verdictsOf(
          "treatment_change_if_not_improved",
          {
            episode: "episode_id | enrolled_date\ne1 | 2024-01-10",
            assessment: "episode_id | assessed_date | total\ne1 | 2024-01-10 | 15",
            ...tables,
          },
          "2024-03-31",
        )
      )["e1:2024-03 last_90d"];
    const review = "episode_id | review_date | treatment_changed\ne1 | 2024-02-01";
    const span = "start_date | end_date";
    expect(await changed({ case_review: `${review} | true` })).toBe("met");
    expect(await changed({ case_review: `${review} | false` })).toBe("not met");
    expect(
      await changed({ care_event: "episode_id | event_date | kind\ne1 | 2024-02-01 | medication_change" }),
    ).toBe("met");
    expect(await changed({ treatment: `${span}\n2024-01-11 |` })).toBe("met");
    expect(await changed({ treatment: `${span}\n2024-01-10 |` })).toBe("not met");
    expect(await changed({ treatment: `${span}\n2023-01-01 | 2024-02-01` })).toBe("met");
    expect(await changed({ treatment: `${span}\n2023-01-01 | 2024-04-01` })).toBe("not met");
  });
});
