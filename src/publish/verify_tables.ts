import {
  type Expected,
  expectedOfCell,
  expectedOfCosts,
  expectedOfMeans,
  expectedOfSurvival,
  isPublishable,
} from "../disclosure/recompute.ts";
import { expectedOfBilling, expectedOfFlow } from "../disclosure/recompute_capacity.ts";
import {
  expectedOfCharts,
  expectedOfFunnels,
  expectedOfPooled,
  expectedOfProcessOutcome,
  expectedOfTargets,
} from "../disclosure/recompute_committee.ts";
import {
  expectedOfAdjusted,
  expectedOfGaps,
  expectedOfImputed,
  expectedOfRiskGroup,
} from "../disclosure/recompute_models.ts";
import { fromArrow } from "./arrow.ts";
import { csvRecord } from "./csv.ts";
import type { Manifest } from "./manifest.ts";
import { TABLES, type Table, type TableRows } from "./schema.ts";
import type { Mismatch, Verification } from "./verify_release.ts";

/** Further faults of one table are counted, not listed. */
const LISTED = 5;

/** Other machines may differ in the last digits of a logarithm. */
const TOLERANCE = 1e-9;

/** Columns that are counts of people. */
const PEOPLE = ["denominator", "observed", "numerator", "units", "n", "people", "events", "met", "billed"];

/**
 * Holds the tables of a release against each other: rows against the manifest, CSV against Arrow, counts against the policy, derived
 * numbers against their counts. `sound` are the files that are those published; a table without its Arrow file is passed over.
 */
export function verifyTables(
  manifest: Manifest,
  sound: ReadonlyMap<string, Uint8Array>,
): Pick<Verification, "numbers" | "faults"> {
  const rowsOf = <Name extends keyof TableRows>(name: Name): TableRows[Name][] => {
    const bytes = sound.get(`${TABLES[name].name}.arrow`);
    return bytes ? fromArrow<TableRows[Name]>(TABLES[name], bytes) : [];
  };
  const checked = <Name extends keyof TableRows>(name: Name): Mismatch[] =>
    verifyRows<TableRows[Name]>(TABLES[name], rowsOf(name), { manifest, sound });
  const cells = rowsOf("cells");
  const { policy, phases, fees } = manifest;
  const held = <Name extends keyof TableRows>(
    name: Name,
    expect: (rows: readonly TableRows[Name][]) => readonly Expected[],
  ) => {
    const rows = rowsOf(name);
    return compare(TABLES[name].name, rows, expect(rows));
  };
  const beside =
    (other: keyof TableRows): typeof held =>
    (name, expect) =>
      held(name, (rows) => (sound.has(`${TABLES[other].name}.arrow`) ? expect(rows) : []));
  const besideCells = beside("cells");
  const compared = [
    held("cells", (rows) => rows.map(expectedOfCell)),
    besideCells("means", (rows) => expectedOfMeans(rows, cells)),
    besideCells("costs", (rows) => expectedOfCosts(rows, cells)),
    besideCells("adjusted", (rows) => expectedOfAdjusted(rows, cells, policy)),
    held("calibration", (rows) => rows.map((row) => expectedOfRiskGroup(row, policy))),
    besideCells("imputed", (rows) => expectedOfImputed(rows, cells, policy)),
    besideCells("gaps", () => expectedOfGaps(cells)),
    held("survival", (rows) => expectedOfSurvival(rows, policy)),
    held("waits", (rows) => expectedOfSurvival(rows, policy)),
    held("capacity", (rows) => rows.map(expectedOfFlow)),
    held("billing", (rows) => rows.map((row) => expectedOfBilling(row, fees))),
    beside("signals")("targets", (rows) => expectedOfTargets(rows, rowsOf("signals"))),
    held("charts", (rows) => expectedOfCharts(rows, phases)),
    held("funnels", expectedOfFunnels),
    besideCells("pooled", (rows) => expectedOfPooled(rows, cells)),
    held("process_outcomes", (rows) => rows.map(expectedOfProcessOutcome)),
  ];
  return {
    numbers: compared.reduce((sum, { numbers }) => sum + numbers, 0),
    faults: [
      ...(Object.keys(TABLES) as (keyof TableRows)[]).flatMap(checked),
      ...verifySummary(manifest, cells),
      ...compared.flatMap(({ faults }) => faults),
    ],
  };
}

function verifyRows<Row extends object>(
  table: Table<Row>,
  rows: readonly Row[],
  { manifest, sound }: { manifest: Manifest; sound: ReadonlyMap<string, Uint8Array> },
): Mismatch[] {
  const [arrow, csv] = [`${table.name}.arrow`, `${table.name}.csv`];
  if (!sound.has(arrow)) return [];
  const { policy, files } = manifest;
  const said = files.find(({ name }) => name === arrow)?.rows;
  const counts = table.columns.filter(({ name, type }) => type === "count" && PEOPLE.includes(name));
  const shown = rows.flatMap((row, at) =>
    counts
      .filter(({ name }) => !isPublishable(row[name] as number | null, policy))
      .map(({ name }) => `row ${at + 1}: ${name} is a count that the policy does not show`),
  );
  const text = sound.get(csv);
  return [
    ...(said === rows.length
      ? []
      : [{ file: arrow, what: "has another number of rows than the manifest says" }]),
    ...(text === undefined || Buffer.from(text).toString("utf8") === csvOf(table, rows, policy.symbol)
      ? []
      : [{ file: csv, what: `does not say what ${arrow} says` }]),
    ...listed(arrow, shown),
  ];
}

function csvOf<Row extends object>(table: Table<Row>, rows: readonly Row[], symbol: string): string {
  const header = table.columns.map(({ name }) => name).join(",");
  return [header, ...rows.map((row) => csvRecord(table, row, symbol))].map((line) => `${line}\n`).join("");
}

function verifySummary({ suppression }: Manifest, cells: readonly TableRows["cells"][]): Mismatch[] {
  if (cells.length === 0) return [];
  const shown = cells.filter(({ status }) => status === "shown").length;
  const isTrue = cells.length === suppression.cells && shown === suppression.shown;
  return isTrue ? [] : [{ file: "manifest.json", what: "tells of another number of cells than there are" }];
}

function compare(
  table: string,
  rows: readonly object[],
  expected: readonly Expected[],
): Pick<Verification, "numbers" | "faults"> {
  const pairs = rows.flatMap((row, at) =>
    Object.entries(expected[at] ?? {}).map(([column, value]) => ({
      at,
      column,
      isSame: isSame((row as Expected)[column] ?? null, value),
    })),
  );
  const bad = pairs.filter(({ isSame }) => !isSame);
  const told = bad.map(({ at, column }) => `row ${at + 1}: ${column} is not what its counts give`);
  return { numbers: pairs.length, faults: listed(`${table}.arrow`, told) };
}

type Value = Expected[string];

const isSame = (found: Value, expected: Value): boolean =>
  typeof found === "number" && typeof expected === "number"
    ? Math.abs(found - expected) <= TOLERANCE * Math.max(1, Math.abs(expected))
    : found === expected;

function listed(file: string, bad: readonly string[]): Mismatch[] {
  const more = bad.length > LISTED ? [`and ${bad.length - LISTED} more`] : [];
  return [...bad.slice(0, LISTED), ...more].map((what) => ({ file, what }));
}
