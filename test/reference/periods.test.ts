import { describe, expect, it } from "vitest";
import { addDays, addMonths } from "../../src/reference/days.ts";
import { periodsBetween } from "../../src/reference/periods.ts";

describe("addMonths(day, months)", () => {
  it.each([
    ["2024-01-31", 1, "2024-02-29"],
    ["2023-01-31", 1, "2023-02-28"],
    ["2024-08-31", 6, "2025-02-28"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2024-12-15", 1, "2025-01-15"],
    ["2024-03-31", -1, "2024-02-29"],
  ])("%s + %i is %s", (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected);
  });
});

describe("addDays(day, days)", () => {
  it("crosses months, leap days and the change of clocks", () => {
    expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
    expect(addDays("2024-12-31", 1)).toBe("2025-01-01");
    expect(addDays("2024-03-30", 2)).toBe("2024-04-01");
    expect(addDays("2024-03-01", -1)).toBe("2024-02-29");
  });
});

describe("periodsBetween(grain, first, last)", () => {
  it("leaves no month out and ends each on its last day", () => {
    expect(periodsBetween("month", "2023-12-01", "2024-02-01")).toEqual([
      { period_start: "2023-12-01", period_end: "2023-12-31" },
      { period_start: "2024-01-01", period_end: "2024-01-31" },
      { period_start: "2024-02-01", period_end: "2024-02-29" },
    ]);
  });

  it("holds the whole quarters and years that the first and the last day are in", () => {
    expect(periodsBetween("quarter", "2023-11-01", "2024-01-01")).toEqual([
      { period_start: "2023-10-01", period_end: "2023-12-31" },
      { period_start: "2024-01-01", period_end: "2024-03-31" },
    ]);
    expect(periodsBetween("year", "2023-11-01", "2024-01-01")).toEqual([
      { period_start: "2023-01-01", period_end: "2023-12-31" },
      { period_start: "2024-01-01", period_end: "2024-12-31" },
    ]);
  });

  it("is one period without ends for all time", () => {
    expect(periodsBetween("all", "2023-11-01", "2024-01-01")).toEqual([
      { period_start: null, period_end: null },
    ]);
  });
});
