import { group, range } from "d3";
import { describe, expect, it } from "vitest";
import { pChart } from "../../src/stats/p_chart.ts";
import type { ParameterName } from "../../src/synthetic/given/parameters.ts";
import { madeProgramme } from "./made_programme.ts";

const MONTHS = 36;
/** Windows of later months have not closed by the last day. */
const CLOSED_MONTHS = 32;

/** Nothing differs between months but chance. */
const STILL: Partial<Record<ParameterName, number>> = {
  improving_share: 0,
  deteriorating_share: 0,
  learning_share: 0,
  early_learning: 0,
  consult_learning: 0,
};

/** Response seen at 10 weeks by month, for each primary-care clinic of each block of people: one programme after another. */
async function monthlySeries(people: number, changes: Partial<Record<ParameterName, number>>) {
  const made = await madeProgramme({ patients: 60_000, months: MONTHS, clinics: 4, seed: 31, changes }, [
    "truth.outcome",
  ]);
  const rows = await made.rows<{
    block: number;
    clinic: number;
    month: number;
    seen: number;
    response: number;
  }>(
    `SELECT (episode // 10 - 1) // ${people} AS block, clinic, month, count(score_seen) AS seen,
       count(*) FILTER (WHERE 2 * score_seen <= baseline) AS response
     FROM truth.outcome JOIN world.course USING (episode)
     WHERE instrument = 'phq9' AND window_id = '10w' AND baseline >= 10 AND clinic < 4
       AND block < ${Math.floor(60_000 / people)}
     GROUP BY block, clinic, month`,
  );
  await made.close();
  const series = group(rows, ({ block, clinic }) => `${block} ${clinic}`);
  return [...series.values()].map((months) => ({
    clinic: months[0]?.clinic,
    points: range(CLOSED_MONTHS).map((month) => {
      const found = months.find((row) => row.month === month);
      return { numerator: found?.response ?? 0, denominator: found?.seen ?? 0 };
    }),
  }));
}

describe("a control chart of a synthetic clinic", () => {
  it("signals the planted improvement after its month in most programmes", async () => {
    const improving = (await monthlySeries(3000, {})).filter(({ clinic }) => clinic === 2);
    expect(improving).toHaveLength(20);
    const changeMonth = Math.floor(MONTHS * 0.55);
    const signalled = improving.filter(({ points }) =>
      pChart(points, { baselinePoints: changeMonth }).some(
        ({ cause, value, limits }, month) =>
          month >= changeMonth && cause && value !== null && limits && value > limits.centre,
      ),
    );
    expect(signalled.length).toBeGreaterThanOrEqual(16);
  });

  it("gives no false signal in most of two hundred clinics where nothing changes", async () => {
    const still = await monthlySeries(880, STILL);
    expect(still).toHaveLength(204);
    const quiet = still.filter(({ points }) => pChart(points).every(({ cause }) => cause === null));
    expect(quiet.length / still.length).toBeGreaterThan(0.6);
  });
});
