/** The normal quantile of a two-sided 95 % interval. */
export const Z_95 = 1.959963984540054;

export interface Interval {
  lower: number;
  upper: number;
}

/**
 * Wilson score interval of `successes` out of `n` (Wilson 1927; Newcombe 1998, method 3), within 0 to 1; null where n is 0.
 * Throws a `RangeError` where `successes` is not between 0 and `n`.
 */
export function wilson(successes: number, n: number, z: number = Z_95): Interval | null {
  if (!(successes >= 0 && successes <= n)) throw new RangeError(`${successes} successes out of ${n}`);
  if (n === 0) return null;
  const centre = 2 * successes + z * z;
  const spread = z * Math.sqrt(z * z + 4 * successes * (1 - successes / n));
  const scale = 2 * (n + z * z);
  return { lower: Math.max(0, (centre - spread) / scale), upper: Math.min(1, (centre + spread) / scale) };
}
