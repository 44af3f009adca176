import { readFile, writeFile } from "node:fs/promises";
import { cpus, release, tmpdir, totalmem, type } from "node:os";
import { format } from "date-fns";
import { LIMITS, openWarehouse } from "../src/warehouse/warehouse.ts";
import type { StageName, Used } from "./bench_meter.ts";
import { count } from "./progress.ts";

/** What one size of programme took. */
export interface Measured {
  patients: number;
  /** Rows of each file of the extract. */
  rows: Readonly<Record<string, number>>;
  used: Readonly<Record<StageName, Used>>;
}

/** The rows of a table of results, and the floor each is held against. */
const REPORTED: readonly { stage: StageName; title: string; floor?: StageName }[] = [
  { stage: "floor_csv", title: "floor: bare `read_csv`" },
  { stage: "load_csv", title: "load from CSV", floor: "floor_csv" },
  { stage: "floor_parquet", title: "floor: bare `read_parquet`" },
  { stage: "load_parquet", title: "load from Parquet", floor: "floor_parquet" },
  { stage: "build", title: "build: staging and models", floor: "floor_csv" },
  { stage: "floor_measure", title: "floor: one measure in one query" },
  { stage: "measures", title: "all measures and checks", floor: "floor_measure" },
  { stage: "release", title: "release: count, protect, write", floor: "floor_csv" },
  { stage: "site", title: "site", floor: "floor_csv" },
];

const WHOLE_LINE: readonly StageName[] = ["load_csv", "build", "measures", "release"];
const GIB = 1024 ** 3;
const MOST_BYTES = 4 * GIB;

const FINDINGS = new URL("../bench/findings.md", import.meta.url);

/** Writes the results as Markdown: the machine, the targets, a table a size, and what profiling found (`bench/findings.md`). */
export async function writeResults(
  path: string,
  measured: readonly Measured[],
  programme: { months: string; clinics: string },
): Promise<void> {
  const parts = [
    "# Speed",
    `Measured on ${format(new Date(), "d MMMM yyyy")} with \`npm run bench\` on synthetic programmes of ${programme.months} months and ${programme.clinics} clinics. Each stage is a process of its own. A ratio compares a stage with a floor, the least that work could be, measured beside it in the same run: ratios carry over to another machine, seconds do not. A process takes about a second to start, which weighs on small sizes.`,
    await describeMachine(),
    "## Targets",
    table(["target", "found", "verdict"], targets(measured)),
    ...measured.flatMap((size) => [
      heading(size),
      table(
        HEADER,
        REPORTED.map((row) => line(size, row)),
      ),
    ]),
    (await readFile(FINDINGS, "utf8")).trimEnd(),
  ];
  await writeFile(path, `${parts.join("\n\n")}\n`);
}

async function describeMachine(): Promise<string> {
  const warehouse = await openWarehouse({ path: ":memory:", tempDir: tmpdir() });
  const [database] = await warehouse.rows<{ version: string }>("SELECT version() AS version");
  await warehouse.close();
  const processors = cpus();
  return `${processors.length} x ${processors[0]?.model.trim() ?? "processor"}, ${gib(totalmem())} GiB of memory, ${type()} ${release().split("-", 1)[0]}; Node ${process.versions.node}, DuckDB ${database?.version}, held to ${LIMITS.threads} threads and ${LIMITS.memoryLimit}.`;
}

const HEADER = [
  "stage",
  "seconds",
  "processor seconds",
  "peak memory, GiB",
  "rows a second",
  "ratio to its floor",
];

function heading({ patients, rows }: Measured): string {
  return `## ${count(patients)} patients: ${count(rows["assessment.csv"] ?? 0)} assessments, ${count(allRows(rows))} rows`;
}

function line({ rows, used }: Measured, { stage, title, floor }: (typeof REPORTED)[number]): string[] {
  const { wallSeconds, cpuSeconds, peakBytes } = used[stage];
  return [
    title,
    wallSeconds.toFixed(1),
    cpuSeconds.toFixed(1),
    gib(peakBytes),
    count(Math.round(allRows(rows) / wallSeconds)),
    floor ? times(wallSeconds / used[floor].wallSeconds) : "",
  ];
}

/** The targets of the issue, for every size or step between sizes. */
function targets(measured: readonly Measured[]): string[][] {
  const judged = (target: string, found: string, met: boolean) => [target, found, met ? "met" : "missed"];
  const ratio = (
    target: string,
    most: number,
    size: Measured,
    ofLine: readonly StageName[],
    floor: StageName,
  ) => {
    const found = wall(size, ofLine) / wall(size, [floor]);
    return judged(
      `${target}, ${count(size.patients)} patients: at most ${most}`,
      times(found),
      found <= most,
    );
  };
  return [
    ...measured.map((size) => ratio("load from CSV / bare read", 3, size, ["load_csv"], "floor_csv")),
    ...measured.map((size) =>
      ratio("load from Parquet / bare read", 2, size, ["load_parquet"], "floor_parquet"),
    ),
    ...measured.map((size) =>
      ratio("load, build, measures and release / bare read of CSV", 6, size, WHOLE_LINE, "floor_csv"),
    ),
    ...measured.slice(1).map((size, index) => {
      const before = measured[index] ?? size;
      const found = wall(size, WHOLE_LINE) / wall(before, WHOLE_LINE);
      const most = 1.1 * (allRows(size.rows) / allRows(before.rows));
      const step = `${count(before.patients)} to ${count(size.patients)} patients`;
      return judged(`time of the line, ${step}: at most ${times(most)}`, times(found), found <= most);
    }),
    ...measured.map((size) => {
      const peak = Math.max(...REPORTED.map(({ stage }) => size.used[stage].peakBytes));
      return judged(
        `peak memory, ${count(size.patients)} patients: at most 4 GiB`,
        `${gib(peak)} GiB`,
        peak <= MOST_BYTES,
      );
    }),
  ];
}

const wall = ({ used }: Measured, stages: readonly StageName[]): number =>
  stages.reduce((sum, stage) => sum + used[stage].wallSeconds, 0);

const allRows = (rows: Measured["rows"]): number => Object.values(rows).reduce((sum, n) => sum + n, 0);

const times = (ratio: number): string => `${ratio.toFixed(1)}x`;

const gib = (bytes: number): string => (bytes / GIB).toFixed(1);

const table = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, header.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
