/** The words of the definition panel. */
export const DEFINITION_STRINGS = {
  absent: "This release does not hold the definitions beside each other.",
  needs: (tables: string) => `Not computable, needs: ${tables}.`,
  side: "The same people by each definition",
  finding: (people: string, low: string, high: string) =>
    `Of the same ${people} people ever enrolled, ${low} to ${high} of every 100 whom a definition counts are better, depending on the definition alone.`,
  hidden: "Too few people are better by any definition to say how much the definitions differ.",
  definition: "Definition",
  counted: "Counted",
  notCounted: "Not counted",
  pending: "Not judged yet",
  noScore: "No score in its window",
  notMet: "Scored, not better",
  better: "Better",
  share: "Better, of counted",
  range: "Likely between",
  pairs: "Who is better by one and not by the other",
  pairsCaption: "Each two definitions, reconciled",
  pairsIntro:
    "Every person stands in one column of each row: better by both, by one only for one reason, or by neither. Together they are everyone.",
  rounded: "Counts are rounded one by one, so that a row may not add up to the last digit.",
  exact: "Counts are exact, and every row adds up.",
  two: "First; second",
  both: "Better by both",
  neither: "By neither",
  all: "Everyone",
  source:
    "CMS159 and CBE 0711: measure logic and MN Community Measurement. DRR-E: an open calculator. New York State: registry form. NHS Talking Therapies: national metadata.",
};

/** Why national and programme definitions leave people out; part of `STRINGS.steps`. */
export const PROGRAMME_STEPS = {
  died: "Died by then",
  hospice: "In hospice or palliative care",
  other_diagnosis: "Excluding diagnosis",
  bipolar: "Bipolar disorder",
  known_depression: "Known depression",
  screening_not_done: "Declined or medical reason",
  no_positive_screen: "No positive screen",
  not_medicaid: "Not on Medicaid",
  too_few_contacts: "Fewer than two contacts",
  no_pair: "No PHQ-9 or no GAD-7",
  not_at_caseness: "Below both cuts at the start",
  not_in_definition: "Not in its denominator",
  not_judged_yet: "Not judged yet",
  first_only_not_counted: "First only: not counted by the second",
  first_only_no_score: "First only: no score for the second",
  first_only_threshold: "First only: other threshold",
  second_only_not_counted: "Second only: not counted by the first",
  second_only_no_score: "Second only: no score for the first",
  second_only_threshold: "Second only: other threshold",
  better_by_neither: "Better by neither",
};
