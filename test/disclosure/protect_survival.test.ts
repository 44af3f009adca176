import { groups } from "d3";
import { describe, expect, it } from "vitest";
import { PUBLIC } from "../../src/disclosure/policy.ts";
import { protectSurvival } from "../../src/disclosure/protect_survival.ts";
import type { ReleasedPoint } from "../../src/disclosure/released.ts";
import { GateError, ProgramError } from "../../src/errors.ts";
import { type CountedCurve, timesOf } from "../../src/reference/survival.ts";
import { kaplanMeier } from "../../src/stats/kaplan_meier.ts";
import { survivalAt } from "../../src/stats/survival_at.ts";
import { attackCurves, isStretch, nameOf, truthOf } from "../attack/attack_curves.ts";
import { about } from "../stats/about.ts";
import { curveOf, curvesOf, madePeople } from "./made_curves.ts";

/** One curve of the whole programme: how many had the event, and how many were censored, by each week. */
const programme = (...ends: [time: number, events: number, censored: number][]): CountedCurve => ({
  ...curveOf([]),
  ends: ends.map(([time, events, censored]) => ({ time, events, censored })),
});

const publish = (...curves: CountedCurve[]) => protectSurvival(curves, PUBLIC);

describe("a published curve", () => {
  // R's survfit with weights, half of those censored within a stretch leaving at either end of it.
  it("is the life table of its rounded counts", () => {
    const points = publish(programme([4, 21, 14], [8, 16, 13], [12, 13, 17], [30, 14, 6], [70, 60, 26]));
    expect(points.slice(0, 3).map(({ people, at_risk, events }) => [people, at_risk, events])).toEqual([
      [200, 165, 20],
      [200, 140, 35],
      [200, 105, 50],
    ]);
    const shares = points.slice(0, 3).map(({ share, lower, upper }) => [share, lower, upper]);
    expect(shares).toEqual(
      about(
        [
          [0.1038961039, 0.068312194847, 0.15639573463],
          [0.18790584416, 0.138621735137, 0.25197504632],
          [0.28160901598, 0.220935557971, 0.35477262109],
        ],
        9,
      ),
    );
  });

  it("has no point where a count is small, and then takes the longer stretch", () => {
    const [first, second] = publish(programme([4, 9, 30], [8, 30, 10], [60, 80, 50]));
    expect(first).toMatchObject({
      people: 210,
      at_risk: null,
      events: null,
      share: null,
      status: "suppressed",
    });
    expect(second).toMatchObject({ at_risk: 130, events: 40, status: "shown" });
    expect(second?.share).toBeCloseTo(40 / (210 - 40 / 2), 12);
  });

  it("has no point where few are left, nor where rounding makes them look few", () => {
    expect(publish(programme([4, 110, 50], [60, 6, 6]))[0]).toMatchObject({ people: 170, at_risk: null });
    const [point] = publish(programme([4, 114, 50], [60, 7, 6]));
    expect(point).toMatchObject({ people: 175, at_risk: null, events: null, status: "suppressed" });
  });

  it("has no value where nobody is on it, and none after everyone has left", () => {
    expect(publish(programme())).toMatchObject(
      timesOf("weeks").map(() => ({ share: null, status: "no_value" })),
    );
    const gone = publish(programme([6, 40, 20]));
    expect(gone.slice(0, 3).map(({ share, status }) => [share, status])).toEqual([
      [0, "shown"],
      [null, "no_value"],
      [null, "no_value"],
    ]);
  });

  it("is close to the exact Kaplan-Meier curve that it stands for", () => {
    const people = madePeople(1, 3000, 4);
    for (const scale of ["weeks", "contacts"] as const) {
      const exact = kaplanMeier(people.map((one) => ({ time: one[scale], isEvent: one.isEvent })));
      for (const { time, share, at_risk } of publish(curveOf(people, { scale })))
        if (share !== null && at_risk !== null && at_risk > 50)
          expect(Math.abs(1 - share - (survivalAt(exact, time)?.value ?? Number.NaN))).toBeLessThan(0.025);
    }
  });

  it("is given for no other policy than the floor allows, and for no parts that do not add up", () => {
    expect(() => protectSurvival([programme()], { ...PUBLIC, hide_at_most: 5 })).toThrow(ProgramError);
    const part = { ...programme([4, 30, 30]), clinic_id: "c1" };
    expect(() => publish(programme([4, 40, 40]), part)).toThrow(GateError);
  });
});

describe("groups of a breakdown", () => {
  const clinic = (clinic_id: string, ...ends: Parameters<typeof programme>) => ({
    ...programme(...ends),
    clinic_id,
  });
  const differences = (...clinics: CountedCurve[]) => {
    const times = [...new Set(clinics.flatMap(({ ends }) => ends.map(({ time }) => time)))].sort(
      (a, b) => a - b,
    );
    const whole = times.map((time): [number, number, number] => {
      const ends = clinics.flatMap((one) => one.ends.filter((end) => end.time === time));
      return [time, ends.reduce((n, end) => n + end.events, 0), ends.reduce((n, end) => n + end.censored, 0)];
    });
    const points = publish(programme(...whole), ...clinics);
    return Object.fromEntries(points.map(({ clinic_id, difference }) => [clinic_id, difference]));
  };

  it("differ when a log-rank test of the exact counts says so, and the programme is compared with nobody", () => {
    const fast = clinic("fast", [3, 40, 10], [20, 20, 30]);
    expect(differences(fast, clinic("slow", [3, 10, 10], [20, 20, 60]))).toEqual({
      all: "not_tested",
      fast: "differs",
      slow: "differs",
    });
    expect(differences(fast, { ...fast, clinic_id: "twin" })).toMatchObject({ twin: "no_clear_difference" });
  });

  it("are not told apart by what comes after the last declared time", () => {
    const late = clinic("late", [3, 40, 10], [60, 40, 10]);
    expect(differences(late, clinic("never", [3, 40, 10], [60, 10, 40]))).toMatchObject({
      never: "no_clear_difference",
    });
  });

  it("are not tested when only one of them has people enough to be counted", () => {
    const large = clinic("large", [3, 40, 20], [20, 20, 30]);
    expect(differences(large, clinic("small", [30, 4, 4]))).toMatchObject({
      large: "not_tested",
      small: "not_tested",
    });
  });
});

describe("whatever is counted, a published curve", () => {
  const programmes = Array.from({ length: 16 }, (_, seed) =>
    curvesOf(madePeople(seed, 100 + seed * 120, 2 + (seed % 9))),
  );
  const released = programmes.map((curves) => publish(...curves));
  const points = released.flat();

  it("meets every status", () => {
    const met = (status: string) => points.filter((point) => point.status === status).length;
    expect(Math.min(met("shown"), met("suppressed"))).toBeGreaterThan(200);
    expect(points.filter(({ share, status }) => (share !== null) !== (status === "shown"))).toEqual([]);
  });

  it("holds multiples of five only, none of 1 to 12, and none that leaves 1 to 12 of another", () => {
    for (const { people, at_risk, events } of points) {
      const censored =
        people === null || at_risk === null || events === null ? null : people - at_risk - events;
      for (const shown of [people, at_risk, events, censored])
        if (shown !== null) expect([shown % 5, shown === 0 || shown > 12]).toEqual([0, true]);
    }
  });

  it("is the same wherever the same counts are published", () => {
    const curves = groups(points, ({ event, scale, clinic_id, level }) =>
      [event, scale, clinic_id, level].join(),
    );
    const seen = new Map<string, string>();
    for (const [, own] of curves) {
      const counts = JSON.stringify(
        own.map(({ time, people, at_risk, events }) => [time, people, at_risk, events]),
      );
      const shares = JSON.stringify(own.map(({ share, lower, upper }) => [share, lower, upper]));
      expect(seen.get(counts) ?? shares).toBe(shares);
      seen.set(counts, shares);
    }
  });

  it("rises and keeps its limits around itself", () => {
    for (const released of points)
      if (released.share !== null && released.lower !== null && released.upper !== null)
        expect([0, released.lower, released.share, released.upper, 1]).toEqual(
          [0, released.lower, released.share, released.upper, 1].sort((a, b) => a - b),
        );
  });

  it("leaves an outsider who adds and subtracts everything five values for each small count, and never one", () => {
    let small = 0;
    let narrow = 0;
    for (const [place, curves] of programmes.entries()) {
      const knowledge = attackCurves(released[place] ?? [], PUBLIC.hide_at_most);
      for (const [unknown, count] of truthOf(curves, ({ scale }) => timesOf(scale))) {
        const { lo, hi } = knowledge.of(unknown);
        expect(count >= lo && count <= hi).toBe(true);
        if (count === 0 || count > PUBLIC.hide_at_most) continue;
        small += 1;
        expect([unknown, hi - lo >= (isStretch(unknown) ? 1 : 4)]).toEqual([unknown, true]);
        if (hi - lo < 4) narrow += 1;
      }
    }
    expect(small).toBeGreaterThan(2000);
    expect(narrow / small).toBeLessThan(0.005);
  });

  it("would be seen through if two clinics told the third", () => {
    const key = { ...curveOf([]), time: 4, people: null, share: null, lower: null, upper: null };
    const point = (clinic_id: string, events: number | null): ReleasedPoint => ({
      ...key,
      clinic_id,
      events,
      at_risk: events && (events - 10) * 20,
      difference: "not_tested",
      status: events ? "shown" : "suppressed",
    });
    const told = [point("all", 25), point("c1", 15), point("c2", 15), point("c3", null)];
    const third = nameOf({ ...key, clinic_id: "c3" }, 4, "events");
    expect(attackCurves(told, PUBLIC.hide_at_most).of(third)).toEqual({ lo: 0, hi: 1 });
  });
});
