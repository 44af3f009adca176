import { describe, expect, it } from "vitest";
import { reportingStatus } from "../../pipelines/describe_release.ts";

const statusOf = (extracted_at: string | null, lag_days = 14) =>
  reportingStatus("2024-12-31", { extracted_at }, { lag_days }).status;

describe("a release", () => {
  it("is final where the extract was taken the agreed days after the as-of date, and not a day sooner", () => {
    expect([statusOf("2025-01-13"), statusOf("2025-01-14"), statusOf("2025-01-14T08:00:00")]).toEqual([
      "provisional",
      "final",
      "final",
    ]);
    expect(statusOf("2024-12-31", 0)).toBe("final");
  });

  it("is provisional where nobody says when the extract was taken", () => {
    expect(statusOf(null, 0)).toBe("provisional");
  });
});
