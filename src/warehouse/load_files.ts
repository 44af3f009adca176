import { type Fit, fitHeader, lackingNotice, normalName } from "../contracts/fit.ts";
import type { PreparedParquet, PreparedSource, PreparedText } from "../contracts/prepared.ts";
import { ExtractError, type Fault } from "../errors.ts";
import { fieldName, nativeName } from "./judge_source.ts";
import { identifier, literal, type Warehouse, WarehouseError } from "./warehouse.ts";

/** Wide enough for every record that the scanner lets through. */
const MAX_LINE_BYTES = 4 * 1024 * 1024;

/** A source whose fields are known, with SQL that yields them as `f0`, `f1`, ... (texts) or `n0`, `n1`, ... (other types), and `line`. */
export interface Readable {
  source: PreparedSource;
  fit: Fit;
  /** The SQL type of each field of a record; null: a text. */
  types: readonly (string | null)[];
  records: number;
  /** No text holds a control character, or begins or ends with a space; null: not known before it is read. */
  plain: boolean | null;
  sql: string;
}

/** How to read a checked text file: nothing is left for DuckDB to guess. */
export function readableText(source: PreparedSource, text: PreparedText): Readable {
  const fields = Array.from({ length: text.fields }, (_, field) => `${literal(fieldName(field))}: 'VARCHAR'`);
  const numbered = text.layout === "numbered";
  const columns = numbered ? ["'line': 'BIGINT'", ...fields] : fields;
  const options = [
    `columns = {${columns.join(", ")}}`,
    `header = ${!numbered}`,
    `delim = ${literal(text.delimiter)}`,
    `compression = ${literal(text.compression)}`,
    "nullstr = ''",
    `max_line_size = ${MAX_LINE_BYTES}`,
    "auto_detect = false, quote = '\"', escape = '\"', comment = '', encoding = 'utf-8'",
    "strict_mode = true, null_padding = false, ignore_errors = false",
  ];
  return {
    source,
    fit: text.fit,
    types: fields.map(() => null),
    records: text.records,
    plain: text.plain,
    sql: `SELECT * FROM read_csv(${literal(text.path)}, ${options.join(", ")})`,
  };
}

/** Opens a Parquet file's footer: its columns, its row count, and sentences for the reader. Throws ExtractError. */
export async function readableParquet(
  warehouse: Warehouse,
  source: PreparedSource,
  { path, mapping }: PreparedParquet,
): Promise<{ readable: Readable; notices: string[] }> {
  const { table, file } = source;
  const read = (option: string) => `read_parquet(${literal(path)}, binary_as_string = true${option})`;
  const [columns, counted] = await refusing(file, async () => [
    await warehouse.rows<{ column_name: string; column_type: string }>(`DESCRIBE SELECT * FROM ${read("")}`),
    await warehouse.rows<{ num_rows: number }>(
      `SELECT num_rows FROM parquet_file_metadata(${literal(path)})`,
    ),
  ]);
  const names = columns.map(({ column_name }) => column_name);
  const types = columns.map(({ column_type }) => (column_type === "VARCHAR" ? null : column_type));
  const result = fitHeader(table, names, mapping, file);
  if ("faults" in result) throw new ExtractError(result.faults);
  const fields = names.map(
    (name, field) => `${identifier(name)} AS ${types[field] === null ? fieldName(field) : nativeName(field)}`,
  );
  const unused = names.filter((name, field) => !result.used.has(field) && normalName(name) !== "");
  return {
    readable: {
      source,
      fit: result.fit,
      types,
      records: counted[0]?.num_rows ?? 0,
      plain: null,
      sql: `SELECT file_row_number + 1 AS line, ${fields.join(", ")} FROM ${read(", file_row_number = true")}`,
    },
    notices: [
      ...(unused.length > 0 ? [`${file} has columns that no table reads: ${unused.join(", ")}`] : []),
      ...lackingNotice(table, file, result.fit),
    ],
  };
}

/**
 * Puts a source's fields into the temporary table `fields` and shows them as texts, with missing values null, in the view
 * `incoming`; fields of other types stay beside their texts. Throws ExtractError when DuckDB can't read the file or finds another number of records than were counted without it.
 */
export async function fillIncoming(
  warehouse: Warehouse,
  { source, types, records, sql }: Readable,
): Promise<void> {
  const { file, missingValues, content } = source;
  await refusing(file, () => warehouse.run(`CREATE OR REPLACE TEMP TABLE fields AS ${sql}`));
  const numbered = content.format === "parquet" || content.layout === "numbered";
  const missing = missingValues.map(literal).join(", ");
  const shown = types.flatMap((type, field) => {
    const text = type === null ? fieldName(field) : textOf(nativeName(field), type);
    const known = (value: string) =>
      missing === "" ? value : `CASE WHEN ${text} NOT IN (${missing}) THEN ${value} END`;
    const native = type === null ? [] : [`${known(nativeName(field))} AS ${nativeName(field)}`];
    return [`${known(text)} AS ${fieldName(field)}`, ...native];
  });
  const line = numbered ? "line" : "rowid + 2 AS line";
  await warehouse.run(
    `CREATE OR REPLACE TEMP VIEW incoming AS SELECT ${line}, ${shown.join(", ")} FROM fields`,
  );
  const [found] = await warehouse.rows<{ records: number }>("SELECT count(*) AS records FROM fields");
  if (found?.records === records) return;
  const mend = "Two readings count different records; write the file again as plain comma-separated UTF-8.";
  throw new ExtractError([{ file, rule: "readers_disagree", mend }]);
}

/** Whether the texts that were put into `fields` are all plain: of printable ASCII, not empty and without a space at an end. */
export async function isPlain(warehouse: Warehouse, { types, plain }: Readable): Promise<boolean> {
  if (plain !== null) return plain;
  const doubts = types.flatMap((type, field) =>
    type === null ? [`regexp_matches(${fieldName(field)}, '[^ -~]|^ | $|^$')`] : [],
  );
  const [doubtful] = await warehouse.rows(
    `SELECT 1 AS found FROM fields WHERE ${["FALSE", ...doubts].join(" OR ")} LIMIT 1`,
  );
  return doubtful === undefined;
}

/** A value as a site would write it: a whole floating-point number without its `.0`, and no number as `NaN`. */
function textOf(value: string, type: string): string {
  const text = `CAST(${value} AS VARCHAR)`;
  if (type !== "DOUBLE" && type !== "FLOAT") return text;
  return `CASE WHEN isnan(${value}) THEN 'NaN'
    WHEN abs(${value}) < 1e15 AND ${value} = trunc(${value}) THEN CAST(CAST(${value} AS BIGINT) AS VARCHAR) ELSE ${text} END`;
}

async function refusing<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof WarehouseError)) throw error;
    const fault: Fault = {
      file,
      rule: "unreadable",
      mend: "The database could not read the file; export it again.",
    };
    throw new ExtractError([fault]);
  }
}
