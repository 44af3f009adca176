import { z } from "zod";
import { ENCODINGS } from "./encodings.ts";
import { columnSpecs } from "./specs.ts";
import { TABLE_NAMES, type TableName } from "./tables.ts";

const DAYS_PER_MONTH = 365.25 / 12;

const scalar = z
  .union([z.string(), z.number(), z.boolean()], { error: "expected a text, a number, true or false" })
  .transform(String);
const constant = z.strictObject({ constant: scalar.describe("The same text for every row") });

const join = z
  .strictObject({
    join: z
      .array(z.union([z.string(), constant], { error: "expected a source column or {constant: ...}" }))
      .min(1),
    with: z.string().default("-"),
  })
  .describe("Source columns and constants joined into one text; blank when a part is blank");

const monthsAfter = z
  .strictObject({
    months_after: z.strictObject({
      anchor: z.iso.date(),
      column: z.string(),
      days_per_month: z.number().positive().default(DAYS_PER_MONTH),
    }),
  })
  .describe(
    "A day that lies a number of months, held by a column, after an anchor date; rounded to whole days",
  );

const yearsBefore = z
  .strictObject({ years_before: z.strictObject({ anchor: z.iso.date(), column: z.string() }) })
  .describe("The anchor's year less a number of whole years held by a column: a birth year from an age");

/** Where a contract column's text comes from in a site's file. */
const fieldSource = z.union([
  z.string().describe("A source column"),
  constant,
  join,
  monthsAfter,
  yearsBefore,
]);

const recode = z
  .record(z.string(), z.union([scalar, z.null()]))
  .describe("Texts of the site and what they stand for; null: missing. Other texts stay as they are");

const mappingOf = (table: TableName) => {
  const perColumn = <S extends z.ZodType>(schema: S) =>
    z
      .strictObject(Object.fromEntries(columnSpecs(table).map(({ name }) => [name, schema.optional()])))
      .default({});
  return z.strictObject({
    file: z
      .string()
      .min(1)
      .optional()
      .describe("File in the extract; without it the canonical files are read"),
    encoding: z.enum(ENCODINGS).optional(),
    missing_values: z.array(scalar).optional(),
    columns: perColumn(fieldSource).describe(
      "Columns not named here are read from the column of the same name",
    ),
    recode: perColumn(recode),
    only_when_present: z
      .string()
      .optional()
      .describe("Rows where this source column is blank are out of scope"),
  });
};

const oneOrMore = (table: TableName) => {
  const mapping = mappingOf(table);
  return z.union([mapping.transform((only) => [only]), z.array(mapping).min(1)]).optional();
};

/** The `tables` section of a program file: for a table, one mapping or a list of them. */
export const tableMappings = z.strictObject(
  Object.fromEntries(TABLE_NAMES.map((table) => [table, oneOrMore(table)])) as Record<
    TableName,
    ReturnType<typeof oneOrMore>
  >,
);

export type FieldSource = z.output<typeof fieldSource>;
export type TableMapping = z.output<ReturnType<typeof mappingOf>>;
