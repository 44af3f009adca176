import { ExtractError } from "../errors.ts";
import type { FileReconciliation, RuleCount } from "../reference/reconciliation.ts";
import type { Readable } from "./load_files.ts";
import { identifier, type Warehouse } from "./warehouse.ts";

/**
 * Accounts for every record of every source in `raw.reconciliation`, from what lies in `raw` now. Throws ExtractError where
 * read is not accepted + rejected + duplicate + out_of_scope.
 */
export async function reconcile(
  warehouse: Warehouse,
  sources: readonly Readable[],
): Promise<{ files: FileReconciliation[]; rules: RuleCount[] }> {
  await warehouse.run(
    `CREATE OR REPLACE TABLE raw.reconciliation (file VARCHAR, table_name VARCHAR, sha256 VARCHAR, "read" BIGINT,
      accepted BIGINT, rejected BIGINT, duplicate BIGINT, out_of_scope BIGINT)`,
  );
  for (const { source, records } of sources) {
    const { file, table, sha256, damaged } = source;
    await warehouse.run(
      `INSERT INTO raw.reconciliation
      SELECT $file, $table, $sha256, CAST($records AS BIGINT),
        (SELECT count(*) FROM raw.${identifier(table)} WHERE source_file = $file),
        count(DISTINCT line) FILTER (verdict = 'rejected'),
        count(DISTINCT line) FILTER (verdict = 'duplicate'),
        count(DISTINCT line) FILTER (verdict = 'out_of_scope')
      FROM raw.rejected WHERE file = $file AND table_name = $table`,
      { file, table, sha256, records: records + damaged.records },
    );
  }
  const files = await warehouse.rows<FileReconciliation & Record<string, string | number>>(
    `SELECT file, table_name AS "table", sha256, "read", accepted, rejected, duplicate, out_of_scope FROM raw.reconciliation ORDER BY rowid`,
  );
  const unbalanced = files.filter(
    (file) => file.read !== file.accepted + file.rejected + file.duplicate + file.out_of_scope,
  );
  if (unbalanced.length > 0)
    throw new ExtractError(
      unbalanced.map(({ file }) => ({
        file,
        rule: "rows_not_accounted_for",
        mend: "Some rows were neither accepted nor set aside. This is a defect of the observatory; report it.",
      })),
    );
  const rules = await warehouse.rows<RuleCount & Record<string, string | number | null>>(
    `SELECT file, table_name AS "table", column_name AS "column", rule, verdict, count(DISTINCT line) AS rows, mend
    FROM raw.rejected GROUP BY ALL ORDER BY file, "table", verdict, "column" NULLS FIRST, rule`,
  );
  return { files, rules };
}
