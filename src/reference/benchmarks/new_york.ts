import type { Benchmark } from "./benchmark.ts";

const CLINICS = {
  programme: "New York State Medicaid, collaborative care",
  setting: "Median of 26 clinics that stayed in the programme, 2015 to 2017",
  n: null,
  instrument: null,
  basis: "everyone",
  match: "similar",
  citation: "Moise et al. 2018, Implementation Science",
} as const satisfies Partial<Benchmark>;

const MEDIAN = "a median of clinics in place of all people together; Medicaid only";

/** Medians of the state's clinics in the first and the last of three years. */
export const NEW_YORK: readonly Benchmark[] = [
  {
    ...CLINICS,
    id: "nys_improved",
    measure: "improvement_70d",
    window: "month_end",
    low: 0.33,
    high: 0.58,
    definition: "PHQ-9 below 10 or halved at the last score, of those enrolled for 70 days or more",
    why: MEDIAN,
  },
  {
    ...CLINICS,
    id: "nys_consultation",
    measure: "consultation_if_not_improved",
    window: "last_90d",
    low: 0.55,
    high: 0.805,
    definition: "A psychiatric consultation, of those not improved after 70 days",
    why: `${MEDIAN}; how far it looks back is not published`,
  },
  {
    ...CLINICS,
    id: "nys_treatment_change",
    measure: "treatment_change_if_not_improved",
    window: "last_90d",
    low: 0.48,
    high: 0.73,
    definition: "A change of treatment, of those not improved after 70 days",
    why: `${MEDIAN}; how far it looks back is not published`,
  },
  {
    ...CLINICS,
    id: "nys_three_contacts",
    measure: "three_contacts_a_quarter",
    window: "last_3m",
    low: 0.24,
    high: 0.405,
    definition: "Three contacts or more with the care manager in a calendar quarter, of those enrolled",
    why: MEDIAN,
  },
];
