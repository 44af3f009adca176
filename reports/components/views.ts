import { certificate } from "./certificate.ts";
import { cost } from "./funder_cost.ts";
import { flow } from "./funder_flow.ts";
import { outcomes } from "./funder_outcomes.ts";
import { reach } from "./funder_reach.ts";
import type { View } from "./release.ts";
import { attack } from "./view_attack.ts";
import { changes } from "./view_changes.ts";
import { clinic, clinics } from "./view_clinics.ts";
import { committeeOutcomes, committeeProcess } from "./view_committee.ts";
import {
  committeeCapacity,
  committeeDefinitions,
  committeeEquity,
  committeeQuality,
} from "./view_committee_context.ts";
import { committeeActions, committeeSignals } from "./view_committee_signals.ts";
import { files, notComputable, notices, reconciliation, rules, tables } from "./view_data.ts";
import { definitions } from "./view_definition.ts";
import { definitionPanel } from "./view_definition_panel.ts";
import { equityFindings, equityGroups } from "./view_equity.ts";
import { fairness, promised, timeToRemission, whoIsMissing } from "./view_funders.ts";
import { headline } from "./view_headline.ts";
import { measure } from "./view_measure.ts";
import { instruments, policy, strata, windows } from "./view_methods.ts";
import { backlog } from "./view_planner_backlog.ts";
import { billing } from "./view_planner_billing.ts";
import { caseload } from "./view_planner_caseload.ts";
import { reach as plannerReach } from "./view_planner_reach.ts";
import { summary } from "./view_planner_summary.ts";
import { waits } from "./view_planner_waits.ts";
import { processOutcomes } from "./view_process_outcomes.ts";
import { fixes, quality } from "./view_quality.ts";
import { speed } from "./view_speed.ts";
import { beside, programme, stamp } from "./view_stamp.ts";
import { survival } from "./view_survival.ts";
import { utility } from "./view_utility.ts";

/** What a page may ask for with `<div data-view="...">`. */
export const VIEWS: Readonly<Record<string, View>> = {
  beside,
  certificate,
  changes,
  clinic,
  clinics,
  "committee-actions": committeeActions,
  "committee-capacity": committeeCapacity,
  "committee-definitions": committeeDefinitions,
  "committee-equity": committeeEquity,
  "committee-outcomes": committeeOutcomes,
  "committee-process": committeeProcess,
  "committee-quality": committeeQuality,
  "committee-signals": committeeSignals,
  "definition-panel": definitionPanel,
  definitions,
  "equity-findings": equityFindings,
  "equity-groups": equityGroups,
  files,
  fixes,
  "funder-cost": cost,
  "funder-equity": fairness,
  "funder-flow": flow,
  "funder-missing": whoIsMissing,
  "funder-outcomes": outcomes,
  "funder-promised": promised,
  "funder-reach": reach,
  "funder-time": timeToRemission,
  headline,
  instruments,
  measure,
  "not-computable": notComputable,
  notices,
  "planner-backlog": backlog,
  "planner-billing": billing,
  "planner-caseload": caseload,
  "planner-reach": plannerReach,
  "planner-summary": summary,
  "planner-waits": waits,
  policy,
  "process-outcomes": processOutcomes,
  quality,
  programme,
  reconciliation,
  rules,
  speed,
  stamp,
  strata,
  survival,
  tables,
  utility,
  attack,
  windows,
};
