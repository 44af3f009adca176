import betaQuantile from "@stdlib/stats-base-dists-beta-quantile";
import { sum } from "d3";
import { tail } from "./critical_z.ts";
import type { Confidence, OpenEstimate } from "./estimate.ts";
import { pooled } from "./p_chart.ts";
import { type Proportion, requireProportion } from "./proportion.ts";

/** A group's proportion drawn towards the overall one; `weight` is how much of it is the group's own, 0 to 1. */
interface Shrunk extends OpenEstimate {
  weight: number;
}

/** The prior all groups share: its mean, its variance as a share of mean (1 - mean), and the shrunken groups as given. */
export interface EmpiricalBayes {
  overall: number;
  correlation: number;
  groups: Shrunk[];
}

/** A correlation of 1 would leave no prior at all; this one leaves a prior worth a thousandth of a person. */
const MOST_CORRELATED = 0.999;

/** Groups of one person each cannot tell differences between groups from chance: no room but rounding. */
const NO_ROOM = 1e-9;

/**
 * Empirical-Bayes shrinkage of proportions: a beta-binomial model whose prior is found by moments, weighting groups by size,
 * with limits from each group's beta posterior. The limits take the prior as known, so they are too narrow where groups are
 * few and small: those of thirty groups of fifteen hold the truth 87 % of the time instead of 95 (simulated in the tests).
 * Where groups differ by no more than chance, each is the overall proportion and has no limits of its own. A group that
 * counts nobody is the prior alone. Null with fewer than two groups that count anyone. Kleinman, JASA 1973; 68:46-54.
 */
export function empiricalBayes(
  groups: readonly Proportion[],
  { level = 0.95 }: Confidence = {},
): EmpiricalBayes | null {
  groups.forEach(requireProportion);
  const alpha = tail(level);
  const counted = groups.filter(({ denominator }) => denominator > 0);
  if (counted.length < 2) return null;
  const overall = pooled(counted);
  const correlation = intraclass(counted, overall);
  if (correlation === 0)
    return {
      overall,
      correlation,
      groups: groups.map(() => ({ value: overall, lower: null, upper: null, weight: 0 })),
    };
  const prior = (1 - correlation) / correlation;
  const shrink = ({ numerator, denominator }: Proportion): Shrunk => {
    const successes = overall * prior + numerator;
    const failures = (1 - overall) * prior + denominator - numerator;
    return {
      value: successes / (successes + failures),
      lower: betaQuantile(alpha, successes, failures),
      upper: betaQuantile(1 - alpha, successes, failures),
      weight: denominator / (denominator + prior),
    };
  };
  return { overall, correlation, groups: groups.map(shrink) };
}

/**
 * Kleinman's moment estimate with weights n: the weighted squares sum (n (p - overall)^2) have the expectation
 * overall (1 - overall) [(k - 1) + correlation (N - sum(n^2) / N - (k - 1))].
 */
function intraclass(groups: readonly Proportion[], overall: number): number {
  const size = sum(groups, (group) => group.denominator);
  const chance = groups.length - 1;
  const squares = sum(
    groups,
    ({ numerator, denominator }) => denominator * (numerator / denominator - overall) ** 2,
  );
  const room = size - sum(groups, (group) => group.denominator ** 2) / size - chance;
  const excess = squares / (overall * (1 - overall)) - chance;
  return excess > 0 && room > NO_ROOM ? Math.min(excess / room, MOST_CORRELATED) : 0;
}
