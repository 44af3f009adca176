import { z } from "zod";
import type { ColumnKind, Pii } from "./columns.ts";
import { contractOf, type TableName } from "./tables.ts";

/** One column of a contract as flat data, read off its zod schema. */
export interface ColumnSpec {
  name: string;
  kind: ColumnKind;
  description: string;
  pii: Pii;
  unit?: string;
  /** The file must have the column. */
  required: boolean;
  /** A row may leave it blank. */
  nullable: boolean;
  min?: number;
  max?: number;
  maxLength?: number;
  values?: readonly string[];
  /** Earliest day that is believed. */
  earliest?: string;
  /** A day after the extraction is believed. */
  planned: boolean;
}

interface ColumnSchema {
  anyOf?: ColumnSchema[];
  kind: ColumnKind;
  description: string;
  pii: Pii;
  unit?: string;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  enum?: string[];
  earliest?: string;
  planned?: boolean;
}

const cache = new Map<TableName, readonly ColumnSpec[]>();

/** The columns of a table in contract order. */
export function columnSpecs(table: TableName): readonly ColumnSpec[] {
  const known = cache.get(table);
  if (known) return known;
  const schema = z.toJSONSchema(contractOf(table).schema, { io: "input" });
  const required = new Set(schema.required);
  const specs = Object.entries(schema.properties ?? {}).map(([name, property]) =>
    columnSpec(name, property as unknown as ColumnSchema, required.has(name)),
  );
  cache.set(table, specs);
  return specs;
}

function columnSpec(name: string, property: ColumnSchema, required: boolean): ColumnSpec {
  const inner = property.kind ? property : property.anyOf?.[0];
  if (!inner?.kind)
    throw new TypeError(`column ${name} was not made by a constructor of contracts/columns.ts`);
  return {
    name,
    kind: inner.kind,
    description: inner.description,
    pii: inner.pii,
    unit: inner.unit,
    required,
    nullable: inner !== property,
    min: inner.minimum,
    max: inner.maximum,
    maxLength: inner.maxLength,
    values: inner.enum,
    earliest: inner.earliest,
    planned: inner.planned ?? false,
  };
}
