import { describe, expect, it } from "vitest";
import { asideOf, balanceOf, type Files, load } from "../sources/extract_folder.ts";

const ASSESSMENT = "assessment_id,patient_id,episode_id,instrument,assessed_date,total,item_1,recorded_at\n";
const EPISODE = "episode_id,patient_id,clinic_id,referred_date,enrolled_date,ended_date\n";

const assessed = (...rows: string[]): Files => ({ "assessment.csv": `${ASSESSMENT}${rows.join("\n")}\n` });
const enrolled = (...rows: string[]): Files => ({
  "episode.csv": `${EPISODE}${rows.join("\n")}\n`,
  ...assessed("A1,P1,,phq9,2024-01-10,15,,"),
});

describe("judging a row by its columns", () => {
  it.each([
    [",P1,,phq9,2024-01-10,15,,", "missing assessment_id"],
    ["A1,P1,,phq9,,15,,", "missing assessed_date"],
    ["A1 ,P1,,phq9,2024-01-10,15,,", "space_around assessment_id"],
    [`A${"1".repeat(200)},P1,,phq9,2024-01-10,15,,`, "too_long assessment_id"],
    ["A\t1,P1,,phq9,2024-01-10,15,,", "control_character assessment_id"],
    ["A\u00851,P1,,phq9,2024-01-10,15,,", "control_character assessment_id"],
    ["A1,P1,,phq9,2024-02-30,15,,", "not_a_date assessed_date"],
    ["A1,P1,,phq9,2024-1-5,15,,", "not_a_date assessed_date"],
    ["A1,P1,,phq9,01/05/2024,15,,", "not_a_date assessed_date"],
    ["A1,P1,,phq9,infinity,15,,", "not_a_date assessed_date"],
    ["A1,P1,,phq9,2024-01-10,15,,1899-12-31", "date_before_1900 recorded_at"],
    ["A1,P1,,phq9,2025-01-01,15,,", "date_after_extraction assessed_date"],
    ["A1,P1,,phq9,2024-01-10,1e1,,", "not_a_number total"],
    ["A1,P1,,phq9,2024-01-10,NaN,,", "not_a_number total"],
    ['A1,P1,,phq9,2024-01-10,"12,5",,', "not_a_number total"],
    ["A1,P1,,phq9,2024-01-10,15,1.5,", "not_a_whole_number item_1"],
    ["A1,P1,,phq9,2024-01-10,15,1_0,", "not_a_whole_number item_1"],
    ["A1,P1,,phq9,2024-01-10,15,,24:00", "not_a_time recorded_at"],
    ["A1,P1,,phq9,2024-01-10,15,,2024-01-10T24:00:00", "not_a_time recorded_at"],
  ])("rejects %j: %s", async (row, told) => {
    expect(await asideOf(assessed(row), "assessment")).toEqual([`2 rejected ${told}`]);
  });

  it("reads the forms that have one meaning", async () => {
    const { warehouse } = await load(
      assessed(
        "A1,P1,,PHQ-9,2024-01-10T23:30:00-05:00,12.0,2.0,2024-01-10T23:30:00-05:00",
        'A2,P1,,phq9, 2024-01-11 ,007,  ,"2024-01-11 08:15"',
        "A3,P1,,phq9,2024-01-12 00:00:00,12.857149999,,2024-01-12",
      ),
    );
    const rows = await warehouse.rows(
      "SELECT CAST(assessed_date AS VARCHAR) AS day, CAST(total AS VARCHAR) AS total, item_1, CAST(recorded_at AS VARCHAR) AS at FROM raw.assessment ORDER BY assessment_id",
    );
    expect(rows).toEqual([
      { day: "2024-01-10", total: "12.0000", item_1: 2, at: "2024-01-10 23:30:00" },
      { day: "2024-01-11", total: "7.0000", item_1: null, at: "2024-01-11 08:15:00" },
      { day: "2024-01-12", total: "12.8571", item_1: null, at: "2024-01-12 00:00:00" },
    ]);
  });

  it("holds closed lists to their values and tells them", async () => {
    const files = { "clinic.csv": "clinic_id,setting,panel_size\nC1,primary_care,-1\nC2,hospital,10\n" };
    const { report } = await load(files);
    expect(report.rules.find(({ rule }) => rule === "not_allowed")?.mend).toContain(
      "primary_care, specialty_mh",
    );
    expect(await asideOf(files, "clinic")).toEqual([
      "2 rejected out_of_range panel_size",
      "3 rejected not_allowed setting",
    ]);
  });

  it("reads yes and no, and months", async () => {
    const { warehouse } = await load({
      "case_review.csv":
        "review_id,episode_id,review_date,treatment_changed\nR1,E1,2024-02-01,Yes\nR2,E1,2024-02-08,0\nR3,E1,2024-02-09,\nR4,E1,2024-02-10,maybe\n",
      "staffing.csv":
        "clinic_id,role,month,fte\nC1,care_manager,2024-02,0.5\nC1,care_manager,2024-03-01,1\nC1,care_manager,2024-03-02,1\n",
    });
    expect(await warehouse.rows("SELECT treatment_changed FROM raw.case_review ORDER BY review_id")).toEqual([
      { treatment_changed: true },
      { treatment_changed: false },
      { treatment_changed: null },
    ]);
    expect(
      await warehouse.rows("SELECT CAST(month AS VARCHAR) AS month FROM raw.staffing ORDER BY month"),
    ).toEqual([{ month: "2024-02-01" }, { month: "2024-03-01" }]);
  });
});

describe("judging a row by other rows", () => {
  it.each([
    ["A1,P9,,phq9,2024-01-10,15,,", "unknown_patient patient_id"],
    ["A1,P1,E9,phq9,2024-01-10,15,,", "unknown_episode episode_id"],
    ["A1,P2,E1,phq9,2024-01-10,15,,", "other_patient_id_than_episode episode_id"],
    ["A1,P1,,phq9,1980-05-05,15,,", "before_birth_date assessed_date"],
    ["A1,P1,,phq9,2024-01-10,28,,", "total_out_of_range total"],
    ["A1,P1,,phq9,2024-01-10,-0.5,,", "total_out_of_range total"],
    ["A1,P1,,phq9,2024-01-10,15,4,", "item_out_of_range item_1"],
    ["A1,P1,,phq9,2024-01-10,,,", "no_score total"],
  ])("rejects %j: %s", async (row, told) => {
    expect(await asideOf(assessed(row), "assessment")).toEqual([`2 rejected ${told}`]);
  });

  it.each([
    ["E1,P1,C9,,2024-01-10,", "unknown_clinic clinic_id"],
    ["E1,P1,C1,,2024-01-10,2024-01-09", "before_enrolled_date ended_date"],
    ["E1,P1,C1,,1979-01-01,", "before_birth_date enrolled_date"],
    ["E1,P1,C1,2024-01-11,2024-01-10,", "before_referred_date enrolled_date"],
  ])("rejects the episode %j: %s", async (row, told) => {
    expect(await asideOf(enrolled(row), "episode")).toEqual([`2 rejected ${told}`]);
  });

  it("rejects what refers to a rejected row", async () => {
    const files = { "patient.csv": "patient_id,birth_date\nP1,1980-13-01\nP2,1990-01-02\n" };
    const { report } = await load(files);
    expect(report.rules.map(({ file, rule, rows }) => `${file} ${rule} ${rows}`)).toEqual([
      "assessment.csv unknown_patient 2",
      "episode.csv unknown_patient 1",
      "patient.csv not_a_date 1",
    ]);
  });

  it("rejects care and scores after a death, and keeps those of its day", async () => {
    const files = {
      "patient.csv": "patient_id,deceased_date\nP1,2024-02-01\nP2,\n",
      "episode.csv":
        "episode_id,patient_id,clinic_id,enrolled_date\nE1,P1,C1,2024-01-10\nE2,P1,C1,2024-02-02\n",
      "assessment.csv":
        "assessment_id,patient_id,instrument,assessed_date,total\nA1,P1,phq9,2024-02-01,9\nA2,P1,phq9,2024-02-02,9\n",
    };
    expect(await asideOf(files, "episode")).toEqual(["3 rejected after_deceased_date enrolled_date"]);
    expect(await asideOf(files, "assessment")).toEqual(["3 rejected after_deceased_date assessed_date"]);
  });

  it("takes a birth year where there is no birth date", async () => {
    const files = {
      "patient.csv": "patient_id,birth_year\nP1,2024\nP2,1990\n",
      ...assessed("A1,P1,,phq9,2023-12-31,15,,"),
    };
    expect(await asideOf(files, "assessment")).toEqual(["2 rejected before_birth_year assessed_date"]);
  });

  it("keeps the first of equal rows and rejects a row that differs under the same key", async () => {
    const files = assessed(
      "A1,P1,,phq9,2024-01-10,15,,",
      "A1,P1,,phq9,2024-01-10,15.0,,",
      "A1,P1,,phq9,2024-01-10,16,,",
    );
    const loaded = await load(files);
    expect(balanceOf(loaded, "assessment.csv")).toBe("3 = 1 + 1 + 1 + 0");
    expect(await asideOf(files, "assessment")).toEqual([
      "3 duplicate duplicate_row assessment_id",
      "4 rejected key_conflict assessment_id",
    ]);
    expect(await loaded.warehouse.rows("SELECT total, source_line FROM raw.assessment")).toEqual([
      { total: 15, source_line: 2 },
    ]);
  });

  it("knows a row by its own identifier where it has one, else by what it says", async () => {
    const rows = [
      "V1,E1,2024-02-01,care_plan",
      "V2,E1,2024-02-01,care_plan",
      ",E1,2024-02-01,care_plan",
      ",E1,2024-02-01,care_plan",
    ];
    const files = { "care_event.csv": `event_id,episode_id,event_date,kind\n${rows.join("\n")}\n` };
    expect(await asideOf(files, "care_event")).toEqual(["5 duplicate duplicate_row event_id"]);
  });

  it("sees a duplicate in another file of the same table", async () => {
    const loaded = await load({
      "assessment_2024.csv": `${ASSESSMENT}A1,P1,,phq9,2024-01-10,15,,\n`,
      "assessment.csv": `${ASSESSMENT}A1,P1,,phq9,2024-01-10,15,,\n`,
    });
    expect(balanceOf(loaded, "assessment.csv")).toBe("1 = 1 + 0 + 0 + 0");
    expect(balanceOf(loaded, "assessment_2024.csv")).toBe("1 = 0 + 0 + 1 + 0");
  });
});

describe("what is out of scope", () => {
  it("is a row that happened after the as-of date, without further judgement", async () => {
    const files = assessed("A1,P1,,phq9,2024-07-01,99,,", "A2,P1,,phq9,2024-06-30,15,,");
    expect(await asideOf(files, "assessment", { asOf: "2024-06-30" })).toEqual([
      "2 out_of_scope after_as_of assessed_date",
    ]);
  });

  it("is an instrument that is not registered", async () => {
    expect(await asideOf(assessed("A1,P1,,whodas,2024-01-10,99,,"), "assessment")).toEqual([
      "2 out_of_scope instrument_not_registered instrument",
    ]);
  });

  it("is an episode that began later, and what belongs to it", async () => {
    const files = {
      ...enrolled("E1,P1,C1,,2024-07-02,", "E2,P2,C1,2024-06-01,2024-07-02,"),
      ...assessed("A1,P1,E1,phq9,2024-06-28,15,,", "A2,P2,E2,phq9,2024-06-28,15,,"),
    };
    const loaded = await load(files, { asOf: "2024-06-30" });
    expect(balanceOf(loaded, "episode.csv")).toBe("2 = 1 + 0 + 0 + 1");
    expect(await asideOf(files, "assessment", { asOf: "2024-06-30" })).toEqual([
      "2 out_of_scope episode_after_as_of episode_id",
    ]);
  });

  it("does not hide a date that can't be", async () => {
    expect(
      await asideOf(assessed("A1,P1,,phq9,2205-01-01,15,,"), "assessment", { asOf: "2024-06-30" }),
    ).toEqual(["2 rejected date_after_extraction assessed_date"]);
  });
});

describe("the schema raw", () => {
  it("has every table of the contract, empty where the extract has none", async () => {
    const { warehouse, report } = await load({});
    const tables = await warehouse.rows(
      "SELECT table_name FROM information_schema.tables WHERE table_schema = 'raw'",
    );
    expect(tables).toHaveLength(17 + 3);
    expect(await warehouse.rows("SELECT count(*) AS rows FROM raw.billing")).toEqual([{ rows: 0 }]);
    expect(report.tables).toEqual(["patient", "clinic", "episode", "assessment"]);
  });

  it("says where the extract comes from", async () => {
    const { warehouse } = await load({});
    expect(
      await warehouse.rows(
        "SELECT site, system, extracted_at, CAST(as_of AS VARCHAR) AS as_of FROM raw.extract",
      ),
    ).toEqual([{ site: "Test", system: "drawn", extracted_at: "2024-12-31", as_of: "2024-12-31" }]);
  });

  it("holds the reconciliation that is reported", async () => {
    const { warehouse, report } = await load(assessed("A1,P1,,phq9,2024-01-10,15,,", "A2,P1,,phq9,,15,,"));
    const rows = await warehouse.rows(
      'SELECT file, table_name AS "table", sha256, "read", accepted, rejected, duplicate, out_of_scope FROM raw.reconciliation',
    );
    expect(rows).toEqual(report.files);
    expect(report.files.every(({ sha256 }) => /^[0-9a-f]{64}$/.test(sha256))).toBe(true);
  });
});
