import { describe, expect, it } from "vitest";
import { costCells } from "../../src/compute/cost_cells.ts";
import type { StaffMonth } from "../../src/compute/staff_months.ts";
import { addMonths } from "../../src/reference/days.ts";
import { periodsBetween } from "../../src/reference/periods.ts";
import { cell } from "../disclosure/build.ts";

const AS_OF = "2024-12-31";
const REACHED = { measure: "people_reached", instrument: "any", window: "so_far" } as const;

/** A year of months of one clinic at so much a month. */
const staffOf = (clinic_id: string, cost: number | null, months = 24, from = "2023-01-01"): StaffMonth[] =>
  Array.from({ length: months }, (_, i) => ({
    clinic_id,
    month: addMonths(from, i),
    fte: 2,
    care_manager_fte: 1.5,
    cost,
  }));

/** Cells of the whole programme and of clinic `north` for each month from the first, each year and all time. */
function cellsFrom(first: string, key: Parameters<typeof cell>[0]) {
  const everywhere = (period: Parameters<typeof cell>[0]) =>
    ["all", "north"].map((clinic_id) => cell({ ...key, ...period, clinic_id }));
  return [
    ...periodsBetween("month", first, AS_OF).flatMap((period) =>
      everywhere({ period_grain: "month", ...period }),
    ),
    ...periodsBetween("year", "2023-01-01", AS_OF).flatMap((period) =>
      everywhere({ period_grain: "year", ...period }),
    ),
    ...everywhere({}),
  ];
}

const told = (
  staff: readonly StaffMonth[],
  first = "2023-01-01",
  key: Parameters<typeof cell>[0] = REACHED,
) =>
  costCells(staff, cellsFrom(first, key), { asOf: AS_OF }).map(
    ({ clinic_id, period_start, cost_start, cost_end, cost }) =>
      `${clinic_id} ${period_start?.slice(0, 4) ?? "all"}: ${cost} from ${cost_start} to ${cost_end}`,
  );

describe("the cost of people", () => {
  const staff = [...staffOf("north", 1000), ...staffOf("south", 500)];

  it("is that of the months in which they could start and whose windows have closed", () => {
    expect(told(staff)).toEqual([
      "all 2023: 18000 from 2023-01-01 to 2023-12-31",
      "north 2023: 12000 from 2023-01-01 to 2023-12-31",
      "all 2024: 18000 from 2024-01-01 to 2024-12-31",
      "north 2024: 12000 from 2024-01-01 to 2024-12-31",
      "all all: 36000 from 2023-01-01 to 2024-12-31",
      "north all: 24000 from 2023-01-01 to 2024-12-31",
    ]);
  });

  it("ends eight months earlier for an outcome at six months, give or take 60 days", () => {
    const response = { measure: "response", instrument: "phq9", window: "6m" } as const;
    expect(told(staff, "2023-01-01", response).at(-2)).toBe("all all: 24000 from 2023-01-01 to 2024-04-30");
  });

  it("begins with the first month in which anybody starts", () => {
    expect(told(staff, "2024-03-01").filter((line) => line.startsWith("all"))).toEqual([
      "all 2023: null from null to null",
      "all 2024: 15000 from 2024-03-01 to 2024-12-31",
      "all all: 15000 from 2024-03-01 to 2024-12-31",
    ]);
  });

  it("is not known where a month has no staff recorded, or a post no cost", () => {
    expect(told(staffOf("north", 1000, 20)).at(-1)).toBe("north all: null from 2023-01-01 to 2024-12-31");
    expect(told([...staffOf("north", 1000), ...staffOf("south", null)]).slice(-2)).toEqual([
      "all all: null from 2023-01-01 to 2024-12-31",
      "north all: 24000 from 2023-01-01 to 2024-12-31",
    ]);
    expect(told([]).at(-2)).toBe("all all: null from 2023-01-01 to 2024-12-31");
  });

  it("tells how many clinics and posts are in it in the month with fewest", () => {
    const opened = [...staffOf("north", 1000), ...staffOf("south", 500, 6, "2024-07-01")];
    const all = costCells(opened, cellsFrom("2023-01-01", REACHED), { asOf: AS_OF }).at(-2);
    expect(all).toMatchObject({ clinic_id: "all", clinics: 1, posts: 2 });
  });
});
