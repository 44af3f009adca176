import type { Instrument } from "../instrument.ts";

export const qidsSr16: Instrument = {
  id: "qids_sr16",
  name: "QIDS-SR16",
  construct: "depression",
  aliases: ["qids-sr16", "qids-sr-16", "qids-sr 16", "qids sr16", "qidssr16", "qids-sr", "qids_sr"],
  items: 16,
  item_min: 0,
  item_max: 3,
  min: 0,
  max: 27,
  higher_is_worse: true,
  scoring: "total_only",
  prorate_max_missing: { value: 0, firmness: "convention", source: "no rule is known, so none is applied" },
  bands: {
    value: [
      { id: "none", label: "None", min: 0, max: 5 },
      { id: "mild", label: "Mild", min: 6, max: 10 },
      { id: "moderate", label: "Moderate", min: 11, max: 15 },
      { id: "severe", label: "Severe", min: 16, max: 20 },
      { id: "very_severe", label: "Very severe", min: 21, max: 27 },
    ],
    firmness: "sourced",
    source: "ids-qids.org interpretation table",
  },
  elevated_min: { value: 11, firmness: "convention", source: "lower bound of the moderate band" },
  response_divisor: { value: 2, firmness: "convention", source: "50 % or less of the baseline score" },
  remission_max: { value: 5, firmness: "sourced", source: "ids-qids.org interpretation table, band none" },
  reliable_change: null,
  loinc_total: null,
  loinc_items: [],
  notes: [
    "The total is over nine domains (the highest of sleep 1-4, appetite and weight 6-9, psychomotor 15-16; unverified), so the site's total is the score and items are not summed.",
  ],
};
