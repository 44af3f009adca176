import { existsSync } from "node:fs";
import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Command, InvalidArgumentError, Option } from "commander";
import { parse } from "yaml";
import { FORMATS, type Format } from "../src/synthetic/options.ts";
import { isMake, meter, STAGES, type StageName, stagesFrom } from "./bench_meter.ts";
import { findMeasured, keepMeasured, type Measured } from "./bench_record.ts";
import { writeResults } from "./bench_report.ts";
import { createProgress, type Progress } from "./progress.ts";

interface Options {
  patients: string;
  months: string;
  clinics: string;
  out: string;
  record: string;
  scratch: string;
  from: Format;
  keep: boolean;
  stages?: string;
}

type Size = Pick<Measured, "patients" | "months" | "clinics" | "from">;

/**
 * `npm run bench`: the whole line on synthetic programmes of growing size, each stage against a floor measured beside it. What
 * is measured is written down stage by stage, so that a run that is stopped leaves what it has; a stage that fails is named.
 */
async function bench(options: Options): Promise<void> {
  const progress = createProgress(process.stderr);
  for (const size of sizesOf(options)) {
    const folder = join(options.scratch, `${size.patients}-${size.months}-${size.clinics}`);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    try {
      await measure(size, folder, { ...options, progress });
    } finally {
      if (!options.keep) await rm(folder, { recursive: true, force: true });
    }
  }
  progress.note(options.out);
}

/** `10000` or, with months and clinics of its own, `10000:60:50`. */
function sizesOf({ patients: sizes, months, clinics, from }: Options): Size[] {
  return sizes.split(",").map((size) => {
    const [patients = 0, own = Number(months), its = Number(clinics)] = size.split(":").map(Number);
    return { patients, months: own, clinics: its, from };
  });
}

function checkStages(list: string): string {
  const unknown = list.split(",").filter((stage) => !STAGES.some((known) => known === stage));
  if (unknown.length > 0)
    throw new InvalidArgumentError(`${unknown.join(", ")} is no stage; there are ${STAGES.join(", ")}.`);
  return list;
}

async function measure(
  { patients, months, clinics, from }: Size,
  folder: string,
  { out, record, stages, progress }: Pick<Options, "out" | "record" | "stages"> & { progress: Progress },
): Promise<void> {
  const day = new Date().toISOString().slice(0, 10);
  const size = { patients, months, clinics, from, day };
  const measured: Measured = {
    rows: {},
    used: {},
    failed: {},
    ...(stages && findMeasured(record, size)),
    ...size,
  };
  for (const stage of stagesFrom(from).filter((stage) => stages?.split(",").includes(stage) ?? true)) {
    if (isMake(stage) && existsSync(join(folder, extractOf(stage), "extract.yaml"))) continue;
    const done = progress.step(`${patients} patients: ${stage}`);
    try {
      delete measured.failed[stage];
      measured.used[stage] = await meter(stage, folder, from, ...[patients, months, clinics].map(String));
      done();
    } catch (error) {
      progress.note(String(error));
      measured.failed[stage] = reasonOf(error);
      done(measured.failed[stage]);
      process.exitCode = 1;
    }
    measured.rows = await rowsIn(join(folder, `extract-${from}`));
    await writeResults(out, keepMeasured(record, measured));
  }
}

/** The line of a failed stage's last words that names the error. */
function reasonOf(error: unknown): string {
  const lines = String(error).split("\n");
  return `failed: ${
    lines
      .slice(1)
      .find((line) => /Error\b/.test(line))
      ?.trim() ?? "without a word"
  }`;
}

const extractOf = (make: StageName): string => make.replace("make_", "extract-");

/** Rows of each table of an extract. */
async function rowsIn(extract: string): Promise<Measured["rows"]> {
  const description = await readFile(join(extract, "extract.yaml"), "utf8");
  const { rows } = parse(description) as { rows: Record<string, number> };
  return Object.fromEntries(Object.entries(rows).map(([file, n]) => [file.replace(/\.\w+$/, ""), n]));
}

const home = fileURLToPath(new URL("..", import.meta.url));
await new Command("bench")
  .description(
    "Measures every stage against a floor and writes tables in Markdown, and keeps the figures for the methods page.",
  )
  .option(
    "--patients <list>",
    "sizes, with commas, each as PATIENTS or PATIENTS:MONTHS:CLINICS",
    "10000,100000",
  )
  .option("--months <n>", "months of each programme", "60")
  .option("--clinics <n>", "clinics of each programme", "50")
  .option("--out <file>", "where the tables go", join(home, "bench", "results.md"))
  .option("--record <file>", "where the figures are kept", join(home, "reports", "components", "speed.json"))
  .option("--scratch <dir>", "folder for what is made, removed afterwards", join(home, ".tmp", "bench"))
  .addOption(new Option("--from <format>", "files that the line begins with").choices(FORMATS).default("csv"))
  .addOption(
    new Option(
      "--stages <list>",
      "measures these again, with commas; the figures of the others, and what an earlier run left with --keep, stay",
    ).argParser(checkStages),
  )
  .option("--keep", "leave what is made, and use extracts that an earlier run left", false)
  .action(bench)
  .parseAsync();
