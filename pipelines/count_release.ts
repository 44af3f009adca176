import { group } from "d3";
import { adjustCaseMix } from "../src/compute/adjust_case_mix.ts";
import { costCells } from "../src/compute/cost_cells.ts";
import { countBilling } from "../src/compute/count_billing.ts";
import { countCurves } from "../src/compute/count_curves.ts";
import { countFlow } from "../src/compute/count_flow.ts";
import { type CountedMeasure, type CountOptions, countMeasure } from "../src/compute/count_measure.ts";
import { countWaits } from "../src/compute/count_waits.ts";
import { imputeMissing } from "../src/compute/impute_missing.ts";
import { poolLevels } from "../src/compute/pool_levels.ts";
import { readableCuts, shortCuts } from "../src/compute/readable_cuts.ts";
import { scoreFaults } from "../src/compute/score_faults.ts";
import { findSignals } from "../src/compute/signals.ts";
import { staffMonths } from "../src/compute/staff_months.ts";
import { MEASURES } from "../src/measures/index.ts";
import type { Measure } from "../src/measures/measure.ts";
import { ALL, type CellKey } from "../src/reference/cells.ts";
import { TIME_SCALES } from "../src/reference/survival.ts";
import type { Warehouse } from "../src/warehouse/warehouse.ts";
import { countCommittee } from "./committee_tables.ts";
import type { RunRecord } from "./run_record.ts";

/** Everything that is counted for a release, exact, before any edition of it is protected. */
export type Counted = Awaited<ReturnType<typeof countRelease>>;

/** Counts every measure that the extract can give. Tables that no edition takes along are left out once charts and signals are made of them. */
export async function countRelease(warehouse: Warehouse, record: RunRecord) {
  const { asOf, report } = record;
  const tables: readonly string[] = report.tables;
  const isComputable = ({ needs }: { needs: readonly string[] }) =>
    needs.every((table) => tables.includes(table));
  const measures = MEASURES.filter(isComputable);
  const clinics = await warehouse.rows<{ clinic_id: string; name: string; area_code: string | null }>(
    "SELECT clinic_id, name, area_code FROM model.clinic ORDER BY clinic_id",
  );
  const options = { asOf, clinics: clinics.map(({ clinic_id }) => clinic_id) };
  const { phases } = record.program;
  const counted = await countMeasures(warehouse, measures, options);
  const { cells, pool } = poolLevels(counted.cells);
  const byMeasure = group(cells, ({ measure }) => measure);
  const billing = await countBilling(warehouse, options);
  const flow = await countFlow(warehouse, options);
  const all = [...cells, ...billing, ...flow];
  const isReadable: (cell: CellKey) => boolean = readableCuts(all);
  const isShort = shortCuts(all);
  const mayLeave = (cell: CellKey): boolean => isReadable(cell) || isShort(cell);
  const staff = await staffMonths(warehouse);
  return {
    measures,
    clinics,
    cells: cells.filter(mayLeave),
    isReadable,
    billing: billing.filter(mayLeave),
    hasClaims: tables.includes("billing"),
    flow: flow.filter(mayLeave),
    staff,
    waits: await countWaits(warehouse, options),
    steps: counted.steps,
    moments: pool(counted.moments.filter(mayLeave)),
    costs: costCells(staff, cells, options).filter(mayLeave),
    caseMix: await adjustCaseMix(warehouse, measures),
    scores: await scoreFaults(warehouse),
    imputed: await imputeMissing(warehouse, measures),
    signals: measures.flatMap((measure) => findSignals(measure, byMeasure.get(measure.id) ?? [], phases)),
    committee: await countCommittee(warehouse, record, { measures, cells }),
    curves: await countCurves(warehouse, { ...options, scales: TIME_SCALES.filter(isComputable) }),
  };
}

/** Counts measure by measure, and leaves groups that are too fine to be read out at once: no edition tells them. */
async function countMeasures(
  warehouse: Warehouse,
  measures: readonly Measure[],
  options: CountOptions,
): Promise<CountedMeasure> {
  const counted: CountedMeasure[] = [];
  for (const measure of measures) {
    const { cells, steps, moments } = await countMeasure(warehouse, measure, options);
    const isReadable = readableCuts(cells);
    const mayLeave = (cell: CellKey) => cell.stratum === ALL || isReadable(cell);
    counted.push({ cells: cells.filter(mayLeave), steps, moments: moments.filter(mayLeave) });
  }
  return {
    cells: counted.flatMap(({ cells }) => cells),
    steps: counted.flatMap(({ steps }) => steps),
    moments: counted.flatMap(({ moments }) => moments),
  };
}
