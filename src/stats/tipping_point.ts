import { range } from "d3";
import { at } from "./at.ts";
import type { ImputedRate } from "./multiple_imputation.ts";
import { refuseUnless } from "./refuse.ts";

/** Where the whole interval of a rate lies against a target. */
type Verdict = "above" | "below" | "unclear";

/** The rate under one assumption about the missing. */
interface DeltaStep {
  delta: number;
  rate: ImputedRate;
  verdict: Verdict;
}

/** The steps taken, from delta 0 on, and the delta at which the verdict fell: null if it stood, or was unclear to begin with. */
export interface TippingPoint {
  steps: DeltaStep[];
  tipsAt: number | null;
}

/** `target` is a rate, 0 to 1; deltas run from 0 by `step` to `furthest`, on the log-odds scale. */
export interface TippingOptions {
  target: number;
  step?: number;
  furthest?: number;
}

/**
 * How much worse (or, for a rate below target, better) than predicted the missing must have done before the verdict on the
 * rate no longer stands: the rate is imputed again with the log odds of the missing moved a step further from 0 each time.
 * Yan, Lee and Li, Journal of Biopharmaceutical Statistics 2009; 19:1085-1098; van Buuren 2018, section 3.8.
 */
export function tippingPoint(
  impute: (delta: number) => ImputedRate,
  { target, step = 0.25, furthest = 5 }: TippingOptions,
): TippingPoint {
  refuseUnless(target > 0 && target < 1, "A target rate must lie between 0 and 1.");
  refuseUnless(step > 0 && furthest >= step, "Deltas need a step above zero and an end no nearer than it.");
  const steps: DeltaStep[] = [];
  for (const distance of range(0, furthest + step / 2, step)) {
    const delta = steps[0]?.verdict === "above" ? -distance : distance;
    const rate = impute(delta);
    const verdict = judge(rate, target);
    steps.push({ delta, rate, verdict });
    if (verdict === "unclear" || verdict !== at(steps, 0).verdict)
      return { steps, tipsAt: distance === 0 ? null : delta };
  }
  return { steps, tipsAt: null };
}

function judge({ lower, upper }: ImputedRate, target: number): Verdict {
  if (lower > target) return "above";
  return upper < target ? "below" : "unclear";
}
