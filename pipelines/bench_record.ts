import { readFileSync, writeFileSync } from "node:fs";
import type { Format } from "../src/synthetic/options.ts";
import type { StageName, Used } from "./bench_meter.ts";

/** What one size of programme took. */
export interface Measured {
  patients: number;
  months: number;
  clinics: number;
  /** The format of the files that the line began with. */
  from: Format;
  /** ISO day on which it was begun. */
  day: string;
  /** Rows of each file of the extract. */
  rows: Readonly<Record<string, number>>;
  used: Partial<Record<StageName, Used>>;
  /** Why a stage gave no figures. */
  failed: Partial<Record<StageName, string>>;
}

/** What was measured before, the smallest programme first; nothing where there is no file. */
function readMeasured(path: string): Measured[] {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Measured[];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

type Size = Pick<Measured, "patients" | "months" | "clinics">;

const isSame = (a: Size, b: Size): boolean =>
  a.patients === b.patients && a.months === b.months && a.clinics === b.clinics;

/** What was measured before of a programme. */
export const findMeasured = (path: string, size: Size): Measured | undefined =>
  readMeasured(path).find((other) => isSame(other, size));

/** Puts a size in the place of an earlier measurement of the same programme, and writes all of them. */
export function keepMeasured(path: string, size: Measured): Measured[] {
  const all = [...readMeasured(path).filter((other) => !isSame(other, size)), size].sort(
    (a, b) => a.patients - b.patients || a.months - b.months || a.clinics - b.clinics,
  );
  writeFileSync(path, `${JSON.stringify(all, null, 2)}\n`);
  return all;
}
