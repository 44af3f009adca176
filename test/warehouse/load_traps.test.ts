import { describe, expect, it } from "vitest";
import { asideOf, balanceOf, load } from "../sources/extract_folder.ts";

const HEAD = "assessment_id,patient_id,instrument,assessed_date,total\n";
const row = (id: number, rest = "P1,phq9,2024-01-10,15") => `A${id},${rest}\n`;

/** What read_csv does without a word, even with a schema and strict_mode. */
describe("the silent behaviours of read_csv", () => {
  it("1: an extra empty field does not shift a row by one column", async () => {
    const loaded = await load({
      "assessment.csv": `${HEAD}${row(1)}A2,,P1,phq9,2024-01-10,15\nA3,P1,phq9,2024-01-10,15,\n`,
    });
    expect(balanceOf(loaded, "assessment.csv")).toBe("3 = 1 + 2 + 0 + 0");
    expect(loaded.report.rules.map(({ rule, rows }) => [rule, rows])).toEqual([["wrong_field_count", 2]]);
  });

  it("2: columns in another order are read by their names", async () => {
    const { warehouse } = await load({
      "assessment.csv": "total,assessed_date,instrument,patient_id,assessment_id\n15,2024-01-10,phq9,P1,A1\n",
    });
    expect(await warehouse.rows("SELECT assessment_id, patient_id, total FROM raw.assessment")).toEqual([
      { assessment_id: "A1", patient_id: "P1", total: 15 },
    ]);
  });

  it("3: a row that begins with # is a row", async () => {
    const loaded = await load({ "assessment.csv": `${HEAD}#${row(1)}${row(2)}` });
    expect(balanceOf(loaded, "assessment.csv")).toBe("2 = 2 + 0 + 0 + 0");
    const ids = await loaded.warehouse.rows("SELECT assessment_id FROM raw.assessment ORDER BY source_line");
    expect(ids.map(({ assessment_id }) => assessment_id)).toEqual(["#A1", "A2"]);
  });

  it("4: a stray quote costs one line of 60,001", async () => {
    const rows = Array.from({ length: 60_000 }, (_, id) => row(id));
    rows.splice(1000, 0, 'X,"P1,phq9,2024-01-10,15\n');
    const loaded = await load({ "assessment.csv": HEAD + rows.join("") });
    expect(balanceOf(loaded, "assessment.csv")).toBe("60001 = 60000 + 1 + 0 + 0");
    expect(await loaded.warehouse.rows("SELECT line, rule FROM raw.rejected")).toEqual([
      { line: 1002, rule: "unclosed_quote" },
    ]);
  });

  it("5: a line of 40 MB is set aside and what follows is read", async () => {
    const loaded = await load({ "assessment.csv": `${HEAD}${row(1)}${"x".repeat(40_000_000)}\n${row(2)}` });
    expect(balanceOf(loaded, "assessment.csv")).toBe("3 = 2 + 1 + 0 + 0");
    expect(await loaded.warehouse.rows("SELECT line, rule FROM raw.rejected")).toEqual([
      { line: 3, rule: "record_too_long" },
    ]);
  });

  it("6: a last row that was cut off behind a delimiter is set aside", async () => {
    const loaded = await load({ "assessment.csv": `${HEAD}${row(1)}A2,P1,phq9,2024-01-10,` });
    expect(await loaded.warehouse.rows("SELECT line, rule FROM raw.rejected")).toEqual([
      { line: 3, rule: "record_cut_off" },
    ]);
    expect(loaded.report.notices.join()).toContain("assessment.csv has no line end after its last record");
  });

  it("7: accents in Latin-1 and NUL bytes never make a row vanish", async () => {
    const latin1 = Buffer.from("clinic_id,name\nC1,Bogotá\nC2,Nor\0th\n", "latin1");
    const loaded = await load({ "clinic.csv": latin1 }, { program: "encoding: latin-1" });
    expect(balanceOf(loaded, "clinic.csv")).toBe("2 = 1 + 1 + 0 + 0");
    expect(await loaded.warehouse.rows("SELECT name FROM raw.clinic")).toEqual([{ name: "Bogotá" }]);
  });

  it("8: a row with several errors is one rejected row with all of them told", async () => {
    const files = { "assessment.csv": `${HEAD}A1,P9,phq9,2024-02-30,many\n` };
    const loaded = await load(files);
    expect(balanceOf(loaded, "assessment.csv")).toBe("1 = 0 + 1 + 0 + 0");
    expect(await asideOf(files, "assessment")).toEqual([
      "2 rejected not_a_date assessed_date",
      "2 rejected not_a_number total",
      "2 rejected unknown_patient patient_id",
    ]);
  });
});
