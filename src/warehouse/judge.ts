import type { Fit } from "../contracts/fit.ts";
import { columnSpecs } from "../contracts/specs.ts";
import { contractOf, type TableName } from "../contracts/tables.ts";
import { type Check, type Days, STAGES, textName, verdictOf } from "./judge_check.ts";
import { columnChecks, columnType, readColumn } from "./judge_columns.ts";
import { isLater, keyColumn, laterKeys, rowRules, TABLES_WITH_LATER } from "./judge_rows.ts";
import { columnText, fieldName } from "./judge_source.ts";
import { identifier, literal, type Warehouse } from "./warehouse.ts";

/** The texts of one source as they lie in the temporary table `incoming`: `f0`, `f1`, ... and `line`. */
export interface Incoming {
  table: TableName;
  file: string;
  fit: Fit;
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
    WITH broken AS (
      ${relation(`site.line, unnest([${checks.map(numberIfBroken).join(", ")}]) AS number`)}
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

/** The rows of a source, as a SELECT without its WHERE. */
type Relation = (selected: string) => string;

/** The rows of a source as values beside their texts, joined with what they refer to, and the rules they must keep. */
function compile({ table, fit, plain }: Incoming, days: Days): { relation: Relation; checks: Check[] } {
  const specs = columnSpecs(table);
  const sources = new Map(Object.entries(fit.columns));
  const isPlain = (column: string) => plain && isOwnField(fit, column);
  const present = specs.filter(({ name }) => sources.has(name));
  const texts = [...sources].map(
    ([name, source]) => `${columnText(name, source, fit.recode)} AS ${identifier(textName(name))}`,
  );
  const values = specs.map((spec) => {
    const text = identifier(textName(spec.name));
    const value = sources.has(spec.name)
      ? readColumn(spec, text, isPlain(spec.name))
      : `CAST(NULL AS ${columnType(spec)})`;
    return `${value} AS ${identifier(spec.name)}`;
  });
  const rules = rowRules(contractOf(table), days.asOf, new Set(sources.keys()));
  return {
    relation: (selected) => `WITH texts AS (SELECT *, ${texts.join(", ")} FROM incoming),
      site AS (SELECT *, ${values.join(", ")} FROM texts)
      SELECT ${selected} FROM site ${rules.joins.join(" ")}`,
    checks: [
      ...mappingChecks(fit),
      ...present.flatMap((spec) => columnChecks(spec, days, isPlain(spec.name))),
      ...rules.checks,
    ],
  };
}

/** The column's text is a field as it stands in the file. */
function isOwnField({ columns, recode }: Fit, column: string): boolean {
  const source = columns[column];
  return source !== undefined && Object.keys(source).join() === "field" && recode[column] === undefined;
}

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
