import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PUBLIC } from "../../src/disclosure/policy.ts";
import { GateError } from "../../src/errors.ts";
import { scanRelease } from "../surface/scan_release.ts";
import { attack } from "./attack.ts";
import { changeInside, countedIn, friendInside, judge, type Verdict } from "./judge.ts";
import type { Friend } from "./learn.ts";
import { PROGRAMMES } from "./programmes.ts";
import { publish } from "./publish_simulated.ts";
import type { Memory } from "./remember.ts";
import { type Simulated, simulate, simulateOne } from "./simulate.ts";
import type { Programme } from "./simulated_people.ts";

/** How attacks on releases went. Nothing in it depends on the machine. */
export interface Figures extends Verdict {
  releases: number;
  /** Cells published. */
  cells: number;
  /** Releases that the gate refused, since earlier ones would undo them: nothing was published. */
  refused: number;
  /** Numbers that the scan of the files found where they may not be. */
  alarms: number;
}

/** Narrowest counts of a release that are attacked with linear programs, beside bounds on all. */
const PROGRAMS = 12;

const NOTHING: Figures = {
  releases: 0,
  cells: 0,
  protected: 0,
  exact: 0,
  cornered: 0,
  wrong: 0,
  tightest: Number.POSITIVE_INFINITY,
  refused: 0,
  alarms: 0,
};

/** Adds up what was found. */
export const addUp = (all: readonly Figures[]): Figures =>
  all.reduce((sum, one) => {
    const added = Object.entries(sum).map(([name, value]) => [name, value + one[name as keyof Figures]]);
    return {
      ...(Object.fromEntries(added) as unknown as Figures),
      tightest: Math.min(sum.tightest, one.tightest),
    };
  }, NOTHING);

/**
 * Publishes the release of one of the programmes, attacks it with bounds and linear programs, and scans its files. An attacker who knows
 * the record of one of its people tries to learn others.
 */
export async function attackOne(at: number, { knowing }: { knowing?: number } = {}): Promise<Figures> {
  const [seed, programme] = [1_000 + at, PROGRAMMES[at] ?? missing(at)];
  const simulated = simulate(seed, programme);
  const known =
    knowing === undefined ? {} : { counts: countedIn(simulateOne(seed, programme, knowing).cells) };
  return inFolder(async (folder) => {
    const dir = publish(folder, simulated);
    return attackRelease(dir, simulated, { programs: PROGRAMS, known });
  });
}

/**
 * Publishes every month of a programme as late data come in, and attacks each release with all earlier ones in hand; an attacker who knows
 * the record of one of its people knows in which counts of each that one is.
 */
export async function attackMonthly(
  { releases, ...programme }: Programme & { releases: number },
  { seed = 77, knowing }: { seed?: number; knowing?: number } = {},
): Promise<Figures> {
  const knownIn = (month: number): Pick<Friend, "counts"> =>
    knowing === undefined ? {} : { counts: countedIn(simulateOne(seed, programme, knowing, month).cells) };
  return inFolder(async (folder) => {
    const found: Figures[] = [];
    const kept: { dir: string; month: number; cells: Simulated["cells"] }[] = [];
    for (let month = programme.months - releases + 1; month <= programme.months; month++) {
      const simulated = simulate(seed, programme, month);
      const earlier = kept.map(({ dir, month: then, cells }): Memory => {
        const again = simulate(seed, programme, then, month).cells;
        return { dir, change: changeInside(cells, again), ...knownIn(then) };
      });
      const known = knownIn(month);
      const dir = publishUnlessRefused(folder, simulated, lastDayOf(month));
      found.push(dir ? await attackRelease(dir, simulated, { earlier, known }) : { ...NOTHING, refused: 1 });
      if (dir) kept.push({ dir, month, cells: simulated.cells });
    }
    return addUp(found);
  });
}

function publishUnlessRefused(...release: Parameters<typeof publish>): string | null {
  try {
    return publish(...release);
  } catch (error) {
    if (error instanceof GateError) return null;
    throw error;
  }
}

async function attackRelease(
  dir: string,
  { cells, steps }: Simulated,
  {
    known = {},
    ...options
  }: { known?: Pick<Friend, "counts">; programs?: number; earlier?: readonly Memory[] },
): Promise<Figures> {
  const friend = { ...friendInside(cells, steps, PUBLIC.hide_at_most), ...known };
  const attacked = attack(dir, friend, options);
  const verdict = judge(attacked, cells, steps, PUBLIC.hide_at_most);
  const alarms = await scanRelease(dir);
  return {
    ...NOTHING,
    ...verdict,
    releases: 1,
    cells: cells.length,
    alarms: alarms.length,
  };
}

const lastDayOf = (months: number) => new Date(Date.UTC(2023, months, 0)).toISOString().slice(0, 10);

/** A folder of its own for the length of some work. */
async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "observatory-programme-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function missing(at: number): never {
  throw new RangeError(`there is no programme ${at}`);
}
