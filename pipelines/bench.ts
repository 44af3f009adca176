import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { parse } from "yaml";
import { meter, STAGES, type StageName, type Used } from "./bench_meter.ts";
import { type Measured, writeResults } from "./bench_report.ts";
import { createProgress } from "./progress.ts";

interface Options {
  patients: string;
  months: string;
  clinics: string;
  out: string;
  scratch: string;
}

/** `npm run bench`: the whole line on synthetic programmes of growing size, each stage against a floor measured beside it. */
async function bench({ patients, months, clinics, out, scratch }: Options): Promise<void> {
  const progress = createProgress(process.stderr);
  const measured: Measured[] = [];
  for (const size of patients.split(",").map(Number)) {
    const folder = join(scratch, String(size));
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true, mode: 0o700 });
    try {
      const used: Partial<Record<StageName, Used>> = {};
      for (const stage of STAGES) {
        const done = progress.step(`${size} patients: ${stage}`);
        used[stage] = await meter(stage, folder, String(size), months, clinics);
        done();
      }
      const description = await readFile(join(folder, "extract-csv", "extract.yaml"), "utf8");
      const { rows } = parse(description) as { rows: Record<string, number> };
      measured.push({ patients: size, rows, used: used as Record<StageName, Used> });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  await writeResults(out, measured, { months, clinics });
  progress.note(out);
}

const home = fileURLToPath(new URL("..", import.meta.url));
await new Command("bench")
  .description("Measures every stage against a floor and writes a table in Markdown.")
  .option("--patients <list>", "sizes, with commas", "10000,100000,1500000")
  .option("--months <n>", "months of each programme", "60")
  .option("--clinics <n>", "clinics of each programme", "50")
  .option("--out <file>", "where the table goes", join(home, "bench", "results.md"))
  .option("--scratch <dir>", "folder for what is made, removed afterwards", join(home, ".tmp", "bench"))
  .action(bench)
  .parseAsync();
