import { describe, expect, it } from "vitest";
import {
  CELLS_PER_CUT,
  CELLS_TO_TAKE,
  PEOPLE_PER_CELL as ENOUGH,
  RECENT_PERIODS,
  readableCuts,
  shortCuts,
} from "../../src/compute/readable_cuts.ts";
import type { CountCell } from "../../src/reference/cells.ts";
import { cell } from "../disclosure/build.ts";

const keptOf = (cells: readonly CountCell[]) => cells.filter(readableCuts(cells));

describe("what counts each person once", () => {
  it.each([
    ["the programme in any period", { period_grain: "month" }],
    ["a clinic over all time", { clinic_id: "north" }],
    ["a group over all time", { stratum: "sex", level: "female" }],
  ] as const)("is kept whatever its size: %s", (_, place) => {
    expect(keptOf([cell(), cell({ ...place, denominator: 1 })])).toHaveLength(2);
  });

  it.each(["month", "quarter", "year"] as const)("is not told of a part by %s", (period_grain) => {
    const parts = [{ clinic_id: "north" }, { stratum: "sex", level: "female" }].map((part) =>
      cell({ ...part, period_grain, period_start: "2024-01-01", denominator: 999 }),
    );
    expect(keptOf([cell(), ...parts])).toEqual([cell()]);
  });
});

describe("what is counted again each month", () => {
  /** The months of so many clinics, the last of them not closed. */
  const table = (clinics: number, denominator = ENOUGH): CountCell[] =>
    Array.from(
      { length: 20 },
      (_, month) => `${2023 + Math.floor(month / 12)}-${10 + (month % 12)}-01`,
    ).flatMap((period_start, month) =>
      Array.from({ length: clinics }, (_, at) =>
        cell({
          period_grain: "month",
          period_start,
          clinic_id: `c${at}`,
          denominator,
          cohort: month === 19 ? "open" : "closed",
        }),
      ),
    );

  it("keeps the latest months of its parts that have closed, as many as a table holds", () => {
    const kept = keptOf(table(4));
    expect(kept).toHaveLength(4 * RECENT_PERIODS);
    expect(kept.at(-1)?.cohort).toBe("closed");
    expect(keptOf(table(50))).toHaveLength(50 * Math.floor(CELLS_PER_CUT / 50));
    expect(keptOf(table(CELLS_PER_CUT + 1))).toHaveLength(CELLS_PER_CUT + 1);
  });

  it("is judged by itself, by the months that have closed", () => {
    expect(keptOf(table(4, ENOUGH - 1))).toEqual([]);
    const other = table(4, 999).map((own) => ({ ...own, measure: "remission" }));
    expect(keptOf([...table(4, ENOUGH - 1), ...other])).toHaveLength(4 * RECENT_PERIODS);
    expect(keptOf(table(4, 999).map((own) => ({ ...own, cohort: "closing" as const })))).toEqual([]);
  });

  it("keeps every month of a table of its own", () => {
    const codes = table(4).map((own) => ({
      ...own,
      clinic_id: "all",
      stratum: "billing_code",
      level: own.clinic_id,
    }));
    expect(keptOf(codes)).toHaveLength(80);
  });
});

describe("tables that no page draws", () => {
  const clinics = (many: number) =>
    Array.from({ length: many }, (_, at) =>
      cell({ period_grain: "year", period_start: "2024-01-01", clinic_id: `c${at}` }),
    );
  const taken = (cells: readonly CountCell[]) => cells.filter(shortCuts(cells)).length;

  it("are taken along where they are short, and what pages draw always is", () => {
    expect(taken(clinics(CELLS_TO_TAKE))).toBe(CELLS_TO_TAKE);
    expect(taken([cell(), cell({ clinic_id: "north" }), ...clinics(CELLS_TO_TAKE + 1)])).toBe(2);
  });
});
