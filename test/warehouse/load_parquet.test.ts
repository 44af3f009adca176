import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { literal, openWarehouse } from "../../src/warehouse/warehouse.ts";
import { load, writeExtract } from "../sources/extract_folder.ts";

/** The bytes of a Parquet file with the rows of a SELECT. */
async function parquet(select: string): Promise<Buffer> {
  const folder = await writeExtract({});
  const warehouse = await openWarehouse({ path: ":memory:", tempDir: join(folder, "spill") });
  await warehouse.run(`COPY (${select}) TO ${literal(join(folder, "made.parquet"))} (FORMAT parquet)`);
  await warehouse.close();
  return await readFile(join(folder, "made.parquet"));
}

const ASSESSMENTS = `
  SELECT * FROM (VALUES
    ('X1', 'P1', 'phq9', DATE '2024-01-10', CAST(15 AS DECIMAL(6, 2)), CAST(2 AS TINYINT), TIMESTAMP '2024-01-10 09:30:00'),
    ('X2', 'P1', 'phq9', DATE '2024-04-01', 4.25, NULL, NULL),
    ('X3', 'P1', 'phq9', DATE 'infinity', 4, 1, NULL),
    ('X4', 'P1', 'phq9', DATE '-infinity', 4, 1, NULL),
    ('X5', 'P1', 'phq9', DATE '12024-01-01', 4, 1, NULL),
    ('X6', 'P1', 'phq9', NULL, -9, 9, NULL),
    ('X7', ' P1', 'phq9', DATE '2024-04-02', NULL, NULL, TIMESTAMP '1800-01-01 00:00:00'),
    ('X8', 'P1', 'phq9', DATE '2024-04-03', -9, 3, NULL)
  ) AS row (assessment_id, patient_id, instrument, assessed_date, total, item_1, recorded_at)`;

const BILLING = `
  SELECT * FROM (VALUES ('B1', 'P1', DATE '2024-01-01', 'G2214', CAST(1 AS INTEGER)), ('B2', 'P1', DATE '2024-01-02', 'G2214', 1))
  AS row (billing_id, patient_id, service_month, code, units)`;

const REVIEWS = `
  SELECT * FROM (VALUES ('R1', 'E1', DATE '2024-02-01', TRUE), ('R2', 'E1', DATE '2024-02-08', NULL))
  AS row (review_id, episode_id, review_date, treatment_changed)`;

/** What the load says of the same rows in columns of their own types, or all as texts. */
async function judged(as: "typed" | "texts", program?: string): Promise<string[]> {
  const stored = (select: string) =>
    parquet(as === "typed" ? select : `SELECT CAST(COLUMNS(*) AS VARCHAR) FROM (${select})`);
  const files = {
    "assessment_2.parquet": await stored(ASSESSMENTS),
    "billing.parquet": await stored(BILLING),
    "case_review.parquet": await stored(REVIEWS),
  };
  const { warehouse } = await load(files, { program });
  const told: string[] = [];
  for (const table of ["assessment", "billing", "case_review", "rejected"])
    for (const { row } of await warehouse.rows(
      `SELECT CAST(t AS VARCHAR) AS row FROM raw.${table} AS t ORDER BY row`,
    ))
      told.push(`${table} ${row}`);
  return told;
}

describe("a Parquet file with typed columns", () => {
  it("is judged as if every value were written as text", async () => {
    const told = await judged("typed");
    expect(told).toEqual(await judged("texts"));
    for (const rule of [
      "not_a_date",
      "not_a_month",
      "date_before_1900",
      "space_around",
      "total_out_of_range",
    ])
      expect(told.filter((row) => row.includes(rule)).length).toBeGreaterThan(0);
  });

  it("has its missing values found in numbers too", async () => {
    const program = `missing_values: ["-9.00"]`;
    const told = await judged("typed", program);
    expect(told).toEqual(await judged("texts", program));
    expect(told.some((row) => row.includes("total_out_of_range"))).toBe(false);
  });

  it("writes floating-point numbers as a site would, so that recodes and missing values meet them", async () => {
    const totals = await parquet(`
      SELECT * FROM (VALUES ('F1', 15.0::DOUBLE), ('F2', 4.25), ('F3', -9), ('F4', 'nan'), ('F5', 99)) AS row (assessment_id, total)
      CROSS JOIN (SELECT 'P1' AS patient_id, 'phq9' AS instrument, DATE '2024-01-10' AS assessed_date, 3 AS item_1)`);
    const program = `missing_values: [NaN, "-9"]\ntables: { assessment: { recode: { total: { "99": null } } } }`;
    const { warehouse } = await load({ "assessment_2.parquet": totals }, { program });
    expect(
      await warehouse.rows(
        "SELECT assessment_id, total FROM raw.assessment WHERE assessment_id LIKE 'F%' ORDER BY assessment_id",
      ),
    ).toEqual([
      { assessment_id: "F1", total: 15 },
      { assessment_id: "F2", total: 4.25 },
      { assessment_id: "F3", total: null },
      { assessment_id: "F4", total: null },
      { assessment_id: "F5", total: null },
    ]);
  });
});
