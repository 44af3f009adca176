import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from "@duckdb/node-api";
import { EXIT, ObservatoryError } from "../errors.ts";

/** Values bound to `$name` in a statement. ISO day strings are cast in SQL (`CAST($as_of AS DATE)`). */
export type Parameters = Record<string, string | number | boolean | null>;

/** A row as plain JSON values: counts are numbers, dates ISO days, decimals numbers. */
export type Row = Record<string, string | number | boolean | null>;

export interface WarehouseOptions {
  /** Database file, or `:memory:`. */
  path: string;
  /** Private folder for spill files (plain text of the data: mode 0700, wiped by the caller). */
  tempDir: string;
  memoryLimit?: string;
  threads?: number;
}

/** The one set of limits DuckDB runs under. */
export const LIMITS = { memoryLimit: "2500MB", threads: 2 } as const;

/** A statement failed. DuckDB's own text can quote a row, so only its error class is told (and what binding or parsing says of our SQL). */
export class WarehouseError extends ObservatoryError {
  readonly exitCode = EXIT.defect;
}

/** One database, one connection, one statement at a time. */
export interface Warehouse {
  run(sql: string, parameters?: Parameters): Promise<void>;
  rows<T extends Row = Row>(sql: string, parameters?: Parameters): Promise<T[]>;
  /** From here on no statement can reach a file outside the database, and no setting can change that. */
  lock(): Promise<void>;
  close(): Promise<void>;
}

/** The functions that differ between engines, under the names that models use. */
const ENGINE_FUNCTIONS = [
  "CREATE OR REPLACE MACRO main.add_months(day, months) AS CAST(day + to_months(months) AS DATE)",
  "CREATE OR REPLACE MACRO main.add_days(day, days) AS CAST(day + CAST(days AS INTEGER) AS DATE)",
  "CREATE OR REPLACE MACRO main.days_between(first_day, last_day) AS CAST(last_day - first_day AS INTEGER)",
  "CREATE OR REPLACE MACRO main.month_start(day) AS CAST(date_trunc('month', day) AS DATE)",
  "CREATE OR REPLACE MACRO main.year_start(day) AS CAST(date_trunc('year', day) AS DATE)",
  "CREATE OR REPLACE MACRO main.age_years(birth, day) AS CAST(date_part('year', age(day, birth)) AS INTEGER)",
  "CREATE OR REPLACE MACRO main.whole_quotient(dividend, divisor) AS dividend // divisor",
];

/** Opens a database under the house limits. Schemas raw, staging, model, measure and ref exist afterwards. */
export async function openWarehouse({
  path,
  tempDir,
  memoryLimit = LIMITS.memoryLimit,
  threads = LIMITS.threads,
}: WarehouseOptions): Promise<Warehouse> {
  const instance = await DuckDBInstance.create(path, {
    memory_limit: memoryLimit,
    threads: String(threads),
    temp_directory: tempDir,
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  const connection = await instance.connect();
  const warehouse = wrap(connection, () => instance.closeSync());
  await warehouse.run("SET TimeZone = 'UTC'");
  for (const schema of ["raw", "staging", "model", "measure", "ref"])
    await warehouse.run(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
  for (const macro of ENGINE_FUNCTIONS) await warehouse.run(macro);
  return warehouse;
}

/** An SQL identifier, quoted. */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** An SQL string literal, quoted; for the few places that take no parameter (table functions' options). */
export const literal = (value: string): string => `'${value.replaceAll("'", "''")}'`;

function wrap(connection: DuckDBConnection, closeInstance: () => void): Warehouse {
  let last: Promise<unknown> = Promise.resolve();
  const queue = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
  const guarded = <T>(sql: string, work: () => Promise<T>) =>
    queue(() => work().catch((error: unknown) => Promise.reject(safeError(sql, error))));
  return {
    run: (sql, parameters) => guarded(sql, async () => void (await connection.run(sql, parameters))),
    rows: <T extends Row>(sql: string, parameters?: Parameters) =>
      guarded(sql, async () => {
        const reader = await connection.runAndReadAll(sql, parameters as Record<string, DuckDBValue>);
        return toRows(reader.deduplicatedColumnNames(), reader.getColumnsJS()) as T[];
      }),
    lock: async () => {
      await queue(() => connection.run("SET enable_external_access = false"));
      await queue(() => connection.run("SET lock_configuration = true"));
    },
    close: () =>
      queue(async () => {
        connection.closeSync();
        closeInstance();
      }),
  };
}

/** Column by column, which costs half as much as row by row. */
function toRows(names: readonly string[], columns: readonly (readonly unknown[])[]): Row[] {
  const rows = Array.from(columns[0] ?? [], (): Row => ({}));
  for (const [at, name] of names.entries())
    for (const [place, value] of columns[at]?.entries() ?? []) {
      const row = rows[place];
      if (row) row[name] = plainValue(name, value);
    }
  return rows;
}

function plainValue(column: string, value: unknown): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value === "bigint") {
    if (value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER)
      throw new WarehouseError(`column ${column} holds a whole number too large to count with`);
    return Number(value);
  }
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  throw new WarehouseError(`column ${column} has a type that rows() does not read; cast it in SQL`);
}

function safeError(sql: string, error: unknown): Error {
  if (error instanceof ObservatoryError) return error;
  const message = error instanceof Error ? error.message : "";
  const kind = /^[A-Z][A-Za-z ]*Error/.exec(message)?.[0] ?? "Error";
  const detail = /^(Binder|Catalog|Parser) Error/.test(message) ? message.split("\n", 1)[0] : kind;
  const statement = sql.trimStart().split("\n", 1)[0]?.slice(0, 120) ?? "";
  return new WarehouseError(`the database refused a statement (${detail}): ${statement}`);
}
