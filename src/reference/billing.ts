import { ALL, ANY, type CellKey } from "./cells.ts";
import type { Firmness, Sourced } from "./instrument.ts";

/**
 * A code under which a calendar month of care is billed. `main`: one of these stands for the month. `add_on`: beside a main code of
 * its own kind of month, for time beyond that code's full minutes. `instead`: may be found in claims in place of a main code.
 */
export interface BillingCode {
  code: string;
  title: string;
  role: "main" | "add_on" | "instead";
  /** Months of an episode of billing that it is for: its `first`, `later` ones, or `any`. */
  months: "first" | "later" | "any";
  /** Fewest minutes of the month, or beyond the main code's full minutes; null where no rule is known. */
  minutes_min: number | null;
  minutes_full: number;
  /** Codes that may not be billed for the same person and month. */
  not_with: readonly string[];
  firmness: Firmness;
  source: string;
}

const CPT_TIME =
  "CPT time rule: a time counts from its midpoint; AIMS Center and APA payment guides for the CoCM codes";

/** A care manager's minutes add up over one calendar month and one person, and are not carried over. No fee stands here: fees come from the program file. */
export const BILLING_CODES: readonly BillingCode[] = [
  {
    code: "99492",
    title: "Collaborative care, first month",
    role: "main",
    months: "first",
    minutes_min: 36,
    minutes_full: 70,
    not_with: ["99493", "G2214", "99484", "G0512"],
    firmness: "sourced",
    source: CPT_TIME,
  },
  {
    code: "99493",
    title: "Collaborative care, later month",
    role: "main",
    months: "later",
    minutes_min: 31,
    minutes_full: 60,
    not_with: ["99492", "G2214", "99484", "G0512"],
    firmness: "sourced",
    source: CPT_TIME,
  },
  {
    code: "G2214",
    title: "Collaborative care, short month",
    role: "main",
    months: "any",
    minutes_min: 16,
    minutes_full: 30,
    not_with: ["99492", "99493", "99494", "99484", "G0512"],
    firmness: "sourced",
    source:
      "HCPCS G2214: first 30 minutes in a month, not with 99492 or 99493; minutes as Mirah publishes them",
  },
  {
    code: "99494",
    title: "Each further 30 minutes",
    role: "add_on",
    months: "any",
    minutes_min: 16,
    minutes_full: 30,
    not_with: ["G2214", "99484", "G0512"],
    firmness: "sourced",
    source: `${CPT_TIME}; how many a month are paid differs by payer and is not judged`,
  },
  {
    code: "99484",
    title: "General behavioural health integration",
    role: "instead",
    months: "any",
    minutes_min: 20,
    minutes_full: 20,
    not_with: ["99492", "99493", "99494", "G2214", "G0512"],
    firmness: "sourced",
    source: "CPT 99484: 20 minutes or more, no midpoint; not in a month of collaborative care",
  },
  {
    code: "G0512",
    title: "Collaborative care in a rural or federally qualified centre",
    role: "instead",
    months: "any",
    minutes_min: null,
    minutes_full: 60,
    not_with: ["99492", "99493", "99494", "G2214", "99484"],
    firmness: "sourced",
    source: "HCPCS G0512, replaced by the single codes in the Medicare rule for 2026",
  },
];

/** The numbers that billing turns on, beside the codes' minutes. Models read them as the one row of `ref.billing_rule`. */
export const BILLING_RULES = {
  /** Whole calendar months without service after which the next one is a first month again. */
  new_episode_months: {
    value: 6,
    firmness: "sourced",
    source:
      "AMA definition as North Carolina Medicaid quotes it (2025): a new episode after 6 months without service",
  },
  /** A month this many minutes or fewer below the main code of its kind of month is near it. */
  near_minutes: { value: 10, firmness: "convention", source: "The programme's call" },
} as const satisfies Record<string, Sourced<number>>;

/** Stands for a code where a month's minutes reach none. */
export const NO_CODE = "none";

/** A month is judged once there was time to bill it. */
export const BILLING_WINDOW = "month_and_30d";

/** What a cell of billing is about: a month's people by main code, all of them, or those whose minutes reach an add-on, which is a measure of its own. */
export const billingKey = (
  measure: string,
  level: string,
  { period_start, period_end }: Pick<CellKey, "period_start" | "period_end">,
): CellKey => ({
  measure,
  instrument: ANY,
  window: BILLING_WINDOW,
  period_grain: "month",
  period_start,
  period_end,
  clinic_id: ALL,
  stratum: level === ALL ? ALL : "billing_code",
  level,
});
