import { describe, expect, it } from "vitest";
import { assessments, buildRegistry } from "../support/registry.ts";

/** Scores drawn assessments; each line of the answer is `id score scored_from unscored_reason`. */
async function score(text: string, instrument = "phq9", columns = "score, scored_from, unscored_reason") {
  const assessment = assessments(text, { instrument, assessed_date: "2024-01-10" });
  const warehouse = await buildRegistry({ assessment }, "2024-12-31");
  const rows = await warehouse.rows(
    `SELECT ${columns} FROM model.scored_assessment ORDER BY length(assessment_id), assessment_id`,
  );
  await warehouse.close();
  return rows.map((row) => Object.values(row));
}

describe("a complete questionnaire", () => {
  it("is scored by its items, and a total that differs is overruled and flagged", async () => {
    expect(
      await score(
        `
        total | item_1 | item_2 | item_3 | item_4 | item_5 | item_6 | item_7 | item_8 | item_9
              | 1      | 2      | 3      | 0      | 1      | 2      | 3      | 0      | 1
        13    | 1      | 2      | 3      | 0      | 1      | 2      | 3      | 0      | 1
        20    | 1      | 2      | 3      | 0      | 1      | 2      | 3      | 0      | 1`,
        "phq9",
        "score, scored_from, total_disagrees",
      ),
    ).toEqual([
      [13, "items", false],
      [13, "items", false],
      [13, "items", true],
    ]);
  });

  it("leaves out answers beyond the instrument's own items, such as the PHQ-9's difficulty question", async () => {
    expect(
      await score(`
        item_1 | item_2 | item_3 | item_4 | item_5 | item_6 | item_7 | item_8 | item_9 | item_10
        1      | 1      | 1      | 1      | 1      | 1      | 1      | 1      | 1      | 3`),
    ).toEqual([[9, "items", null]]);
  });
});

describe("an incomplete questionnaire", () => {
  it("is prorated with up to two PHQ-9 items missing, cut off after four decimals", async () => {
    expect(
      await score(`
        item_1 | item_2 | item_3 | item_4 | item_5 | item_6 | item_7 | item_8 | item_9
        3      | 3      | 3      | 3      | 3      | 3      | 3      | 2      |
        3      | 3      | 3      | 3      | 3      | 3      | 2      |        |
        3      | 3      | 3      | 3      | 3      | 3      |        |        |
               |        |        |        |        |        |        |        |`),
    ).toEqual([
      [25.875, "prorated", null],
      [25.7142, "prorated", null],
      [null, null, "items_missing"],
      [null, null, "items_missing"],
    ]);
  });

  it("is prorated with one GAD-7 item missing, not with two, and never on the BDI-II", async () => {
    const items = `
      item_1 | item_2 | item_3 | item_4 | item_5 | item_6 | item_7
      1      | 1      | 1      | 1      | 1      | 1      |
      1      | 1      | 1      | 1      | 1      |        |`;
    expect(await score(items, "gad7")).toEqual([
      [7, "prorated", null],
      [null, null, "items_missing"],
    ]);
    expect(await score(items, "bdi2")).toEqual([
      [null, null, "items_missing"],
      [null, null, "items_missing"],
    ]);
  });

  it("takes a total that the missing answers can explain, and no other", async () => {
    expect(
      await score(`
        total | item_1 | item_2 | item_3 | item_4 | item_5 | item_6 | item_7 | item_8
        15    | 2      | 2      | 2      | 2      | 2      | 2      | 2      | 1
        18    | 2      | 2      | 2      | 2      | 2      | 2      | 2      | 1
        14    | 2      | 2      | 2      | 2      | 2      | 2      | 2      | 1
        19    | 2      | 2      | 2      | 2      | 2      | 2      | 2      | 1
        16.9  | 2      | 2      | 2      | 2      | 2      | 2      | 2      | 1
        12    |        |        |        |        |        |        |        |   `),
    ).toEqual([
      [15, "total", null],
      [18, "total", null],
      [null, null, "total_not_feasible"],
      [null, null, "total_not_feasible"],
      [16.9, "total", null],
      [12, "total", null],
    ]);
  });
});

describe("an instrument whose items do not add up to its total", () => {
  it("has the site's total as its score, whatever the items say", async () => {
    expect(
      await score(
        `
        total | item_1 | item_2
        11    | 3      | 3
              | 3      | 3
        0     |        |        `,
        "qids_sr16",
      ),
    ).toEqual([
      [11, "total", null],
      [null, null, "total_missing"],
      [0, "total", null],
    ]);
  });
});

describe("the assessments that are scored", () => {
  it("are those up to the as-of date, under any known spelling of their instrument", async () => {
    const assessment = assessments(`
      instrument | assessed_date | total
      PHQ-9      | 2024-03-31    | 10
      44261-6    | 2024-03-31    | 11
      gad-7      | 2024-04-01    | 12`);
    const warehouse = await buildRegistry({ assessment }, "2024-03-31");
    expect(
      await warehouse.rows("SELECT instrument, score FROM model.scored_assessment ORDER BY assessment_id"),
    ).toEqual([
      { instrument: "phq9", score: 10 },
      { instrument: "phq9", score: 11 },
    ]);
    await warehouse.close();
  });
});
