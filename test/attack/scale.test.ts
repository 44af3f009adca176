import { describe, expect, it } from "vitest";
import { addUp, attackOne, type Figures } from "./figures.ts";
import { PROGRAMMES } from "./programmes.ts";

/** Every so many of the programmes are attacked here; all of them, and months on end, by `npm run attack`. */
const EVERY = 12;

describe("an attack on programmes of every size", () => {
  it("knows and corners no protected count, and a scan of their files gives no false alarm", async () => {
    const found: Figures[] = [];
    for (const at of PROGRAMMES.keys()) if (at % EVERY === 0) found.push(await attackOne(at));
    const all = addUp(found);
    console.info(
      `${all.releases} programmes, ${all.cells} cells, ${all.protected} protected counts: ${all.exact} known exactly, ${all.cornered} to fewer than 5 values, the tightest to ${all.tightest}; ${all.alarms} false alarms`,
    );
    expect(PROGRAMMES).toHaveLength(200);
    expect(all).toMatchObject({ exact: 0, cornered: 0, wrong: 0, alarms: 0 });
    expect(all.tightest).toBeGreaterThanOrEqual(5);
  });
});
