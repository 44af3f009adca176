/** A result, or a step of care that may explain one. */
export type Role = "outcome" | "process";

/** A measure in one window by which groups of people are compared. */
interface Compared {
  measure: string;
  window: string;
  role: Role;
}

/** What groups are compared by: results first, then the steps of care in the order in which people meet them. */
export const COMPARED: readonly Compared[] = [
  { measure: "remission", window: "6m", role: "outcome" },
  { measure: "response", window: "6m", role: "outcome" },
  { measure: "screening_reach", window: "last_12m", role: "process" },
  { measure: "first_contact_wait", window: "wait_14d", role: "process" },
  { measure: "early_follow_up", window: "days_1_to_28", role: "process" },
  { measure: "follow_up", window: "6m", role: "process" },
];

/** The attributes by which equity is judged, as ids of strata. Severity at baseline is not one: it is what care is for. */
export const EQUITY_STRATA = ["race", "ethnicity", "language", "age_band", "sex", "payer", "area"] as const;
