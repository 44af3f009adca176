import { sum, zip } from "d3";
import { describe, expect, it } from "vitest";
import { indirectStandardise } from "../../src/stats/indirect_standardise.ts";
import { standardise } from "../../src/stats/standardise.ts";
import { about } from "./about.ts";

// Test data of PHEindicatormethods: 19 age bands against the European Standard Population 2013.
const ESP2013 = [
  5000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000, 7000, 6500, 6000, 5500, 5000, 4000, 2500, 1500,
  1000,
];
const POPULATIONS = [
  636, 558, 609, 543, 384, 594, 669, 843, 660, 576, 606, 522, 426, 273, 300, 288, 153, 123, 207,
];
const EVENTS = [127, 25, 18, 21, 12, 27, 48, 27, 29, 32, 32, 34, 45, 65, 38, 68, 74, 82, 91];
const FEW_EVENTS = [12, 4, 3, 2, 3, 4, 8, 2, 2, 3, 4, 5, 6, 8, 5, 6, 5, 5, 4];
const REFERENCE_EVENTS = [
  10303, 2824, 0, 3615, 3641, 3490, 3789, 3213, 3031, 2771, 3089, 3490, 3595, 4745, 5514, 7125, 5694, 6210,
  5757,
];
const REFERENCE_POPULATIONS = [
  50520, 57173, 60213, 54659, 44345, 50128, 62163, 67423, 62899, 55463, 60479, 49974, 44140, 40888, 37239,
  30819, 18136, 15325, 13918,
];

const bands = (events: number[]) =>
  zip(events, POPULATIONS, ESP2013).map(([seen = 0, population = 0, standard = 0]) => ({
    events: seen,
    population,
    standard,
  }));

describe("standardise(bands)", () => {
  it("stands on the published standard population, 100,000 in all", () => {
    expect(sum(ESP2013)).toBe(100_000);
    expect(sum(POPULATIONS)).toBe(8970);
  });

  it("agrees with PHEindicatormethods on 895 events and on 91", () => {
    expect(standardise(bands(EVENTS))).toEqual(
      about({ value: 10430.247991, lower: 9717.709068, upper: 11178.940915 }, 6),
    );
    expect(standardise(bands(FEW_EVENTS))).toEqual(
      about({ value: 1103.212025, lower: 877.455768, upper: 1367.088223 }, 6),
    );
  });

  it("is the crude rate with Byar's limits when the population is the standard", () => {
    const same = [40, 60].map((events) => ({ events, population: 1000, standard: 1000 }));
    expect(standardise(same, { per: 1 })).toEqual(
      about({ value: 0.05, lower: 81.362 / 2000, upper: 121.63 / 2000 }, 5),
    );
  });

  it("has no value under 10 events or without a standard population", () => {
    expect(standardise([{ events: 9, population: 100, standard: 1 }])).toBeNull();
    expect(standardise([{ events: 20, population: 100, standard: 0 }])).toBeNull();
    expect(standardise([])).toBeNull();
  });

  it("refuses a band with nobody in it, since its rate is unknown", () => {
    expect(() => standardise([{ events: 0, population: 0, standard: 500 }])).toThrow(
      "a population greater than zero",
    );
  });
});

describe("indirectStandardise(bands)", () => {
  const compared = zip(EVENTS, POPULATIONS, REFERENCE_EVENTS, REFERENCE_POPULATIONS).map(
    ([events = 0, population = 0, referenceEvents = 0, referencePopulation = 0]) => ({
      events,
      population,
      referenceEvents,
      referencePopulation,
    }),
  );

  it("agrees with PHEindicatormethods on the ratio and the rate", () => {
    const result = indirectStandardise(compared);
    expect(result?.observed).toBe(895);
    expect(result?.expected).toBeCloseTo(835.883561, 6);
    expect(result?.ratio).toEqual(about({ value: 1.070723, lower: 1.001715, upper: 1.143233 }, 6));
    expect(result?.rate).toEqual(about({ value: 10011.137622, lower: 9365.916, upper: 10689.098 }, 3));
  });

  it("is 1 when the population is its own reference", () => {
    const own = compared.map((band) => ({
      ...band,
      referenceEvents: band.events,
      referencePopulation: band.population,
    }));
    expect(indirectStandardise(own)?.ratio.value).toBeCloseTo(1, 12);
  });

  it("has no value where nothing is expected", () => {
    expect(indirectStandardise([])).toBeNull();
    expect(
      indirectStandardise([{ events: 0, population: 9, referenceEvents: 0, referencePopulation: 9 }]),
    ).toBeNull();
  });

  it("refuses a reference without people", () => {
    const band = { events: 1, population: 9, referenceEvents: 0, referencePopulation: 0 };
    expect(() => indirectStandardise([band])).toThrow("a reference population greater than zero");
  });
});
