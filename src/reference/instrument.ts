/** How well a fact is grounded: read in its source, agreed by convention, or from memory and waiting for a source. */
export type Firmness = "sourced" | "convention" | "unverified";

/** A fact about an instrument with where it comes from; `source` is a short citation shown on the page. */
export interface Sourced<T> {
  value: T;
  firmness: Firmness;
  source: string;
}

/** One severity band; both ends inclusive, whole score points. */
interface Band {
  id: string;
  label: string;
  min: number;
  max: number;
}

/**
 * A rating scale as data. Scores are in score points, `higher_is_worse` gives the direction. A null threshold means that no
 * usable published value is known: measures that need it exclude the unit by name, never guess.
 */
export interface Instrument {
  id: string;
  name: string;
  /** Construct measured, e.g. `depression`. */
  construct: string;
  /** Other spellings met in extracts (compared in lower case), LOINC codes of the total included. */
  aliases: readonly string[];
  items: number;
  item_min: number;
  item_max: number;
  min: number;
  max: number;
  higher_is_worse: boolean;
  /** `sum`: the total is the sum of the items. `total_only`: items are kept but the site's total is the score. */
  scoring: "sum" | "total_only";
  /** Most items that may be missing for a score prorated to sum x items / answered; 0 where no rule is published. */
  prorate_max_missing: Sourced<number>;
  bands: Sourced<readonly Band[]>;
  /** Lowest baseline score that counts as elevated. */
  elevated_min: Sourced<number>;
  /** Response: score <= baseline / response_divisor, decided in integers as divisor * score <= baseline. */
  response_divisor: Sourced<number>;
  /** Highest score that is remission. */
  remission_max: Sourced<number> | null;
  /** Smallest change that is reliable, with the standard deviation and reliability it rests on where known. */
  reliable_change: (Sourced<number> & { sd?: number; reliability?: number }) | null;
  /** Which item asks about thoughts of self-harm, where one does and is acted on. */
  self_harm_item?: number;
  loinc_total: string | null;
  loinc_items: readonly string[];
  notes: readonly string[];
}
