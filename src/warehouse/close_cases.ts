import { ANY } from "../reference/cells.ts";
import { STRATA } from "../reference/strata.ts";
import type { SqlFile } from "./sql_files.ts";
import { identifier, literal, type Parameters, type Warehouse, WarehouseError } from "./warehouse.ts";

/** What a row of `cases.sql` must say, as it is named in the measure's table. */
const CASE_COLUMNS = [
  "unit_id",
  "window",
  "period_start",
  "clinic_id",
  ...STRATA.map(({ id }) => id),
  "is_met",
  "exclusion_reason",
];

/** What a row may leave out, and what then holds: the measure is on no one instrument, and waits for nothing. */
const DEFAULTS = { instrument: literal(ANY), is_observed: "TRUE" };

/** What a measure of means has besides, kept for those who count. */
const VALUES = ["value", "baseline"];

/**
 * The SELECT that makes a measure's table from its judged rows, the same for every measure: a unit without an exclusion counts
 * in the denominator, of these one that was observed in `observed`, and one that met the criterion in the numerator. Other
 * columns of the file stay behind. Throws where a column is missing or named twice.
 */
export async function closeCases(
  warehouse: Warehouse,
  { path, sql }: Pick<SqlFile, "path" | "sql">,
  values: Parameters,
): Promise<string> {
  const described = await warehouse.rows<{ column_name: string }>(`DESCRIBE\n${sql}`, values);
  const names = described.map(({ column_name }) => column_name);
  const missing = CASE_COLUMNS.filter((name) => !names.includes(name));
  if (missing.length > 0) throw new WarehouseError(`${path} lacks the columns ${missing.join(", ")}`);
  const twice = names.filter((name, at) => names.indexOf(name) !== at);
  if (twice.length > 0) throw new WarehouseError(`${path} names twice: ${twice.join(", ")}`);
  const orDefault = (name: keyof typeof DEFAULTS) => (names.includes(name) ? name : DEFAULTS[name]);
  const counted = (condition: string) =>
    `CASE WHEN exclusion_reason IS NULL AND ${condition} THEN 1 ELSE 0 END`;
  return `
    SELECT
      unit_id,
      ${orDefault("instrument")} AS instrument,
      "window",
      period_start,
      clinic_id,
      ${STRATA.map(({ id }) => identifier(id)).join(", ")},
      ${counted("TRUE")} AS denominator,
      ${counted(orDefault("is_observed"))} AS observed,
      ${counted("is_met")} AS numerator,
      ${VALUES.filter((name) => names.includes(name))
        .map((name) => `CASE WHEN exclusion_reason IS NULL THEN ${name} END AS ${name},`)
        .join("\n")}
      exclusion_reason
    FROM (\n${sql}\n) AS judged`;
}
