import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compareOutcomes } from "../../src/compute/process_outcomes.ts";
import { openWarehouse, type Warehouse } from "../../src/warehouse/warehouse.ts";

const PAIR = { process: "early_follow_up", outcome: "improvement_24w" };

/** Ten people with the step (6 met of 8 measured), twenty without (5 met of 9 measured), and some who are eligible for one only. */
const PEOPLE = [
  ...Array.from({ length: 10 }, (_, i) => [1, 1, 1, i < 8, i < 6]),
  ...Array.from({ length: 20 }, (_, i) => [1, 0, 1, i < 9, i < 5]),
  [1, 1, 0, 0, 0],
  [0, 0, 1, 1, 1],
];

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await openWarehouse({ path: ":memory:", tempDir: "", threads: 1 });
  const rows = PEOPLE.map((row, i) => `('e${i}', ${row.map(Number).join(", ")})`).join(", ");
  await warehouse.run(
    `CREATE TABLE raw.person AS SELECT * FROM (VALUES ${rows}) AS person(unit_id, eligible, done, counts, seen, met)`,
  );
  await warehouse.run(
    "CREATE TABLE measure.early_follow_up AS SELECT unit_id, eligible AS denominator, done AS numerator FROM raw.person",
  );
  await warehouse.run(
    "CREATE TABLE measure.improvement_24w AS SELECT unit_id, counts AS denominator, seen AS observed, met AS numerator FROM raw.person",
  );
});
afterAll(() => warehouse.close());

describe("a step of care and an outcome", () => {
  it("are held against each other among those who are eligible for both", async () => {
    const [row] = await compareOutcomes(warehouse, [PAIR], Object.values(PAIR));
    expect(row).toMatchObject({
      ...PAIR,
      with_people: 10,
      with_measured: 8,
      with_met: 6,
      without_people: 20,
      without_measured: 9,
      without_met: 5,
    });
    // Newcombe's method 10 by hand: Wilson 0.3127 to 0.8318 for 6/10, 0.1119 to 0.4687 for 5/20.
    expect(row?.difference).toBeCloseTo(0.35, 10);
    expect(row?.lower).toBeCloseTo(0.35 - Math.hypot(0.6 - 0.31267, 0.46871 - 0.25), 3);
    expect(row?.upper).toBeCloseTo(0.35 + Math.hypot(0.83182 - 0.6, 0.25 - 0.11186), 3);
  });

  it("are left out where one of them was not computed", async () => {
    expect(await compareOutcomes(warehouse, [PAIR], ["early_follow_up"])).toEqual([]);
  });
});
