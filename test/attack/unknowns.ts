/** The counts of one row and the differences between them. */
export interface Unknowns {
  denominator: string;
  observed: string;
  numerator: string;
  notObserved: string;
  notMet: string;
  notSuccess: string;
}

export type Row = Record<string, string>;

/** Whether a row is about everyone, not about a clinic or a group of people. */
const isWhole = (row: Row): boolean => row.clinic_id === "all" && row.stratum === "all";

/**
 * Names the unknowns of a row, alike wherever the definitions make them the same number. The measures of an instrument and
 * window have the same people, or nobody; and the people who started in a period are the same in every window that has closed.
 */
export function namer(cells: readonly Row[]): (row: Row) => Unknowns {
  const empty = new Set(cells.filter((row) => isOverall(row) && row.denominator === "0").map(series));
  return (row) => {
    const settled = row.cohort === "closed" && row.period_grain !== "all";
    const group = [row.period_grain, row.period_start, row.period_end, row.clinic_id, row.stratum, row.level];
    const who = empty.has(series(row)) ? "nobody" : "people";
    const people = (window: string | undefined) => [who, row.instrument, window, ...group].join("|");
    const seen = people(row.window);
    const met = `${row.measure}|${seen}`;
    return {
      denominator: `denominator|${people(settled ? "every window" : row.window)}`,
      observed: `observed|${seen}`,
      notObserved: `not_observed|${seen}`,
      numerator: `numerator|${met}`,
      notMet: `not_met|${met}`,
      notSuccess: `not_success|${met}`,
    };
  };
}

/** Whether a row is about everyone over all time. */
export const isOverall = (row: Row): boolean => row.period_grain === "all" && isWhole(row);

export const series = (row: Row): string => [row.measure, row.instrument, row.window].join("|");
