import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { stringify } from "yaml";
import { ProgramError } from "../errors.ts";
import { openWarehouse } from "../warehouse/warehouse.ts";
import { actionsCsv, TARGETS } from "./committee.ts";
import { FEES } from "./given/care.ts";
import type { Format, ProgrammeOptions } from "./options.ts";
import { makeProgramme, type Programme } from "./programme.ts";
import { readTruth, type Truth } from "./truth.ts";
import { writeExtract } from "./write_extract.ts";

export interface SynthesisOptions extends ProgrammeOptions {
  /** Folder to write; it must be new, empty or an earlier synthetic programme, which is replaced. */
  outDir: string;
  format?: Format;
  /** Plant faults in the files, counted in `truth.json`. */
  defects?: boolean;
  threads?: number;
}

/** What the made programme promised its made funder on the day it opened. */
const PROMISED = [
  { measure: "follow_up", instrument: "phq9", window: "6m" },
  { measure: "remission", instrument: "phq9", window: "6m" },
  { measure: "response", instrument: "phq9", window: "6m" },
  { measure: "reliable_deterioration", instrument: "phq9", window: "6m" },
  { measure: "first_contact_wait", window: "wait_14d" },
  { measure: "early_follow_up", window: "days_1_to_28" },
];

/** The file that marks a folder as a synthetic programme. */
const TRUTH_FILE = "truth.json";

/**
 * Writes a synthetic programme: the extract's files, `extract.yaml`, `program.yaml`, `actions.csv` and `truth.json`. The folder appears
 * when it is whole. `progress` is told of each table and file. Throws ProgramError where options or the folder are wrong.
 */
export async function synthesise(
  { outDir, format = "parquet", defects = false, threads, ...options }: SynthesisOptions,
  progress: (step: string) => void = () => {},
): Promise<Truth> {
  const target = resolve(outDir);
  refuseForeignFolder(target);
  const draft = `${target}.draft`;
  const temp = `${target}.temp`;
  for (const folder of [draft, temp]) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }
  try {
    const warehouse = await openWarehouse({ path: `${temp}/programme.duckdb`, tempDir: temp, threads });
    try {
      const programme = await makeProgramme(warehouse, options, { defects, progress });
      const rows = await writeExtract(warehouse, { folder: draft, format, defects }, progress);
      const truth = await readTruth(warehouse, programme, { defects });
      writeFileSync(`${draft}/extract.yaml`, stringify(describeExtract(programme, rows)));
      writeFileSync(`${draft}/program.yaml`, stringify(describeProgram(programme)));
      writeFileSync(`${draft}/actions.csv`, actionsCsv(programme));
      writeFileSync(`${draft}/${TRUTH_FILE}`, `${JSON.stringify(truth, null, 1)}\n`);
      rmSync(target, { recursive: true, force: true });
      renameSync(draft, target);
      return truth;
    } finally {
      await warehouse.close();
    }
  } finally {
    for (const folder of [draft, temp]) rmSync(folder, { recursive: true, force: true });
  }
}

function refuseForeignFolder(target: string): void {
  mkdirSync(dirname(target), { recursive: true });
  if (!existsSync(target) || existsSync(`${target}/${TRUTH_FILE}`)) return;
  if (readdirSync(target).length > 0)
    throw new ProgramError(
      `${target} holds other files; name a new or empty folder for the synthetic programme`,
    );
}

const describeExtract = ({ setting, seed }: Programme, rows: Record<string, number>) => ({
  site: `Synthetic programme (seed ${seed})`,
  system: "Care Observatory generator",
  extracted_at: setting.end_date,
  coverage: { start: setting.start_date, end: setting.end_date },
  rows,
});

const describeProgram = ({ setting, seed }: Programme) => ({
  program: {
    id: `synthetic-${seed}`,
    name: "Synthetic collaborative care programme",
    description:
      `${setting.patients.toLocaleString("en-US")} invented people in ${setting.clinics} invented clinics over ${setting.months} months. ` +
      "What is true of them is known, so that every figure can be checked.",
    data_note: `Made up by the generator with seed ${seed}: no person, clinic or result is real.`,
    synthetic: true,
  },
  as_of: setting.end_date,
  extract: ".",
  targets: TARGETS,
  funder: {
    registered: setting.start_date,
    owner: "The programme’s board and its funder (invented)",
    measures: PROMISED,
  },
  currency: "USD",
  fees: FEES.map(({ code, cents }) => ({
    code,
    from: setting.start_date,
    amount: cents / 100,
    source: "Assumed",
  })),
  disclosure: { internal: { preset: "internal" } },
});
