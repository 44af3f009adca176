import { CHART_STRINGS } from "./strings_charts.ts";
import { CURVE_STRINGS } from "./strings_curves.ts";
import { DATA_STRINGS } from "./strings_data.ts";
import { PROGRAMME_STEPS } from "./strings_definitions.ts";
import { MEAN_STRINGS } from "./strings_means.ts";
import { METHOD_STRINGS } from "./strings_methods.ts";
import { PLANNER_STRINGS } from "./strings_planners.ts";
import { SIGNAL_STRINGS } from "./strings_signals.ts";

/**
 * Every English word that the views write, in one place, so that the report can be translated. A sentence with figures in it is
 * a function of words that are already written out; what the figures are is decided where they are read.
 */
export const STRINGS = {
  polarity: {
    higher: "Higher is better",
    lower: "Lower is better",
    neither: "Neither higher nor lower is better",
  },
  status: { suppressed: "hidden", no_value: "no value", pending: "pending" },
  statusMeaning: {
    suppressed: "Hidden: so few people that somebody might be recognised.",
    no_value: "No value: nobody was eligible, so there is nothing to measure. This is not zero.",
    pending: "Pending: no follow-up window has closed yet, so it is too early to tell.",
  },
  grains: { month: "month", quarter: "quarter", year: "year", all: "all time" },
  firmness: {
    sourced: "read in its source",
    convention: "agreed by convention",
    unverified: "not verified yet",
  },
  steps: {
    all: "All, whether eligible or not",
    no_baseline: "No score at the start",
    baseline_not_elevated: "Starting score below the cut-off",
    episode_open: "Episode not ended yet",
    window_open: "Follow-up window still open",
    no_remission_value: "No remission threshold known for the scale",
    no_reliable_change_value: "No reliable change known for the scale",
    no_score_yet: "No score on the episode’s scale by then",
    too_early: "Not in care long enough",
    not_in_care: "Left care before the month’s end",
    episode_ended: "Care had ended before",
    still_in_care: "Still in care",
    improved: "Already improved",
    not_improved: "Not improved at the end",
    no_follow_up_contact: "No follow-up contact",
    no_referral_date: "No referral recorded",
    withdrew: "Withdrew before being seen",
    no_care_manager: "No care manager recorded",
    no_staffing: "No staffing recorded",
    under_age: "Below screening age",
    no_first_screen: "No first screen that month",
    no_psychotropic: "On no psychotropic medicine",
    no_dose_kept: "No doses kept in the extract",
    below_billing_threshold: "Too few minutes for any code",
    not_billed: "Not billed",
    ...PROGRAMME_STEPS,
    denominator: "Eligible",
    not_observed: "No score in the window",
    observed: "Measured again",
    not_met: "Did not meet the measure",
    numerator: "Met the measure",
  },
  units: {
    episode: "people",
    patient_month: "people",
    episode_month: "people in care",
    service_month: "people with minutes of care",
    referral: "referrals",
    person: "people referred",
    patient_year: "people",
  },
  stamp: {
    label: "About these numbers",
    eyebrow: "Collaborative care, measured",
    status: "Status",
    reporting: {
      provisional: (days: string) =>
        `Provisional: late entries may follow (final ${days} days after the as-of date)`,
      final: (days: string) => `Final: the extract was taken ${days} days or more after the as-of date`,
    },
    asOf: "As of",
    dataThrough: "Data through",
    source: "Source",
    rowsRead: "Rows read",
    rowsReadRounded: "Rows read, rounded",
    smallNumbers: "Small numbers",
    smallNumbersRule: (hide: string, round: string) =>
      `${hide} or fewer hidden, others to the nearest ${round}`,
    smallNumbersExact: (hide: string) => `${hide} or fewer hidden, others exact`,
    smallNumbersOpen: "all shown, exact",
    run: "Run",
    beside: "The same pages about other data:",
    synthetic: "Synthetic data.",
    dataNote: "What the data are.",
    line: (programme: string, asOf: string, run: string) => `${programme}, as of ${asOf}, run ${run}.`,
  },
  finding: {
    none: "This release holds no result for this measure.",
    nobody: "Nobody",
    noneOf: (units: string) => `None of the ${units}`,
    during: (units: string, when: string) => `${units} in ${when}`,
    few: (units: string) => `Fewer than 1 in 100 ${units}`,
    most: (units: string) => `More than 99 in 100 ${units}`,
    about: (rate: string, units: string) => `About ${rate} in 100 ${units}`,
    whole: (who: string, did: string, lower: string, upper: string) =>
      `${who} ${did} (likely between ${lower} and ${upper}).`,
    plainly: (found: string) => `${found}.`,
    plainlyOfSeen: (found: string, did: string) => `${found}; of those measured again, ${did} in 100 did.`,
    metMeasure: (measure: string) => `met the measure “${measure}”`,
    seen: (rate: string) => `${rate} in 100 were measured again.`,
    seenAndDid: (rate: string, did: string) =>
      `${rate} in 100 were measured again; of those, ${did} in 100 did.`,
    seenHidden: "How many were measured again is hidden.",
    change: (from: string, when: string, to: string, then: string) =>
      `From ${from} in 100 (${when}) to ${to} in 100 (${then})`,
    mayBeChance: "the likely ranges overlap, so this may be chance.",
    improved: "an improvement larger than chance alone explains.",
    worsened: "a worsening larger than chance alone explains.",
    rose: "a rise larger than chance alone explains.",
    fell: "a fall larger than chance alone explains.",
    noneApart: (all: string) => `${all} likely ranges include the programme’s figure: none stands apart.`,
    both: "Both",
    all: (count: string) => `All ${count}`,
    apart: (some: string, count: string) =>
      `${some} of ${count} likely ranges lie wholly to one side of the programme’s figure. Ranges that overlap must not be ranked.`,
  },
  columns: {
    measure: "Measure",
    trend: "Over time",
    signal: "Signal or noise",
    window: "When",
    series: "Scale and window",
    period: "Period",
    clinic: "Clinic",
    group: "Group",
    result: "Result",
    range: "Likely range",
    strip: "0 to 100%",
    followedUp: "Followed up",
    ofMeasured: "Of those measured",
    eligible: "Eligible",
    measuredAgain: "Measured again",
    met: "Met the measure",
    step: "Step",
    people: "People",
  },
  headline: {
    nothing: "No scale has a starting score in this extract, so no outcome could be measured.",
    outcomes: "Outcomes",
    outcomesCaption: "Outcomes of the whole programme",
    place: (instrument: string, window: string) => `${instrument}, ${window}`,
    scores: (name: string, min: number, max: number, higherIsWorse: boolean) =>
      `${name} runs from ${min} to ${max}; a ${higherIsWorse ? "higher" : "lower"} score is worse. Everyone eligible counts, whether or not they were seen again.`,
    care: "Care given",
    careMeaning: "What was done for people, whichever scale they were measured on.",
    careCaption: "Care given by the whole programme",
    likely: (range: string) => `likely ${range}`,
    notComputable: (measures: string) => `Not computable from this extract: ${measures}.`,
  },
  trend: {
    none: "–",
    caption: (grain: string, from: string, to: string) => `by ${grain}, ${from} to ${to}`,
  },
  signals: SIGNAL_STRINGS,
  measure: {
    absent: "This release does not hold this measure.",
    notComputable: (tables: string) => `Not computable from this extract: it needs ${tables}.`,
    signedOff: (by: string) => `Signed off by ${by}`,
    notSignedOff: "Definition awaits clinical sign-off",
    summary: "Every scale and window",
    download: "Numbers as CSV",
    results: "Results",
    section: (instrument: string | undefined, window: string) =>
      instrument === undefined ? window : `${instrument}, ${window}`,
    folded: (window: string, value: string, range: string) => `${window}: ${value} (${range})`,
    foldedWithout: (window: string, why: string) => `${window}: ${why}`,
    notShown: (reasons: string) => `Not shown. ${reasons}`,
  },
  charts: CHART_STRINGS,
  missing: {
    title: "Who is missing, and what difference it makes",
    share: "share of those eligible",
    followedUp: "Followed up",
    followedUpWho: (seen: string, people: string) =>
      `About ${seen} of ${people} eligible people have a score in the window.`,
    everyone: "Counting everyone",
    everyoneWho: (people: string) =>
      `All ${people} eligible; no score counts as not met. This is the figure on every page.`,
    measured: "Only those measured",
    measuredWho: (seen: string) =>
      `The ${seen} with a score. Those who come back may differ from those who do not.`,
    possible: "Whatever became of the rest",
    possibleRange: "lowest to highest possible",
    possibleWho: "From none to all of those without a score having met the measure.",
    bounds: (lowest: string, highest: string) =>
      `Without assuming anything about people without a score, all that is certain is that between ${lowest} and ${highest} in 100 met the measure.`,
    boundsHidden:
      "How many have no score is hidden, so how much they could change the result cannot be said.",
    flatters:
      "Lower is better here, so counting a missing score as “not met” flatters the result: read the figure of those measured first.",
  },
  means: MEAN_STRINGS,
  waterfall: {
    title: "From everyone enrolled to those who met the measure",
    titleOfMean: "From everyone enrolled to those measured again",
    titleOfCounted: "From everyone enrolled to those who count",
    subtitle: (subject: string, when: string, polarity: string) =>
      `${subject}, ${when}. Each person leaves at one step, for one reason. ${polarity}.`,
    caption: (subject: string) => `${subject}: steps`,
    none: "This release holds no steps for this measure.",
    rounded: (round: string) =>
      `Counts are rounded to the nearest ${round}, so the steps may not add up exactly.`,
  },
  definition: {
    title: "Definition",
    who: "Who counts",
    windows: "Windows",
    missing: "Missing scores",
    missingRule:
      "A person without a score in the window is never counted as a success. The share followed up stands beside every result.",
    repeated: "Counted again",
    repeatedRule: (period: string) =>
      `A person counts once in each ${period} and again in the next, so ${period}s are shown one by one and never added up.`,
    direction: "Direction",
    specs: "Published specifications",
    noSpecs: "None",
    match: { same: "same definition", similar: "similar definition" },
    source: "Source",
    signOff: "Sign-off",
    nobody: "Nobody yet",
    numbers: "Numbers",
  },
  survival: CURVE_STRINGS,
  planners: PLANNER_STRINGS,
  data: DATA_STRINGS,
  methods: METHOD_STRINGS,
} as const;

/** The words of an id in one of the lists above; an id that nobody named reads as itself with spaces. */
export function named(words: Readonly<Record<string, string>>, id: string): string {
  return words[id] ?? id.replaceAll("_", " ");
}
