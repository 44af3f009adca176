/**
 * What a measure of kind `mean` is the mean of. Its table keeps values as whole `parts` of the unit; where a value is a change it
 * has the `baseline` beside it, which a mean of the missing and an effect size rest on.
 */
export const MEAN_UNITS = {
  points: { parts: 10_000, has_baseline: true },
  weeks: { parts: 7, has_baseline: false },
} as const;

export type MeanUnit = keyof typeof MEAN_UNITS;

/** The unit of a mean and the most that one person may add to a published one; null where the scale says so. */
export interface MeanOf {
  unit: MeanUnit;
  most: number | null;
}
