import type { CellKey, Cohort } from "../reference/cells.ts";
import type { CostCell } from "../reference/costs.ts";
import type { Edition } from "../reference/disclosure_rules.ts";
import type { Role } from "../reference/equity.ts";
import type { MeanUnit } from "../reference/means.ts";
import type { CohortKey } from "../reference/modelled.ts";
import type { ScoreFaults } from "../reference/quality.ts";
import type { FileReconciliation, RuleCount } from "../reference/reconciliation.ts";
import type { SignalLabel } from "../reference/signals.ts";
import type { CurveKey } from "../reference/survival.ts";

declare const released: unique symbol;

/** A value that went through disclosure control for an edition. Only this folder can mint one, and `publish/` accepts nothing else. */
export type Released<T, E extends Edition = Edition> = T & { readonly [released]: E };

/**
 * `shown`: counts and rates can be read. `suppressed`: at least one count is hidden (null here, one symbol in files).
 * `no_value`: nobody is in the denominator. `pending`: no follow-up window of the cohort has closed yet.
 */
export type CellStatus = "shown" | "suppressed" | "no_value" | "pending";

/**
 * One published cell. Counts are rounded; rates and 95 % Wilson intervals (0 to 1) are functions of the rounded counts:
 * `value` numerator / denominator (missing follow-up is not a success), `observed_value` numerator / observed,
 * `follow_up` observed / denominator. Null: hidden where status is `suppressed`, otherwise no value.
 */
export interface ReleasedCell extends CellKey {
  denominator: number | null;
  observed: number | null;
  numerator: number | null;
  value: number | null;
  lower: number | null;
  upper: number | null;
  observed_value: number | null;
  observed_lower: number | null;
  observed_upper: number | null;
  follow_up: number | null;
  /** The value had everyone without a score met the measure; `value` is what it would be had none. */
  highest_possible: number | null;
  cohort: Cohort;
  status: CellStatus;
}

/** What a published row tells of counts. */
export type CountedCell = CellKey & Pick<ReleasedCell, "denominator" | "observed" | "numerator" | "cohort">;

/**
 * One published mean, in its unit, of the `n` people whom its cell counts as observed. `n` is rounded, `mean` and `sd` are
 * rounded to what no single person decides (see `protect_mean.ts`), and the 95 % interval and the effect size are functions of them.
 */
export interface ReleasedMean extends CellKey {
  unit: MeanUnit;
  n: number | null;
  mean: number | null;
  lower: number | null;
  upper: number | null;
  sd: number | null;
  /** The mean of everyone eligible, had nobody without a score changed since the start; of changes only, as is the effect size. */
  mean_if_unchanged: number | null;
  /** Mean change in standard deviations of the baseline of everyone eligible. */
  effect_size: number | null;
  status: CellStatus;
}

/** One published step of a waterfall, over all time or in one month; `units` is rounded, or null where hidden. */
export interface ReleasedStep {
  measure: string;
  instrument: string;
  window: string;
  period_start: string | null;
  step_order: number;
  step: string;
  units: number | null;
  status: "shown" | "suppressed";
}

/**
 * What log-rank tests of exact counts said of a breakdown's groups: p below 0.05 or not. `not_tested` where fewer than two
 * groups may be compared.
 */
export type Difference = "differs" | "no_clear_difference" | "not_tested";

/**
 * One published point of a curve of time to an event. Counts are rounded; `share` is the estimated share (0 to 1) who have had
 * the event by then, with its 95 % interval, a function of the rounded counts. Null: hidden where status is `suppressed`,
 * otherwise no value.
 */
export interface ReleasedPoint extends CurveKey {
  time: number;
  people: number | null;
  at_risk: number | null;
  events: number | null;
  share: number | null;
  lower: number | null;
  upper: number | null;
  /** How the clinics or the levels differ, of which this curve is one. */
  difference: Difference;
  status: CellStatus;
}

/**
 * What each of the people in a cell costs, in the programme's currency: `cost / people`, with a 95 % interval where the
 * number of people is an estimate. Null: hidden where status is `suppressed`; `no_value` where the cost of some month is not recorded
 * or nobody counts, `pending` where nobody's window has closed.
 */
export interface ReleasedCost extends Omit<CostCell, "is_estimate" | "posts"> {
  people: number | null;
  cost_per_person: number | null;
  lower: number | null;
  upper: number | null;
  status: CellStatus;
}

/**
 * One clinic after adjustment for case mix: rounded counts of its cell, how many the model expects (rounded), their ratio
 * (1 is as expected) and the risk-adjusted rate (ratio x the programme's rate, 0 to 1 or a little above) with 95 % intervals
 * of the count. `label` judges exact numbers against limits of chance. Null where status is `suppressed`.
 */
export interface ReleasedAdjusted extends CohortKey {
  clinic_id: string;
  people: number | null;
  met: number | null;
  expected: number | null;
  ratio: number | null;
  ratio_lower: number | null;
  ratio_upper: number | null;
  adjusted: number | null;
  adjusted_lower: number | null;
  adjusted_upper: number | null;
  label: SignalLabel | null;
  status: CellStatus;
}

/** People alike in what the model expects of them, from the least likely (1) on: the share who met the measure beside the expected one. */
export interface ReleasedRiskGroup extends CohortKey {
  risk_group: number;
  people: number | null;
  met: number | null;
  expected: number | null;
  value: number | null;
  lower: number | null;
  upper: number | null;
  expected_value: number | null;
  status: CellStatus;
}

/**
 * The rate of everyone eligible (0 to 1) with its 95 % interval when the missing are imputed, as rounded numbers of people out
 * of `people`. `floor` lies below the interval until those without a score fare no better than `of_missing_at_floor`; the model
 * expects `of_missing` of them. Null: hidden where status is `suppressed`, otherwise none.
 */
export interface ReleasedImputed extends CohortKey {
  people: number | null;
  value: number | null;
  lower: number | null;
  upper: number | null;
  of_missing: number | null;
  floor: number | null;
  of_missing_at_floor: number | null;
  imputations: number;
  status: CellStatus;
}

/** Whether fewer or more of a group met a measure than of the others, beyond what chance explains (the interval leaves out zero). */
type GapFinding = "fewer" | "more" | "no_clear_difference" | "not_compared";

/**
 * One group of people beside everyone else in the programme. Rates are 0 to 1, `difference` is the group's less the others',
 * `more_needed` that difference as patients: how many more of the group would have met the measure at the others' rate (below
 * 0: how many fewer), with 95 % intervals. `steadied` is the group's rate drawn towards the programme, of which `own_weight`
 * (0 to 1) is its own. All are functions of rounded counts. Null: hidden, or nothing to compare.
 */
export interface ReleasedGap extends CellKey {
  role: Role;
  people: number | null;
  value: number | null;
  others: number | null;
  difference: number | null;
  difference_lower: number | null;
  difference_upper: number | null;
  more_needed: number | null;
  more_needed_lower: number | null;
  more_needed_upper: number | null;
  finding: GapFinding;
  steadied: number | null;
  steadied_lower: number | null;
  steadied_upper: number | null;
  own_weight: number | null;
  status: CellStatus;
}

/**
 * One published count of a programme's flow, of the people who came or went in a period or were there at its end. Where it is set
 * against care managers, `fte` is their full-time equivalents (on average over the period) and `per_fte` people for each of them,
 * in a quarter where people come. Null: hidden where status is `suppressed`, otherwise not known.
 */
export interface ReleasedFlow
  extends Pick<CellKey, "period_grain" | "period_start" | "period_end" | "clinic_id"> {
  flow: string;
  people: number | null;
  fte: number | null;
  per_fte: number | null;
  status: "shown" | "suppressed";
}

/**
 * One published month of care by the billing code that its minutes reach: `none`, or `all` for every month with minutes; an add-on
 * code counts beside its main one. Counts are people, rounded; `unbilled_value` is the fee times `unbilled`. Null: hidden where
 * status is `suppressed`, otherwise not known.
 */
export interface ReleasedBilling extends Pick<CellKey, "period_start" | "period_end"> {
  code: string;
  people: number | null;
  billed: number | null;
  unbilled: number | null;
  fee: number | null;
  unbilled_value: number | null;
  status: CellStatus;
}

type RowCount = "read" | "accepted" | "rejected" | "duplicate" | "out_of_scope";

/** One file of the extract as it is published: counts of rows are rounded, null where they are few. */
export interface ReleasedInput extends Omit<FileReconciliation, RowCount>, Record<RowCount, number | null> {
  /** Whether the exact counts add up. */
  balances: boolean;
}

/** How many rows broke a rule: rounded, null where they are few. */
export interface ReleasedRule extends Omit<RuleCount, "rows"> {
  rows: number | null;
}

/** How many forms there are, or how many of them have a fault: rounded, null where they are few. */
export interface ReleasedScores {
  fault: keyof ScoreFaults;
  rows: number | null;
}
