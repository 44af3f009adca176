import { describe, expect, it } from "vitest";
import { parseExtract } from "../../src/contracts/extract.ts";
import { ExtractError } from "../../src/errors.ts";

const NOTHING = { site: null, system: null, extracted_at: null, coverage_start: null, coverage_end: null };

describe("extract.yaml", () => {
  it("may be absent, and that is told", () => {
    const { info, notices } = parseExtract(undefined);
    expect(info).toEqual(NOTHING);
    expect(notices).toHaveLength(1);
  });

  it("gives coverage in either form", () => {
    const whole = { coverage_start: "2023-01-01", coverage_end: "2024-01-01" };
    expect(parseExtract("coverage: {start: 2023-01-01, end: 2024-01-01}").info).toMatchObject(whole);
    expect(parseExtract("coverage_start: 2023-01-01\ncoverage_end: 2024-01-01").info).toMatchObject(whole);
  });

  it("takes a time of extraction as it is written", () => {
    expect(parseExtract("extracted_at: 2024-07-01T23:10:00-05:00").info.extracted_at).toBe(
      "2024-07-01T23:10:00-05:00",
    );
  });

  it("tells what it does not know or could not read, and goes on", () => {
    const { info, notices } = parseExtract("site: 7\nextracted_at: yesterday\nvendor: x\n");
    expect(info).toEqual({ ...NOTHING, site: "7" });
    expect(notices.join()).toMatch(/extracted_at could not be read.*"vendor" is not known/);
  });

  it("is refused when it is not YAML", () => {
    expect(() => parseExtract("site: [")).toThrow(ExtractError);
    expect(() => parseExtract("- a")).toThrow(ExtractError);
  });
});
