import type { Reference, ScoredColumns, TableContract } from "../contracts/table.ts";
import { contractOf, TABLE_NAMES, type TableName } from "../contracts/tables.ts";
import { type Check, STAGES, textIn, valueIn } from "./judge_check.ts";
import { identifier, literal } from "./warehouse.ts";

/** Rules that look beyond one column: the joins they need and the checks. Values stand in the relation `site`. */
export interface RowRules {
  joins: string[];
  checks: Check[];
}

/** Tables that others refer to and whose rows happen at a time: a row of theirs can lie after the as-of date. */
export const TABLES_WITH_LATER: readonly TableName[] = TABLE_NAMES.filter(
  (table) =>
    contractOf(table).happened.length > 0 &&
    TABLE_NAMES.some((other) => contractOf(other).references.some((reference) => reference.table === table)),
);

/** Where the keys of rows that lie after the as-of date are kept, for the rows that refer to them. */
export const laterKeys = (table: string): string => identifier(`later ${table}`);

/** The single column that other tables refer to a table by. */
export const keyColumn = (table: string): string => contractOf(table as TableName).key[0] ?? "";

/** Compiles a table's references, date order, scope and scores. `present` are the columns that the file has. */
export function rowRules(contract: TableContract, asOf: string, present: ReadonlySet<string>): RowRules {
  const references = contract.references.filter(({ column }) => present.has(column)).map(referenceRules);
  const scored = contract.scored ? [scoreRules(contract.scored, present)] : [];
  const parts = [...references, ...scored];
  return {
    joins: parts.flatMap(({ joins }) => joins),
    checks: [
      ...scopeChecks(contract, asOf),
      ...orderChecks(contract),
      ...parts.flatMap(({ checks }) => checks),
    ],
  };
}

/** A row that happened after the as-of date does not belong to the question. */
export const isLater = ({ happened }: TableContract, asOf: string): string =>
  `coalesce(${happened.map(valueIn).join(", ")}) > DATE ${literal(asOf)}`;

function scopeChecks(contract: TableContract, asOf: string): Check[] {
  if (contract.happened.length === 0) return [];
  const mend = "Nothing to mend: the row is counted when the as-of date is later.";
  return [
    {
      stage: STAGES.scope,
      column: contract.happened[0] ?? null,
      rule: "after_as_of",
      mend,
      broken: isLater(contract, asOf),
    },
  ];
}

function orderChecks({ inOrder }: TableContract): Check[] {
  return inOrder.map(([earlier, later]) => ({
    stage: STAGES.content,
    column: later,
    rule: `before_${earlier}`,
    mend: `Correct ${later} or ${earlier}: the second can't lie before the first.`,
    broken: `${valueIn(later)} < ${valueIn(earlier)}`,
  }));
}

function referenceRules({ column, table, same = [], notBefore = [], notAfter = [] }: Reference): RowRules {
  const key = identifier(keyColumn(table));
  const other = identifier(`other ${table}`);
  const later = identifier(`later other ${table}`);
  const check = { stage: STAGES.content, column } as const;
  const joins = [`LEFT JOIN raw.${identifier(table)} AS ${other} ON ${other}.${key} = ${valueIn(column)}`];
  const checks: Check[] = [
    {
      ...check,
      rule: `unknown_${table}`,
      mend: `Add the ${table} to the extract, mend its own row, or correct the identifier.`,
      broken: `${valueIn(column)} IS NOT NULL AND ${other}.${key} IS NULL`,
    },
    ...same.map((shared) => ({
      ...check,
      rule: `other_${shared}_than_${table}`,
      mend: `Give the row and its ${table} the same ${shared}.`,
      broken: `${other}.${identifier(shared)} <> ${valueIn(shared)}`,
    })),
    ...notBefore.map(([date, theirs]) => ({
      stage: STAGES.content,
      column: date,
      rule: `before_${theirs}`,
      mend: `Correct ${date}, or ${theirs} of the ${table}.`,
      broken: theirs.endsWith("_year")
        ? `year(${valueIn(date)}) < ${other}.${identifier(theirs)}`
        : `${valueIn(date)} < ${other}.${identifier(theirs)}`,
    })),
    ...notAfter.map(([date, theirs]) => ({
      stage: STAGES.content,
      column: date,
      rule: `after_${theirs}`,
      mend: `Correct ${date}, or ${theirs} of the ${table}.`,
      broken: `${valueIn(date)} > ${other}.${identifier(theirs)}`,
    })),
  ];
  if (!TABLES_WITH_LATER.some((name) => name === table)) return { joins, checks };
  joins.push(`LEFT JOIN ${laterKeys(table)} AS ${later} ON ${later}.${key} = ${valueIn(column)}`);
  checks.push({
    stage: STAGES.scope,
    column,
    rule: `${table}_after_as_of`,
    mend: "Nothing to mend: the row is counted when the as-of date is later.",
    broken: `${later}.${key} IS NOT NULL`,
  });
  return { joins, checks };
}

function scoreRules({ instrument, total, items }: ScoredColumns, present: ReadonlySet<string>): RowRules {
  const scores = [total, ...items].filter((column) => present.has(column));
  const texts = scores.map((column) => `nullif(trim(${textIn(column)}), '')`);
  const blank = ["TRUE", ...scores.map((column) => `${valueIn(column)} IS NULL`)].join(" AND ");
  const ownItems = items.flatMap((item, index) => (present.has(item) ? [{ item, number: index + 1 }] : []));
  return {
    joins: [
      `LEFT JOIN ref.instrument_alias AS alias ON alias.alias = lower(${valueIn(instrument)})`,
      "LEFT JOIN ref.instrument AS scale ON scale.instrument = alias.instrument",
    ],
    checks: [
      {
        stage: STAGES.scope,
        column: instrument,
        rule: "instrument_not_registered",
        mend: "Name a registered instrument, or recode the column in the program file.",
        broken: `${valueIn(instrument)} IS NOT NULL AND scale.instrument IS NULL`,
      },
      {
        stage: STAGES.content,
        column: total,
        rule: "no_score",
        mend: "Give the total or the answers to the items.",
        broken: `CASE WHEN ${blank} THEN coalesce(${["NULL", ...texts].join(", ")}) IS NULL END`,
      },
      {
        stage: STAGES.content,
        column: total,
        rule: "total_out_of_range",
        mend: "Correct the total: it lies outside the instrument's range.",
        broken: `${valueIn(total)} NOT BETWEEN scale.min AND scale.max`,
      },
      ...ownItems.map(({ item, number }) => ({
        stage: STAGES.content,
        column: item,
        rule: "item_out_of_range",
        mend: "Correct the answer: it lies outside the item's range; recode marks for a missing answer in the program file.",
        broken: `${number} <= scale.items AND ${valueIn(item)} NOT BETWEEN scale.item_min AND scale.item_max`,
      })),
    ],
  };
}
