import { columnSpecs } from "../contracts/specs.ts";
import { contractOf, type TableName } from "../contracts/tables.ts";
import { identifier, literal, type Warehouse } from "./warehouse.ts";

/**
 * Leaves one row per key in `raw.<table>`: the first by file (in the order given) and line. A later row that says the same
 * is a duplicate; one that says something else is rejected.
 */
export async function judgeKeys(
  warehouse: Warehouse,
  table: TableName,
  files: readonly string[],
): Promise<void> {
  const raw = `raw.${identifier(table)}`;
  const { key, surrogate } = contractOf(table);
  const keys = keyExpressions(key, surrogate);
  const names = keys.map((_, index) => `key_${index}`);
  const keyed = `SELECT *, ${keys.map((expression, index) => `${expression} AS key_${index}`).join(", ")} FROM ${raw}`;
  const content = `row(${columnSpecs(table)
    .map(({ name }) => identifier(name))
    .join(", ")})`;
  const order = files.map((file, index) => `(${literal(file)}, ${index})`).join(", ");
  await warehouse.run(
    `CREATE OR REPLACE TEMP TABLE repeated AS
    WITH keyed AS (${keyed}),
    twice AS (SELECT ${names.join(", ")} FROM keyed GROUP BY ${names.join(", ")} HAVING count(*) > 1),
    rows AS (
      SELECT keyed.*, ${content} AS content, files.file_order
      FROM keyed
      SEMI JOIN twice ON ${names.map((name) => `keyed.${name} IS NOT DISTINCT FROM twice.${name}`).join(" AND ")}
      JOIN (VALUES ${order}) AS files (source_file, file_order) USING (source_file)
    )
    SELECT source_file, source_line, row_number() OVER in_order AS place,
      content IS NOT DISTINCT FROM first_value(content) OVER in_order AS same
    FROM rows
    WINDOW in_order AS (PARTITION BY ${names.join(", ")} ORDER BY file_order, source_line ROWS UNBOUNDED PRECEDING)`,
  );
  const [repeats] = await warehouse.rows<{ rows: number }>("SELECT count(*) AS rows FROM repeated");
  if (repeats?.rows === 0) return;
  const verdict = (same: boolean, rule: string, kind: string, mend: string) =>
    `SELECT source_file, ${literal(table)}, source_line, ${literal(surrogate ?? key[0] ?? "")}, ${literal(rule)}, ${literal(kind)}, ${literal(mend)}
    FROM repeated WHERE place > 1 AND same = ${same}`;
  await warehouse.run(
    `INSERT INTO raw.rejected
    ${verdict(true, "duplicate_row", "duplicate", "Nothing to mend: the first of the equal rows is kept.")}
    UNION ALL
    ${verdict(false, "key_conflict", "rejected", "Two rows have this key and differ; keep the right one or give each its own key.")}`,
  );
  await warehouse.run(
    `DELETE FROM ${raw} USING repeated
    WHERE repeated.place > 1 AND ${raw}.source_file = repeated.source_file AND ${raw}.source_line = repeated.source_line`,
  );
}

/** A given surrogate is the key by itself, so the other columns count only where it is blank. */
function keyExpressions(key: readonly string[], surrogate: string | undefined): string[] {
  if (surrogate === undefined) return key.map(identifier);
  const own = identifier(surrogate);
  return [own, ...key.map((column) => `CASE WHEN ${own} IS NULL THEN ${identifier(column)} END`)];
}
