/** Why a unit is not in a denominator. A unit has one reason, the first that holds of those its measure declares. */
export type ExclusionReason =
  /** No score on or after enrolment. */
  | "no_baseline"
  /** A baseline below the instrument's elevated score. */
  | "baseline_not_elevated"
  /** The follow-up window ends after the as-of date. */
  | "window_open"
  /** No remission threshold is known for the instrument. */
  | "no_remission_value"
  /** No reliable change is known for the instrument. */
  | "no_reliable_change_value";
