import { compareGroups } from "../../src/disclosure/compare_groups.ts";
import { internalOnly } from "../../src/disclosure/internal_only.ts";
import { labelSignals } from "../../src/disclosure/label_signals.ts";
import { PUBLIC } from "../../src/disclosure/policy.ts";
import { protect } from "../../src/disclosure/protect.ts";
import { protectAdjusted, protectRiskGroups } from "../../src/disclosure/protect_adjusted.ts";
import { drawBilling } from "../../src/disclosure/protect_billing.ts";
import { protectCosts } from "../../src/disclosure/protect_costs.ts";
import { drawFlow } from "../../src/disclosure/protect_flow.ts";
import { protectImputed } from "../../src/disclosure/protect_imputed.ts";
import { protectMeans } from "../../src/disclosure/protect_mean.ts";
import { protectSurvival } from "../../src/disclosure/protect_survival.ts";
import type { ReleasedTables } from "../../src/publish/schema.ts";

const { cells, steps } = protect([], [], PUBLIC);

/** Every released table without a row, for tests that are about one of them. */
export const NO_ROWS: ReleasedTables = {
  cells,
  steps,
  means: protectMeans([], cells, PUBLIC),
  signals: labelSignals([], cells, PUBLIC),
  survival: protectSurvival([], PUBLIC),
  costs: protectCosts([], cells, PUBLIC),
  waits: protectSurvival([], PUBLIC),
  capacity: drawFlow(cells, [], PUBLIC),
  billing: drawBilling(cells, { fees: [], hasClaims: false }, PUBLIC),
  adjusted: protectAdjusted([], cells, PUBLIC),
  calibration: protectRiskGroups([], cells, PUBLIC),
  imputed: protectImputed([], cells, PUBLIC),
  gaps: compareGroups(cells, PUBLIC),
  targets: internalOnly([], PUBLIC),
  charts: internalOnly([], PUBLIC),
  funnels: internalOnly([], PUBLIC),
  pooled: internalOnly([], PUBLIC),
  process_outcomes: internalOnly([], PUBLIC),
  clinic_care: internalOnly([], PUBLIC),
  actions: internalOnly([], PUBLIC),
};
