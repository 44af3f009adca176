import { sum } from "d3";
import { BYAR_MINIMUM, byar } from "./byar.ts";
import type { Confidence, Estimate } from "./estimate.ts";
import { refuseUnless, requireCount, requireSize } from "./refuse.ts";

/** One age band (or age by sex): what was seen in the population, and the band's size in the standard population. */
export interface StandardBand {
  events: number;
  population: number;
  standard: number;
}

/**
 * The directly standardised rate per `per` people with Dobson's interval around Byar's limits of the count.
 * Null under 10 events, where the method is not reliable, and where the standard population is empty. A band with a weight
 * but nobody in it is refused: its rate is unknown, not zero. Each person counts once; repeated events need another variance.
 * Dobson et al., Statistics in Medicine 1991; 10:457-462; PHEindicatormethods `calculate_dsr`.
 */
export function standardise(
  bands: readonly StandardBand[],
  { per = 100_000, level = 0.95 }: Confidence & { per?: number } = {},
): Estimate | null {
  for (const { events, population, standard } of bands) {
    requireCount(events, "The events of a band");
    requireSize(standard, "A standard population");
    refuseUnless(population > 0, "Every band needs a population greater than zero.");
  }
  const events = sum(bands, (band) => band.events);
  const total = sum(bands, (band) => band.standard);
  if (events < BYAR_MINIMUM || total === 0) return null;
  const value = sum(bands, (band) => band.standard * (band.events / band.population)) / total;
  const variance = sum(bands, (band) => band.events * (band.standard / band.population) ** 2) / total ** 2;
  const limits = byar(events, { level });
  const dobson = (limit: number) => per * (value + Math.sqrt(variance / events) * (limit - events));
  return { value: per * value, lower: dobson(limits.lower), upper: dobson(limits.upper) };
}
