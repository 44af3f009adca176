import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { balanceOf, type Files, load, rulesOf, SMALLEST } from "./extract_folder.ts";

describe("NDJSON", () => {
  const assessment = (...lines: string[]): Files => {
    const { "assessment.csv": _, ...others } = SMALLEST;
    return {
      ...others,
      "assessment.csv": "assessment_id,patient_id,instrument,assessed_date,total\n",
      "assessment.ndjson": lines.join("\n"),
    };
  };

  it("reads one object a line, whatever the order of its keys", async () => {
    const { warehouse } = await load(
      assessment(
        '{"assessment_id":"A1","patient_id":"P1","instrument":"phq9","assessed_date":"2024-01-10","total":15}',
        '{"total":7.5,"patient_id":"P1","assessment_id":"A, \\"2\\"","assessed_date":"2024-02-10","instrument":"phq9","item_1":null}',
      ),
    );
    expect(
      await warehouse.rows(
        "SELECT assessment_id, total, source_line FROM raw.assessment ORDER BY source_line",
      ),
    ).toEqual([
      { assessment_id: "A1", total: 15, source_line: 1 },
      { assessment_id: 'A, "2"', total: 7.5, source_line: 2 },
    ]);
  });

  it("sets damaged lines aside", async () => {
    const loaded = await load(
      assessment(
        '{"assessment_id":"A1","patient_id":"P1","instrument":"phq9","assessed_date":"2024-01-10","total":15}',
        "{",
        "[1]",
        "",
        '{"assessment_id":{"a":1}}',
        '{"assessment_id":12345678901234567890}',
        '{"assessment_id":"\\ud800"}',
        '{"assessment_id":"A2","patient_id":"P1"}',
      ),
    );
    expect(balanceOf(loaded, "assessment.ndjson")).toBe("7 = 1 + 6 + 0 + 0");
    const damaged = await loaded.warehouse.rows(
      "SELECT concat(line, ' ', rule) AS told FROM raw.rejected WHERE column_name IS NULL ORDER BY line",
    );
    expect(damaged.map(({ told }) => told)).toEqual([
      "2 not_json_object",
      "3 not_json_object",
      "5 nested_value",
      "6 number_too_large",
      "7 broken_text",
    ]);
  });

  it("refuses keys that differ only in case", async () => {
    expect(await rulesOf(assessment('{"total":1,"Total":2}'))).toEqual([
      "assessment.ndjson duplicate_column",
    ]);
  });
});

describe("Parquet", () => {
  async function parquet(select: string): Promise<Buffer> {
    const { warehouse, tempDir } = await load({});
    await warehouse.run(`COPY (${select}) TO '${tempDir}/x.parquet' (FORMAT parquet)`);
    return readFile(join(tempDir, "x.parquet"));
  }

  it("reads typed columns as what they say", async () => {
    const bytes = await parquet(
      `SELECT 'A' || i AS assessment_id, 'P1' AS patient_id, 'phq9' AS instrument, DATE '2024-03-01' + CAST(i AS INTEGER) AS assessed_date,
        CAST(i AS DOUBLE) AS total, TIMESTAMP '2024-03-01 23:59:58' AS recorded_at, 'x' AS note FROM range(7, 10) AS r(i)`,
    );
    const loaded = await load({ "assessment.parquet": bytes });
    expect(balanceOf(loaded, "assessment.parquet")).toBe("3 = 3 + 0 + 0 + 0");
    expect(loaded.report.notices.join()).toContain(
      "assessment.parquet has columns that no table reads: note",
    );
    expect(
      await loaded.warehouse.rows(
        "SELECT total, CAST(assessed_date AS VARCHAR) AS day, source_line FROM raw.assessment WHERE assessment_id = 'A9'",
      ),
    ).toEqual([{ total: 9, day: "2024-03-10", source_line: 3 }]);
  });

  it("tells missing columns", async () => {
    const bytes = await parquet("SELECT 'C1' AS clinic");
    expect(await rulesOf({ "clinic.parquet": bytes })).toEqual(["clinic.parquet missing_column"]);
  });

  it("keeps missing values missing", async () => {
    const bytes = await parquet("SELECT 'C9' AS clinic_id, 'n/a' AS name UNION ALL SELECT 'C8', ''");
    const { warehouse } = await load({ "clinic.parquet": bytes }, { program: "missing_values: [n/a]" });
    expect(
      await warehouse.rows("SELECT count(name) AS named FROM raw.clinic WHERE clinic_id <> 'C1'"),
    ).toEqual([{ named: 0 }]);
  });
});
