import { z } from "zod";

/** A column that must name an accepted row of another table (blank: no reference). */
export interface Reference<C extends string = string> {
  column: C;
  table: string;
  /** Columns that must hold the same value in both rows, e.g. the patient of an assessment and of its episode. */
  same?: readonly C[];
  /** Dates of this row that can't lie before a date (or year) of the other row: `[mine, theirs]`. */
  notBefore?: readonly (readonly [C, string])[];
  /** Dates of this row that can't lie after a date of the other row: `[mine, theirs]`. */
  notAfter?: readonly (readonly [C, string])[];
}

/** Columns that hold an instrument and the scores of one administration, judged against the registered instruments. */
export interface ScoredColumns<C extends string = string> {
  instrument: C;
  total: C;
  items: readonly C[];
}

/** What one table of the extract must be. A key in `schema` that is required must be a column of the file; null is blank. */
export interface TableContract<C extends string = string> {
  name: string;
  /** What one row is, in words. */
  grain: string;
  /** An extract without this table is refused. */
  required: boolean;
  schema: z.ZodObject;
  /** The columns that tell rows apart where there is no `surrogate` or it is blank. */
  key: readonly C[];
  /** An optional identifier that is the key by itself where it is given. */
  surrogate?: C;
  references: readonly Reference<C>[];
  /** Pairs of dates where the second can't lie before the first. */
  inOrder: readonly (readonly [C, C])[];
  /** The first of these dates that is given is when the row happened: after the as-of date it is out of scope. */
  happened: readonly C[];
  scored?: ScoredColumns<C>;
}

type Definition<S extends z.ZodRawShape, C extends string = keyof S & string> = Omit<
  TableContract<C>,
  "schema" | "required" | "references" | "inOrder" | "happened"
> &
  Partial<Pick<TableContract<C>, "required" | "references" | "inOrder" | "happened">> & { columns: S };

/** Completes a table's definition: optional, no references, no date rules unless it says otherwise. */
export function defineTable<const S extends z.ZodRawShape>({ columns, ...table }: Definition<S>) {
  return {
    required: false,
    references: [],
    inOrder: [],
    happened: [],
    ...table,
    schema: z.strictObject(columns).meta({ title: table.name, description: `One row per ${table.grain}` }),
  };
}
