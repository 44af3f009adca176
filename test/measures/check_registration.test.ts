import { describe, expect, it } from "vitest";
import { ProgramError } from "../../src/errors.ts";
import { checkRegistration } from "../../src/measures/check_registration.ts";
import { MEASURES } from "../../src/measures/index.ts";
import { BENCHMARKS } from "../../src/reference/benchmarks/index.ts";
import { INSTRUMENTS } from "../../src/reference/instruments.ts";

const set = (...measures: [measure: string, instrument: string | null, window: string][]) => ({
  registered: "2024-01-01",
  owner: "the board",
  measures: measures.map(([measure, instrument, window]) => ({ measure, instrument, window })),
});

const faultsIn = (registration: ReturnType<typeof set>): string[] => {
  try {
    checkRegistration(registration);
    return [];
  } catch (error) {
    if (error instanceof ProgramError) return error.message.split("\n");
    throw error;
  }
};

describe("what was promised to a funder", () => {
  it("may be nothing, or measures in windows and on scales that there are", () => {
    expect(() => checkRegistration(null)).not.toThrow();
    expect(
      faultsIn(
        set(
          ["remission", "phq9", "6m"],
          ["remission", null, "12m"],
          ["first_contact_wait", null, "wait_14d"],
        ),
      ),
    ).toEqual([]);
  });

  it("is refused where it names what there is not, with every fault and what there is", () => {
    expect(
      faultsIn(
        set(
          ["remision", "phq9", "6m"],
          ["remission", "phq9", "6 months"],
          ["remission", "phq", "6m"],
          ["early_follow_up", "phq9", "days_1_to_28"],
          ["response", "phq9", "6m"],
          ["response", "phq9", "6m"],
        ),
      ).map((fault) => fault.replace(/; there are .*/, "; ...")),
    ).toEqual([
      'funder.measures.0: there is no measure "remision"; ...',
      'funder.measures.1: remission has no window "6 months"; it has 10w, 12w, 6m, 12m, close',
      'funder.measures.2: there is no instrument "phq"; ...',
      'funder.measures.3: early_follow_up is on no instrument, so leave "phq9" out',
      "funder.measures.5: is listed before",
    ]);
  });
});

describe("published figures", () => {
  it.each(BENCHMARKS.map((one) => [one.id, one] as const))(
    "%s is held beside a measure that there is",
    (_, one) => {
      const measure = MEASURES.find(({ id }) => id === one.measure);
      expect(measure).toBeDefined();
      if (one.window !== null) expect(measure?.windows).toContain(one.window);
      if (one.match !== "not_comparable") expect(one.window).not.toBeNull();
      expect(one.instrument === null).toBe(!measure?.by_instrument);
      if (one.instrument) expect(INSTRUMENTS.map(({ id }) => id)).toContain(one.instrument);
      expect(0 <= one.low && one.low <= one.high && one.high <= 1).toBe(true);
      for (const text of [one.citation, one.definition, one.why, one.setting]) expect(text).not.toBe("");
    },
  );

  it("are each listed once", () => {
    expect(new Set(BENCHMARKS.map(({ id }) => id)).size).toBe(BENCHMARKS.length);
  });
});
