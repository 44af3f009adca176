import { ProgramError } from "../errors.ts";
import { breakdownsOf, type Measure } from "../measures/measure.ts";
import type { Breakdown } from "../reference/breakdowns.ts";
import { ALL } from "../reference/cells.ts";
import { possibleLevels, STRATA, UNKNOWN } from "../reference/strata.ts";
import type { Tally } from "./measure_tallies.ts";

/** What spans the cells of one measure. */
export interface CellGrid {
  measure: string;
  breakdowns: readonly Breakdown[];
  instruments: readonly string[];
  windows: readonly string[];
  clinics: readonly string[];
  /** The categories met in each stratum. */
  levels: Readonly<Record<string, readonly string[]>>;
  /** First day of the first and of the last month with a baseline. */
  first: string;
  last: string;
}

/** Finds in the tallies of a measure what spans its cells; null where no unit has a baseline. */
export function findGrid(
  measure: Measure,
  tallies: readonly Tally[],
  moreClinics: readonly string[],
): CellGrid | null {
  const dated = tallies.filter(({ by, is_dated }) => by === ALL && is_dated);
  const months = dated.map(({ month }) => String(month)).sort();
  const [first, last] = [months.at(0), months.at(-1)];
  if (first === undefined || last === undefined) return null;
  const met = new Map<string, Set<string>>();
  for (const { by, value } of tallies) if (value !== null) met.set(by, (met.get(by) ?? new Set()).add(value));
  const levels = Object.fromEntries(STRATA.map(({ id }) => [id, [...(met.get(id) ?? [])].sort()]));
  const clinics = [...new Set([...(met.get("clinic_id") ?? []), ...moreClinics])].sort();
  refuseAll(clinics, levels);
  return {
    measure: measure.id,
    breakdowns: breakdownsOf(measure),
    instruments: [...new Set(dated.map(({ instrument }) => instrument))].sort(),
    windows: measure.windows,
    clinics,
    levels,
    first,
    last,
  };
}

/** What a breakdown tells apart in one period: the column, its values, and how cells say so. */
export function partsOf(
  grid: CellGrid,
  instrument: string,
  { by_clinic, stratum }: Breakdown,
): { by: string; values: readonly string[] } {
  if (by_clinic) return { by: "clinic_id", values: grid.clinics };
  if (stratum) return { by: stratum, values: levelsOf(grid, instrument, stratum) };
  return { by: ALL, values: [ALL] };
}

/** Whoever has no category has a level even where nobody lacks one: a measure without it would tell that zero of another that counts the same people. */
const levelsOf = (grid: CellGrid, instrument: string, stratum: string): readonly string[] =>
  possibleLevels(stratum, instrument) ?? [...new Set([...(grid.levels[stratum] ?? []), UNKNOWN])];

/** `all` stands for everyone in a cell's key, so nothing of the site's may be called that. */
function refuseAll(clinics: readonly string[], levels: CellGrid["levels"]): void {
  const columns = { clinic_id: clinics, ...levels };
  for (const [column, values] of Object.entries(columns))
    if (values.includes(ALL))
      throw new ProgramError(
        `a ${column} is called "${ALL}", which stands for everyone: recode it in the program file`,
      );
}
