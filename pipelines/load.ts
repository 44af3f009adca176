import { parseActions } from "../src/contracts/actions.ts";
import type { LoadReport } from "../src/contracts/load_report.ts";
import { MEASURES } from "../src/measures/index.ts";
import type { Action } from "../src/reference/actions.ts";
import { prepareExtract } from "../src/sources/prepare.ts";
import { loadPrepared } from "../src/warehouse/load.ts";
import { loadReference } from "../src/warehouse/reference_tables.ts";
import type { Warehouse } from "../src/warehouse/warehouse.ts";
import { type CommandOptions, type Inputs, readInputs, resolveAsOf } from "./options.ts";
import { count, type Progress } from "./progress.ts";
import { writeRunRecord } from "./run_record.ts";
import { tellReport } from "./tell_report.ts";
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

interface LoadInputs extends Inputs {
  asOf: string | undefined;
  /** How many line numbers are printed for a rule that rows break; all of them are in `raw.rejected`. */
  linesPerRule?: number;
}

/** Loads and judges every row, prints the reconciliation and records the run. Throws ExtractError when a file cannot be trusted. */
export async function loadInto(
  warehouse: Warehouse,
  tempDir: string,
  { extractDir, program, actionsCsv, asOf: asOfOption, linesPerRule = 20 }: LoadInputs,
  progress: Progress,
): Promise<LoadReport> {
  const prepared = progress.step("read the extract's files");
  const extract = await prepareExtract({ extractDir, program, tempDir });
  prepared(`${count(extract.files.length)} files`);
  const asOf = resolveAsOf(asOfOption, program, extract.extract.extracted_at);
  const loaded = progress.step("load and judge every row");
  await loadReference(warehouse);
  const report = await loadPrepared(warehouse, extract, { asOf });
  report.notices.push(...lateNotice(asOf, extract.extract));
  loaded(`${count(total(report))} rows`);
  await tellReport(warehouse, report, { linesPerRule, progress });
  const actions = actionsCsv === undefined ? [] : await readActions(warehouse, actionsCsv);
  await writeRunRecord(warehouse, { asOf, program, report, actions });
  return report;
}

/** The committee's actions, held against the measures and the clinics that there are. */
async function readActions(warehouse: Warehouse, csv: string): Promise<Action[]> {
  const clinics = await warehouse.rows<{ clinic_id: string }>("SELECT clinic_id FROM raw.clinic");
  return parseActions(csv, {
    measures: MEASURES.map(({ id }) => id),
    clinics: clinics.map(({ clinic_id }) => clinic_id),
  });
}

const total = ({ files }: LoadReport): number => files.reduce((sum, { read }) => sum + read, 0);

/** An as-of date after the data end makes people look lost to follow-up, so it is said. */
function lateNotice(asOf: string, { extracted_at, coverage_end }: LoadReport["extract"]): string[] {
  const through = [extracted_at?.slice(0, 10), coverage_end].filter((day) => day != null).sort()[0];
  if (through === undefined || asOf <= through) return [];
  return [
    `The report is as of ${asOf}, but the data end on ${through}: scores after that day are not known, so follow-up looks lower than it was`,
  ];
}
