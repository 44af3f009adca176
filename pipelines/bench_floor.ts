import { readdirSync } from "node:fs";
import { join } from "node:path";
import { columnSpecs } from "../src/contracts/specs.ts";
import { TABLE_NAMES, type TableName } from "../src/contracts/tables.ts";
import type { Format } from "../src/synthetic/options.ts";
import { columnType } from "../src/warehouse/judge_columns.ts";
import { identifier, literal, type Warehouse } from "../src/warehouse/warehouse.ts";

/** The least that a load can be: DuckDB reads the same files into tables of the same types and checks nothing. */
export async function readBare(warehouse: Warehouse, extractDir: string, format: Format): Promise<void> {
  const files = new Set(readdirSync(extractDir));
  for (const table of TABLE_NAMES.filter((name) => files.has(`${name}.${format}`))) {
    const path = literal(join(extractDir, `${table}.${format}`));
    const read = format === "csv" ? await bareCsv(warehouse, table, path) : `read_parquet(${path})`;
    await warehouse.run(`CREATE OR REPLACE TABLE raw.${identifier(table)} AS SELECT * FROM ${read}`);
  }
}

async function bareCsv(warehouse: Warehouse, table: TableName, path: string): Promise<string> {
  const types = new Map(columnSpecs(table).map((spec) => [spec.name, columnType(spec)]));
  const header = await warehouse.rows<{ column_name: string }>(
    `DESCRIBE SELECT * FROM read_csv(${path}, header = true, delim = ',', all_varchar = true)`,
  );
  const columns = header.map(
    ({ column_name }) => `${literal(column_name)}: ${literal(types.get(column_name) ?? "VARCHAR")}`,
  );
  return `read_csv(${path}, columns = {${columns.join(", ")}}, header = true, delim = ',', quote = '"', escape = '"', auto_detect = false)`;
}

/** The least that a measure can be: response at six months by PHQ-9 in one query over the bare tables, by clinic and month. */
export async function countBare(warehouse: Warehouse): Promise<void> {
  await warehouse.rows(`
    WITH score AS (
      SELECT episode_id, clinic_id, assessed_date, total, row_number() OVER (PARTITION BY episode_id ORDER BY assessed_date, recorded_at, assessment_id) AS n
      FROM raw.assessment JOIN raw.episode USING (episode_id)
      WHERE instrument = 'phq9' AND assessed_date >= enrolled_date
    ),
    baseline AS (SELECT * FROM score WHERE n = 1 AND total >= 10 AND assessed_date <= (SELECT max(assessed_date) FROM raw.assessment) - INTERVAL 8 MONTH),
    last_score AS (
      SELECT episode_id, arg_max(score.total, score.n) AS total
      FROM score JOIN baseline USING (episode_id)
      WHERE score.assessed_date BETWEEN baseline.assessed_date + INTERVAL 6 MONTH - INTERVAL 60 DAY AND baseline.assessed_date + INTERVAL 6 MONTH + INTERVAL 60 DAY
      GROUP BY episode_id
    )
    SELECT clinic_id, CAST(date_trunc('month', assessed_date) AS VARCHAR) AS month, count(*) AS denominator, count(last_score.total) AS observed,
      count(*) FILTER (2 * last_score.total <= baseline.total) AS numerator
    FROM baseline LEFT JOIN last_score USING (episode_id)
    GROUP BY ALL`);
}
