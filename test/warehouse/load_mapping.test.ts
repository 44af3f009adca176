import { describe, expect, it } from "vitest";
import { asideOf, balanceOf, faultsOf, load } from "../sources/extract_folder.ts";

/** One wide file of a trial that feeds every table: months for dates, `NaN` for nothing. */
const TRACKER = `person,month,site,worker,years,woman,phq,hamd
7,0,1,W1,40,1,20,18
7,Post-Rx,1,W1,40,1,NaN,NaN
7,6,1,W1,40,1,9.857142857142858,
8,0,2,,51,0,15,NaN
8,1,2,,51,0,-3,NaN
8,Post-Rx,2,,51,0,4,NaN
`;

const PROGRAM = `
missing_values: [NaN]
tables:
  patient:
    file: tracker.csv
    columns: { patient_id: person, sex: woman, birth_year: { years_before: { anchor: 2020-01-01, column: years } } }
    recode: { sex: { 1: female, 0: null } }
  clinic: { file: tracker.csv, columns: { clinic_id: { join: [{ constant: s }, site], with: "" } } }
  episode:
    file: tracker.csv
    columns:
      episode_id: person
      patient_id: person
      clinic_id: { join: [{ constant: s }, site], with: "" }
      care_manager_id: worker
      enrolled_date: { constant: 2020-01-01 }
  assessment:
    - file: tracker.csv
      columns:
        assessment_id: { join: [person, { constant: phq9 }, month] }
        patient_id: person
        instrument: { constant: phq9 }
        assessed_date: { months_after: { anchor: 2020-01-01, column: month } }
        total: phq
      only_when_present: phq
    - file: tracker.csv
      columns:
        assessment_id: { join: [person, { constant: hamd17 }, month] }
        patient_id: person
        instrument: { constant: hamd17 }
        assessed_date: { months_after: { anchor: 2020-01-01, column: month } }
        total: hamd
      only_when_present: hamd
`;

describe("a site's own file", () => {
  it("feeds several tables, one of them twice, and each record is accounted for in each", async () => {
    const loaded = await load({ "tracker.csv": TRACKER }, { program: PROGRAM });
    expect(
      loaded.report.files.map(
        ({ file, table, read, accepted, rejected, duplicate, out_of_scope }) =>
          `${file} ${table}: ${[read, accepted, rejected, duplicate, out_of_scope].join(" ")}`,
      ),
    ).toEqual([
      "tracker.csv patient: 6 2 0 4 0",
      "tracker.csv clinic: 6 2 0 4 0",
      "tracker.csv episode: 6 2 0 4 0",
      "tracker.csv assessment: 6 3 2 0 1",
      "tracker.csv (mapping 2) assessment: 6 1 0 0 5",
    ]);
    expect(balanceOf(loaded, "tracker.csv (mapping 2)")).toBe("6 = 1 + 0 + 0 + 5");
  });

  it("becomes the canonical columns", async () => {
    const { warehouse } = await load({ "tracker.csv": TRACKER }, { program: PROGRAM });
    expect(await warehouse.rows("SELECT patient_id, birth_year, sex FROM raw.patient ORDER BY 1")).toEqual([
      { patient_id: "7", birth_year: 1980, sex: "female" },
      { patient_id: "8", birth_year: 1969, sex: null },
    ]);
    expect(
      await warehouse.rows(
        "SELECT assessment_id, CAST(assessed_date AS VARCHAR) AS day, CAST(total AS VARCHAR) AS total FROM raw.assessment ORDER BY 1",
      ),
    ).toEqual([
      { assessment_id: "7-hamd17-0", day: "2020-01-01", total: "18.0000" },
      { assessment_id: "7-phq9-0", day: "2020-01-01", total: "20.0000" },
      { assessment_id: "7-phq9-6", day: "2020-07-02", total: "9.8571" },
      { assessment_id: "8-phq9-0", day: "2020-01-01", total: "15.0000" },
    ]);
  });

  it("tells a month that is none and a total that can't be", async () => {
    expect(await asideOf({ "tracker.csv": TRACKER }, "assessment", { program: PROGRAM })).toEqual(
      expect.arrayContaining(["6 rejected total_out_of_range total", "7 rejected not_a_date assessed_date"]),
    );
  });

  it("is refused when it lacks a column that the program file names", async () => {
    const faults = await faultsOf({ "tracker.csv": TRACKER.replace("woman", "sex") }, { program: PROGRAM });
    expect(faults.map(({ file, column, rule }) => `${file} ${column} ${rule}`)).toEqual([
      "tracker.csv sex missing_source_column",
    ]);
  });

  it("keeps canonical columns under their own names beside the renamed ones", async () => {
    const { warehouse } = await load(
      { "patient.csv": "pid,sex,race\nP1,F,a\nP2,M,-\n" },
      {
        program:
          "tables: {patient: {columns: {patient_id: pid}, recode: {sex: {F: female}}, missing_values: ['-']}}",
      },
    );
    expect(await warehouse.rows("SELECT patient_id, sex, race FROM raw.patient ORDER BY 1")).toEqual([
      { patient_id: "P1", sex: "female", race: "a" },
      { patient_id: "P2", sex: "M", race: null },
    ]);
  });

  it("can't smuggle SQL in through names, constants or codes", async () => {
    const nasty = `x'); DROP TABLE raw.clinic; --"`;
    const program = JSON.stringify({
      missing_values: [nasty],
      tables: {
        patient: {
          columns: { race: { constant: nasty }, ethnicity: nasty },
          recode: { sex: { female: nasty } },
        },
      },
    });
    const header = `patient_id,sex,"${nasty.replaceAll('"', '""')}"`;
    const { warehouse } = await load({ "patient.csv": `${header}\nP1,female,e\n` }, { program });
    expect(await warehouse.rows("SELECT race, ethnicity, sex FROM raw.patient")).toEqual([
      { race: nasty, ethnicity: "e", sex: nasty },
    ]);
  });
});
