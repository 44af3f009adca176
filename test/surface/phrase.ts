import { type Published, type Row, read } from "./published.ts";

/** Words around numbers that are worked out from released rows, and every set of numbers that may stand in them. */
export interface DerivedPhrase {
  /** What the numbers are; each is a group of the pattern. */
  why: string;
  pattern: RegExp;
  /** The numbers of one phrase, joined by blanks; what may stand there. */
  told: ReadonlySet<string>;
}

export const rowsOf = ({ tables }: Published, name: string): readonly Row[] => tables.get(name) ?? [];

export function phrase(
  why: string,
  pattern: RegExp,
  told: readonly (readonly (number | string)[])[],
): DerivedPhrase {
  return { why, pattern, told: new Set(told.map((numbers) => numbers.map(String).join(" "))) };
}

/** A share in hundredths, without its sign. */
export const points = (share: number, digits = 0): string =>
  String(Math.abs(digits === 0 ? Math.round(100 * share) : Number((100 * share).toFixed(digits))));

/** Columns of a row as numbers; undefined where one is none. */
export const all = (row: Row, ...names: string[]): number[] | undefined => {
  const values = names.flatMap((name) => read(row[name]));
  return values.length === names.length ? values : undefined;
};
