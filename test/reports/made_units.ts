import { AGE_BANDS } from "../../src/reference/strata.ts";

/** Names that would be markup, code or a formula if anything took them for more than text. */
export const NASTY_NAMES = [
  "<script>alert('clinic')</script> Family Practice",
  '<img src="data/private.csv" onerror="alert(1)">',
  ["$", "{process.exit(1)} `Backtick` Centre"].join(""),
  "=cmd()|' /C calc'!A0",
];

export const CLINICS = [
  "Ash Grove",
  "Beacon Street",
  ...NASTY_NAMES,
  "Harbour",
  "Willow Walk with a name so long that it cannot fit beside a chart",
];
export const SEXES = ["female", "male"];
const START = 2023;
export const MONTHS = 24;
export const AS_OF = "2025-02-01";

/** One made episode: where and when it started, and whether it was seen again and met a measure in each window. */
export interface Unit {
  month: number;
  clinic: string;
  age: string;
  sex: string;
  reason: string | null;
  luck: number;
}

/** A small generator with a seed (mulberry32), so that the made programme is the same each time. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function makeUnits(people: number): Unit[] {
  const next = random(7);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(next() ** 1.4 * values.length)] as T;
  return Array.from({ length: people }, () => ({
    month: Math.floor(next() * MONTHS),
    clinic: pick(CLINICS.map((_, i) => `c${i + 1}`)),
    age: pick(AGE_BANDS).id,
    sex: pick(SEXES),
    reason: next() < 0.12 ? "no_baseline" : next() < 0.2 ? "baseline_not_elevated" : null,
    luck: next(),
  }));
}

export const iso = (month: number) => new Date(Date.UTC(START, month, 1)).toISOString().slice(0, 10);
export const lastDay = (month: number) => new Date(Date.UTC(START, month, 0)).toISOString().slice(0, 10);
