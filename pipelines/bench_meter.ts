import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Format } from "../src/synthetic/options.ts";

/** In this order: a stage uses what earlier ones left behind. Those called `make_*` make the input and are not reported. */
export const STAGES = [
  "make_csv",
  "floor_csv",
  "floor_measure",
  "load_csv",
  "build",
  "measures",
  "release",
  "site",
  "make_parquet",
  "floor_parquet",
  "load_parquet",
] as const;
export type StageName = (typeof STAGES)[number];

/** The stages that a line from files of one format does without: those of the other. */
const OF_FORMAT: Readonly<Record<Format, readonly StageName[]>> = {
  csv: ["make_csv", "floor_csv", "load_csv"],
  parquet: ["make_parquet", "floor_parquet", "load_parquet"],
};

/** The stages of a line from CSV, which compares both formats, or from Parquet alone, in their order. */
export const stagesFrom = (format: Format): readonly StageName[] =>
  format === "csv"
    ? STAGES
    : [...OF_FORMAT.parquet, ...STAGES.filter((stage) => !Object.values(OF_FORMAT).flat().includes(stage))];

/** Whether a stage only makes the input of others. */
export const isMake = (stage: StageName): boolean => stage.startsWith("make_");

/** What a child process and all that it started used. */
export interface Used {
  wallSeconds: number;
  /** User and system time. */
  cpuSeconds: number;
  /** Highest sum of resident memory of the process tree, looked at five times a second. */
  peakBytes: number;
  /** What it tells of itself: sizes, counts and seconds of its steps, by name. */
  facts: Readonly<Record<string, number>>;
}

const POLL_MS = 200;
const TICKS_PER_SECOND = 100;
const PAGE_BYTES = 4096;

/** Runs a stage of the bench as a child process, under Linux (it reads `/proc`). Rejects with its last words when it fails. */
export function meter(stage: StageName, ...words: string[]): Promise<Used> {
  const script = fileURLToPath(new URL("bench_stage.ts", import.meta.url));
  const start = performance.now();
  const child = spawn(process.execPath, ["--import", "tsx", script, stage, ...words]);
  let peakBytes = 0;
  const poll = setInterval(() => {
    peakBytes = Math.max(peakBytes, treeBytes(child.pid ?? 0));
  }, POLL_MS);
  let told = "";
  let complaint = "";
  child.stdout.on("data", (piece) => {
    told += piece;
  });
  child.stderr.on("data", (piece) => {
    complaint += piece;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      clearInterval(poll);
      if (code !== 0) return reject(new Error(`${stage} failed:\n${complaint.slice(-2000)}`));
      const wallSeconds = (performance.now() - start) / 1000;
      resolve({ wallSeconds, peakBytes, ...(JSON.parse(told) as Pick<Used, "cpuSeconds" | "facts">) });
    });
  });
}

/** Processor time of this process and of the children it waited for, in seconds. */
export function cpuSeconds(): number {
  const [, , , , , , , , , , , user, system, childUser, childSystem] = statOf("self");
  return (
    [user, system, childUser, childSystem].reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS_PER_SECOND
  );
}

/** Resident memory of a process and its descendants. One that ends while it is looked at counts as nothing. */
function treeBytes(root: number): number {
  const parents = new Map<number, number>();
  const bytes = new Map<number, number>();
  for (const name of readdirSync("/proc")) {
    const pid = Number(name);
    if (!Number.isInteger(pid)) continue;
    try {
      const stat = statOf(pid);
      parents.set(pid, Number(stat[1]));
      bytes.set(pid, Number(stat[21]) * PAGE_BYTES);
    } catch {}
  }
  const isInTree = (pid: number | undefined): boolean =>
    pid !== undefined && (pid === root || isInTree(parents.get(pid)));
  return [...bytes].reduce((sum, [pid, resident]) => sum + (isInTree(pid) ? resident : 0), 0);
}

/** The fields of `/proc/<pid>/stat` behind the name: state, parent, ... */
function statOf(pid: number | "self"): string[] {
  const text = readFileSync(`/proc/${pid}/stat`, "utf8");
  return text.slice(text.lastIndexOf(")") + 2).split(" ");
}
