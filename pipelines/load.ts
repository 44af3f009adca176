import type { LoadReport } from "../src/contracts/load_report.ts";
import { prepareExtract } from "../src/sources/prepare.ts";
import { loadPrepared } from "../src/warehouse/load.ts";
import { loadReference } from "../src/warehouse/reference_tables.ts";
import type { Warehouse } from "../src/warehouse/warehouse.ts";
import { type CommandOptions, type Inputs, readInputs, resolveAsOf } from "./options.ts";
import { count, type Progress } from "./progress.ts";
import { writeRunRecord } from "./run_record.ts";
import { replaceWarehouse, withWorkspace } from "./workspace.ts";

/** `observatory load`: reads an extract into a fresh warehouse. */
export async function loadCommand(options: CommandOptions, progress: Progress): Promise<void> {
  const inputs = await readInputs(options);
  await withWorkspace(options.data, ({ tempDir, ...workspace }) =>
    replaceWarehouse({ tempDir, ...workspace }, "empty", async (warehouse) => {
      await loadInto(warehouse, tempDir, { ...inputs, asOf: options.asOf }, progress);
    }),
  );
}

/** Loads and judges every row, prints the reconciliation and records the run. Throws ExtractError when a file cannot be trusted. */
export async function loadInto(
  warehouse: Warehouse,
  tempDir: string,
  { extractDir, program, asOf: asOfOption }: Inputs & { asOf: string | undefined },
  progress: Progress,
): Promise<LoadReport> {
  const prepared = progress.step("read the extract's files");
  const extract = await prepareExtract({ extractDir, program, tempDir });
  prepared(`${count(extract.files.length)} files`);
  const asOf = resolveAsOf(asOfOption, program, extract.extract.extracted_at);
  const loaded = progress.step("load and judge every row");
  await loadReference(warehouse);
  const report = await loadPrepared(warehouse, extract, { asOf });
  loaded(`${count(total(report, "read"))} rows`);
  tell(report, progress);
  await writeRunRecord(warehouse, { asOf, program, report });
  return report;
}

function total(
  { files }: LoadReport,
  key: "read" | "accepted" | "rejected" | "duplicate" | "out_of_scope",
): number {
  return files.reduce((sum, file) => sum + file[key], 0);
}

/** Prints what became of every file's rows, the rules that were broken and how to mend them. */
function tell({ files, rules, notices }: LoadReport, progress: Progress): void {
  for (const f of files)
    progress.note(
      `${f.file} -> ${f.table}: ${count(f.read)} read = ${count(f.accepted)} accepted + ${count(f.rejected)} rejected + ${count(f.duplicate)} duplicate + ${count(f.out_of_scope)} out of scope`,
    );
  for (const r of rules)
    progress.note(
      `${count(r.rows)} ${r.verdict}: ${r.file}${r.column ? `, column ${r.column}` : ""}: ${r.rule}. ${r.mend}`,
    );
  for (const notice of notices) progress.note(`note: ${notice}`);
}
