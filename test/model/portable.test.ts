import { describe, expect, it } from "vitest";
import { MEASURES } from "../../src/measures/index.ts";
import { buildModels } from "../../src/warehouse/run_models.ts";
import { listSqlFiles } from "../../src/warehouse/sql_files.ts";
import { loadRegistry } from "../support/registry.ts";

/** What another engine lacks or answers otherwise, or what has no order of its own. */
const NOT_PORTABLE =
  /\b(qualify|asof|pivot|unpivot|recursive|group by all|any_value|string_agg|array_agg|struct_pack|median|quantile\w*|approx\w*|avg|double|float|real)\b|\b(first|last|list)\s*\(|\[|::|\/(?!\*)/i;

const withoutComments = (sql: string): string => sql.replaceAll(/--.*$/gm, "");
const offences = (sql: string): string | undefined => NOT_PORTABLE.exec(withoutComments(sql))?.[0];

/** Exact types: what a sum gives does not depend on the engine or the number of threads. */
const EXACT = /^(VARCHAR|DATE|TIMESTAMP|BOOLEAN|INTEGER|BIGINT|DECIMAL\(\d+,4\))$/;

describe("models and measures", () => {
  const models = listSqlFiles().filter(({ layer }) => layer === "model" || layer === "measures");

  it("use only SQL that every engine answers alike", () => {
    expect(models.length).toBeGreaterThan(10);
    expect(models.filter(({ sql }) => offences(sql)).map(({ path }) => path)).toEqual([]);
  });

  it.each([
    "SELECT * FROM a QUALIFY row_number() OVER (ORDER BY x) = 1",
    "SELECT avg(x) FROM a",
    "SELECT x / y FROM a",
    "SELECT [x] FROM a",
    "SELECT x::DATE FROM a",
    "SELECT first(x) FROM a GROUP BY ALL",
  ])("would be caught at %s", (sql) => {
    expect(offences(sql)).toBeDefined();
  });

  it("hold exact types only, and the measures the one shape that is counted", async () => {
    const warehouse = await loadRegistry({});
    await buildModels(warehouse, { asOf: "2024-12-31" });
    const columns = await warehouse.rows<{ place: string; name: string; type: string }>(
      `SELECT table_schema || '.' || table_name AS place, column_name AS name, data_type AS type
       FROM information_schema.columns WHERE table_schema IN ('model', 'measure')
       ORDER BY place, ordinal_position`,
    );
    expect(columns.length).toBeGreaterThan(100);
    expect(columns.filter(({ type }) => !EXACT.test(type))).toEqual([]);
    for (const { id, mean } of MEASURES)
      expect(
        columns.filter(({ place }) => place === `measure.${id}`).map(({ name, type }) => `${name} ${type}`),
      ).toEqual([
        "unit_id VARCHAR",
        "instrument VARCHAR",
        "window VARCHAR",
        "period_start DATE",
        "clinic_id VARCHAR",
        "age_band VARCHAR",
        "sex VARCHAR",
        "race VARCHAR",
        "ethnicity VARCHAR",
        "language VARCHAR",
        "payer VARCHAR",
        "area VARCHAR",
        "baseline_band VARCHAR",
        "denominator INTEGER",
        "observed INTEGER",
        "numerator INTEGER",
        ...(mean ? ["value BIGINT"] : []),
        ...(mean?.unit === "points" ? ["baseline BIGINT"] : []),
        "exclusion_reason VARCHAR",
      ]);
    await warehouse.close();
  });
});
