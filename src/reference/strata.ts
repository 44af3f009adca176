import { findInstrument } from "./instruments.ts";

/** Stands in a stratum where a person's category is not recorded. */
export const UNKNOWN = "unknown";

const NOT_RECORDED = "Not recorded";

/** A way of dividing people. `levels` gives ids and titles in display order; null where the categories are the site's own. */
export interface Stratum {
  id: string;
  title: string;
  levels: Readonly<Record<string, string>> | null;
  /** Whether its groups follow from where the clinics are: whoever knows that could subtract the clinics of an area from it. */
  follows_clinics?: boolean;
}

/** Whole years of age at baseline; both ends inclusive, `age_to` null for no end. Ids cannot be mistaken for dates by a spreadsheet. */
export interface AgeBand {
  id: string;
  title: string;
  age_from: number;
  age_to: number | null;
}

export const AGE_BANDS: readonly AgeBand[] = [
  { id: "under_18", title: "Under 18", age_from: 0, age_to: 17 },
  { id: "18_to_29", title: "18 to 29", age_from: 18, age_to: 29 },
  { id: "30_to_44", title: "30 to 44", age_from: 30, age_to: 44 },
  { id: "45_to_64", title: "45 to 64", age_from: 45, age_to: 64 },
  { id: "65_and_over", title: "65 and over", age_from: 65, age_to: null },
];

/** Severity at baseline, from least to most; an instrument uses those among its bands. */
const SEVERITIES = {
  none: "None",
  minimal: "None or minimal",
  mild: "Mild",
  moderate: "Moderate",
  moderately_severe: "Moderately severe",
  severe: "Severe",
  very_severe: "Very severe",
};

const AGES = {
  ...Object.fromEntries(AGE_BANDS.map(({ id, title }) => [id, title])),
  [UNKNOWN]: NOT_RECORDED,
};

export const STRATA: readonly Stratum[] = [
  { id: "age_band", title: "Age at baseline", levels: AGES },
  { id: "sex", title: "Sex", levels: null },
  { id: "race", title: "Race", levels: null },
  { id: "ethnicity", title: "Ethnicity", levels: null },
  { id: "language", title: "Language", levels: null },
  { id: "payer", title: "Payer at baseline", levels: null },
  { id: "area", title: "Area", levels: null, follows_clinics: true },
  { id: "baseline_band", title: "Severity at baseline", levels: SEVERITIES },
];

/** Whether a stratum may stand beside clinics only where no count of either is hidden. */
export const followsClinics = (stratum: string): boolean =>
  STRATA.some(({ id, follows_clinics }) => id === stratum && follows_clinics === true);

/** A level in plain words: its declared title, else the site's own word with a capital and spaces. */
export function levelTitle({ levels }: Pick<Stratum, "levels">, level: string): string {
  const words = level.replaceAll("_", " ");
  return (
    levels?.[level] ?? (level === UNKNOWN ? NOT_RECORDED : words.charAt(0).toUpperCase() + words.slice(1))
  );
}

/**
 * The levels a denominator on this instrument can have, whether or not anybody is in them, so that an absent row never
 * tells a zero; null where only the data know. Baseline bands below the elevated cut hold nobody by definition.
 */
export function possibleLevels(stratum: string, instrument: string): readonly string[] | null {
  if (stratum === "baseline_band") return elevatedBands(instrument);
  const levels = STRATA.find(({ id }) => id === stratum)?.levels;
  return levels ? Object.keys(levels) : null;
}

function elevatedBands(instrument: string): string[] | null {
  const scale = findInstrument(instrument);
  if (!scale) return null;
  return scale.bands.value.filter(({ max }) => max >= scale.elevated_min.value).map(({ id }) => id);
}
