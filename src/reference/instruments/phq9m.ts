import type { Instrument } from "../instrument.ts";
import { phq9 } from "./phq9.ts";

export const phq9m: Instrument = {
  id: "phq9m",
  name: "PHQ-9M",
  construct: "depression",
  aliases: [
    "phq-9m",
    "phq 9m",
    "phq-9-m",
    "phq_9m",
    "phq-9 modified",
    "phq-9a",
    "phq9a",
    "phq-a",
    "phqa",
    "89204-2",
  ],
  items: 9,
  item_min: 0,
  item_max: 3,
  min: 0,
  max: 27,
  higher_is_worse: true,
  scoring: "sum",
  prorate_max_missing: {
    value: 2,
    firmness: "unverified",
    source: "as PHQ-9: PHQ instruction manual, from memory",
  },
  bands: { value: phq9.bands.value, firmness: "convention", source: "as PHQ-9" },
  elevated_min: {
    value: 10,
    firmness: "sourced",
    source: "CMS159 (PHQ-9M > 9); HEDIS DSF-E positive screen",
  },
  response_divisor: {
    value: 2,
    firmness: "sourced",
    source: "MN Community Measurement, CBE 1884: 50 % or less of the index score",
  },
  remission_max: { value: 4, firmness: "sourced", source: "CMS159: PHQ-9M < 5" },
  reliable_change: {
    value: 6,
    firmness: "convention",
    source: "the PHQ-9's value; none published for the PHQ-9M",
  },
  self_harm_item: 9,
  loinc_total: "89204-2",
  loinc_items: [],
  notes: [
    "For ages 12 to 17. The past-year, function and suicide add-on questions are not scored (unverified).",
    "CMS159 lets a PHQ-9 follow a PHQ-9M index; here follow-up is by the same instrument.",
  ],
};
