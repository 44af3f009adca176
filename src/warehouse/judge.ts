import type { ColumnSource, Fit } from "../contracts/fit.ts";
import { type ColumnSpec, columnSpecs } from "../contracts/specs.ts";
import { contractOf, type TableName } from "../contracts/tables.ts";
import { type Check, type Days, STAGES, textName, verdictOf } from "./judge_check.ts";
import { columnChecks, columnType, readColumn } from "./judge_columns.ts";
import { readNative } from "./judge_native.ts";
import { isLater, keyColumn, laterKeys, rowRules, TABLES_WITH_LATER } from "./judge_rows.ts";
import { columnText, fieldName, nativeName } from "./judge_source.ts";
import { identifier, literal, type Warehouse } from "./warehouse.ts";

/** One source as it lies in the view `incoming`: the texts `f0`, `f1`, ..., beside them the fields of other types, and `line`. */
export interface Incoming {
  table: TableName;
  file: string;
  fit: Fit;
  /** The SQL type of each field that may be read as it is stored; null: by its text. */
  types: readonly (string | null)[];
  records: number;
  /** No field holds a control character, or begins or ends with a space. */
  plain: boolean;
}

/** Moves the rows of `incoming` that keep every rule to `raw.<table>` and lists what others break in `raw.rejected`. */
export async function judge(warehouse: Warehouse, incoming: Incoming, days: Days): Promise<void> {
  const { table, file, records } = incoming;
  const { relation, checks } = compile(incoming, days);
  const broken = checks.map((check) => `(${check.broken})`).join(" OR ");
  const names = columnSpecs(table).map(({ name }) => name);
  await warehouse.run(
    `INSERT INTO raw.${identifier(table)} (${names.map(identifier).join(", ")}, source_file, source_line)
    ${relation(`${names.map((name) => `site.${identifier(name)}`).join(", ")}, $file, site.line`)}
    WHERE (${broken}) IS NOT TRUE`,
    { file },
  );
  const [kept] = await warehouse.rows<{ accepted: number }>(
    `SELECT count(*) AS accepted FROM raw.${identifier(table)} WHERE source_file = $file`,
    { file },
  );
  if (kept?.accepted === records) return;
  await warehouse.run(
    `INSERT INTO raw.rejected
    WITH set_aside AS (
      SELECT * FROM incoming
      ANTI JOIN (SELECT source_line AS line FROM raw.${identifier(table)} WHERE source_file = $file) USING (line)
    ),
    broken AS (
      ${relation(`site.line, unnest([${checks.map(numberIfBroken).join(", ")}]) AS number`, "set_aside")}
      WHERE ${broken}
    ),
    told AS (
      SELECT line, checks.*, min(stage) OVER (PARTITION BY line) AS deciding_stage
      FROM broken
      JOIN (VALUES ${checks.map(checkRow).join(", ")}) AS checks (number, stage, column_name, rule, verdict, mend) USING (number)
    )
    SELECT $file, $table, line, column_name, rule, verdict, mend
    FROM told WHERE stage = deciding_stage ORDER BY line, number`,
    { file, table },
  );
  await rememberLater(warehouse, table, relation, days);
}

/** Makes the places where the keys of rows after the as-of date are kept. */
export async function createLater(warehouse: Warehouse): Promise<void> {
  for (const table of TABLES_WITH_LATER) {
    const key = identifier(keyColumn(table));
    await warehouse.run(`CREATE OR REPLACE TEMP TABLE ${laterKeys(table)} (${key} VARCHAR)`);
  }
}

async function rememberLater(
  warehouse: Warehouse,
  table: TableName,
  relation: Relation,
  { asOf }: Days,
): Promise<void> {
  if (!TABLES_WITH_LATER.includes(table)) return;
  const key = `site.${identifier(keyColumn(table))}`;
  await warehouse.run(
    `INSERT INTO ${laterKeys(table)} SELECT DISTINCT * FROM (${relation(key)} WHERE ${isLater(contractOf(table), asOf)})
    ANTI JOIN ${laterKeys(table)} USING (${identifier(keyColumn(table))})`,
  );
}

/** The rows of a source, or of the part of it that lies in `from`, as a SELECT without its WHERE. */
type Relation = (selected: string, from?: string) => string;

/** The rows of a source as values beside their texts, joined with what they refer to, and the rules they must keep. */
function compile(incoming: Incoming, days: Days): { relation: Relation; checks: Check[] } {
  const { table, fit } = incoming;
  const columns = columnSpecs(table).map((spec) => ({ spec, ...readings(spec, incoming) }));
  const present = columns.filter(({ text }) => text !== null);
  const texts = present.map(({ spec, text }) => `${text} AS ${identifier(textName(spec.name))}`);
  const values = columns.map(({ spec, value }) => `${value} AS ${identifier(spec.name)}`);
  const rules = rowRules(contractOf(table), days.asOf, new Set(present.map(({ spec }) => spec.name)));
  return {
    relation: (selected, from = "incoming") => `WITH texts AS (SELECT *, ${texts.join(", ")} FROM ${from}),
      site AS (SELECT *, ${values.join(", ")} FROM texts)
      SELECT ${selected} FROM site ${rules.joins.join(" ")}`,
    checks: [
      ...mappingChecks(fit),
      ...present.flatMap(({ spec, plain }) => columnChecks(spec, days, plain)),
      ...rules.checks,
    ],
  };
}

/** SQL for a column's text (null: the file has none) and its value, and whether the text is known to be plain. */
function readings(
  spec: ColumnSpec,
  { fit, types, plain }: Incoming,
): { text: string | null; value: string; plain: boolean } {
  const source = fit.columns[spec.name];
  if (source === undefined) return { text: null, value: `CAST(NULL AS ${columnType(spec)})`, plain: false };
  const field = ownField(source, fit.recode[spec.name]);
  const native = field === null ? undefined : readNative(spec, nativeName(field), types[field] ?? "");
  if (field !== null && native !== undefined) {
    // Only a text without a value is ever asked for, and writing the others costs more than all the rest.
    const text = `CASE WHEN ${native} IS NULL THEN CAST(${nativeName(field)} AS VARCHAR) END`;
    return { text, value: native, plain: false };
  }
  const isPlain = plain && field !== null;
  const value = readColumn(spec, identifier(textName(spec.name)), isPlain);
  return { text: columnText(spec.name, source, fit.recode), value, plain: isPlain };
}

/** The field that a column's text is, as it stands in the file; null where the text is made from fields. */
const ownField = (source: ColumnSource, recode: object | undefined): number | null =>
  "field" in source && Object.keys(source).length === 1 && recode === undefined ? source.field : null;

function mappingChecks({ onlyWhenPresent }: Fit): Check[] {
  if (onlyWhenPresent === null) return [];
  const field = `site.${identifier(fieldName(onlyWhenPresent))}`;
  const mend = "Nothing to mend: the program file reads rows only where this column is filled in.";
  const broken = `coalesce(trim(${field}), '') = ''`;
  return [{ stage: STAGES.mapping, column: null, rule: "not_in_mapping", mend, broken }];
}

const numberIfBroken = ({ broken }: Check, number: number): string =>
  `CASE WHEN ${broken} THEN ${number} END`;

function checkRow(check: Check, number: number): string {
  const { stage, column, rule, mend } = check;
  const words = [column, rule, verdictOf(check), mend].map((word) =>
    word === null ? "NULL" : literal(word),
  );
  return `(${[number, stage, ...words].join(", ")})`;
}
