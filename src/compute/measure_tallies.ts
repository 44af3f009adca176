import type { Measure } from "../measures/measure.ts";
import { ALL } from "../reference/cells.ts";
import { STRATA } from "../reference/strata.ts";
import { identifier, type Row, type Warehouse } from "../warehouse/warehouse.ts";

/** The columns by which units are counted, one at a time. */
const COLUMNS = ["clinic_id", ...STRATA.map(({ id }) => id), "exclusion_reason"];

/** What units of one instrument, window and month have in common, and what they add up to, by name. */
export interface Tally {
  instrument: string;
  window: string;
  /** First day of the month in which they begin; null where they have none. */
  month: string | null;
  /** The column by which they are told apart, `all` where by none. */
  by: string;
  /** What stands in that column. */
  value: string | null;
  /** Units, and rows among them that contradict themselves. */
  units: number;
  contradictions: number;
  sums: Readonly<Record<string, number>>;
}

/**
 * Adds up a measure's table by month in one pass: everyone, each clinic, each level of each stratum and each reason for being
 * left out. Longer periods are sums of months. `sums` says what to add up, as SQL over the table's columns.
 */
export async function tallyMeasure(
  warehouse: Warehouse,
  { id }: Pick<Measure, "id">,
  sums: Readonly<Record<string, string>>,
): Promise<Tally[]> {
  const names = Object.keys(sums);
  const rows = await warehouse.rows<TallyRow>(tallySql(id, sums));
  return rows.map(({ instrument, window, month, grouping_mask, value, units, contradictions, ...added }) => ({
    instrument,
    window,
    month,
    by: COLUMNS.find((column) => maskOf(column) === grouping_mask) ?? ALL,
    value,
    units,
    contradictions,
    sums: Object.fromEntries(names.map((name) => [name, Number(added[name])])),
  }));
}

type TallyRow = Row & Omit<Tally, "by" | "sums"> & { grouping_mask: number };

/** Sums leave as text, since one of squares can be larger than a number that counts exactly. */
function tallySql(measure: string, sums: Readonly<Record<string, string>>): string {
  const columns = COLUMNS.map(identifier).join(", ");
  const sets = COLUMNS.map((column) => `(instrument, "window", "month", ${identifier(column)})`);
  const added = Object.entries(sums).map(
    ([name, column]) => `CAST(coalesce(sum(${column}), 0) AS VARCHAR) AS ${identifier(name)}`,
  );
  return `
    WITH unit AS (SELECT *, month_start(period_start) AS "month" FROM measure.${identifier(measure)})
    SELECT
      instrument, "window", "month", grouping(${columns}) AS grouping_mask, coalesce(${columns}) AS value,
      count(*) AS units,
      count(*) FILTER (
        WHERE denominator <> CASE WHEN exclusion_reason IS NULL THEN 1 ELSE 0 END
        OR observed NOT BETWEEN numerator AND denominator
        OR numerator < 0
      ) AS contradictions,
      ${added.join(", ")}
    FROM unit
    GROUP BY GROUPING SETS ((instrument, "window", "month"), ${sets.join(", ")})`;
}

/** What SQL's `grouping()` gives where only this column is grouped by: a bit per column, set for all the others. */
const maskOf = (column: string): number =>
  2 ** COLUMNS.length - 1 - 2 ** (COLUMNS.length - 1 - COLUMNS.indexOf(column));
