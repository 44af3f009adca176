import type { Measure } from "../measure.ts";
import { OUTCOME } from "../outcome.ts";

export const meanChange: Measure = {
  ...OUTCOME,
  id: "mean_change",
  title: "Mean change",
  why: "How far scores moved on the whole, also where nobody crossed a threshold.",
  definition:
    "Of enrolled episodes with an elevated baseline score whose follow-up window has closed and who have a score in the window, the mean of the change from baseline to the last score in the window, in score points; positive is better. People without a score in the window have no change, so the mean is of those measured only. The standardised effect size is the mean change divided by the standard deviation of the baseline scores of everyone in the denominator.",
  in_words: "were seen again with a score in the window",
  kind: "mean",
  mean: { unit: "points", most: null },
  better: "higher",
  specs: [],
  source:
    "Student's t interval; standardised by the baseline standard deviation as in Becker 1988 and the treatment-effect benchmarks of Minami 2007",
  firmness: "convention",
  sign_off: null,
};
