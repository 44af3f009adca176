import type { Action } from "../../reference/actions.ts";
import type { ClinicCare } from "../../reference/clinic_care.ts";
import type { PooledCell } from "../../reference/pooled.ts";
import type { ProcessOutcomeRow } from "../../reference/process_outcome.ts";
import type { Table } from "../schema.ts";
import { SERIES } from "./charts.ts";

/** The twelve latest closed months together; without a row in the public edition. */
export const POOLED: Table<PooledCell> = {
  name: "pooled",
  columns: [
    ...SERIES,
    { name: "period_start", type: "day", description: "First day of the first month." },
    { name: "period_end", type: "day", description: "Last day of the last month." },
    { name: "denominator", type: "count", description: "Everyone eligible." },
    { name: "observed", type: "count", description: "Of them, those with a score in the window." },
    { name: "numerator", type: "count", description: "Of those observed, those who met the measure." },
    { name: "value", type: "rate", description: "numerator / denominator; blank where nobody is eligible." },
    { name: "lower", type: "rate", description: "Lower end of the 95 % Wilson interval of value." },
    { name: "upper", type: "rate", description: "Upper end of the 95 % Wilson interval of value." },
  ],
};

/** Outcomes of those who got a step of care and of those who did not; without a row in the public edition. */
export const PROCESS_OUTCOMES: Table<ProcessOutcomeRow> = {
  name: "process_outcomes",
  columns: [
    { name: "process", type: "text", description: "Measure id of the step of care." },
    { name: "outcome", type: "text", description: "Measure id of the outcome." },
    { name: "with_people", type: "count", description: "Eligible for both, and got the step." },
    { name: "with_measured", type: "count", description: "Of them, those with a score." },
    { name: "with_met", type: "count", description: "Of them, those who met the outcome." },
    { name: "without_people", type: "count", description: "Eligible for both, and did not get the step." },
    { name: "without_measured", type: "count", description: "Of them, those with a score." },
    { name: "without_met", type: "count", description: "Of them, those who met the outcome." },
    {
      name: "difference",
      type: "number",
      description: "with_met / with_people less without_met / without_people.",
    },
    { name: "lower", type: "number", description: "Lower end of its 95 % Newcombe interval." },
    { name: "upper", type: "number", description: "Upper end of its 95 % Newcombe interval." },
  ],
};

/** Caseload and care managers of each clinic; without a row in the public edition. */
export const CLINIC_CARE: Table<ClinicCare> = {
  name: "clinic_care",
  columns: [
    { name: "clinic_id", type: "text", description: "Clinic." },
    { name: "caseload", type: "count", description: "Enrolled episodes in care on the as-of date." },
    { name: "care_managers", type: "count", description: "Care managers who have one of them." },
    {
      name: "care_manager_fte",
      type: "number",
      description: "Full-time equivalents of care managers in the latest month that says so.",
    },
    { name: "fte_month", type: "day", description: "First day of that month." },
  ],
};

/** What the committee agreed to do; without a row in the public edition. */
export const ACTIONS: Table<Action> = {
  name: "actions",
  columns: [
    { name: "id", type: "text", description: "What the action is called." },
    { name: "measure", type: "text", description: "Measure id, as in the manifest." },
    { name: "clinic", type: "text", description: "Clinic; blank for the whole programme." },
    { name: "owner", type: "text", description: "Member of staff who sees to it." },
    { name: "due", type: "day", description: "Day by which it is to be done." },
    { name: "text", type: "text", description: "What is to be done." },
    { name: "opened", type: "day", description: "First day of the month in which it was agreed." },
    {
      name: "closed",
      type: "day",
      description: "First day of the month in which it was closed; blank while it is open.",
    },
  ],
};
