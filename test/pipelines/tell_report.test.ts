import { expect, it } from "vitest";
import { tellLines } from "../../pipelines/tell_report.ts";

it("tells the lines that break a rule as runs, and how many more there are", () => {
  expect(tellLines([3], 1)).toBe("line 3");
  expect(tellLines([3, 4, 5, 9], 4)).toBe("lines 3-5, 9");
  expect(tellLines([2, 7], 1_206)).toBe("lines 2, 7 and 1,204 more");
});
