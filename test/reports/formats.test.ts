import { describe, expect, it } from "vitest";
import {
  count,
  day,
  inHundred,
  percent,
  percentRange,
  period,
  rateTicks,
  scaleTop,
  shortPeriod,
} from "../../reports/components/formats.ts";

describe("numbers read as people write them", () => {
  it("gives percentages no decimals below a thousand people, one from there", () => {
    expect(percent(0.2549, 999)).toBe("25%");
    expect(percent(0.2549, 1000)).toBe("25.5%");
    expect(percentRange(0.168, 0.349, 60)).toBe("17 to 35%");
    expect(percentRange(0.168, 0.349, 6000)).toBe("16.8 to 34.9%");
  });

  it("writes zero and all as themselves", () => {
    expect(percent(0, 80)).toBe("0%");
    expect(percent(1, 80)).toBe("100%");
    expect(inHundred(0)).toBe("0");
    expect(inHundred(1)).toBe("100");
  });

  it("separates thousands", () => {
    expect(count(1234567)).toBe("1,234,567");
  });

  it("writes days and periods in words, whatever the machine's time zone", () => {
    expect(day("2024-03-01")).toBe("1 March 2024");
    expect(period({ period_grain: "month", period_start: "2024-03-01" })).toBe("March 2024");
    expect(period({ period_grain: "quarter", period_start: "2024-10-01" })).toBe("Oct to Dec 2024");
    expect(period({ period_grain: "year", period_start: "2024-01-01" })).toBe("2024");
    expect(period({ period_grain: "all", period_start: null })).toBeUndefined();
    expect(shortPeriod({ period_grain: "quarter", period_start: "2024-10-01" })).toBe("Q4 24");
  });

  it("starts every scale at zero and ends it above the largest interval", () => {
    expect(scaleTop([{ upper: 0.61 }, { upper: null }])).toBe(0.75);
    expect(scaleTop([{ upper: 0.02 }])).toBe(0.1);
    expect(scaleTop([{ upper: 0.12 }])).toBe(0.5);
    expect(rateTicks(0.1)).toEqual([0, 0.05, 0.1]);
    expect(scaleTop([{ upper: 1 }])).toBe(1);
    expect(scaleTop([])).toBe(0.5);
    expect(rateTicks(0.75)).toEqual([0, 0.25, 0.5, 0.75]);
  });
});
