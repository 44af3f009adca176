import type { ReleasedCell, ReleasedStep } from "../disclosure/released.ts";

/** `text` and `day` (ISO, yyyy-mm-dd) are strings, `count` a whole number, `rate` a number from 0 to 1. */
export type ColumnType = "text" | "day" | "count" | "rate";

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
    { name: "measure", type: "text", description: "Measure id, as in the manifest." },
    { name: "instrument", type: "text", description: "Instrument id, as in the manifest." },
    { name: "window", type: "text", description: "Follow-up window id, as in the manifest." },
    {
      name: "period_grain",
      type: "text",
      description: "Length of the period of baselines: month, quarter, year or all.",
    },
    { name: "period_start", type: "day", description: "First day of the period; blank for all." },
    { name: "period_end", type: "day", description: "Last day of the period; blank for all." },
    { name: "clinic_id", type: "text", description: "Clinic, or all." },
    { name: "stratum", type: "text", description: "Attribute by which people are grouped, or all." },
    { name: "level", type: "text", description: "Group within the stratum, or all." },
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
