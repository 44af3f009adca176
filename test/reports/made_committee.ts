import type { CommitteeRows } from "../../pipelines/committee_tables.ts";
import { chartRows, funnelRows } from "../../src/compute/chart_rows.ts";
import { judgeTargets } from "../../src/compute/judge_targets.ts";
import { poolMonths } from "../../src/compute/pool_months.ts";
import type { Measure } from "../../src/measures/measure.ts";
import { ALL, type CountCell } from "../../src/reference/cells.ts";

/** What the made programme means to reach. */
const TARGETS = [
  { measure: "response", at_least: 0.5, source: "Agreed by the made committee" },
  { measure: "reliable_deterioration", window: "6m", at_most: 0.1, source: "Agreed by the made committee" },
];

/** What the committee of a made programme reads, of these measures and their cells; `actions` are what it agreed to do. */
export function makeCommittee(
  measures: readonly Measure[],
  cells: readonly CountCell[],
  actions: CommitteeRows["actions"] = [],
): CommitteeRows {
  const proportions = measures.filter(({ kind }) => kind === "proportion");
  const ids = proportions.map(({ id }) => id);
  const counted = cells.filter(({ measure }) => ids.includes(measure));
  const clinics = [...new Set(cells.map(({ clinic_id }) => clinic_id))].filter((clinic) => clinic !== ALL);
  return {
    targets: proportions.flatMap((measure) =>
      judgeTargets(measure, counted, { targets: TARGETS, phases: [] }),
    ),
    charts: chartRows(counted, { phases: [], ofClinics: ids }),
    funnels: funnelRows(counted),
    pooled: poolMonths(counted),
    process_outcomes: [
      {
        process: "follow_up",
        outcome: "response",
        with_people: 400,
        with_measured: 380,
        with_met: 180,
        without_people: 300,
        without_measured: 90,
        without_met: 90,
        difference: 0.15,
        lower: 0.07763084308212106,
        upper: 0.21933843616377638,
      },
    ],
    clinic_care: clinics.map((clinic_id, i) => ({
      clinic_id,
      caseload: 40 + 7 * i,
      care_managers: 1 + (i % 2),
      care_manager_fte: i === 0 ? null : 0.5 + i / 4,
      fte_month: i === 0 ? null : "2025-01-01",
    })),
    actions,
  };
}
