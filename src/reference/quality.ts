/** Whether a figure may be read as it is, with care, or not by itself. */
export type QualityVerdict = "fit" | "caution" | "not_fit";

/**
 * One thing that can be wrong with what a measure is made from, as a share from 0 to 1: above `caution_above` the measure is to be
 * read with caution, above `not_fit_above` (null: never) it is not fit to be read by itself.
 */
export interface QualityRule {
  id: string;
  title: string;
  /** What the share is of, in plain words. */
  of: string;
  caution_above: number;
  not_fit_above: number | null;
  /** Who mends it, and how. */
  mend: string;
  /** Where the limits come from. */
  source: string;
}

const OURS = "the program's call";

/** Days after an assessment by which a score is to be in the registry. */
export const ENTRY_DUE_DAYS = 30;

const RULES = {
  table_absent: {
    title: "A table is absent",
    of: "the tables that the measure needs",
    caution_above: 0,
    not_fit_above: 0,
    mend: "Add the table to the extract.",
    source: "without it nothing can be counted",
  },
  rows_set_aside: {
    title: "Rows set aside",
    of: "rows read of a table that the measure needs",
    caution_above: 0.001,
    not_fit_above: 0.05,
    mend: "Mend the rows that the list of broken rules names, and send them again.",
    source: `${OURS}: a sound feed sends none`,
  },
  rows_duplicate: {
    title: "Rows sent twice",
    of: "rows read of a table that the measure needs",
    caution_above: 0.001,
    not_fit_above: 0.1,
    mend: "Send each row once; a row counts once anyway, but the feed may hold other faults.",
    source: OURS,
  },
  scores_unscorable: {
    title: "Scores that cannot be scored",
    of: "scored forms",
    caution_above: 0.02,
    not_fit_above: 0.2,
    mend: "Complete the items of the form, or send its total.",
    source: OURS,
  },
  scores_late: {
    title: `Scores entered more than ${ENTRY_DUE_DAYS} days late`,
    of: "scored forms",
    caution_above: 0.01,
    not_fit_above: 0.25,
    mend: "Enter scores on the day; the newest months look worse than they are until then.",
    source: OURS,
  },
  no_baseline: {
    title: "No score at the start",
    of: "enrolled episodes",
    caution_above: 0.1,
    not_fit_above: 0.5,
    mend: "Take a score within two weeks of enrolment.",
    source: OURS,
  },
  no_follow_up: {
    title: "No score in the window",
    of: "eligible people",
    caution_above: 0.2,
    not_fit_above: 0.5,
    mend: "Score people again when the window is open, and enter scores that were taken and not sent.",
    source:
      "above a fifth lost, results may not hold (Schulz and Grimes 2002, Lancet 359:781-785); above a half is the program's call",
  },
  unknown_group: {
    title: "Group not recorded",
    of: "eligible people, for the attribute that is recorded least",
    caution_above: 0.1,
    not_fit_above: null,
    mend: "Record the attribute; results by group leave these people out.",
    source: OURS,
  },
} as const satisfies Record<string, Omit<QualityRule, "id">>;

export type QualityRuleId = keyof typeof RULES;

/** Every rule, in the order in which pages tell of them. */
export const QUALITY_RULES: readonly QualityRule[] = Object.entries(RULES).map(([id, rule]) => ({
  id,
  ...rule,
}));

/** What a share means by the limits of a rule. */
export function verdictOf(id: QualityRuleId, share: number): QualityVerdict {
  const { caution_above, not_fit_above }: Omit<QualityRule, "id"> = RULES[id];
  if (not_fit_above !== null && share > not_fit_above) return "not_fit";
  return share > caution_above ? "caution" : "fit";
}

/** What one rule found in one measure: how large a share, of what (a table, a series, an attribute). */
export interface QualityFinding {
  rule: QualityRuleId;
  about: string;
  share: number;
  verdict: QualityVerdict;
}

/** How far a measure may be relied on: the worst of its findings. */
export interface MeasureQuality {
  measure: string;
  verdict: QualityVerdict;
  findings: readonly QualityFinding[];
}

/**
 * What mending one thing would do to a result: the range in which it lies now, whatever became of the missing and allowing for
 * chance, and the range in which it would lie after, had those who are added fared as the others did. Shares, 0 to 1.
 */
export interface QualityFix {
  measure: string;
  instrument: string;
  window: string;
  fix: "follow_up" | "baseline";
  people: number;
  now: { lower: number; upper: number };
  after: { lower: number; upper: number };
}

/** How many forms there are, and how many of them have a fault. */
export interface ScoreFaults {
  forms: number;
  unscorable: number;
  late: number;
}
