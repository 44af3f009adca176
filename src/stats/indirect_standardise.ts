import { sum } from "d3";
import type { Confidence, Estimate } from "./estimate.ts";
import { refuseUnless, requireCount, requireSize } from "./refuse.ts";
import { scaledCount } from "./scaled_count.ts";

/** One band: what was seen here, and what was seen in the reference population. */
export interface ReferenceBand {
  events: number;
  population: number;
  referenceEvents: number;
  referencePopulation: number;
}

/** Observed against expected events, their ratio (1 means as expected) and the rate per `per` people that it implies. */
export interface IndirectRates {
  observed: number;
  expected: number;
  ratio: Estimate;
  rate: Estimate;
}

/**
 * Indirect standardisation: the events expected at the reference rates, the ratio of observed to expected with the exact or
 * Byar interval of the observed count, and that ratio times the crude reference rate. Null where nothing is expected.
 * Breslow and Day, IARC 1987, ch. 2; PHEindicatormethods `calculate_ISRatio` and `calculate_ISRate`.
 */
export function indirectStandardise(
  bands: readonly ReferenceBand[],
  { per = 100_000, level = 0.95 }: Confidence & { per?: number } = {},
): IndirectRates | null {
  for (const band of bands) {
    requireCount(band.events, "The events of a band");
    requireSize(band.population, "The population of a band");
    requireCount(band.referenceEvents, "The reference events of a band");
    refuseUnless(band.referencePopulation > 0, "Every band needs a reference population greater than zero.");
  }
  const observed = sum(bands, (band) => band.events);
  const expected = sum(bands, (band) => band.population * (band.referenceEvents / band.referencePopulation));
  if (expected === 0) return null;
  const crude = sum(bands, (band) => band.referenceEvents) / sum(bands, (band) => band.referencePopulation);
  return {
    observed,
    expected,
    ratio: scaledCount(observed, 1 / expected, { level }),
    rate: scaledCount(observed, (per * crude) / expected, { level }),
  };
}
