import type { Measure } from "./measure.ts";

/** A heading under which pages list measures, both in reading order. */
export interface Topic {
  id: string;
  title: string;
  measures: readonly string[];
}

/** A measure that stands on the first page: in the window that is read first, then in those beside it. */
export interface Headline {
  measure: string;
  windows: readonly [string, ...string[]];
}

const TOPICS: readonly Topic[] = [
  {
    id: "outcomes",
    title: "Outcomes",
    measures: [
      "follow_up",
      "response",
      "remission",
      "improvement",
      "reliable_improvement",
      "reliable_recovery",
      "reliable_deterioration",
      "mean_change",
      "improvement_70d",
      "improvement_24w",
    ],
  },
  {
    id: "starting",
    title: "Starting care",
    measures: [
      "first_contact_wait",
      "early_follow_up",
      "care_plan",
      "patient_education",
      "trained_care_manager",
    ],
  },
  {
    id: "in_touch",
    title: "Staying in touch",
    measures: [
      "monthly_contact",
      "two_contacts_a_month",
      "three_contacts_a_quarter",
      "overdue_contact",
      "recent_score",
      "medication_tracking",
    ],
  },
  {
    id: "stepping_up",
    title: "When care is not enough",
    measures: [
      "consultation_if_not_improved",
      "treatment_change_if_not_improved",
      "consultation_weeks_8_to_12",
      "any_case_review",
      "case_review_cadence",
    ],
  },
  {
    id: "safety",
    title: "Safety and leaving",
    measures: ["safety_follow_up", "relapse_prevention_plan"],
  },
  {
    id: "reach",
    title: "Reach and capacity",
    measures: ["people_reached", "screening_reach", "screening_yield", "caseload_within_norm"],
  },
  {
    id: "billing",
    title: "Care that is billed",
    measures: ["billable_month", "near_billing_threshold", "billable_month_billed", "billed_by_the_rules"],
  },
  {
    id: "programmes",
    title: "National and programme definitions",
    measures: [
      "definition_panel",
      "definition_pairs",
      "index_follow_up",
      "index_response",
      "index_remission",
      "phq9_utilisation",
      "screening_and_plan",
      "dsf_screening",
      "dsf_follow_up",
      "nhs_recovery",
      "nhs_reliable_improvement",
      "nhs_reliable_recovery",
      "nhs_reliable_deterioration",
      "nys_enrolment",
      "nys_new",
      "nys_duration",
      "nys_contact",
      "nys_improvement",
      "nys_remission",
      "nys_consultation",
    ],
  },
];

/** What the first page shows, in its order. */
export const HEADLINES: readonly Headline[] = [
  ...["follow_up", "response", "remission", "reliable_recovery", "reliable_deterioration"].map(
    (measure): Headline => ({ measure, windows: ["6m", "10w"] }),
  ),
  { measure: "first_contact_wait", windows: ["wait_14d"] },
  { measure: "early_follow_up", windows: ["days_1_to_28"] },
  { measure: "monthly_contact", windows: ["month"] },
  { measure: "recent_score", windows: ["last_30d"] },
  { measure: "consultation_if_not_improved", windows: ["last_90d"] },
  { measure: "treatment_change_if_not_improved", windows: ["last_90d"] },
  { measure: "safety_follow_up", windows: ["next_day"] },
];

/** The topics of these measures; those that no topic lists stand under one of their own, at the end. */
export function topicsOf(measures: readonly Pick<Measure, "id">[]): Topic[] {
  const ids = measures.map(({ id }) => id);
  const listed = new Set(TOPICS.flatMap((topic) => topic.measures));
  const others = { id: "other", title: "Other measures", measures: ids.filter((id) => !listed.has(id)) };
  return [...TOPICS, others]
    .map((topic) => ({ ...topic, measures: topic.measures.filter((id) => ids.includes(id)) }))
    .filter((topic) => topic.measures.length > 0);
}
