import type { Sourced } from "./instrument.ts";

/** The numbers that process-of-care measures turn on, beside their windows. Models read them as the one row of `ref.care_rule`. */
export const CARE_RULES = {
  /** Elapsed days in care from which progress is judged. */
  progress_from_days: {
    value: 70,
    firmness: "sourced",
    source: "New York State registry measures (Moise 2018): enrolled for 70 days or more",
  },
  contacts_a_month: {
    value: 2,
    firmness: "unverified",
    source: "MHIP incentive: two contacts a month; exact wording not seen",
  },
  contacts_a_quarter: {
    value: 3,
    firmness: "sourced",
    source: "New York State registry measures (Moise 2018): three contacts or more in a quarter",
  },
  /** Most people in care per full-time care manager. */
  caseload_norm: {
    value: 80,
    firmness: "sourced",
    source: "AIMS Center caseload guidance: 60 to 80 for Medicaid or uninsured, behavioural health only",
  },
  /** Lowest score on an instrument's self-harm item that calls for a safety follow-up. */
  self_harm_min: { value: 1, firmness: "convention", source: "Item 9 of the PHQ-9: several days or more" },
  screening_min_age: {
    value: 12,
    firmness: "sourced",
    source: "New York State metric 9: patients of 12 years or more",
  },
  /** A screen is a first one where none went before in so many days. */
  first_screen_days: {
    value: 365,
    firmness: "sourced",
    source: "New York State metric 10: no PHQ-9 in the 365 days before",
  },
} as const satisfies Record<string, Sourced<number>>;

/** Roles, in lower case, that are a care manager's. */
export const CARE_MANAGER_ROLES: readonly string[] = [
  "care_manager",
  "behavioral_health_care_manager",
  "bhcm",
];

/** Instruments that count as a screen for depression (New York State metric 9: PHQ-2, PHQ-9 or PHQ-A). */
export const SCREENING_INSTRUMENTS: readonly string[] = ["phq9", "phq9m"];
