import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { TABLE_NAMES } from "../../src/contracts/tables.ts";
import { listSqlFiles, readGrain } from "../../src/warehouse/sql_files.ts";
import { drawUpWorklists } from "../../src/worklists/draw_up.ts";
import { WORKLISTS } from "../../src/worklists/lists.ts";
import { inWords } from "../../src/worklists/reasons.ts";
import { type Drawn, drawnRegistry } from "../measures/care_case.ts";

/** One list on drawn tables, most urgent first: whom, and why. */
async function listed(list: string, tables: Drawn, asOf = "2024-06-30"): Promise<string[]> {
  const warehouse = await drawnRegistry(tables, asOf);
  const { drawn } = await drawUpWorklists(warehouse, { asOf, tables: TABLE_NAMES });
  await warehouse.close();
  const rows = drawn.find(({ id }) => id === list)?.rows ?? [];
  expect(rows.map(({ rank }) => rank)).toEqual(rows.map((_, index) => index + 1));
  return rows.map((row) => `${row.episode_id ?? row.patient_id}: ${inWords(row)}`);
}

const EPISODES = (...ids: string[]) =>
  ["episode_id | enrolled_date", ...ids.map((id) => `${id} | 2024-01-10`)].join("\n");

/** Scores of episode `e1`, `day total` each. */
const SCORES = (...scores: string[]) =>
  ["episode_id | assessed_date | total", ...scores.map((each) => `e1 | ${each.replace(" ", " | ")}`)].join(
    "\n",
  );

describe("the register of worklists", () => {
  const files = listSqlFiles(["worklists"]);

  it("has a SQL file for each list, which says what a row is", () => {
    const folder = readdirSync(new URL("../../src/worklists/", import.meta.url));
    expect(WORKLISTS.map(({ id }) => `${id}.sql`).sort()).toEqual(
      folder.filter((name) => name.endsWith(".sql")).sort(),
    );
    expect(files.filter((file) => !readGrain(file)).map(({ path }) => path)).toEqual([]);
  });

  it("is no part of a build, so that no table of persons' needs stands in the warehouse", () => {
    expect(listSqlFiles().filter(({ layer }) => layer === "worklists")).toEqual([]);
  });

  it("leaves out, by name, a list that the extract has no table for", async () => {
    const warehouse = await drawnRegistry({ episode: EPISODES("e1") }, "2024-06-30");
    const { drawn, absent } = await drawUpWorklists(warehouse, {
      asOf: "2024-06-30",
      tables: ["patient", "clinic", "episode", "assessment", "care_event"],
    });
    await warehouse.close();
    expect(absent.map(({ id, missing }) => [id, ...missing])).toEqual([
      ["due_case_review", "case_review"],
      ["overdue_contact", "contact"],
      ["not_screened", "visit"],
    ]);
    expect(drawn).toHaveLength(WORKLISTS.length - 3);
  });
});

describe("a person in care", () => {
  it("is due for case review when not improved after 70 days and not reviewed in 60, the longest wait first", async () => {
    const scores = (id: string, last: number) => `${id} | 2024-01-10 | 18\n${id} | 2024-06-01 | ${last}`;
    expect(
      await listed("due_case_review", {
        episode: EPISODES("never", "long", "recent", "better"),
        assessment: `episode_id | assessed_date | total
          ${scores("never", 15)}
          ${scores("long", 10)}
          ${scores("recent", 15)}
          ${scores("better", 9)}`,
        case_review: `
          episode_id | review_date
          long       | 2024-04-30
          recent     | 2024-05-01`,
      }),
    ).toEqual([
      "never: PHQ-9 15 from 18 at baseline, never reviewed in 172 days of care",
      "long: PHQ-9 10 from 18 at baseline, last reviewed 61 days ago",
    ]);
  });

  it("is overdue for contact on the 29th day without a treatment contact", async () => {
    expect(
      await listed("overdue_contact", {
        episode: `
          episode_id | enrolled_date
          long       | 2024-01-10
          timely     | 2024-01-10
          missed     | 2024-01-10
          new        | 2024-06-02
          forgotten  | 2024-06-01`,
        contact: `
          episode_id | contact_date | kind
          long       | 2024-06-01   | treatment
          timely     | 2024-06-02   | treatment
          missed     | 2024-03-01   | treatment
          missed     | 2024-06-20   | no_show`,
      }),
    ).toEqual([
      "missed: last treatment contact 121 days ago",
      "forgotten: no treatment contact in 29 days of care",
      "long: last treatment contact 29 days ago",
    ]);
  });

  it("is overdue for a score on the 31st day without one on any instrument", async () => {
    expect(
      await listed("overdue_score", {
        episode: EPISODES("late", "timely", "other", "never"),
        assessment: `
          episode_id | instrument | assessed_date | total
          late       | phq9       | 2024-05-30    | 7
          timely     | phq9       | 2024-05-31    | 7
          other      | phq9       | 2024-02-01    | 7
          other      | gad7       | 2024-06-10    | 7`,
      }),
    ).toEqual(["never: no score in 172 days of care", "late: last score 31 days ago"]);
  });

  it("who reported thoughts of self-harm waits for a safety plan, the graver report first", async () => {
    const items = (id: string, day: string, item: number) =>
      `p${id} | e${id} | ${day} | 1 | 1 | 1 | 1 | 1 | 1 | 1 | 1 | ${item}`;
    const ids = ["1", "2", "3", "4"];
    expect(
      await listed("safety_follow_up", {
        patient: ["patient_id", ...ids.map((id) => `p${id}`)].join("\n"),
        episode: [
          "episode_id | patient_id | enrolled_date",
          ...ids.map((id) => `e${id} | p${id} | 2024-01-10`),
        ].join("\n"),
        assessment: `patient_id | episode_id | assessed_date | ${ids.map((id) => `item_${id}`).join(" | ")} | item_5 | item_6 | item_7 | item_8 | item_9
          ${items("1", "2024-03-01", 1)}
          ${items("1", "2024-05-01", 1)}
          ${items("2", "2024-06-30", 3)}
          ${items("3", "2024-03-01", 2)}
          ${items("4", "2024-03-01", 0)}`,
        care_event: `
          episode_id | event_date | kind
          e1         | 2024-04-30 | safety_plan
          e3         | 2024-03-20 | safety_plan`,
      }),
    ).toEqual([
      "e2: thoughts of self-harm (item scored 3) reported today, no safety plan since",
      "e1: thoughts of self-harm (item scored 1) reported 60 days ago, no safety plan since",
    ]);
  });

  it.each([
    ["has been in remission and is elevated again", ["2024-01-10 18", "2024-03-01 4", "2024-05-01 10"], true],
    ["is up again but not elevated", ["2024-01-10 18", "2024-03-01 4", "2024-05-01 9"], false],
    ["was never in remission", ["2024-01-10 18", "2024-03-01 5", "2024-05-01 15"], false],
    ["was not elevated at baseline", ["2024-01-10 9", "2024-03-01 4", "2024-05-01 15"], false],
    ["is in remission once more", ["2024-01-10 18", "2024-03-01 4", "2024-04-01 12", "2024-05-01 3"], false],
  ])("who %s is relapsing or not: %j %s", async (_, scores, isListed) => {
    expect(
      await listed("relapsing", { episode: EPISODES("e1"), assessment: SCORES(...scores) }),
    ).toHaveLength(isListed ? 1 : 0);
  });

  it("tells a relapse by the remission last lost", async () => {
    expect(
      await listed("relapsing", {
        episode: EPISODES("e1"),
        assessment: SCORES("2024-01-10 18", "2024-02-01 1", "2024-03-01 11", "2024-04-01 4", "2024-05-01 14"),
      }),
    ).toEqual(["e1: PHQ-9 14 after a remission at 4"]);
  });

  it.each([
    [["2024-01-10 10", "2024-03-01 16"], true],
    [["2024-01-10 10", "2024-03-01 15"], false],
    [["2024-01-10 10", "2024-02-01 13", "2024-03-01 16"], true],
    [["2024-01-10 10", "2024-02-01 18", "2024-03-01 17"], false],
    [["2024-01-10 1", "2024-03-01 9"], false],
  ])(
    "is high and rising when elevated, up, and reliably above the lowest: %j %s",
    async (scores, isListed) => {
      expect(
        await listed("high_and_rising", { episode: EPISODES("e1"), assessment: SCORES(...scores) }),
      ).toHaveLength(isListed ? 1 : 0);
    },
  );

  it("is ranked by the share of the instrument's highest score, not by points", async () => {
    expect(
      await listed("high_and_rising", {
        patient: "patient_id\np1\np2",
        episode: `
          episode_id | patient_id | enrolled_date
          e1         | p1         | 2024-01-10
          e2         | p2         | 2024-01-10`,
        assessment: `
          patient_id | instrument | assessed_date | total
          p1         | bdi2       | 2024-01-10    | 5
          p1         | bdi2       | 2024-05-01    | 30
          p2         | gad7       | 2024-01-10    | 5
          p2         | gad7       | 2024-05-01    | 20`,
      }),
    ).toEqual(["e2: GAD-7 20 and rising, the lowest was 5", "e1: BDI-II 30 and rising, the lowest was 5"]);
  });

  it("is due for a relapse-prevention plan when improved and without one", async () => {
    const course = { episode: EPISODES("e1"), assessment: SCORES("2024-01-10 18", "2024-05-01 9") };
    expect(await listed("relapse_plan_due", course)).toEqual([
      "e1: improved to PHQ-9 9 from 18 at baseline, no relapse-prevention plan",
    ]);
    const care_event = "episode_id | event_date | kind\ne1 | 2024-05-02 | relapse_prevention_plan";
    expect(await listed("relapse_plan_due", { ...course, care_event })).toEqual([]);
  });

  it("is on a list up to the day that care ends, and not after", async () => {
    const until = (ended: string) => ({
      episode: `episode_id | enrolled_date | ended_date\ne1 | 2024-01-10 | ${ended}`,
    });
    expect(await listed("overdue_contact", until("2024-06-29"))).toEqual([]);
    expect(await listed("overdue_contact", until("2024-06-30"))).toHaveLength(1);
    expect(await listed("overdue_contact", until("2024-07-01"))).toHaveLength(1);
  });

  it("is counted to the as-of date in the middle of a month too", async () => {
    const course = { episode: EPISODES("e1"), contact: "episode_id | contact_date\ne1 | 2024-03-20" };
    expect(await listed("overdue_contact", course, "2024-04-17")).toEqual([]);
    expect(await listed("overdue_contact", course, "2024-04-18")).toEqual([
      "e1: last treatment contact 29 days ago",
    ]);
  });
});

describe("a person not in care", () => {
  const visit = "patient_id | visit_date\np1 | 2024-06-10";

  it("was seen this month and not screened in twelve", async () => {
    const screened = (day: string) => ({ visit, assessment: `assessed_date | total\n${day} | 3` });
    expect(await listed("not_screened", { visit })).toEqual(["p1: seen 20 days ago, never screened"]);
    expect(await listed("not_screened", screened("2023-06-30"))).toEqual([
      "p1: seen 20 days ago, last screened 366 days ago",
    ]);
    expect(await listed("not_screened", screened("2023-07-01"))).toEqual([]);
    expect(await listed("not_screened", { visit }, "2024-07-31")).toEqual([]);
  });

  it("screened positive and was neither in care nor referred since", async () => {
    const positive = { visit, assessment: "assessed_date | total\n2024-06-10 | 17" };
    const words = "p1: screened positive 20 days ago with PHQ-9 17, not referred or in care since";
    const episode = (referred: string, ended: string) =>
      `episode_id | referred_date | ended_date\ne1 | ${referred} | ${ended}`;
    expect(await listed("positive_screen", positive)).toEqual([words]);
    expect(await listed("positive_screen", { ...positive, episode: episode("2024-06-20", "") })).toEqual([]);
    expect(
      await listed("positive_screen", { ...positive, episode: episode("2023-01-01", "2024-06-09") }),
    ).toEqual([words]);
    expect(
      await listed("positive_screen", {
        ...positive,
        patient: "patient_id | deceased_date\np1 | 2024-06-20",
      }),
    ).toEqual([]);
    const later = "assessed_date | total\n2024-06-10 | 17\n2024-06-20 | 9";
    expect(await listed("positive_screen", { visit, assessment: later })).toEqual([]);
  });
});
