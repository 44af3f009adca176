import type { Breakdown } from "../reference/breakdowns.ts";
import { ALL, type CellKey, type PeriodGrain } from "../reference/cells.ts";
import { identifier, type Row, type Warehouse } from "../warehouse/warehouse.ts";

/** What tells groups apart. */
type GroupKey = Omit<CellKey, "period_end">;

/** One group that holds at least one unit, and what its units add up to, by name. */
interface SummedGroup<Name extends string> {
  key: GroupKey;
  sums: Record<Name, number>;
}

const GRAIN_COLUMNS = ["month", "quarter", "year"] as const satisfies readonly PeriodGrain[];

/** What to add up, as SQL by name, and along which breakdowns. */
interface Wanted<Name extends string> {
  breakdowns: readonly Breakdown[];
  sums: Readonly<Record<Name, string>>;
}

/** Adds up a measure's table along breakdowns in one pass of grouping sets: exactly in SQL, as whole numbers. */
export async function sumGroups<Name extends string>(
  warehouse: Warehouse,
  measure: string,
  wanted: Wanted<Name>,
): Promise<SummedGroup<Name>[]> {
  const splits = allSplits(wanted.breakdowns);
  const byMask = new Map(wanted.breakdowns.map((breakdown) => [groupingMask(splits, breakdown), breakdown]));
  const names = Object.keys(wanted.sums) as Name[];
  const rows = await warehouse.rows<GroupRow>(groupingSql(measure, wanted));
  return rows.flatMap((row) => {
    const breakdown = byMask.get(row.grouping_mask);
    const read = names.map((name) => [name, Number(row[name])]);
    return breakdown
      ? [{ key: keyOf(measure, row, breakdown), sums: Object.fromEntries(read) as Record<Name, number> }]
      : [];
  });
}

type GroupRow = Row & { instrument: string; window: string; grouping_mask: number };

/** Sums leave as text, since one of squares can be larger than a number that counts exactly. */
function groupingSql(measure: string, { breakdowns, sums }: Wanted<string>): string {
  const splits = allSplits(breakdowns).map(identifier).join(", ");
  const starts = GRAIN_COLUMNS.map(
    (grain) => `CAST(date_trunc('${grain}', period_start) AS DATE) AS ${identifier(grain)}`,
  );
  const added = Object.entries(sums).map(
    ([name, column]) => `CAST(coalesce(sum(${column}), 0) AS VARCHAR) AS ${identifier(name)}`,
  );
  const sets = breakdowns.map((breakdown) => `(${groupedBy(breakdown).map(identifier).join(", ")})`);
  return `
    WITH unit AS (
      SELECT *, ${starts.join(", ")}
      FROM measure.${identifier(measure)}
      WHERE period_start IS NOT NULL
    )
    SELECT instrument, "window", ${splits}, grouping(${splits}) AS grouping_mask, ${added.join(", ")}
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

/** Every column that some breakdown splits by. */
const allSplits = (breakdowns: readonly Breakdown[]): string[] => [
  ...new Set(breakdowns.flatMap(splitColumns)),
];

const groupedBy = (breakdown: Breakdown): string[] => ["instrument", "window", ...splitColumns(breakdown)];

/** What SQL's `grouping()` gives for a breakdown: one bit per column, set where the column is not split by. */
function groupingMask(splits: readonly string[], breakdown: Breakdown): number {
  const split = new Set(splitColumns(breakdown));
  return splits.reduce((mask, column) => mask * 2 + (split.has(column) ? 0 : 1), 0);
}

function keyOf(measure: string, row: GroupRow, { period_grain, by_clinic, stratum }: Breakdown): GroupKey {
  return {
    measure,
    instrument: row.instrument,
    window: row.window,
    period_grain,
    period_start: period_grain === "all" ? null : String(row[period_grain]),
    clinic_id: by_clinic ? String(row.clinic_id) : ALL,
    stratum: stratum ?? ALL,
    level: stratum ? String(row[stratum]) : ALL,
  };
}
