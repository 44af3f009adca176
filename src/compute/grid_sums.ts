import { group } from "d3";
import { GateError } from "../errors.ts";
import { ALL, type CellKey, type PeriodGrain } from "../reference/cells.ts";
import { type Period, periodsBetween, startOfPeriod } from "../reference/periods.ts";
import { type CellGrid, partsOf } from "./cell_grid.ts";
import type { Tally } from "./measure_tallies.ts";

/** What the units of a cell add up to, by name. */
type Sums = Readonly<Record<string, number>>;

/**
 * Adds up the tallies of a measure for the breakdowns of its grid and makes a cell of each: every cell of it, in a fixed order, so
 * that a cell without anybody is a zero and never an absent row. Throws a GateError where something counted has no place in the grid.
 */
export function sumOverGrid<Values extends object>(
  grid: CellGrid,
  tallies: readonly Tally[],
  toValues: (key: CellKey, sums: Sums) => Values,
): (CellKey & Values)[] {
  const { measure } = grid;
  const none = Object.fromEntries(Object.keys(tallies[0]?.sums ?? {}).map((name) => [name, 0]));
  const dated = tallies.filter(({ is_dated }) => is_dated);
  const waiting = group(dated, addressOf);
  const calendars = new Map<PeriodGrain, Calendar>();
  for (const { period_grain } of grid.breakdowns)
    calendars.set(period_grain, calendars.get(period_grain) ?? new Calendar(period_grain, grid));
  const placed = new Set<string>();
  const cells: (CellKey & Values)[] = [];
  for (const instrument of grid.instruments)
    for (const window of grid.windows)
      for (const breakdown of grid.breakdowns) {
        const { period_grain, by_clinic } = breakdown;
        const { by, values } = partsOf(grid, instrument, breakdown);
        const calendar = calendars.get(period_grain);
        for (const value of values) {
          const address = addressOf({ instrument, window, by, value: by === ALL ? null : value });
          placed.add(address);
          const clinic_id = by_clinic ? value : ALL;
          const stratum = breakdown.stratum ?? ALL;
          const level = breakdown.stratum ? value : ALL;
          calendar?.add(waiting.get(address) ?? [], none, ({ period_start, period_end }, sums) => {
            const key: CellKey = {
              measure,
              instrument,
              window,
              period_grain,
              period_start,
              period_end,
              clinic_id,
              stratum,
              level,
            };
            cells.push(Object.assign(key, toValues(key, sums)));
          });
        }
      }
  refuseLost(grid, waiting, placed);
  return cells;
}

const addressOf = ({
  instrument,
  window,
  by,
  value,
}: Pick<Tally, "instrument" | "window" | "by" | "value">) => JSON.stringify([instrument, window, by, value]);

/** The periods of a grain between the first and the last month of a grid, and which of them each month is in. */
class Calendar {
  readonly #periods: readonly Period[];
  readonly #grain: PeriodGrain;
  readonly #placeOf = new Map<string, number>();

  constructor(grain: PeriodGrain, { first, last }: CellGrid) {
    this.#grain = grain;
    this.#periods = periodsBetween(grain, first, last);
    for (const [place, { period_start }] of this.#periods.entries())
      this.#placeOf.set(period_start ?? ALL, place);
  }

  /** Tells what the months of some tallies add up to in each period, starting from `none`. */
  add(tallies: readonly Tally[], none: Sums, tell: (period: Period, sums: Sums) => void): void {
    const names = Object.keys(none);
    const sums = this.#periods.map((): Record<string, number> => ({ ...none }));
    for (const { month, sums: counted } of tallies) {
      const own = sums[this.#place(month ?? "")];
      if (own) for (const name of names) own[name] = (own[name] ?? 0) + (counted[name] ?? 0);
    }
    for (const [place, period] of this.#periods.entries()) tell(period, sums[place] ?? none);
  }

  #place(month: string): number {
    if (this.#grain === ALL) return 0;
    const place = this.#placeOf.get(month) ?? this.#placeOf.get(startOfPeriod(this.#grain, month)) ?? -1;
    this.#placeOf.set(month, place);
    return place;
  }
}

/** The reasons for being left out have no cells, and those who are add up to nothing. */
function refuseLost(
  { measure, breakdowns }: CellGrid,
  waiting: ReadonlyMap<string, readonly Tally[]>,
  placed: ReadonlySet<string>,
): void {
  const columns = new Set([ALL, "clinic_id", ...breakdowns.map(({ stratum }) => stratum)]);
  const lost = [...waiting].filter(
    ([address, own]) =>
      !placed.has(address) &&
      own.some(({ by, sums }) => columns.has(by) && Object.values(sums).some((sum) => sum !== 0)),
  );
  if (lost.length > 0)
    throw new GateError(
      `measure ${measure}: ${lost.length} counted groups have no place in the grid of cells`,
    );
}
