import { BYAR_MINIMUM, byar } from "./byar.ts";
import type { Confidence } from "./estimate.ts";
import { poissonExact } from "./poisson_exact.ts";
import type { Interval } from "./wilson.ts";

/** The interval of a Poisson count, in events: exact below 10 events, Byar's from there on, as PHEindicatormethods does. */
export function poissonInterval(count: number, options: Confidence = {}): Interval {
  return count < BYAR_MINIMUM ? poissonExact(count, options) : byar(count, options);
}
