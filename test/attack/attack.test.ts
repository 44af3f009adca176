import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { PUBLIC } from "../../src/disclosure/policy.ts";
import { attack } from "./attack.ts";
import { countedIn, friendInside, judge, type Verdict } from "./judge.ts";
import { publish } from "./publish_simulated.ts";
import { simulate, simulateOne } from "./simulate.ts";
import type { Programme } from "./simulated_people.ts";

const releaseDir = mkdtempSync(join(tmpdir(), "observatory-attack-"));
afterAll(() => rmSync(releaseDir, { recursive: true, force: true }));

/** How many counts of each protected release are attacked with linear programs. */
const PROGRAMS = 60;

/** Publishes a made-up programme, attacks it, knowing one of its people or nobody, and judges the attack. */
function attackOn(seed: number, programme: Programme, person?: number): Verdict {
  const simulated = simulate(seed, programme);
  const dir = publish(releaseDir, simulated);
  const { cells, steps } = simulated;
  const counts =
    person === undefined ? {} : { counts: countedIn(simulateOne(seed, programme, person).cells) };
  const friend = { ...friendInside(cells, steps, PUBLIC.hide_at_most), ...counts };
  return judge(attack(dir, friend, { programs: PROGRAMS }), cells, steps, PUBLIC.hide_at_most);
}

const over = (seeds: number, run: (seed: number) => Verdict): Verdict => {
  const verdicts = Array.from({ length: seeds }, (_, seed) => run(seed + 1));
  const sum = (name: keyof Verdict) => verdicts.reduce((total, verdict) => total + verdict[name], 0);
  return {
    protected: sum("protected"),
    exact: sum("exact"),
    cornered: sum("cornered"),
    wrong: sum("wrong"),
    tightest: Math.min(...verdicts.map(({ tightest }) => tightest)),
  };
};

describe("an attack with bounds alone", () => {
  it("knows nothing of how disclosure control works inside", () => {
    const folder = fileURLToPath(new URL(".", import.meta.url));
    const program = readdirSync(folder).filter(
      (name) => !/test|simulate|judge|planted|figures|programmes|utility|growth/.test(name),
    );
    expect(program).toEqual(expect.arrayContaining(["attack.ts", "propagate.ts", "sharpen.ts", "wholes.ts"]));
    for (const name of program)
      expect(readFileSync(join(folder, name), "utf8")).not.toMatch(
        /^import (?!type).* from ".*src\/(disclosure|publish)/m,
      );
  });

  it.each([
    ["3 clinics, 9 months, about 150 people", { clinics: 3, months: 9, pace: 4 }],
    ["4 clinics, 14 months, about 600 people", { clinics: 4, months: 14, pace: 8 }],
    ["2 clinics, 14 months, about 900 people", { clinics: 2, months: 14, pace: 20 }],
  ])("never rules out the truth, and corners no protected count: %s", (name, programme) => {
    const found = over(6, (seed) => attackOn(seed, programme));
    console.info(
      `${name}, 6 releases: ${found.protected} protected counts, ${found.exact} known exactly, ${found.cornered} to fewer than 5 values`,
    );
    expect(found.protected).toBeGreaterThan(1_000);
    expect(found.wrong).toBe(0);
    expect([found.exact, found.cornered]).toEqual([0, 0]);
  });

  it("who knows one person’s record learns no count of the others", () => {
    const found = over(3, (seed) => attackOn(seed, { clinics: 3, months: 9, pace: 4, measures: 1 }, seed));
    console.info(
      `one person known, 3 releases: ${found.protected} protected counts, ${found.exact} known exactly, the tightest to ${found.tightest}`,
    );
    expect(found.wrong).toBe(0);
    expect([found.exact, found.cornered]).toEqual([0, 0]);
  });
});
