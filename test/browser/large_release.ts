import { addMonths, formatISO, parseISO } from "date-fns";
import type { Cell, Release } from "../../reports/components/release.ts";
import { MEASURES } from "../../src/measures/index.ts";
import { ALL } from "../../src/reference/cells.ts";
import { WINDOWS } from "../../src/reference/windows.ts";

const MADE_MONTHS = 24;

const monthsEarlier = (day: string, months: number): string =>
  formatISO(addMonths(parseISO(day), -months), { representation: "date" });

/** The cells of a made release as a programme of more clinics, more months and every window would have them: copies under other names. */
export function largeRelease(
  release: Release,
  { clinics, months }: { clinics: number; months: number },
): Release {
  const { manifest } = release;
  const names = Array.from({ length: clinics }, (_, i) => ({
    clinic_id: `c${i + 1}`,
    name: manifest.clinics[i]?.name ?? `Clinic ${i + 1} of a large programme`,
  }));
  const measures = manifest.measures.map((measure) => ({
    ...measure,
    windows: MEASURES.find(({ id }) => id === measure.id)?.windows ?? measure.windows,
  }));
  const inWindows = (cell: Cell): Cell[] => {
    const { windows = [] } = measures.find(({ id }) => id === cell.measure) ?? {};
    if (cell.window !== "6m") return [cell];
    return windows.filter((window) => window !== "10w").map((window) => ({ ...cell, window }));
  };
  const inClinics = (cell: Cell): Cell[] =>
    names
      .filter((_, i) => `c${(i % manifest.clinics.length) + 1}` === cell.clinic_id)
      .map(({ clinic_id }) => ({ ...cell, clinic_id }));
  const inMonths = (cell: Cell): Cell[] =>
    Array.from({ length: Math.ceil(months / MADE_MONTHS) }, (_, i) => ({
      ...cell,
      period_start: cell.period_start && monthsEarlier(cell.period_start, i * MADE_MONTHS),
      period_end: cell.period_end && monthsEarlier(cell.period_end, i * MADE_MONTHS),
    }));
  const cells = release.cells
    .flatMap(inWindows)
    .flatMap((cell) => (cell.clinic_id === ALL ? [cell] : inClinics(cell)))
    .flatMap((cell) => (cell.period_grain === "month" ? inMonths(cell) : [cell]));
  const windows = WINDOWS.map(({ id, title, definition }) => ({ id, title, definition }));
  return { ...release, cells, manifest: { ...manifest, measures, windows, clinics: names } };
}
