/** Classes of treatment, in lower case, that are medicines for the mind; sites recode theirs to these in the program file. */
export const PSYCHOTROPIC_CLASSES: readonly string[] = [
  "antidepressant",
  "ssri",
  "snri",
  "tca",
  "maoi",
  "antipsychotic",
  "mood stabiliser",
  "mood stabilizer",
  "lithium",
  "anxiolytic",
  "benzodiazepine",
  "hypnotic",
  "stimulant",
];
