import chisquareCdf from "@stdlib/stats-base-dists-chisquare-cdf";
import { sum } from "d3";
import { at } from "./at.ts";
import { cholesky, choleskySolve, dot } from "./cholesky.ts";
import { eventTimes, headcount, requireTimes, riskAt, type TimeToEvent } from "./risk_set.ts";

/** Whether groups differ in their time to an event, with each group's observed and expected events in the order given. */
export interface LogRank {
  chiSquare: number;
  degreesOfFreedom: number;
  p: number;
  groups: readonly { n: number; observed: number; expected: number }[];
}

/**
 * The log-rank test of two or more groups, with the hypergeometric variance (`survdiff` in R). A group that is never at risk
 * when an event happens takes no part. Null where fewer than two groups do, or nothing is left to chance.
 * Mantel, Cancer Chemotherapy Reports 1966; 50:163-170.
 */
export function logRank(groups: readonly (readonly TimeToEvent[])[]): LogRank | null {
  const everyone = groups.flat();
  requireTimes(everyone);
  const risks = eventTimes(everyone).map((time) => ({
    whole: riskAt(everyone, time),
    parts: groups.map((group) => riskAt(group, time)),
  }));
  const totals = groups.map((group, j) => ({
    n: headcount(group),
    observed: sum(risks, ({ parts }) => at(parts, j).events),
    expected: sum(risks, ({ whole, parts }) => (whole.events * at(parts, j).atRisk) / whole.atRisk),
  }));
  const compared = [...totals.keys()].filter((j) => at(totals, j).expected > 0);
  const free = compared.slice(1);
  if (free.length === 0) return null;
  const excess = free.map((j) => at(totals, j).observed - at(totals, j).expected);
  const factor = cholesky(free.map((j) => free.map((k) => sum(risks, (risk) => covariance(risk, j, k)))));
  if (factor === null) return null;
  const chiSquare = dot(excess, choleskySolve(factor, excess));
  return {
    chiSquare,
    degreesOfFreedom: free.length,
    p: 1 - chisquareCdf(chiSquare, free.length),
    groups: totals,
  };
}

type Risk = ReturnType<typeof riskAt>;

function covariance(
  { whole: { atRisk, events }, parts }: { whole: Risk; parts: readonly Risk[] },
  j: number,
  k: number,
) {
  if (atRisk === 1) return 0;
  const share = (group: number) => at(parts, group).atRisk / atRisk;
  return ((events * (atRisk - events)) / (atRisk - 1)) * share(j) * (Number(j === k) - share(k));
}
