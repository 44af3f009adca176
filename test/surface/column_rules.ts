import type { Row } from "./read_tables.ts";

/** The rule by which counts are published, as the manifest tells it. */
export interface CountRule {
  hide_at_most: number;
  round_to: number;
  symbol: string;
}

/** What is wrong with a field, or null. It sees the row and the rows before it of the same table, so that a field can be a function of them. */
export type FieldRule = (field: string, row: Row, table: readonly Row[], at: number) => string | null;

/** One of a list of words. */
export const oneOf = (...words: readonly string[]): FieldRule => {
  const known = new Set(words);
  return (field) => (known.has(field) ? null : "is no word that this column may hold");
};

/** A day or nothing. */
export const day: FieldRule = (field) => (/^(\d{4}-\d{2}-\d{2})?$/.test(field) ? null : "is no day");

/** A number that is no count of people and is never hidden: one of those declared. */
export const declared = (...numbers: readonly number[]): FieldRule => oneOf(...numbers.map(String));

/** A published count: hidden, none, or a multiple of the base that no small count can stand behind. */
export function countBy({ hide_at_most, round_to, symbol }: CountRule): FieldRule {
  const smallest = Math.round((hide_at_most + 1) / round_to) * round_to;
  return (field) => {
    if (field === symbol || field === "" || field === "0") return null;
    if (!/^\d+$/.test(field)) return "is neither a count nor the one mark of what is hidden";
    if (Number(field) % round_to !== 0) return "is a count that was not rounded";
    return Number(field) < smallest ? "is a count that should be hidden" : null;
  };
}

/** A function of fields of the same row, and of nothing else: hidden where one of them is, blank where there is no value. */
export function functionOf(
  { symbol }: CountRule,
  names: readonly string[],
  compute: (...values: number[]) => number | null | undefined,
): FieldRule {
  return (field, row) => {
    const values = names.map((name) => (/^-?\d/.test(row[name] ?? "") ? Number(row[name]) : Number.NaN));
    if (values.some(Number.isNaN))
      return field === symbol || field === "" ? null : "tells a number of a hidden count";
    return isSame(field, compute(...values)) ? null : "is no function of the published counts of its row";
  };
}

/** Whether a field tells a number as exactly as a computer holds it; a blank tells that there is none. */
export function isSame(field: string, value: number | null | undefined): boolean {
  if (value === null || value === undefined || Number.isNaN(value)) return field === "";
  return field !== "" && Math.abs(Number(field) - value) <= 1e-9 * Math.max(1, Math.abs(value));
}

/** A whole multiple of a step, which the published counts of the row make. */
export const onGrid = (value: number, step: number): boolean =>
  Math.abs(value / step - Math.round(value / step)) <= 1e-6 * Math.max(1, Math.abs(value / step));
