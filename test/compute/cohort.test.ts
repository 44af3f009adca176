import { describe, expect, it } from "vitest";
import { cohortOf } from "../../src/compute/cohort.ts";

/** The cohort of January 2024 as of a day. */
const january = (window: string, asOf: string) =>
  cohortOf({ window, period_start: "2024-01-01", period_end: "2024-01-31" }, asOf);

describe("a cohort", () => {
  it.each([
    ["12w", "2024-04-07", "open"],
    ["12w", "2024-04-08", "closing"],
    ["12w", "2024-05-07", "closing"],
    ["12w", "2024-05-08", "closed"],
    ["12m", "2025-03-01", "open"],
    ["12m", "2025-03-02", "closing"],
    ["12m", "2025-03-31", "closing"],
    ["12m", "2025-04-01", "closed"],
  ])("of the window %s is on %s %s", (window, asOf, cohort) => {
    expect(january(window, asOf)).toBe(cohort);
  });

  it("judged at close of episode is never known to be closed, since any of its episodes may go on", () => {
    expect(january("close", "2024-02-01")).toBe("closing");
    expect(january("close", "2034-02-01")).toBe("closing");
    expect(cohortOf({ window: "close", period_start: null, period_end: null }, "2024-02-01")).toBe("closed");
  });

  it("needs a window that is registered", () => {
    expect(() => january("7y", "2024-02-01")).toThrow("no window 7y");
  });
});
