import type { ReleasedAdjusted, ReleasedImputed, ReleasedRiskGroup } from "../../disclosure/released.ts";
import type { CohortKey } from "../../reference/modelled.ts";
import type { Column, Table } from "../schema.ts";

const KEY: readonly Column<CohortKey>[] = [
  { name: "measure", type: "text", description: "Measure id, as in the manifest." },
  { name: "instrument", type: "text", description: "Instrument id, as in the manifest." },
  { name: "window", type: "text", description: "Follow-up window id, as in the manifest." },
];

export const ADJUSTED_TABLE: Table<ReleasedAdjusted> = {
  name: "adjusted",
  columns: [
    ...KEY,
    { name: "clinic_id", type: "text", description: "Clinic." },
    { name: "people", type: "count", description: "Everyone eligible over all time, rounded; as in cells." },
    { name: "met", type: "count", description: "Of them, those who met the measure, rounded; as in cells." },
    {
      name: "expected",
      type: "number",
      description:
        "How many would have met it had the clinic done as the programme does for people like its own, rounded: a logistic model of baseline score, age, sex, payer and first episode.",
    },
    { name: "ratio", type: "number", description: "met / expected; 1 is as expected." },
    { name: "ratio_lower", type: "number", description: "Lower end of the 95 % Poisson interval of ratio." },
    { name: "ratio_upper", type: "number", description: "Upper end of the 95 % Poisson interval of ratio." },
    { name: "adjusted", type: "number", description: "Risk-adjusted rate: ratio x the programme's rate." },
    { name: "adjusted_lower", type: "number", description: "Lower end of the 95 % interval of adjusted." },
    { name: "adjusted_upper", type: "number", description: "Upper end of the 95 % interval of adjusted." },
    {
      name: "label",
      type: "text",
      description: "improvement or concern beyond 99.8 % limits of chance, or common_cause; of exact counts.",
    },
    { name: "status", type: "text", description: "shown or suppressed." },
  ],
};

export const CALIBRATION_TABLE: Table<ReleasedRiskGroup> = {
  name: "calibration",
  columns: [
    ...KEY,
    {
      name: "risk_group",
      type: "count",
      description: "Tenth of people by what is expected of them, from the least likely (1) on; never hidden.",
    },
    { name: "people", type: "count", description: "Everyone in the group, rounded." },
    { name: "met", type: "count", description: "Of them, those who met the measure, rounded." },
    { name: "expected", type: "number", description: "How many the model expects to, rounded." },
    { name: "value", type: "rate", description: "met / people." },
    { name: "lower", type: "rate", description: "Lower end of the 95 % Wilson interval of value." },
    { name: "upper", type: "rate", description: "Upper end of the 95 % Wilson interval of value." },
    { name: "expected_value", type: "rate", description: "expected / people." },
    { name: "status", type: "text", description: "shown or suppressed." },
  ],
};

export const IMPUTED_TABLE: Table<ReleasedImputed> = {
  name: "imputed",
  columns: [
    ...KEY,
    { name: "people", type: "count", description: "Everyone eligible over all time, rounded; as in cells." },
    {
      name: "value",
      type: "rate",
      description:
        "Share who met the measure when those without a score are imputed from their baseline and last score, rounded to people as counts are.",
    },
    {
      name: "lower",
      type: "rate",
      description: "Lower end of its 95 % interval (Rubin's rules), rounded likewise.",
    },
    { name: "upper", type: "rate", description: "Upper end of its 95 % interval, rounded likewise." },
    {
      name: "of_missing",
      type: "rate",
      description: "Share imputed for those without a score, rounded likewise.",
    },
    {
      name: "floor",
      type: "rate",
      description: "Highest multiple of 0.05 below the interval; blank if none.",
    },
    {
      name: "of_missing_at_floor",
      type: "rate",
      description:
        "Share of those without a score, rounded likewise, at which the interval would no longer lie above floor; blank if none would take it there.",
    },
    { name: "imputations", type: "count", description: "How many completed sets were pooled." },
    { name: "status", type: "text", description: "shown or suppressed." },
  ],
};
