import type { CodeSet } from "../code_sets.ts";

/** Classes of treatment, as sites name them. */
export const TREATMENT_CODES: readonly CodeSet[] = [
  {
    id: "antidepressant",
    title: "Medication for depression",
    source: "classes of CMS2's depression medications; spellings are the programme's call",
    codes: `
      ANTIDEPRESSANT SSRI SNRI TCA TRICYCLIC TRICYCLIC_ANTIDEPRESSANT MAOI NDRI SARI NASSA ATYPICAL_ANTIDEPRESSANT
      TETRACYCLIC`,
  },
  {
    id: "psychotherapy",
    title: "Psychological therapy",
    source: "CMS2: follow-up for depression; spellings are the programme's call",
    codes:
      "PSYCHOTHERAPY CBT IPT PST BA BEHAVIORAL_ACTIVATION PROBLEM_SOLVING_TREATMENT COUNSELING COUNSELLING",
  },
];
