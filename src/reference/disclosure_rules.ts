/** Who may read a release: `public` anyone, `internal` the quality committee inside the organisation that holds the data. */
export const EDITIONS = ["public", "internal"] as const;
export type Edition = (typeof EDITIONS)[number];

/** What a disclosure policy does, whoever answers for it. */
export interface DisclosureRule {
  /** Where it is published. */
  source: string;
  /** Counts of 1 to this are hidden; 0 hides nothing. */
  hide_at_most: number;
  /** Other counts go to the nearest multiple of this; 1 leaves them exact. */
  round_to: number;
  /** Whether a zero of a part of the programme may be read; it tells something about everyone in the part. */
  zeros: "hidden" | "shown";
  /**
   * Which cuts leave: `large` those whose cells are large enough to read, `any_clinic` every period of a clinic too,
   * `one_attribute` those that break the programme down by one attribute at a time, time being one.
   */
  cuts: "large" | "any_clinic" | "one_attribute";
  /** Clinics with fewer people than this are counted together; 0 keeps every clinic apart. */
  pool_clinics_under: number;
  /** The one mark that stands for every hidden number in files. */
  symbol: string;
}

/** A clinic with fewer people than the smallest usual caseload shows next to nothing by itself, whatever it is hidden by. */
const A_CASELOAD = 40;

/**
 * Ready rules for the public edition, each with its source. All of them pass the gate, which hides more where sums would give a
 * hidden count away; the sources ask for that (CMS, CalHHS), leave it to people (OpenSAFELY), or trust the rounding (NHS).
 */
export const PUBLIC_RULES = {
  /**
   * Ours. Twelve is the first threshold at or above ten that ends where a bucket of five ends: a shown 15 is 13 to 17, so
   * rounding never narrows what hiding left open.
   */
  public: {
    source:
      "Care Observatory: CMS’s threshold of ten, taken to the end of a rounding step as OpenSAFELY advises, and NHS Digital’s rounding",
    hide_at_most: 12,
    round_to: 5,
    zeros: "hidden",
    cuts: "large",
    pool_clinics_under: A_CASELOAD,
    symbol: "*",
  },
  cms: {
    source: "CMS cell size suppression policy (ResDAC, 26 January 2024): 1 to 10 hidden, none derivable",
    hide_at_most: 10,
    round_to: 1,
    zeros: "shown",
    cuts: "large",
    pool_clinics_under: A_CASELOAD,
    symbol: "*",
  },
  nhs: {
    source:
      "NHS Digital, Hospital Episode Statistics disclosure control: 1 to 7 hidden, the rest to the nearest 5",
    hide_at_most: 7,
    round_to: 5,
    zeros: "shown",
    cuts: "large",
    pool_clinics_under: A_CASELOAD,
    symbol: "*",
  },
  opensafely: {
    source: "OpenSAFELY, disclosure control: 7 or fewer hidden, the rest to the nearest 5",
    hide_at_most: 7,
    round_to: 5,
    zeros: "hidden",
    cuts: "large",
    pool_clinics_under: A_CASELOAD,
    symbol: "*",
  },
  calhhs: {
    source:
      "California Health and Human Services Agency, Data De-Identification Guidelines 4.4.1: 1 to 10 hidden with complements",
    hide_at_most: 10,
    round_to: 1,
    zeros: "shown",
    cuts: "large",
    pool_clinics_under: A_CASELOAD,
    symbol: "*",
  },
  "exact-tree": {
    source: "Care Observatory: exact counts by one attribute at a time, 10 or fewer hidden with complements",
    hide_at_most: 10,
    round_to: 1,
    zeros: "hidden",
    cuts: "one_attribute",
    pool_clinics_under: A_CASELOAD,
    symbol: "*",
  },
} as const satisfies Record<string, DisclosureRule>;

/** Ready rules for the internal edition: every count as it is, or small ones hidden with their complements. */
export const INTERNAL_RULES = {
  internal: {
    source:
      "Care Observatory: aggregates for a quality committee inside the organisation that holds the data",
    hide_at_most: 0,
    round_to: 1,
    zeros: "shown",
    cuts: "any_clinic",
    pool_clinics_under: 0,
    symbol: "*",
  },
  "internal-complementary": {
    source: "CMS cell size suppression policy (ResDAC, 26 January 2024): 1 to 10 hidden, none derivable",
    hide_at_most: 10,
    round_to: 1,
    zeros: "shown",
    cuts: "any_clinic",
    pool_clinics_under: 0,
    symbol: "*",
  },
} as const satisfies Record<string, DisclosureRule>;

export type PublicPreset = keyof typeof PUBLIC_RULES;
export type InternalPreset = keyof typeof INTERNAL_RULES;

export const PUBLIC_PRESETS = Object.keys(PUBLIC_RULES) as PublicPreset[];
export const INTERNAL_PRESETS = Object.keys(INTERNAL_RULES) as InternalPreset[];
