import { OUTCOME_WINDOWS } from "../reference/windows.ts";
import type { Measure } from "./measure.ts";

/** What all outcomes have in common: enrolled episodes with an elevated baseline, judged by the last score in each window. */
export const OUTCOME = {
  unit: "episode",
  by_instrument: true,
  has_follow_up: true,
  windows: OUTCOME_WINDOWS.map(({ id }) => id),
  needs: ["patient", "clinic", "episode", "assessment"],
  exclusions: ["no_baseline", "baseline_not_elevated", "episode_open", "window_open"],
} as const satisfies Partial<Measure>;
