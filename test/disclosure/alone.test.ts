import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countMeasure } from "../../src/compute/count_measure.ts";
import { PUBLIC } from "../../src/disclosure/policy.ts";
import { type Protected, protect } from "../../src/disclosure/protect.ts";
import { MEASURES } from "../../src/measures/index.ts";
import { repeatedGrain } from "../../src/measures/measure.ts";
import type { CountCell, WaterfallStep } from "../../src/reference/cells.ts";
import type { Row, Warehouse } from "../../src/warehouse/warehouse.ts";
import { buildRegistry } from "../support/registry.ts";

const AS_OF = "2024-04-30";
const CROWD = 20;

/** Forty months of care, each each with a score that reports self-harm, a visit and a treatment contact. */
const MONTHS = Array.from({ length: 40 }, (_, month) =>
  new Date(Date.UTC(2021, month, 5)).toISOString().slice(0, 10),
);

/** Somebody alone in a clinic and the only one of a sex, and a crowd in another clinic that comes for the last two months. */
const PEOPLE = [
  { id: "alone", clinic_id: "alone", sex: "female", months: MONTHS },
  ...Array.from({ length: CROWD }, (_, at) => ({
    id: `p${at}`,
    clinic_id: "crowd",
    sex: "male",
    months: MONTHS.slice(-2),
  })),
];

const each = (row: (person: (typeof PEOPLE)[number], day: string) => Row): Row[] =>
  PEOPLE.flatMap((person) => person.months.map((day) => row(person, day)));

const ITEMS = Object.fromEntries(Array.from({ length: 9 }, (_, item) => [`item_${item + 1}`, 2]));

describe("a person with forty months of care, alone in a clinic", () => {
  let warehouse: Warehouse;
  let counted: { cells: CountCell[]; steps: WaterfallStep[] };
  let released: Protected;

  beforeAll(async () => {
    warehouse = await buildRegistry(
      {
        clinic: [{ clinic_id: "alone" }, { clinic_id: "crowd" }],
        patient: PEOPLE.map(({ id, sex }) => ({ patient_id: id, sex, birth_date: "1980-06-15" })),
        episode: PEOPLE.map(({ id, clinic_id, months }) => ({
          episode_id: `${id}-e`,
          patient_id: id,
          clinic_id,
          enrolled_date: months[0] ?? null,
        })),
        assessment: each(({ id }, day) => ({
          assessment_id: `${id}-${day}`,
          patient_id: id,
          episode_id: `${id}-e`,
          instrument: "phq9",
          assessed_date: day,
          ...ITEMS,
        })),
        contact: each(({ id }, day) => ({
          contact_id: `${id}-${day}`,
          episode_id: `${id}-e`,
          contact_date: day,
          kind: "treatment",
        })),
        visit: each(({ id, clinic_id }, day) => ({
          visit_id: `${id}-${day}`,
          patient_id: id,
          clinic_id,
          visit_date: day,
        })),
      },
      AS_OF,
    );
    counted = { cells: [], steps: [] };
    for (const measure of MEASURES.filter((measure) => repeatedGrain(measure) === "month")) {
      const { cells, steps } = await countMeasure(warehouse, measure, { asOf: AS_OF });
      counted.cells.push(...cells);
      counted.steps.push(...steps);
    }
    released = protect(counted.cells, counted.steps, PUBLIC);
  }, 120_000);
  afterAll(() => warehouse.close());

  it("counts once in every month of every measure that counts people again, and in nothing longer", () => {
    const grains = new Set(counted.cells.map(({ period_grain }) => period_grain));
    expect([...grains]).toEqual(["month"]);
    const own = counted.cells.filter(({ clinic_id, level }) => clinic_id === "alone" || level === "female");
    expect(Math.max(...own.map(({ denominator }) => denominator))).toBe(1);
    expect(own.filter(({ denominator }) => denominator === 1).length).toBeGreaterThan(500);
  });

  it("is shown in no row of her clinic, of her sex, or of the months when she was the only one", () => {
    const numbers = released.cells
      .filter(
        ({ clinic_id, level, period_start }) =>
          clinic_id === "alone" || level === "female" || (period_start ?? "") < "2024-03-01",
      )
      .flatMap(({ denominator, observed, numerator }) => [denominator, observed, numerator]);
    expect(new Set(numbers.filter((number) => number !== null && number !== 0))).toEqual(new Set());
  });

  it("makes no row of the release larger than the people in a month, waterfalls included", () => {
    const largest = Math.max(
      ...released.cells.map(({ denominator }) => denominator ?? 0),
      ...released.steps.map(({ units }) => units ?? 0),
    );
    expect(largest).toBe(CROWD);
    for (const { period_start } of released.steps)
      expect(["2024-03-01", "2024-04-01"]).toContain(period_start);
  });
});
