import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { sum } from "d3";
import { readRelease } from "../src/publish/read_release.ts";
import { synthesise } from "../src/synthetic/generate.ts";
import type { Format } from "../src/synthetic/options.ts";
import { buildModels } from "../src/warehouse/run_models.ts";
import { listSqlFiles, type SqlLayer } from "../src/warehouse/sql_files.ts";
import { openWarehouse, type Warehouse } from "../src/warehouse/warehouse.ts";
import { countBare, readBare } from "./bench_floor.ts";
import { cpuSeconds, type StageName } from "./bench_meter.ts";
import { loadCommand } from "./load.ts";
import type { Progress } from "./progress.ts";
import { releaseCommand } from "./release.ts";
import { readRunRecord } from "./run_record.ts";
import { newestRelease, siteCommand } from "./site_command.ts";

/** `bench_stage.ts STAGE FOLDER FORMAT PATIENTS MONTHS CLINICS`: one stage of the bench in this process; prints its processor time and what it tells of itself. */
const [stage = "", folder = "", format = "", ...sizes] = process.argv.slice(2);
const from: Format = format === "parquet" ? format : "csv";

/** Sizes, counts and seconds of steps, by name. */
const facts: Record<string, number> = {};

/** Keeps the seconds of every step. */
const TIMED: Progress = {
  step: (name) => {
    const start = performance.now();
    return () => {
      facts[name] = (performance.now() - start) / 1000;
    };
  },
  note: () => undefined,
};

const extractOf = (format: Format) => join(folder, `extract-${format}`);
const optionsOf = (format: Format) => ({
  extract: extractOf(format),
  data: join(folder, `data-${format}`),
  out: join(folder, "site"),
  site: true,
});

/** The release of the public edition, its size and how it passed the gate. */
async function release(): Promise<void> {
  await releaseCommand(optionsOf(from), TIMED);
  const dir = await newestRelease(optionsOf(from).data);
  const { suppression, audit } = readRelease(dir).manifest;
  Object.assign(facts, { cells: suppression.cells, ...audit, bytes: bytesIn(dir) });
}

async function site(): Promise<void> {
  const options = optionsOf(from);
  await siteCommand({ ...options, edition: "public" }, TIMED);
  facts.bytes = bytesIn(options.out);
}

function bytesIn(folder: string): number {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return sum(
    entries.filter((entry) => entry.isFile()),
    ({ parentPath, name }) => statSync(join(parentPath, name)).size,
  );
}

function make(format: Format): Promise<unknown> {
  const [patients = 0, months = 0, clinics = 0] = sizes.map(Number);
  return synthesise({ outDir: extractOf(format), format, patients, months, clinics, seed: 1 });
}

/** Works on a database file and has it written out whole. */
async function inDatabase(path: string, work: (warehouse: Warehouse) => Promise<unknown>): Promise<void> {
  const warehouse = await openWarehouse({ path, tempDir: join(folder, "spill") });
  try {
    await work(warehouse);
    await warehouse.run("CHECKPOINT");
  } finally {
    await warehouse.close();
  }
}

const readFloor = (format: Format) =>
  inDatabase(join(folder, `floor-${format}.duckdb`), (warehouse) =>
    readBare(warehouse, extractOf(format), format),
  );

/** Makes the tables of some layers in the warehouse that was loaded. */
const build = (layers: readonly SqlLayer[], standing: readonly SqlLayer[]) =>
  inDatabase(join(optionsOf(from).data, "warehouse", "observatory.duckdb"), async (warehouse) => {
    const { asOf } = await readRunRecord(warehouse);
    const ofLayers = (wanted: readonly SqlLayer[]) =>
      listSqlFiles().filter(({ layer }) => wanted.includes(layer));
    await buildModels(warehouse, { asOf, files: ofLayers(layers), standing: ofLayers(standing) });
  });

const WORK: Readonly<Record<StageName, () => Promise<unknown>>> = {
  make_csv: () => make("csv"),
  make_parquet: () => make("parquet"),
  floor_csv: () => readFloor("csv"),
  floor_parquet: () => readFloor("parquet"),
  floor_measure: () => inDatabase(join(folder, `floor-${from}.duckdb`), countBare),
  load_csv: () => loadCommand(optionsOf("csv"), TIMED),
  load_parquet: () => loadCommand(optionsOf("parquet"), TIMED),
  build: () => build(["staging", "model"], []),
  measures: () => build(["measures", "checks"], ["staging", "model"]),
  release,
  site,
};

if (!(stage in WORK))
  throw new Error(`there is no stage ${stage}; the stages are ${Object.keys(WORK).join(", ")}`);
await WORK[stage as StageName]();
process.stdout.write(JSON.stringify({ cpuSeconds: cpuSeconds(), facts }));
