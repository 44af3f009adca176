import { literal, type Warehouse, WarehouseError } from "./warehouse.ts";

/** What a statement depends on: `schema.table` names in order, and the names of the values it wants bound. */
export interface Lineage {
  reads: readonly string[];
  parameters: readonly string[];
}

interface Named {
  table: string;
  reads: readonly string[];
}

/** The tables a SELECT reads, as `schema.table`, from DuckDB's own parse of it. */
export async function tablesRead(warehouse: Warehouse, sql: string): Promise<string[]> {
  return [...(await readLineage(warehouse, sql)).reads];
}

/** What was parsed before: a statement's lineage depends on its text alone. */
const parsed = new Map<string, Lineage>();

/** Parses one bare SELECT. Throws where it is anything else, or reads a file, a function or a table without a schema. */
export async function readLineage(warehouse: Warehouse, sql: string): Promise<Lineage> {
  const known = parsed.get(sql);
  if (known) return known;
  const lineage = await parseLineage(warehouse, sql);
  parsed.set(sql, lineage);
  return lineage;
}

async function parseLineage(warehouse: Warehouse, sql: string): Promise<Lineage> {
  const [row] = await warehouse.rows<{ tree: string }>(`SELECT json_serialize_sql(${literal(sql)}) AS tree`);
  const { error, error_message, statements } = JSON.parse(row?.tree ?? "{}") as SerializedSql;
  if (error) throw new WarehouseError(`not a bare SELECT: ${error_message}`);
  if (statements.length !== 1)
    throw new WarehouseError(`${statements.length} statements where one is wanted`);
  const nodes = [...objectsIn(statements)];
  const ownTables = new Set(nodes.filter(({ key, value }) => key && value).map(({ key }) => key));
  const reads = nodes.flatMap((node) => readOf(node, ownTables));
  const parameters = nodes
    .filter(({ type }) => type === "VALUE_PARAMETER")
    .map(({ identifier }) => String(identifier));
  return { reads: distinct(reads), parameters: distinct(parameters) };
}

/** The tables in an order in which each comes after those it reads, by name where free. Throws where they go in circles. */
export function buildOrder<T extends Named>(tables: readonly T[]): T[] {
  const waiting = new Map(
    [...tables].sort((a, b) => compare(a.table, b.table)).map((table) => [table.table, table]),
  );
  const ordered: T[] = [];
  while (waiting.size > 0) {
    const next = [...waiting.values()].find(({ reads }) => !reads.some((read) => waiting.has(read)));
    if (!next)
      throw new WarehouseError(`these tables read each other in a circle: ${[...waiting.keys()].join(", ")}`);
    waiting.delete(next.table);
    ordered.push(next);
  }
  return ordered;
}

interface SerializedSql {
  error: boolean;
  error_message?: string;
  statements: unknown[];
}

type Node = Record<string, unknown>;

function* objectsIn(value: unknown): Generator<Node> {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield value as Node;
  for (const child of Object.values(value)) yield* objectsIn(child);
}

function readOf(
  { type, schema_name, table_name, function: called }: Node,
  ownTables: ReadonlySet<unknown>,
): string[] {
  if (type === "TABLE_FUNCTION")
    throw new WarehouseError(`reads the function ${(called as Node).function_name}, not a table`);
  if (type !== "BASE_TABLE") return [];
  if (schema_name) return [`${schema_name}.${table_name}`];
  if (ownTables.has(table_name)) return [];
  throw new WarehouseError(`reads ${table_name} without a schema`);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const distinct = (names: readonly string[]): string[] => [...new Set(names)].sort(compare);
