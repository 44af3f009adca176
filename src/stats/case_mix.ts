import { groups } from "d3";
import { at } from "./at.ts";
import { calibration, type RiskGroup, riskGroup } from "./calibration.ts";
import type { Confidence, Estimate } from "./estimate.ts";
import { type Case, type LogisticModel, logistic, type Refusal } from "./logistic.ts";
import { scaledCount } from "./scaled_count.ts";

/** One group's successes beside those its case mix leads one to expect; `rate` is the ratio times the overall proportion. */
interface AdjustedGroup extends RiskGroup {
  group: string;
  ratio: Estimate;
  rate: Estimate;
}

/** Groups in order of first appearance, with the model behind them and how well it fits. */
export interface CaseMix {
  model: LogisticModel;
  overall: number;
  groups: AdjustedGroup[];
  calibration: RiskGroup[];
}

/**
 * Case-mix adjustment: a logistic model of success on the covariates of everyone together, then each group's observed over
 * expected successes with the exact or Byar interval of the observed count, and the risk-adjusted rate, which may pass 1.
 * Poisson limits are wider than they need be where success is common. Returns why there is no model where there is none.
 * DeLong et al., Statistics in Medicine 1997; 16:2645-2664.
 */
export function caseMix(
  cases: readonly (Case & { group: string })[],
  options: Confidence = {},
): CaseMix | { refused: Refusal } {
  const model = logistic(cases);
  if ("refused" in model) return model;
  const predictions = cases.map(({ group, success, people }, i) => ({
    group,
    success,
    people,
    expected: at(model.fitted, i),
  }));
  const whole = riskGroup(predictions);
  const overall = whole.observed / whole.n;
  const adjusted = groups(predictions, ({ group }) => group).map(([group, members]) => {
    const risk = riskGroup(members);
    const { observed, expected } = risk;
    return {
      group,
      ...risk,
      ratio: scaledCount(observed, 1 / expected, options),
      rate: scaledCount(observed, overall / expected, options),
    };
  });
  return { model, overall, groups: adjusted, calibration: calibration(predictions) };
}
