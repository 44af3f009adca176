import { z } from "zod";

/** `none`: says nothing about one person. `indirect`: helps to single one out. `pseudonym`: stands for one. `direct`: names one. */
export type Pii = "none" | "indirect" | "pseudonym" | "direct";

/** What a column's `.meta()` carries; a zod schema's checks say the rest. */
export interface ColumnMeta {
  description: string;
  pii: Pii;
  unit?: string;
}

/** The kinds of column; each has one way to be read from text (`warehouse/judge_columns.ts`). */
export type ColumnKind =
  | "id"
  | "code"
  | "text"
  | "date"
  | "month"
  | "timestamp"
  | "integer"
  | "decimal"
  | "flag";

/** No registry of collaborative care holds a date before this day; earlier ones are placeholders. */
const EARLIEST_DATE = "1900-01-01";

/** Longest identifier, category and name, in characters. */
const MAX_LENGTH = { id: 128, code: 200, text: 1000 } as const;

/** No control character and no space at either end: both change what a value equals without being seen. */
const PLAIN_TEXT = /^[^\s\p{Cc}]([^\p{Cc}]*[^\s\p{Cc}])?$/u;

const plain = (kind: "id" | "code" | "text") => z.string().min(1).max(MAX_LENGTH[kind]).regex(PLAIN_TEXT);

/** An identifier that other rows refer to. */
export const id = (meta: ColumnMeta) => plain("id").meta({ ...meta, kind: "id" });

/** A category as the site records it. */
export const code = (meta: ColumnMeta) => plain("code").meta({ ...meta, kind: "code" });

/** A name. */
export const text = (meta: ColumnMeta) => plain("text").meta({ ...meta, kind: "text" });

/** One of a closed list of categories. */
export const oneOf = <const T extends readonly [string, ...string[]]>(values: T, meta: ColumnMeta) =>
  z.enum(values).meta({ ...meta, kind: "code" });

/** A local calendar day of something that has happened. */
export const date = (meta: ColumnMeta) =>
  z.iso
    .date()
    .refine((day) => day >= EARLIEST_DATE)
    .meta({ ...meta, kind: "date", earliest: EARLIEST_DATE });

/** A local calendar day that may be planned, so it may lie after the extraction. */
export const plannedDate = (meta: ColumnMeta) => date(meta).meta({ planned: true });

/** A calendar month, as `yyyy-mm` or as its first day. */
export const month = (meta: ColumnMeta) =>
  z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])(-01)?$/)
    .refine((value) => value >= EARLIEST_DATE.slice(0, 7))
    .meta({ ...meta, kind: "month", earliest: EARLIEST_DATE, planned: true });

/** A local clock time, or a day where the clock is not known. A zone is read and set aside: it never moves the day. */
export const timestamp = (meta: ColumnMeta) =>
  z
    .union([z.iso.datetime({ local: true, offset: true }), z.iso.date()])
    .refine((value) => value >= EARLIEST_DATE)
    .meta({ ...meta, kind: "timestamp", earliest: EARLIEST_DATE });

/** A whole number from `min` to `max`, both included. */
export const integer = (min: number, max: number, meta: ColumnMeta) =>
  z
    .int()
    .min(min)
    .max(max)
    .meta({ ...meta, kind: "integer" });

/** A plain decimal number; four decimals are kept, further ones are cut off (never rounded up). */
export const decimal = (min: number, max: number, meta: ColumnMeta) =>
  z
    .number()
    .min(min)
    .max(max)
    .meta({ ...meta, kind: "decimal" });

/** Yes or no: `true/false`, `yes/no`, `y/n`, `t/f` or `1/0` in a file. */
export const flag = (meta: ColumnMeta) => z.boolean().meta({ ...meta, kind: "flag" });
