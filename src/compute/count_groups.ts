import { BREAKDOWNS, type Breakdown } from "../reference/breakdowns.ts";
import { ALL, type CellKey, type PeriodGrain } from "../reference/cells.ts";
import { STRATA } from "../reference/strata.ts";
import { identifier, type Row, type Warehouse } from "../warehouse/warehouse.ts";

/** Exact counts of one group that holds at least one unit with a baseline. */
export interface CountedGroup extends Omit<CellKey, "measure" | "period_end"> {
  denominator: number;
  observed: number;
  numerator: number;
}

const GRAIN_COLUMNS = ["month", "quarter", "year"] as const satisfies readonly PeriodGrain[];
const SPLIT_COLUMNS: readonly string[] = [...GRAIN_COLUMNS, "clinic_id", ...STRATA.map(({ id }) => id)];

/** Counts a measure's table along every breakdown in one pass of grouping sets. */
export async function countGroups(warehouse: Warehouse, measure: string): Promise<CountedGroup[]> {
  const byMask = new Map(BREAKDOWNS.map((breakdown) => [groupingMask(breakdown), breakdown]));
  const rows = await warehouse.rows<GroupRow>(groupingSql(measure));
  return rows.flatMap((row) => {
    const breakdown = byMask.get(row.grouping_mask);
    return breakdown ? [toGroup(row, breakdown)] : [];
  });
}

type GroupRow = Row & {
  instrument: string;
  window: string;
  grouping_mask: number;
  denominator: number;
  observed: number;
  numerator: number;
};

function groupingSql(measure: string): string {
  const splits = SPLIT_COLUMNS.map(identifier).join(", ");
  const starts = GRAIN_COLUMNS.map(
    (grain) => `CAST(date_trunc('${grain}', period_start) AS DATE) AS ${identifier(grain)}`,
  );
  const strata = STRATA.map(({ id }) => identifier(id));
  const sets = BREAKDOWNS.map((breakdown) => `(${groupedBy(breakdown).map(identifier).join(", ")})`);
  return `
    WITH unit AS (
      SELECT instrument, "window", ${starts.join(", ")}, clinic_id, ${strata.join(", ")}, denominator, observed, numerator
      FROM measure.${identifier(measure)}
      WHERE period_start IS NOT NULL
    )
    SELECT
      instrument, "window", ${splits}, grouping(${splits}) AS grouping_mask,
      CAST(sum(denominator) AS BIGINT) AS denominator,
      CAST(sum(observed) AS BIGINT) AS observed,
      CAST(sum(numerator) AS BIGINT) AS numerator
    FROM unit
    GROUP BY GROUPING SETS (${sets.join(", ")})`;
}

function splitColumns({ period_grain, by_clinic, stratum }: Breakdown): string[] {
  return [
    ...(period_grain === "all" ? [] : [period_grain]),
    ...(by_clinic ? ["clinic_id"] : []),
    ...(stratum ? [stratum] : []),
  ];
}

const groupedBy = (breakdown: Breakdown): string[] => ["instrument", "window", ...splitColumns(breakdown)];

/** What SQL's `grouping()` gives for a breakdown: one bit per column, set where the column is not split by. */
function groupingMask(breakdown: Breakdown): number {
  const split = new Set(splitColumns(breakdown));
  return SPLIT_COLUMNS.reduce((mask, column) => mask * 2 + (split.has(column) ? 0 : 1), 0);
}

function toGroup(row: GroupRow, { period_grain, by_clinic, stratum }: Breakdown): CountedGroup {
  return {
    instrument: row.instrument,
    window: row.window,
    period_grain,
    period_start: period_grain === "all" ? null : String(row[period_grain]),
    clinic_id: by_clinic ? String(row.clinic_id) : ALL,
    stratum: stratum ?? ALL,
    level: stratum ? String(row[stratum]) : ALL,
    denominator: row.denominator,
    observed: row.observed,
    numerator: row.numerator,
  };
}
