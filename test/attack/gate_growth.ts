import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { PUBLIC } from "../../src/disclosure/policy.ts";
import { protect } from "../../src/disclosure/protect.ts";
import { simulate } from "./simulate.ts";

/** What hiding, the gate and its repairs took for the release of a made-up programme, alone in a process. */
export interface Growth {
  cells: number;
  secrets: number;
  repairs: number;
  /** Processor time of `protect` alone. */
  seconds: number;
  /** Most resident memory of the process, the made-up people and Node itself included. */
  megabytes: number;
}

/** Clinics of programmes of 36 months and five measures, of 80 people each. The third has 5,000 cells. */
const CLINICS = [10, 40, 108, 250];

/** Protects a programme of each size in a process of its own: what one took of memory is none of the next one's. */
export function measureGrowth(): Growth[] {
  return CLINICS.map((clinics) => {
    const words = ["--import", "tsx", fileURLToPath(import.meta.url), String(clinics)];
    const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as Growth;
  });
}

function protectOne(clinics: number): Growth {
  const { cells, steps } = simulate(clinics, { clinics, months: 36, pace: 0, peopleEach: 80, isPlain: true });
  const start = process.cpuUsage();
  const { audit } = protect(cells, steps, PUBLIC);
  const { user, system } = process.cpuUsage(start);
  return {
    cells: cells.length,
    ...audit,
    seconds: Math.round((user + system) / 1e5) / 10,
    megabytes: Math.round((process.resourceUsage().maxRSS * 1024) / 1e6),
  };
}

const [, path, clinics] = process.argv;
if (path === fileURLToPath(import.meta.url))
  process.stdout.write(JSON.stringify(protectOne(Number(clinics))));
