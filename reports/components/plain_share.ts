import { inHundred } from "./formats.ts";
import type { ReadableCell } from "./sentences.ts";
import { FUNDER_STRINGS } from "./strings_funders.ts";

const { outcome: words } = FUNDER_STRINGS;

/** Fractions that are read at a glance, the simplest first; a share is called by one that is this near. */
const WHOLES = [2, 3, 4, 5] as const;
const NEAR = 0.02;

/** How a share and its ends are written: `1 in 3`, or in hundredths. */
interface PlainShare {
  part: number;
  whole: number;
}

/** The simplest fraction near a share, else hundredths; never none or all of a share that is neither. */
export function simpleFraction(share: number): PlainShare {
  const whole = WHOLES.find(
    (each) => isInside(share, each) && Math.abs(nearest(share, each) - share) <= NEAR,
  );
  return whole ? { part: Math.round(share * whole), whole } : hundredths(share);
}

/**
 * `About 1 in 3 (likely between 1 in 4 and 2 in 5)`. All three are in hundredths where one of them is near no simple fraction,
 * and where the interval is so narrow that an end would be called by the same fraction as the share.
 */
export function plainShare({ value, lower, upper }: Pick<ReadableCell, "value" | "lower" | "upper">): string {
  if (value === 0) return words.none(write(hundredths(upper)));
  if (value === 1) return words.all(write(hundredths(lower)));
  const [share = "", from = "", to = ""] = [value, lower, upper].map((each) => write(simpleFraction(each)));
  const isSimple = [value, lower, upper].every((each) => simpleFraction(each).whole < 100);
  if (isSimple && new Set([share, from, to]).size === 3) return words.about(share, from, to);
  return words.about(write(hundredths(value)), inHundred(lower), inHundred(upper));
}

const hundredths = (share: number): PlainShare => ({ part: Math.round(100 * share), whole: 100 });

const nearest = (share: number, whole: number): number => Math.round(share * whole) / whole;

const isInside = (share: number, whole: number): boolean => {
  const part = Math.round(share * whole);
  return part > 0 && part < whole;
};

const write = ({ part, whole }: PlainShare): string => words.of(part, whole);
