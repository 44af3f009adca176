import { group } from "d3";
import { ALL } from "../../src/reference/cells.ts";
import type { CountedCurve, CurveKey, WatchEnd } from "../../src/reference/survival.ts";
import { randomIntegers } from "./build.ts";

/** Somebody whose watch ended. */
export interface Watched {
  clinic: string;
  band: string;
  isEvent: boolean;
  weeks: number;
  contacts: number;
}

const BANDS = ["moderate", "moderately_severe", "severe"];
const SCALES = ["weeks", "contacts"] as const;

/** People of clinics of very different sizes, scored at visits some weeks apart. */
export function madePeople(seed: number, people: number, clinics: number): Watched[] {
  const below = randomIntegers(seed);
  return Array.from({ length: people }, () => {
    const weeks = below(5) === 0 ? below(80) : below(30);
    return {
      clinic: `c${1 + Math.min(below(clinics), below(clinics))}`,
      band: BANDS[Math.min(below(3), below(3))] ?? "",
      isEvent: below(10) < 6,
      weeks,
      contacts: Math.floor(weeks / 3) + below(3),
    };
  });
}

/** The curve of some people. */
export function curveOf(people: readonly Watched[], changes: Partial<CurveKey> = {}): CountedCurve {
  const key = {
    instrument: "phq9",
    event: "remission",
    scale: "weeks" as const,
    clinic_id: ALL,
    stratum: ALL,
    level: ALL,
  };
  const curve = { ...key, ...changes };
  const ends = [
    ...group(people, ({ weeks, contacts }) => (curve.scale === "contacts" ? contacts : weeks)),
  ].map(
    ([time, own]): WatchEnd => ({
      time,
      events: own.filter(({ isEvent }) => isEvent).length,
      censored: own.filter(({ isEvent }) => !isEvent).length,
    }),
  );
  return { ...curve, ends: ends.sort((a, b) => a.time - b.time) };
}

/** Every curve of a programme on both scales. */
export function curvesOf(people: readonly Watched[]): CountedCurve[] {
  const clinics = [...new Set(people.map(({ clinic }) => clinic))].sort();
  return SCALES.flatMap((scale) => [
    curveOf(people, { scale }),
    ...clinics.map((clinic_id) =>
      curveOf(
        people.filter(({ clinic }) => clinic === clinic_id),
        { scale, clinic_id },
      ),
    ),
    ...BANDS.map((level) =>
      curveOf(
        people.filter(({ band }) => band === level),
        { scale, stratum: "baseline_band", level },
      ),
    ),
  ]);
}
