import { followUp } from "./follow_up/measure.ts";
import { improvement } from "./improvement/measure.ts";
import type { Measure } from "./measure.ts";
import { reliableDeterioration } from "./reliable_deterioration/measure.ts";
import { reliableImprovement } from "./reliable_improvement/measure.ts";
import { reliableRecovery } from "./reliable_recovery/measure.ts";
import { remission } from "./remission/measure.ts";
import { response } from "./response/measure.ts";

/** Every registered measure, in the order in which pages show them. */
export const MEASURES: readonly Measure[] = [
  followUp,
  response,
  remission,
  improvement,
  reliableImprovement,
  reliableRecovery,
  reliableDeterioration,
];
