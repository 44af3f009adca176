/** Every English word that the views write, in one place, so that the report can be translated. */
export const STRINGS = {
  polarity: {
    higher: "Higher is better",
    lower: "Lower is better",
    neither: "Neither higher nor lower is better",
  },
  status: {
    suppressed: "hidden",
    no_value: "no value",
    pending: "pending",
  },
  statusMeaning: {
    shown: "",
    suppressed: "Hidden: so few people that somebody might be recognised.",
    no_value: "No value: nobody was eligible, so there is nothing to measure. This is not zero.",
    pending: "Pending: no follow-up window has closed yet, so it is too early to tell.",
  },
  unknownLevel: "unknown",
  programme: "Whole programme",
  higherIsWorse: "a higher score is worse",
  lowerIsWorse: "a lower score is worse",
  firmness: {
    sourced: "read in its source",
    convention: "agreed by convention",
    unverified: "not verified yet",
  } as Readonly<Record<string, string>>,
  match: { same: "same definition", similar: "similar definition" } as Readonly<Record<string, string>>,
  steps: {
    all: "Everyone enrolled",
    no_baseline: "No score at the start",
    baseline_not_elevated: "Starting score below the cut-off",
    window_open: "Follow-up window still open",
    no_remission_value: "No published remission threshold for the instrument",
    no_reliable_change_value: "No published reliable change for the instrument",
    denominator: "Eligible",
    not_observed: "No score in the window",
    observed: "Measured again",
    not_met: "Did not meet the measure",
    numerator: "Met the measure",
  } as Readonly<Record<string, string>>,
  grains: { month: "month", quarter: "quarter", year: "year", all: "all time" },
  verdicts: {
    rejected: "set aside",
    duplicate: "counted once",
    out_of_scope: "out of scope",
  } as Readonly<Record<string, string>>,
} as const;

/** A step of the waterfall in words; a step nobody named reads as its id with spaces. */
export function stepName(step: string): string {
  return STRINGS.steps[step] ?? step.replaceAll("_", " ");
}

/** How well grounded a fact is, in words. */
export function firmnessName(firmness: string): string {
  return STRINGS.firmness[firmness] ?? firmness;
}
