import type { ColumnSource, Fit, Part } from "../contracts/fit.ts";
import { identifier, literal } from "./warehouse.ts";

/** The text of the n-th field of a record. */
export const fieldName = (field: number): string => `f${field}`;

/** The n-th field of a record where the file stores it as another type than text. */
export const nativeName = (field: number): string => `n${field}`;

/** SQL for the text of a contract column, recoded where the program says so; null is blank. */
export function columnText(column: string, source: ColumnSource, recode: Fit["recode"]): string {
  const text = sourceText(source);
  const codes = Object.entries(recode[column] ?? {});
  if (codes.length === 0) return text;
  const cases = codes.map(([from, to]) => `WHEN ${literal(from)} THEN ${to === null ? "NULL" : literal(to)}`);
  return `CASE ${text} ${cases.join(" ")} ELSE ${text} END`;
}

function sourceText(source: ColumnSource): string {
  if ("join" in source) return source.join.map(partText).join(` || ${literal(source.with)} || `);
  if ("monthsAfter" in source) {
    const months = `CAST(${field(source)} AS DECIMAL(12, 6)) * CAST(${literal(String(source.daysPerMonth))} AS DECIMAL(9, 6))`;
    const day = `CAST(${literal(source.monthsAfter)} AS DATE) + CAST(round(${months}) AS INTEGER)`;
    return `CASE WHEN regexp_full_match(${field(source)}, '-?\\d{1,4}(\\.\\d{1,6})?') THEN CAST(${day} AS VARCHAR) ELSE ${field(source)} || ' months' END`;
  }
  if ("yearsBefore" in source) {
    const year = `${Number(source.yearsBefore.slice(0, 4))} - CAST(CAST(${field(source)} AS DECIMAL(12, 6)) AS INTEGER)`;
    return `CASE WHEN regexp_full_match(${field(source)}, '\\d{1,3}(\\.0*)?') THEN CAST(${year} AS VARCHAR) ELSE ${field(source)} || ' years' END`;
  }
  return partText(source);
}

const partText = (part: Part): string => ("constant" in part ? literal(part.constant) : field(part));

const field = ({ field }: { field: number }): string => identifier(fieldName(field));
