import { followUp } from "./follow_up/measure.ts";
import type { Measure } from "./measure.ts";
import { reliableDeterioration } from "./reliable_deterioration/measure.ts";
import { reliableImprovement } from "./reliable_improvement/measure.ts";
import { remission } from "./remission/measure.ts";
import { response } from "./response/measure.ts";

/** Every registered measure, in the order in which pages show them. */
export const MEASURES: readonly Measure[] = [
  followUp,
  response,
  remission,
  reliableImprovement,
  reliableDeterioration,
];
