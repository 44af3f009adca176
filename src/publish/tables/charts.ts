import type { ChartPoint, FunnelPoint } from "../../reference/charts.ts";
import type { Column, Table } from "../schema.ts";

/** The columns by which tables of series tell them apart. */
export const SERIES: readonly Column<{
  measure: string;
  instrument: string;
  window: string;
  clinic_id: string;
}>[] = [
  { name: "measure", type: "text", description: "Measure id, as in the manifest." },
  { name: "instrument", type: "text", description: "Instrument id, as in the manifest." },
  { name: "window", type: "text", description: "Follow-up window id, as in the manifest." },
  { name: "clinic_id", type: "text", description: "Clinic, or all." },
];

/** Control charts by month; without a row in the public edition. */
export const CHARTS: Table<ChartPoint> = {
  name: "charts",
  columns: [
    ...SERIES,
    { name: "period_start", type: "day", description: "First day of the month." },
    { name: "denominator", type: "count", description: "Everyone eligible." },
    { name: "numerator", type: "count", description: "Of them, those who met the measure." },
    { name: "value", type: "rate", description: "numerator / denominator; blank where nobody is eligible." },
    { name: "centre", type: "rate", description: "Centre line of the month's phase." },
    { name: "lower", type: "rate", description: "Lower control limit (three sigma, Laney's p')." },
    { name: "upper", type: "rate", description: "Upper control limit (three sigma, Laney's p')." },
    {
      name: "rule",
      type: "text",
      description:
        "Why the month is no chance: outside, trend, two_of_three or shift; blank where it may be.",
    },
    { name: "phase", type: "count", description: "Fresh starts of the limits before this month." },
    {
      name: "limits",
      type: "text",
      description: "established, or trial while fewer than 12 months set them.",
    },
  ],
};

/** Funnels of the clinics over all time; without a row in the public edition. */
export const FUNNELS: Table<FunnelPoint> = {
  name: "funnels",
  columns: [
    ...SERIES,
    { name: "denominator", type: "count", description: "Everyone eligible at the clinic." },
    { name: "numerator", type: "count", description: "Of them, those who met the measure." },
    { name: "value", type: "rate", description: "numerator / denominator." },
    { name: "centre", type: "rate", description: "The share of all clinics together." },
    { name: "lower_95", type: "rate", description: "Lower 95 % limit for a clinic of this size." },
    { name: "upper_95", type: "rate", description: "Upper 95 % limit for a clinic of this size." },
    { name: "lower_998", type: "rate", description: "Lower 99.8 % limit for a clinic of this size." },
    { name: "upper_998", type: "rate", description: "Upper 99.8 % limit for a clinic of this size." },
  ],
};
