import { describe, expect, it } from "vitest";
import { MEASURES } from "../../src/measures/index.ts";
import { HEADLINES, topicsOf } from "../../src/measures/topics.ts";
import { levelTitle } from "../../src/reference/strata.ts";

describe("the headings under which pages list measures", () => {
  it("hold every registered measure once", () => {
    const listed = topicsOf(MEASURES).flatMap(({ measures }) => measures);
    expect([...listed].sort()).toEqual(MEASURES.map(({ id }) => id).sort());
  });

  it("leave out a heading without a measure, and list a measure that none of them names at the end", () => {
    expect(topicsOf([{ id: "response" }, { id: "brand_new" }])).toEqual([
      { id: "outcomes", title: "Outcomes", measures: ["response"] },
      { id: "other", title: "Other measures", measures: ["brand_new"] },
    ]);
  });
});

describe("what stands on the first page", () => {
  it("is registered, in windows that the measure has", () => {
    for (const { measure, windows } of HEADLINES) {
      const entry = MEASURES.find(({ id }) => id === measure);
      expect(entry?.windows).toEqual(expect.arrayContaining([...windows]));
    }
  });
});

describe("a level's title", () => {
  it("is its declared one, else the site's own word as a reader would write it", () => {
    expect(levelTitle({ levels: { severe: "Severe" } }, "severe")).toBe("Severe");
    expect(levelTitle({ levels: null }, "prefers_not_to_say")).toBe("Prefers not to say");
    expect(levelTitle({ levels: null }, "unknown")).toBe("Not recorded");
  });
});
