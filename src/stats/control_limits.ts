/** Centre line, control limits at three sigma and the near limits at two, in the unit of the values. */
export interface ControlLimits {
  centre: number;
  lower: number;
  upper: number;
  nearLower: number;
  nearUpper: number;
}

/** Limits at three and two sigma around a centre; the outer ones never leave the range the values can have. */
export function limitsAround(
  centre: number,
  sigma: number,
  { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = {},
): ControlLimits {
  return {
    centre,
    lower: Math.max(least, centre - 3 * sigma),
    upper: Math.min(most, centre + 3 * sigma),
    nearLower: Math.max(least, centre - 2 * sigma),
    nearUpper: Math.min(most, centre + 2 * sigma),
  };
}
