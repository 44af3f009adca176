import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import figures from "../../reports/components/utility.json" with { type: "json" };
import { measureAccuracy, measureCoverage } from "./utility.ts";

const releaseDir = mkdtempSync(join(tmpdir(), "observatory-utility-"));
afterAll(() => rmSync(releaseDir, { recursive: true, force: true }));

describe("published rates of 100 people or more", () => {
  const accuracy = measureAccuracy();

  it("are near exact ones, and their intervals hold the truth", () => {
    for (const { people, rates, rms_points, intervals_hold } of accuracy) {
      console.info(
        `${people} people: ${rates} rates, ${rms_points} points off, ${intervals_hold} % of intervals hold`,
      );
      expect(rates).toBeGreaterThan(3_900);
      expect(rms_points).toBeLessThanOrEqual(1.2);
      expect(intervals_hold).toBeGreaterThanOrEqual(94);
    }
  });

  it("are as the committed figures say", () => {
    expect(figures.accuracy).toEqual(accuracy);
    expect(figures.coverage).toEqual(measureCoverage(releaseDir));
  });
});
