import { describe, expect, it } from "vitest";
import { drawnRegistry, verdictsOf } from "./care_case.ts";

const EPISODE = `
  episode_id | enrolled_date | ended_date
  e1         | 2024-01-31    |`;

/** What each month of care was found to be, `month: minutes kind code add-on units`. */
async function monthsOf(contact: string, episode = EPISODE): Promise<string[]> {
  const warehouse = await drawnRegistry({ episode, contact }, "2024-12-31");
  const months = await warehouse.rows<{ line: string }>(
    `SELECT concat(substr(CAST(period_start AS VARCHAR), 1, 7), ': ', minutes, ' ', months, ' ', code, ' ', add_on_units) AS line
     FROM model.service_month ORDER BY line`,
  );
  await warehouse.close();
  return months.map(({ line }) => line);
}

describe("minutes of a calendar month", () => {
  it("reach the code whose fewest minutes they have: 36 in a first month, 31 in later ones, 16 in any", async () => {
    const minutesOf = (first: number, later: number) =>
      monthsOf(`
        episode_id | contact_date | minutes
        e1         | 2024-01-31   | ${first}
        e1         | 2024-02-29   | ${later}`);
    expect(await minutesOf(35, 30)).toEqual(["2024-01: 35 first G2214 0", "2024-02: 30 later G2214 0"]);
    expect(await minutesOf(36, 31)).toEqual(["2024-01: 36 first 99492 0", "2024-02: 31 later 99493 0"]);
    expect(await minutesOf(15, 16)).toEqual(["2024-01: 15 first none 0", "2024-02: 16 later G2214 0"]);
  });

  it("earn an add-on unit 16 minutes beyond the full time and one more every 30", async () => {
    const minutesOf = (first: number, later: number) =>
      monthsOf(`
        episode_id | contact_date | minutes
        e1         | 2024-01-31   | ${first}
        e1         | 2024-02-01   | ${later}`);
    expect(await minutesOf(85, 75)).toEqual(["2024-01: 85 first 99492 0", "2024-02: 75 later 99493 0"]);
    expect(await minutesOf(86, 76)).toEqual(["2024-01: 86 first 99492 1", "2024-02: 76 later 99493 1"]);
    expect(await minutesOf(115, 136)).toEqual(["2024-01: 115 first 99492 1", "2024-02: 136 later 99493 3"]);
  });

  it("add up over a month's contacts and are never carried over its end", async () => {
    expect(
      await monthsOf(`
        episode_id | contact_date | minutes
        e1         | 2024-01-31   | 35.5
        e1         | 2024-02-01   | 15.5
        e1         | 2024-02-29   | 15.5`),
    ).toEqual(["2024-01: 35 first G2214 0", "2024-02: 31 later 99493 0"]);
  });

  it("are those of a care manager's treatment contacts in care", async () => {
    expect(
      await monthsOf(
        `
        episode_id | contact_date | minutes | kind      | staff_role
        e1         | 2024-01-30   | 20      | treatment | care_manager
        e1         | 2024-02-10   | 20      | treatment | BHCM
        e1         | 2024-02-10   | 20      | treatment |
        e1         | 2024-02-11   | 20      | treatment | psychiatric_consultant
        e1         | 2024-02-11   | 20      | no_show   | care_manager
        e1         | 2024-02-21   | 20      | treatment | care_manager`,
        `
        episode_id | enrolled_date | ended_date
        e1         | 2024-01-31    | 2024-02-20`,
      ),
    ).toEqual(["2024-02: 40 first 99492 0"]);
  });

  it("open a new episode of billing after six whole months without service, not after five", async () => {
    const contact = (again: string) => `
      episode_id | contact_date | minutes
      e1         | 2024-02-29   | 40
      e1         | ${again}     | 40`;
    expect((await monthsOf(contact("2024-08-31"))).at(-1)).toBe("2024-08: 40 later 99493 0");
    expect((await monthsOf(contact("2024-09-01"))).at(-1)).toBe("2024-09: 40 first 99492 0");
  });
});

const CONTACT = `
  episode_id | contact_date | minutes
  e1         | 2024-01-31   | 36
  e1         | 2024-02-01   | 30
  e1         | 2024-03-01   | 76
  e1         | 2024-04-01   | 20
  e1         | 2024-05-01   | 15`;

const billing = (lines: string) => `
  patient_id | service_month | code  | units | paid
  ${lines}`;

describe("billed months", () => {
  it("are near a code at most ten minutes below it, and a first month is held to the first month's", async () => {
    expect(await verdictsOf("near_billing_threshold", { episode: EPISODE, contact: CONTACT })).toMatchObject({
      "p1:2024-01": "not met",
      "p1:2024-02": "met",
      "p1:2024-03": "not met",
      "p1:2024-04": "not met",
    });
  });

  it("count where a known code was billed and not taken back, once 30 days have gone by", async () => {
    const tables = {
      episode: EPISODE,
      contact: CONTACT,
      billing: billing(`
        p1 | 2024-01-01 | 99492 | 1 | 150
        p1 | 2024-02-01 | g2214 | 1 | 60
        p1 | 2024-02-01 | G2214 | 1 | -60
        p1 | 2024-03-01 | 99213 | 1 | 90`),
    };
    const months = { "p1:2024-01": "met", "p1:2024-02": "not met", "p1:2024-03": "not met" };
    expect(await verdictsOf("billable_month_billed", tables)).toMatchObject({
      ...months,
      "p1:2024-05": "below_billing_threshold",
    });
    expect(await verdictsOf("billable_month_billed", tables, "2024-04-29")).toMatchObject({
      ...months,
      "p1:2024-03": "window_open",
    });
    expect(await verdictsOf("billable_month_billed", tables, "2024-04-30")).toMatchObject(months);
  });

  it("keep the rules where minutes bear every code out and no two exclude each other", async () => {
    const ruled = async (lines: string) => {
      const tables = { episode: EPISODE, contact: CONTACT, billing: billing(lines) };
      return Object.values(await verdictsOf("billed_by_the_rules", tables)).filter(
        (is) => is !== "not_billed",
      );
    };
    expect(await ruled("p1 | 2024-01-01 | 99492 | 1 | 150")).toEqual(["met"]);
    expect(await ruled("p1 | 2024-01-01 | 99493 | 1 | 130")).toEqual(["not met"]);
    expect(await ruled("p1 | 2024-02-01 | 99493 | 1 | 130")).toEqual(["not met"]);
    expect(await ruled("p1 | 2024-03-01 | 99493 | 1 | 130\n p1 | 2024-03-01 | 99494 | 1 | 60")).toEqual([
      "met",
    ]);
    expect(await ruled("p1 | 2024-03-01 | 99493 | 1 | 130\n p1 | 2024-03-01 | 99494 | 2 | 60")).toEqual([
      "not met",
    ]);
    expect(await ruled("p1 | 2024-03-01 | 99493 | 1 | 130\n p1 | 2024-03-01 | G2214 | 1 | 60")).toEqual([
      "not met",
    ]);
    expect(await ruled("p1 | 2024-03-01 | 99484 | 1 | 50")).toEqual(["met"]);
  });
});

describe("medicines on record", () => {
  const treated = (lines: string) => ({
    episode: `
      episode_id | enrolled_date | ended_date
      e1         | 2024-01-01    | 2024-06-30`,
    treatment: `
      class | name | dose | start_date | end_date | recorded_date
      ${lines}`,
  });
  const june = async (lines: string) =>
    (await verdictsOf("medication_tracking", treated(lines)))["e1:2024-06"];

  it("are tracked with name and dose recorded in the 90 days to the month's end", async () => {
    expect(await june("ssri | sertraline | 50 mg | 2024-01-01 | | 2024-04-01")).toBe("met");
    expect(await june("ssri | sertraline | 50 mg | 2024-01-01 | | 2024-03-31")).toBe("not met");
    expect(await june("SSRI | sertraline | 50 mg | 2024-04-01 | | ")).toBe("met");
    expect(await june("ssri |  | 50 mg | 2024-04-01 | | ")).toBe("not met");
  });

  it("are all tracked or the person is not, by the latest of each medicine's records", async () => {
    const old = "ssri | sertraline | 25 mg | 2024-01-01 | | 2024-01-01";
    expect(await june(`${old}\n ssri | sertraline | 50 mg | 2024-01-01 | | 2024-06-01`)).toBe("met");
    expect(await june(`${old}\n lithium | lithium | 300 mg | 2024-01-01 | | 2024-06-01`)).toBe("not met");
  });

  it("count for whoever takes one that day, and tell nothing where no dose is ever kept", async () => {
    expect(await june("psychotherapy | CBT | | 2024-01-01 | | ")).toBe("no_psychotropic");
    expect(await june("ssri | sertraline | 50 mg | 2024-01-01 | 2024-06-29 | ")).toBe("no_psychotropic");
    expect(await june("ssri | sertraline | | 2024-01-01 | | ")).toBe("no_dose_kept");
  });
});
