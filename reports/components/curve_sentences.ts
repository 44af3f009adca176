import { type Curve, type CurveSet, type Halfway, halfway, isRead, type Point } from "./curves.ts";
import { count, inHundred } from "./formats.ts";
import { named, STRINGS } from "./strings.ts";

const { survival: words } = STRINGS;

type Subject = Pick<CurveSet, "event" | "scale">;

/** The finding of one curve: `Of about 900 people scored again, about half were in remission by week 26 (likely between ...).` */
export function curveFinding({ event, scale }: Subject, points: readonly Point[]): string {
  const did = named(words.did, event.id);
  const noun = named(words.noun, scale.id);
  const last = points.findLast(isRead);
  if (!last) return absentCurve(points);
  const people = count(last.people);
  const half = halfway(points);
  if (half) return words.half(people, did, noun, String(half.time), range(half, noun));
  const { share, lower, upper } = last;
  const between = words.likely(inHundred(lower ?? share), inHundred(upper ?? share));
  return words.notHalf(people, did, noun, String(last.time), inHundred(share), between);
}

/** A chart's title: when half had the event, or how many had by the last time shown. */
export function curveTitle({ event, scale }: Subject, points: readonly Point[]): string {
  const did = named(words.did, event.id);
  const noun = named(words.noun, scale.id);
  const half = halfway(points);
  if (half) return words.halfTitle(did, noun, String(half.time));
  const last = points.findLast(isRead);
  return last ? words.notHalfTitle(did, noun, String(last.time), inHundred(last.share)) : event.title;
}

/** What a log-rank test said of a set of curves. */
export function difference(what: string, curves: readonly Curve[]): string {
  const found = curves.flatMap(({ points }) => points)[0]?.difference ?? "not_tested";
  return words.difference[found](what);
}

/** Why a curve has no point. */
export function absentCurve(points: readonly Point[]): string {
  return points.some(({ status }) => status === "suppressed") ? words.hidden : words.nobody;
}

/** The points of a curve for those who hear it. */
export function spokenCurve({ scale }: Subject, points: readonly Point[]): string {
  const noun = named(words.noun, scale.id);
  return points
    .filter(isRead)
    .map(({ time, share }) => words.spoken(noun, String(time), inHundred(share)))
    .join("; ");
}

function range({ from, to }: Halfway, noun: string): string {
  return to === null ? words.noSooner(noun, String(from)) : words.between(noun, String(from), String(to));
}
