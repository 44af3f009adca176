/** A whole number is `lo` to `hi`, ends included. */
export interface Bounds {
  lo: number;
  hi: number;
}

/** What is left by two bounds on one number. */
export const narrower = (a: Bounds, b: Bounds = a): Bounds => ({
  lo: Math.max(a.lo, b.lo),
  hi: Math.min(a.hi, b.hi),
});
