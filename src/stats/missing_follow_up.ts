import type { Confidence, Estimate } from "./estimate.ts";
import { proportion } from "./proportion.ts";
import { refuseUnless } from "./refuse.ts";

/** Everyone due a follow-up score, those who have one, and those of them who succeeded. */
export interface FollowUpCounts {
  eligible: number;
  observed: number;
  successes: number;
}

/**
 * What a success rate can honestly say when follow-up is incomplete. `nonResponder` counts the missing as failures, as the
 * national programmes do; it is also the `worst` bound. No assumption about the missing can leave `worst` to `best`.
 */
export interface MissingFollowUp {
  followUp: Estimate | null;
  observedCase: Estimate | null;
  nonResponder: Estimate | null;
  bounds: { worst: number; best: number } | null;
}

/**
 * The four statements published beside every success rate, 0 to 1 with Wilson intervals. `observedCase` is null where nobody
 * was followed up, all four are where nobody is eligible. Bounds: Manski, American Economic Review 1990; 80:319-323.
 */
export function missingFollowUp(
  { eligible, observed, successes }: FollowUpCounts,
  options: Confidence = {},
): MissingFollowUp {
  refuseUnless(observed <= eligible, "Nobody can be followed up who is not eligible.");
  const nonResponder = proportion({ numerator: successes, denominator: eligible }, options);
  return {
    followUp: proportion({ numerator: observed, denominator: eligible }, options),
    observedCase: proportion({ numerator: successes, denominator: observed }, options),
    nonResponder,
    bounds: nonResponder && {
      worst: nonResponder.value,
      best: (successes + eligible - observed) / eligible,
    },
  };
}
