import { chartRows, funnelRows } from "../src/compute/chart_rows.ts";
import { countClinicCare } from "../src/compute/clinic_care.ts";
import { judgeTargets } from "../src/compute/judge_targets.ts";
import { poolMonths } from "../src/compute/pool_months.ts";
import { compareOutcomes } from "../src/compute/process_outcomes.ts";
import { exactOnly, internalOnly } from "../src/disclosure/internal_only.ts";
import { labelTargets } from "../src/disclosure/label_targets.ts";
import type { Policy } from "../src/disclosure/policy.ts";
import { type Measure, repeatedGrain } from "../src/measures/measure.ts";
import { PROCESS_OUTCOMES } from "../src/measures/process_outcomes.ts";
import { HEADLINES } from "../src/measures/topics.ts";
import type { ReleasedTables, TableRows } from "../src/publish/schema.ts";
import type { CountCell } from "../src/reference/cells.ts";
import type { Edition } from "../src/reference/disclosure_rules.ts";
import type { Warehouse } from "../src/warehouse/warehouse.ts";
import type { RunRecord } from "./run_record.ts";

/** The tables that the committee pack and the clinic pages are made of. */
type Name = "targets" | "charts" | "funnels" | "pooled" | "process_outcomes" | "clinic_care" | "actions";

/** Their exact rows. */
export type CommitteeRows = { readonly [N in Name]: readonly TableRows[N][] };

/** Counts what the committee pack and the clinic pages are made of, beside the cells of these measures. */
export async function countCommittee(
  warehouse: Warehouse,
  { asOf, program, actions }: RunRecord,
  { measures, cells }: { measures: readonly Measure[]; cells: readonly CountCell[] },
): Promise<CommitteeRows> {
  const { targets, phases } = program;
  const proportions = measures.filter(({ kind }) => kind === "proportion");
  const of = (chosen: readonly Measure[]) => {
    const ids = new Set(chosen.map(({ id }) => id));
    return cells.filter(({ measure }) => ids.has(measure));
  };
  return {
    targets: proportions.flatMap((measure) => judgeTargets(measure, cells, { targets, phases })),
    charts: chartRows(of(proportions), { phases, ofClinics: HEADLINES.map(({ measure }) => measure) }),
    funnels: funnelRows(of(proportions)),
    pooled: poolMonths(of(proportions.filter((measure) => repeatedGrain(measure) === null))),
    process_outcomes: await compareOutcomes(
      warehouse,
      PROCESS_OUTCOMES,
      measures.map(({ id }) => id),
    ),
    clinic_care: await countClinicCare(warehouse, asOf),
    actions,
  };
}

/** What of it may be published in an edition. */
export function protectCommittee<E extends Edition>(
  rows: CommitteeRows,
  signals: ReleasedTables<E>["signals"],
  policy: Policy<E>,
): Pick<ReleasedTables<E>, Name> {
  return {
    targets: labelTargets(rows.targets, signals, policy),
    charts: exactOnly(rows.charts, policy),
    funnels: exactOnly(rows.funnels, policy),
    pooled: exactOnly(rows.pooled, policy),
    process_outcomes: exactOnly(rows.process_outcomes, policy),
    clinic_care: exactOnly(rows.clinic_care, policy),
    actions: internalOnly(rows.actions, policy),
  };
}
