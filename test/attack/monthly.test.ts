import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { PUBLIC } from "../../src/disclosure/policy.ts";
import { attack } from "./attack.ts";
import { friendInside, judge } from "./judge.ts";
import { publish } from "./publish_simulated.ts";
import { simulate } from "./simulate.ts";

const releaseDir = mkdtempSync(join(tmpdir(), "observatory-monthly-"));
afterAll(() => rmSync(releaseDir, { recursive: true, force: true }));

const dayAfter = (months: number) => new Date(Date.UTC(2023, months, 0)).toISOString().slice(0, 10);

describe("monthly releases with late data, all kept by the attacker", () => {
  it("give no protected count of the newest away", () => {
    const found = { protected: 0, exact: 0, cornered: 0, wrong: 0 };
    const dirs: string[] = [];
    for (const month of [9, 10, 11, 12, 13, 14]) {
      const simulated = simulate(5, { clinics: 4, months: 14, pace: 8 }, month);
      dirs.push(publish(releaseDir, simulated, dayAfter(month)));
      const { cells, steps } = simulated;
      const friend = friendInside(cells, steps, PUBLIC.hide_at_most);
      const verdict = judge(
        attack(dirs.at(-1) ?? "", friend, { earlier: dirs.slice(0, -1) }),
        cells,
        steps,
        PUBLIC.hide_at_most,
      );
      for (const name of ["protected", "exact", "cornered", "wrong"] as const) found[name] += verdict[name];
    }
    console.info(
      `${dirs.length} monthly releases: ${found.protected} protected counts, ${found.exact} known exactly, ${found.cornered} to fewer than 5 values, ${found.wrong} the attacker has wrong`,
    );
    expect([found.exact, found.cornered]).toEqual([0, 0]);
  });
});
