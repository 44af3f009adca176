import { describe, expect, it } from "vitest";
import { attackMonthly } from "./figures.ts";

describe("monthly releases with late data, all kept by the attacker", () => {
  it("are all published, and give no protected count of the newest away", async () => {
    const programme = { clinics: 4, months: 12, pace: 8, measures: 1, releases: 6 };
    const found = await attackMonthly(programme, { seed: 5 });
    console.info(
      `${found.releases} monthly releases, ${found.refused} refused: ${found.protected} protected counts, ${found.exact} known exactly, ${found.cornered} to fewer than 5 values, the tightest to ${found.tightest}`,
    );
    expect(found.protected).toBeGreaterThan(1_500);
    expect(found).toMatchObject({ releases: 6, refused: 0, exact: 0, cornered: 0, wrong: 0 });
  });
});
