import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { PUBLIC } from "../../src/disclosure/policy.ts";
import { protect } from "../../src/disclosure/protect.ts";
import { simulate } from "./simulate.ts";

/** What hiding, the gate and its repairs took for the release of a made-up programme, alone in a process. */
export interface Growth {
  cells: number;
  /** Whether clinics are divided by sex and age too, which no declared breakdown does. */
  isCrossed: boolean;
  secrets: number;
  repairs: number;
  /** Processor time of `protect` alone. */
  seconds: number;
  /** Most resident memory of the process, the made-up people and Node itself included. */
  megabytes: number;
}

/** Clinics of programmes of 36 months and five measures, of 80 people each, and how they are divided. The third and the last have 5,000 cells. */
const SIZES = ["10", "40", "108", "250", "4 crossed", "18 crossed"];

/** Protects a programme of each size in a process of its own: what one took of memory is none of the next one's. */
export function measureGrowth(): Growth[] {
  return SIZES.map((size) => {
    const words = ["--import", "tsx", fileURLToPath(import.meta.url), ...size.split(" ")];
    const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as Growth;
  });
}

function protectOne(clinics: number, isCrossed: boolean): Growth {
  const programme = { clinics, months: 36, pace: 0, peopleEach: 80, isPlain: !isCrossed };
  const { cells, steps } = simulate(clinics, programme);
  const start = process.cpuUsage();
  const { audit } = protect(cells, steps, PUBLIC);
  const { user, system } = process.cpuUsage(start);
  return {
    cells: cells.length,
    isCrossed,
    ...audit,
    seconds: Math.round((user + system) / 1e5) / 10,
    megabytes: Math.round((process.resourceUsage().maxRSS * 1024) / 1e6),
  };
}

const [, path, clinics, division] = process.argv;
if (path === fileURLToPath(import.meta.url))
  process.stdout.write(JSON.stringify(protectOne(Number(clinics), division === "crossed")));
