import { describe, expect, it } from "vitest";
import { monthRuns } from "../../reports/components/month_runs.ts";

describe("months as words", () => {
  it("tells three or more in a row by their ends, across the turn of a year too", () => {
    expect(monthRuns(["2022-11-01", "2022-12-01", "2023-01-01", "2023-05-01"])).toBe(
      "November 2022 to January 2023, May 2023",
    );
  });

  it("names two in a row one by one, and nothing where there is none", () => {
    expect(monthRuns(["2023-03-01", "2023-04-01"])).toBe("March 2023, April 2023");
    expect(monthRuns([])).toBe("");
  });
});
