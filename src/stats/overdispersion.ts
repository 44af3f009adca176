import { quantile, sum } from "d3";
import { pooled } from "./p_chart.ts";
import { type Proportion, requireProportion } from "./proportion.ts";

/** z-scores beyond the quantile (type 7) at this share from either end are pulled in to it before the spread is judged. */
const WINSOR = 0.1;

/** How much units differ beyond chance. `z` follows the units that count anyone; `phi` is near 1 when chance explains all. */
export interface Overdispersion {
  overall: number;
  z: number[];
  winsorisedAt: readonly [number, number];
  phi: number;
  tau2: number;
}

/**
 * The overdispersion of proportions across units: winsorised z-scores on the arcsine square-root scale, their mean square
 * (phi) and the variance between units (tau squared) for `funnelLimits`. Units that count nobody take no part (and have no
 * z-score); null with fewer than two that do.
 * Spiegelhalter, Quality and Safety in Health Care 2005; 14:347-351; additive model of DerSimonian and Laird 1986; FunnelPlotR.
 */
export function overdispersion(units: readonly Proportion[]): Overdispersion | null {
  units.forEach(requireProportion);
  const counted = units.filter((unit) => unit.denominator > 0);
  const k = counted.length;
  const overall = pooled(counted);
  const centre = Math.asin(Math.sqrt(overall));
  const z = counted.map(
    ({ numerator, denominator }) =>
      (Math.asin(Math.sqrt(numerator / denominator)) - centre) * 2 * Math.sqrt(denominator),
  );
  const low = quantile(z, WINSOR);
  const high = quantile(z, 1 - WINSOR);
  if (k < 2 || low === undefined || high === undefined) return null;
  const phi = sum(z, (score) => Math.min(high, Math.max(low, score)) ** 2) / k;
  const weights = counted.map((unit) => 4 * unit.denominator);
  const spread = sum(weights) - sum(weights, (weight) => weight ** 2) / sum(weights);
  return { overall, z, winsorisedAt: [low, high], phi, tau2: Math.max(0, (k * phi - (k - 1)) / spread) };
}
