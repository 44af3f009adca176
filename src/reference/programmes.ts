import type { Sourced } from "./instrument.ts";

/**
 * How a programme finds the event from which it follows a person: the first elevated PHQ-9 or PHQ-9M near a visit with a
 * verified diagnosis of depression, in an intake of twelve months. Months count from 1 January of the measurement year.
 */
interface IndexRule {
  id: string;
  /** Days before a visit's first and after its last day on which the score may be dated. */
  days_before: number;
  days_after: number;
  /** First month of the intake, and the first month after it. */
  intake_from_months: number;
  intake_to_months: number;
  /** What must be dated in the intake: the visit's last day, or the score. */
  intake_of: "visit" | "score";
  /** The day on which age is taken. */
  age_on: "index" | "intake";
  /** The day up to which a diagnosis, a death or hospice care excludes: the end of the follow-up window, or of the year. */
  exclude_to: "window" | "year";
  /** Whether palliative care excludes as hospice care does. */
  palliative: boolean;
  source: string;
}

export const INDEX_RULES: readonly IndexRule[] = [
  {
    id: "mncm",
    days_before: 7,
    days_after: 0,
    intake_from_months: -14,
    intake_to_months: -2,
    intake_of: "visit",
    age_on: "index",
    exclude_to: "window",
    palliative: true,
    source: "CMS159 v14 / CBE 0710e, and the MN Community Measurement family that shares its index event",
  },
  {
    id: "drr",
    days_before: 15,
    days_after: 15,
    intake_from_months: -8,
    intake_to_months: 4,
    intake_of: "score",
    age_on: "intake",
    exclude_to: "year",
    palliative: false,
    source: "HEDIS MY2025 DRR-E, as an open calculator has it; NCQA's own text is not public",
  },
];

/**
 * When an index event is followed up: `months` calendar months after it, then `start_days` to `end_days`, both inclusive.
 * `closes_months` after 1 January of the measurement year every such window has closed.
 */
export const INDEX_WINDOWS = [
  { id: "index_6m", rule: "mncm", months: 6, start_days: -60, end_days: 60, closes_months: 6 },
  { id: "index_12m", rule: "mncm", months: 12, start_days: -60, end_days: 60, closes_months: 12 },
  { id: "index_120_240d", rule: "drr", months: 0, start_days: 120, end_days: 240, closes_months: 12 },
] as const;

/** The numbers that national measures share. Models read them as the one row of `ref.programme_rule`. */
export const PROGRAMME_RULES = {
  min_age: {
    value: 12,
    firmness: "sourced",
    source: "CMS159, CMS2, DRR-E, DMS-E, DSF-E: 12 years or more",
  },
  /** Days after a visit by which a positive screen must be acted on. */
  plan_days: { value: 2, firmness: "sourced", source: "CMS2: up to two days after the encounter" },
  /** Attended contacts that make a course of treatment. */
  course_contacts: {
    value: 2,
    firmness: "sourced",
    source: "NHS Talking Therapies: two treatment contacts or more",
  },
  /** Days after the last treatment contact on which an episode is closed for inactivity. */
  inactive_days: {
    value: 90,
    firmness: "sourced",
    source: "New York State registry form, as read by an open guide to it",
  },
  /** Days after a positive screen by which it must be followed up. */
  positive_screen_days: { value: 30, firmness: "sourced", source: "DSF-E: day 0 to day 30" },
} as const satisfies Record<string, Sourced<number>>;

/** The PHQ-9 in its two versions, which follow one another; and from which age to which each is a screen at the year's start. */
export const PHQ9_VERSIONS = [
  { instrument: "phq9", age_from: 12, age_to: null },
  { instrument: "phq9m", age_from: 12, age_to: 17 },
] as const;

/** Diagnoses that exclude a person from the national outcome measures, by set of codes. */
export const EXCLUDING_DIAGNOSES: readonly string[] = [
  "bipolar",
  "labile_personality",
  "psychosis",
  "pervasive_development",
];

/** The thirds of a calendar year, in months from its start. */
export const YEAR_THIRDS = [0, 4, 8].map((start_months, third) => ({
  id: `third_${third + 1}`,
  start_months,
  end_months: start_months + 4,
}));

/** The lowest score at which a person is at caseness. NHS Talking Therapies; the GAD-7's cut is not the usual one. */
export const NHS_CASENESS = [
  { instrument: "phq9", case_min: 10 },
  { instrument: "gad7", case_min: 8 },
] as const;

/** Payers, in lower case, that are Medicaid: fee for service, managed care, or with Medicare. */
export const MEDICAID_PAYERS: readonly string[] = [
  "medicaid",
  "medicaid managed care",
  "medicaid_managed_care",
  "medicaid_ffs",
  "dual",
  "medicare_medicaid",
];
