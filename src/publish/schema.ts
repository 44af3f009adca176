import type {
  Released,
  ReleasedAdjusted,
  ReleasedBilling,
  ReleasedCell,
  ReleasedCost,
  ReleasedFlow,
  ReleasedGap,
  ReleasedImputed,
  ReleasedMean,
  ReleasedPoint,
  ReleasedRiskGroup,
  ReleasedStep,
} from "../disclosure/released.ts";
import type { Action } from "../reference/actions.ts";
import type { ChartPoint, FunnelPoint } from "../reference/charts.ts";
import type { ClinicCare } from "../reference/clinic_care.ts";
import type { Edition } from "../reference/disclosure_rules.ts";
import type { PooledCell } from "../reference/pooled.ts";
import type { ProcessOutcomeRow } from "../reference/process_outcome.ts";
import type { Signal } from "../reference/signals.ts";
import type { JudgedTarget } from "../reference/targets.ts";
import { BILLING } from "./tables/billing.ts";
import { CAPACITY } from "./tables/capacity.ts";
import { KEY } from "./tables/cell_key.ts";
import { CHARTS, FUNNELS } from "./tables/charts.ts";
import { ACTIONS, CLINIC_CARE, POOLED, PROCESS_OUTCOMES } from "./tables/committee.ts";
import { COSTS } from "./tables/costs.ts";
import { gapsTable } from "./tables/gaps.ts";
import { ADJUSTED_TABLE, CALIBRATION_TABLE, IMPUTED_TABLE } from "./tables/modelled.ts";
import { TARGETS } from "./tables/targets.ts";

/** `text` and `day` (ISO, yyyy-mm-dd) are strings, `count` a whole number, `rate` a number from 0 to 1, `number` any other. */
export type ColumnType = "text" | "day" | "count" | "rate" | "number";

/** One column of a released table. */
export interface Column<Row> {
  name: keyof Row & string;
  type: ColumnType;
  description: string;
}

/** A released table: its name is the stem of its files. */
export interface Table<Row> {
  name: string;
  columns: readonly Column<Row>[];
}

export const CELLS: Table<ReleasedCell> = {
  name: "cells",
  columns: [
    ...KEY,
    { name: "denominator", type: "count", description: "Everyone eligible, rounded." },
    {
      name: "observed",
      type: "count",
      description: "Of the denominator, those with a score in the window, rounded.",
    },
    {
      name: "numerator",
      type: "count",
      description: "Of those observed, those who met the measure, rounded.",
    },
    { name: "value", type: "rate", description: "numerator / denominator: missing follow-up is no success." },
    { name: "lower", type: "rate", description: "Lower end of the 95 % Wilson interval of value." },
    { name: "upper", type: "rate", description: "Upper end of the 95 % Wilson interval of value." },
    { name: "observed_value", type: "rate", description: "numerator / observed." },
    {
      name: "observed_lower",
      type: "rate",
      description: "Lower end of the 95 % Wilson interval of observed_value.",
    },
    {
      name: "observed_upper",
      type: "rate",
      description: "Upper end of the 95 % Wilson interval of observed_value.",
    },
    { name: "follow_up", type: "rate", description: "observed / denominator." },
    {
      name: "highest_possible",
      type: "rate",
      description:
        "(numerator + denominator - observed) / denominator: the value had everyone without a score met the measure. value is the lowest possible.",
    },
    {
      name: "cohort",
      type: "text",
      description: "Follow-up windows of the period by the as-of date: closed, closing or open.",
    },
    {
      name: "status",
      type: "text",
      description: "shown, suppressed, no_value (nobody is eligible) or pending (no window has closed).",
    },
  ],
};

export const WATERFALL: Table<ReleasedStep> = {
  name: "waterfall",
  columns: [
    { name: "measure", type: "text", description: "Measure id, as in the manifest." },
    { name: "instrument", type: "text", description: "Instrument id, as in the manifest." },
    { name: "window", type: "text", description: "Follow-up window id, as in the manifest." },
    {
      name: "period_start",
      type: "day",
      description: "First day of the month that it is of; blank for all time.",
    },
    { name: "step_order", type: "count", description: "Place of the step, from 0; never hidden." },
    {
      name: "step",
      type: "text",
      description: "all, an exclusion, denominator, not_observed, observed, not_met or numerator.",
    },
    { name: "units", type: "count", description: "Episodes at this step, rounded." },
    { name: "status", type: "text", description: "shown or suppressed." },
  ],
};

const MEANS: Table<ReleasedMean> = {
  name: "means",
  columns: [
    ...KEY,
    { name: "unit", type: "text", description: "points of a score's change, or weeks." },
    {
      name: "n",
      type: "count",
      description: "People whose mean it is (with a score in the window), rounded; as observed in cells.",
    },
    {
      name: "mean",
      type: "number",
      description: "Mean change from baseline (positive is better) or mean time, in its unit, rounded.",
    },
    { name: "lower", type: "number", description: "Lower end of the 95 % t interval of mean." },
    { name: "upper", type: "number", description: "Upper end of the 95 % t interval of mean." },
    {
      name: "sd",
      type: "number",
      description: "Standard deviation of what is averaged, rounded.",
    },
    {
      name: "mean_if_unchanged",
      type: "number",
      description:
        "mean x n / people eligible: the mean change of everyone, had nobody without a score changed.",
    },
    {
      name: "effect_size",
      type: "number",
      description:
        "mean change in standard deviations of the baseline scores of everyone eligible in the cell.",
    },
    {
      name: "status",
      type: "text",
      description: "shown, suppressed, no_value (nobody has a score in the window) or pending.",
    },
  ],
};

export const SURVIVAL: Table<ReleasedPoint> = {
  name: "survival",
  columns: [
    { name: "instrument", type: "text", description: "Instrument id, as in the manifest." },
    { name: "event", type: "text", description: "Event that is waited for, as in the manifest." },
    { name: "scale", type: "text", description: "What time is counted in: weeks, contacts or days." },
    { name: "clinic_id", type: "text", description: "Clinic, or all." },
    { name: "stratum", type: "text", description: "Attribute by which people are grouped, or all." },
    { name: "level", type: "text", description: "Group within the stratum, or all." },
    { name: "time", type: "count", description: "Weeks, contacts or days since the start; never hidden." },
    { name: "people", type: "count", description: "Everyone watched: those scored again, rounded." },
    {
      name: "at_risk",
      type: "count",
      description: "Of them, those watched beyond this time without the event, rounded.",
    },
    { name: "events", type: "count", description: "Of them, those with the event by this time, rounded." },
    {
      name: "share",
      type: "rate",
      description: "Estimated share with the event by this time: a life table of the rounded counts.",
    },
    {
      name: "lower",
      type: "rate",
      description: "Lower end of the 95 % interval of share (Greenwood, log-log).",
    },
    {
      name: "upper",
      type: "rate",
      description: "Upper end of the 95 % interval of share (Greenwood, log-log).",
    },
    {
      name: "difference",
      type: "text",
      description:
        "Whether the clinics or levels of this breakdown differ (log-rank test): differs, no_clear_difference or not_tested.",
    },
    {
      name: "status",
      type: "text",
      description: "shown, suppressed or no_value (nobody is watched, or nobody is left to watch).",
    },
  ],
};

/** Curves of time from referral to being seen; the same columns. */
const WAITS: Table<ReleasedPoint> = { ...SURVIVAL, name: "waits" };

const SIGNALS: Table<Signal> = {
  name: "signals",
  columns: [
    { name: "measure", type: "text", description: "Measure id, as in the manifest." },
    { name: "instrument", type: "text", description: "Instrument id, as in the manifest." },
    { name: "window", type: "text", description: "Follow-up window id, as in the manifest." },
    { name: "clinic_id", type: "text", description: "Clinic, or all." },
    {
      name: "kind",
      type: "text",
      description: "month (one month), recent (the latest months together) or funnel (a clinic, all time).",
    },
    { name: "period_start", type: "day", description: "First day of the month or of the latest month." },
    {
      name: "label",
      type: "text",
      description: "improvement, concern, change, common_cause or too_early; of exact counts.",
    },
  ],
};

/** The rows of every released table, by the name that code knows them by. */
export interface TableRows {
  cells: ReleasedCell;
  steps: ReleasedStep;
  means: ReleasedMean;
  signals: Signal;
  survival: ReleasedPoint;
  costs: ReleasedCost;
  adjusted: ReleasedAdjusted;
  calibration: ReleasedRiskGroup;
  imputed: ReleasedImputed;
  gaps: ReleasedGap;
  targets: JudgedTarget;
  charts: ChartPoint;
  funnels: FunnelPoint;
  pooled: PooledCell;
  process_outcomes: ProcessOutcomeRow;
  clinic_care: ClinicCare;
  actions: Action;
  waits: ReleasedPoint;
  capacity: ReleasedFlow;
  billing: ReleasedBilling;
}

/** Every released table. */
export const TABLES: { readonly [Name in keyof TableRows]: Table<TableRows[Name]> } = {
  cells: CELLS,
  steps: WATERFALL,
  means: MEANS,
  signals: SIGNALS,
  survival: SURVIVAL,
  costs: COSTS,
  adjusted: ADJUSTED_TABLE,
  calibration: CALIBRATION_TABLE,
  imputed: IMPUTED_TABLE,
  gaps: gapsTable(KEY),
  targets: TARGETS,
  charts: CHARTS,
  funnels: FUNNELS,
  pooled: POOLED,
  process_outcomes: PROCESS_OUTCOMES,
  clinic_care: CLINIC_CARE,
  actions: ACTIONS,
  waits: WAITS,
  capacity: CAPACITY,
  billing: BILLING,
};

/** The rows of a whole release, protected for one edition. */
export type ReleasedTables<E extends Edition = Edition> = {
  readonly [Name in keyof TableRows]: Released<readonly TableRows[Name][], E>;
};
