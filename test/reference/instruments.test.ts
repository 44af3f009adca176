import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findInstrument, INSTRUMENTS } from "../../src/reference/instruments.ts";
import { possibleLevels, STRATA } from "../../src/reference/strata.ts";

const folder = new URL("../../src/reference/instruments/", import.meta.url);

describe("the register of instruments", () => {
  it("lists exactly the files of its folder", () => {
    const files = readdirSync(folder).map((name) => name.replace(/\.ts$/, ""));
    expect(files.length).toBeGreaterThan(5);
    expect(INSTRUMENTS.map(({ id }) => id).sort()).toEqual(files.sort());
  });

  it("knows each spelling for one instrument only, in lower case", () => {
    const spellings = INSTRUMENTS.flatMap(({ id, aliases }) => [id, ...aliases]);
    expect(spellings).toEqual([...new Set(spellings)]);
    expect(spellings).toEqual(spellings.map((spelling) => spelling.toLowerCase()));
  });

  it("finds nothing under a name that is not an id", () => {
    expect(findInstrument("phq9")?.name).toBe("PHQ-9");
    expect(findInstrument("PHQ-9")).toBeUndefined();
  });
});

describe.each(INSTRUMENTS.map((instrument) => [instrument.id, instrument] as const))(
  "%s",
  (_, instrument) => {
    const { bands, min, max, items, item_min, item_max } = instrument;

    it("has bands that cover its range without gap or overlap", () => {
      let next = min;
      for (const band of bands.value) {
        expect(band.min).toBe(next);
        expect(band.max).toBeGreaterThanOrEqual(band.min);
        next = band.max + 1;
      }
      expect(next).toBe(max + 1);
    });

    it("names its bands as the strata do", () => {
      const severities = STRATA.find(({ id }) => id === "baseline_band")?.levels ?? {};
      expect(Object.keys(severities)).toEqual(expect.arrayContaining(bands.value.map(({ id }) => id)));
    });

    it("starts a band at the elevated score and ends one at remission", () => {
      expect(bands.value.map((band) => band.min)).toContain(instrument.elevated_min.value);
      if (instrument.remission_max)
        expect(bands.value.map((band) => band.max)).toContain(instrument.remission_max.value);
    });

    it("adds up to its range where the score is the sum of the items", () => {
      if (instrument.scoring === "sum") expect([min, max]).toEqual([items * item_min, items * item_max]);
      else expect(max).toBeLessThan(items * item_max);
    });

    it("has a reliable change that its standard deviation and reliability bear out", () => {
      const { value, sd, reliability } = instrument.reliable_change ?? {};
      if (value === undefined || sd === undefined || reliability === undefined) return;
      expect(value).toBe(Math.ceil(1.96 * Math.SQRT2 * sd * Math.sqrt(1 - reliability)));
    });

    it("says where every fact comes from, in words that admit what is from memory", () => {
      const facts = [
        instrument.prorate_max_missing,
        bands,
        instrument.elevated_min,
        instrument.response_divisor,
        instrument.remission_max,
        instrument.reliable_change,
      ];
      for (const fact of facts.filter((candidate) => candidate !== null)) {
        expect(fact.source).not.toBe("");
        if (/from memory/.test(fact.source)) expect(fact.firmness).toBe("unverified");
      }
    });
  },
);

describe("the levels a denominator can have", () => {
  it("are the bands from the elevated score up", () => {
    expect(possibleLevels("baseline_band", "phq9")).toEqual(["moderate", "moderately_severe", "severe"]);
    expect(possibleLevels("baseline_band", "bdi2")).toEqual(["moderate", "severe"]);
  });

  it("are all age bands and unknown, and not foreseen where the site names its categories", () => {
    expect(possibleLevels("age_band", "phq9")).toEqual([
      "under_18",
      "18_to_29",
      "30_to_44",
      "45_to_64",
      "65_and_over",
      "unknown",
    ]);
    expect(possibleLevels("race", "phq9")).toBeNull();
  });
});
