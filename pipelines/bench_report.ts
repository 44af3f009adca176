import { readFile, writeFile } from "node:fs/promises";
import { cpus, release, tmpdir, totalmem, type } from "node:os";
import { LIMITS, openWarehouse } from "../src/warehouse/warehouse.ts";
import type { StageName } from "./bench_meter.ts";
import type { Measured } from "./bench_record.ts";
import { count } from "./progress.ts";

/** The rows of a table of results, and the floor each is held against: a stage, or the bare read of the files that the line began with. */
const REPORTED: readonly { stage: StageName; title: string; floor?: StageName | "read" }[] = [
  { stage: "floor_csv", title: "floor: bare `read_csv`" },
  { stage: "load_csv", title: "load from CSV", floor: "floor_csv" },
  { stage: "floor_parquet", title: "floor: bare `read_parquet`" },
  { stage: "load_parquet", title: "load from Parquet", floor: "floor_parquet" },
  { stage: "build", title: "build: staging and models", floor: "read" },
  { stage: "floor_measure", title: "floor: one measure in one query" },
  { stage: "measures", title: "all measures and checks", floor: "floor_measure" },
  { stage: "release", title: "release: count, protect, write", floor: "read" },
  { stage: "site", title: "site", floor: "read" },
];

/** Load, build, measures and release, from the files that the line began with. */
const wholeLine = ({ from }: Measured): readonly StageName[] => [
  `load_${from}`,
  "build",
  "measures",
  "release",
];
const GIB = 1024 ** 3;
const MOST_BYTES = 4 * GIB;

const FINDINGS = new URL("../bench/findings.md", import.meta.url);

/** Writes the results as Markdown: the machine, the targets, how the release grows, a table a size, and what profiling found (`bench/findings.md`). */
export async function writeResults(path: string, measured: readonly Measured[]): Promise<void> {
  const parts = [
    "# Speed",
    "Measured with `npm run bench` on synthetic programmes. Each stage is a process of its own. A ratio compares a stage with a floor, the least that work could be, measured beside it in the same run: ratios carry over to another machine, seconds do not. Processor seconds tell more than seconds where a machine does other work too. A process takes about a second to start, which weighs on small sizes.",
    await describeMachine(),
    "## Targets",
    table(["target", "found", "verdict"], targets(measured)),
    "## How the release grows",
    "What the gate has to look at hangs on clinics, groups and months, and hardly on people: so does the size of what is published. Seconds are of the clock, within the release; memory is that of the whole release process, counting included. The release makes both editions; figures are of the public one.",
    table(GROWTH, measured.flatMap(growth)),
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

const GROWTH = [
  "programme",
  "cells",
  "hidden counts",
  "margins hidden for them",
  "count, s",
  "protect and gate, s",
  "write, s",
  "peak memory, GiB",
  "release, MB",
  "site, MB",
];

function growth(size: Measured): string[][] {
  const { release, site } = size.used;
  if (!release) return [];
  const { facts, peakBytes } = release;
  const seconds = (step: string) => (facts[step] ?? Number.NaN).toFixed(1);
  return [
    [
      nameOf(size),
      ...["cells", "secrets", "repairs"].map((name) => count(facts[name] ?? 0)),
      seconds("count cells"),
      seconds("protect the public edition"),
      seconds("write the public release"),
      gib(peakBytes),
      megabytes(facts.bytes),
      megabytes(site?.facts.bytes),
    ],
  ];
}

const nameOf = ({ patients, months, clinics }: Measured): string =>
  `${count(patients)} patients, ${months} months, ${clinics} clinics`;

function heading(size: Measured): string {
  const { rows, day } = size;
  const assessments = count(rows.assessment ?? 0);
  return `## ${nameOf(size)}: ${assessments} assessments, ${count(allRows(rows))} rows (${day})`;
}

function line(
  { rows, used, failed, from }: Measured,
  { stage, title, floor }: (typeof REPORTED)[number],
): string[] {
  const found = used[stage];
  if (!found) return [title, failed[stage] ?? "not measured", "", "", "", ""];
  const { wallSeconds, cpuSeconds, peakBytes } = found;
  const read: StageName = `floor_${from}`;
  const least = floor && used[floor === "read" ? read : floor];
  return [
    title,
    wallSeconds.toFixed(1),
    cpuSeconds.toFixed(1),
    gib(peakBytes),
    count(Math.round(allRows(rows) / wallSeconds)),
    least ? times(wallSeconds / least.wallSeconds) : "",
  ];
}

/** The targets of the issue, for every size or step between sizes of which the stages were measured. */
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
    return Number.isNaN(found)
      ? []
      : [judged(`${target}, ${count(size.patients)} patients: at most ${most}`, times(found), found <= most)];
  };
  return [
    ...measured.flatMap((size) => ratio("load from CSV / bare read", 3, size, ["load_csv"], "floor_csv")),
    ...measured.flatMap((size) =>
      ratio("load from Parquet / bare read", 2, size, ["load_parquet"], "floor_parquet"),
    ),
    ...measured.flatMap((size) =>
      ratio("load, build, measures and release / bare read of CSV", 6, size, wholeLine(size), "floor_csv"),
    ),
    ...measured.slice(1).flatMap((size, index) => {
      const before = measured[index] ?? size;
      const found = wall(size, wholeLine(size)) / wall(before, wholeLine(before));
      if (Number.isNaN(found) || before.clinics !== size.clinics || before.months !== size.months) return [];
      const most = 1.1 * (allRows(size.rows) / allRows(before.rows));
      const step = `${count(before.patients)} to ${count(size.patients)} patients`;
      return [judged(`time of the line, ${step}: at most ${times(most)}`, times(found), found <= most)];
    }),
    ...measured.map((size) => {
      const peaks = REPORTED.flatMap(({ stage }) => size.used[stage]?.peakBytes ?? []);
      const peak = Math.max(0, ...peaks);
      const target = `peak memory, ${count(size.patients)} patients: at most 4 GiB`;
      const isWhole = [...wholeLine(size), "site" as const].every((stage) => size.used[stage]);
      if (!isWhole && peak <= MOST_BYTES)
        return [target, `${gib(peak)} GiB in the ${peaks.length} stages measured`, "not settled"];
      return judged(target, `${gib(peak)} GiB`, peak <= MOST_BYTES);
    }),
  ];
}

/** Seconds of stages together; not a number where one was not measured. */
const wall = ({ used }: Measured, stages: readonly StageName[]): number =>
  stages.reduce((sum, stage) => sum + (used[stage]?.wallSeconds ?? Number.NaN), 0);

const allRows = (rows: Measured["rows"]): number => Object.values(rows).reduce((sum, n) => sum + n, 0);

const times = (ratio: number): string => `${ratio.toFixed(1)}x`;

const megabytes = (bytes: number | undefined): string =>
  bytes === undefined ? "" : (bytes / 1e6).toFixed(1);

const gib = (bytes: number): string => (bytes / GIB).toFixed(1);

const table = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, header.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
