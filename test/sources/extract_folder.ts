import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { DEFAULT_PROGRAM, parseProgram } from "../../src/contracts/program.ts";
import { ExtractError, type Fault } from "../../src/errors.ts";
import { prepareExtract } from "../../src/sources/prepare.ts";
import { loadPrepared } from "../../src/warehouse/load.ts";
import { loadReference } from "../../src/warehouse/reference_tables.ts";
import { openWarehouse } from "../../src/warehouse/warehouse.ts";

/** Files of an extract by name. */
export type Files = Record<string, string | Buffer>;

/** The least that is an extract; tests replace or add files. */
export const SMALLEST: Files = {
  "extract.yaml":
    "site: Test\nsystem: drawn\nextracted_at: 2024-12-31\ncoverage_start: 2023-01-01\ncoverage_end: 2024-12-31\n",
  "patient.csv": "patient_id,birth_date,sex\nP1,1980-05-06,female\nP2,1990-01-02,male\n",
  "clinic.csv": "clinic_id,name\nC1,North\n",
  "episode.csv": "episode_id,patient_id,clinic_id,enrolled_date\nE1,P1,C1,2024-01-10\nE2,P2,C1,\n",
  "assessment.csv":
    "assessment_id,patient_id,instrument,assessed_date,total\nA1,P1,phq9,2024-01-10,15\nA2,P1,phq9,2024-04-01,4\n",
};

/** Writes an extract to a folder that is removed with the test. */
export async function writeExtract(files: Files): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "extract-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}

interface Options {
  /** Text of a program file. */
  program?: string;
  asOf?: string;
  threads?: number;
}

/** Prepares and loads the smallest extract with `files` in place of its own. The warehouse closes with the test. */
export async function load(files: Files, { program, asOf = "2024-12-31", threads = 1 }: Options = {}) {
  const extractDir = await writeExtract({ ...SMALLEST, ...files });
  const tempDir = await writeExtract({});
  const warehouse = await openWarehouse({ path: ":memory:", tempDir: join(tempDir, "spill"), threads });
  onTestFinished(() => warehouse.close());
  await loadReference(warehouse);
  const read = program === undefined ? DEFAULT_PROGRAM : parseProgram(program, "program.yaml");
  const prepared = await prepareExtract({ extractDir, program: read, tempDir });
  const report = await loadPrepared(warehouse, prepared, { asOf });
  return { report, prepared, warehouse, tempDir };
}

/** The faults that stop an extract. Fails when nothing does. */
export async function faultsOf(files: Files, options: Options = {}): Promise<readonly Fault[]> {
  try {
    await load(files, options);
  } catch (error) {
    if (error instanceof ExtractError) return error.faults;
    throw error;
  }
  throw new Error("the extract was loaded");
}

/** The same faults, as `file line rule`. */
export const rulesOf = async (files: Files, options: Options = {}): Promise<string[]> =>
  (await faultsOf(files, options)).map(({ file, line, rule }) =>
    [file, line, rule].filter(Boolean).join(" "),
  );

/** What was set aside of a table, as `line rule column`. */
export async function asideOf(files: Files, table: string, options: Options = {}): Promise<string[]> {
  const { warehouse } = await load(files, options);
  const rows = await warehouse.rows<{ told: string }>(
    "SELECT concat_ws(' ', line, verdict, rule, column_name) AS told FROM raw.rejected WHERE table_name = $table ORDER BY file, line, told",
    { table },
  );
  return rows.map(({ told }) => told);
}

/** The accounting of a file, as `read = accepted + rejected + duplicate + out_of_scope`. */
export function balanceOf({ report }: Awaited<ReturnType<typeof load>>, file: string): string {
  const found = report.files.find((entry) => entry.file === file);
  if (!found) throw new Error(`${file} is not accounted for`);
  return `${found.read} = ${found.accepted} + ${found.rejected} + ${found.duplicate} + ${found.out_of_scope}`;
}
