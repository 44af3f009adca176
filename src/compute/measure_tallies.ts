import { breakdownsOf, type Measure } from "../measures/measure.ts";
import { ALL } from "../reference/cells.ts";
import { STRATA } from "../reference/strata.ts";
import { identifier, type Row, type Warehouse } from "../warehouse/warehouse.ts";

const CLINIC = "clinic_id";

/** The columns by which units are counted, one at a time. */
const COLUMNS = [CLINIC, ...STRATA.map(({ id }) => id), "exclusion_reason"];

/** What units of one instrument and window have in common, and what they add up to, by name. */
export interface Tally {
  instrument: string;
  window: string;
  /** Whether they begin in a month. */
  is_dated: boolean;
  /** First day of that month; null where they have none, and where they are told over all time. */
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

type Counted = Pick<Measure, "id" | "unit" | "grains">;

/**
 * Adds up a measure's table in one pass: everyone and each clinic by month, each level of each stratum and each reason for being
 * left out over all time, where the measure is told over all time, else by month too. Longer periods are sums of months. `sums` says
 * what to add up, as SQL over the table's columns.
 */
export async function tallyMeasure(
  warehouse: Warehouse,
  measure: Counted,
  sums: Readonly<Record<string, string>>,
): Promise<Tally[]> {
  const names = Object.keys(sums);
  const rows = await warehouse.rows<TallyRow>(tallySql(measure, sums));
  return rows.map((row) => ({
    instrument: row.instrument,
    window: row.window,
    is_dated: row.is_dated,
    month: row.month,
    by: COLUMN_OF.get(row.grouping_mask) ?? ALL,
    value: row.value,
    units: row.units,
    contradictions: row.contradictions,
    sums: Object.fromEntries(names.map((name) => [name, Number(row[name])])),
  }));
}

type TallyRow = Row & Omit<Tally, "by" | "sums"> & { grouping_mask: number };

/** Sums leave as text, since one of squares can be larger than a number that counts exactly. */
function tallySql(measure: Counted, sums: Readonly<Record<string, string>>): string {
  const columns = COLUMNS.map(identifier).join(", ");
  const breakdowns = breakdownsOf(measure);
  const isOverTime = breakdowns.some(({ period_grain }) => period_grain === ALL);
  const clinicsByMonth = breakdowns.some(({ period_grain, by_clinic }) => by_clinic && period_grain !== ALL);
  const sets = COLUMNS.map((column) => {
    const byMonth = column === CLINIC ? clinicsByMonth : !isOverTime;
    return [SERIES, ...(byMonth ? [MONTH] : []), identifier(column)].join(", ");
  });
  const added = Object.entries(sums).map(
    ([name, column]) => `CAST(coalesce(sum(${column}), 0) AS VARCHAR) AS ${identifier(name)}`,
  );
  return `
    WITH unit AS (SELECT *, month_start(period_start) AS "month", period_start IS NOT NULL AS is_dated FROM measure.${identifier(measure.id)})
    SELECT
      ${SERIES}, ${MONTH}, grouping(${columns}) AS grouping_mask, coalesce(${columns}) AS value,
      count(*) AS units,
      count(*) FILTER (
        WHERE denominator <> CASE WHEN exclusion_reason IS NULL THEN 1 ELSE 0 END
        OR observed NOT BETWEEN numerator AND denominator
        OR numerator < 0
      ) AS contradictions,
      ${added.join(", ")}
    FROM unit
    GROUP BY GROUPING SETS (${[`${SERIES}, ${MONTH}`, ...sets].map((set) => `(${set})`).join(", ")})`;
}

const SERIES = 'instrument, "window", is_dated';
const MONTH = '"month"';

/** By what SQL's `grouping()` gives, a bit per column that is set for all that are not grouped by, the one that is. */
const COLUMN_OF: ReadonlyMap<number, string> = new Map(
  COLUMNS.map((column, at) => [2 ** COLUMNS.length - 1 - 2 ** (COLUMNS.length - 1 - at), column]),
);
