import { describe, expect, it } from "vitest";
import { chartRows, funnelRows } from "../../src/compute/chart_rows.ts";
import { findSignals } from "../../src/compute/signals.ts";
import { response } from "../../src/measures/response/measure.ts";
import { clinicCell } from "../disclosure/build.ts";
import { month } from "./months.ts";

const CALM = [39, 41, 40, 38, 42, 40, 41, 39, 40, 42, 38, 40, 39, 41];
const NO_PHASES = { phases: [], ofClinics: ["response"] };

describe("control charts", () => {
  it("have a row for each closed month, and a rule exactly where a month has a signal", () => {
    const cells = [...CALM, 15].map((numerator, i) => month(i, numerator));
    const open = month(15, 0, { cohort: "open" });
    const rows = chartRows([...cells, open], NO_PHASES);
    expect(rows).toHaveLength(15);
    const labels = findSignals(response, cells).filter(({ kind }) => kind === "month");
    expect(rows.map(({ rule }) => rule !== null)).toEqual(
      labels.map(({ label }) => label !== "common_cause"),
    );
    expect(rows.at(-1)).toMatchObject({ value: 0.15, rule: "outside", phase: 0, limits: "established" });
    for (const { lower, centre, upper } of rows)
      expect([0, lower, centre, upper, 1]).toEqual([0, lower, centre, upper, 1].sort());
  });

  it("leave a gap, not a zero, where nobody was eligible", () => {
    const cells = CALM.map((numerator, i) =>
      month(i, i === 5 ? 0 : numerator, i === 5 ? { denominator: 0, observed: 0 } : {}),
    );
    expect(chartRows(cells, NO_PHASES)[5]).toMatchObject({
      value: null,
      lower: null,
      upper: null,
      rule: null,
    });
  });

  it("start afresh with the phases of their measure", () => {
    const cells = CALM.map((numerator, i) => month(i, numerator));
    const from = "2022-08-01";
    const phasesOf = (measure: string) =>
      chartRows(cells, { ...NO_PHASES, phases: [{ measure, from, reason: "moved" }] }).map(
        ({ phase }) => phase,
      );
    expect(phasesOf("response")).toEqual([...Array(7).fill(0), ...Array(7).fill(1)]);
    expect(phasesOf("remission")).toEqual(Array(14).fill(0));
  });

  it("are drawn of a clinic where twelve months hold ten people on average, of chosen measures only", () => {
    const of = (people: number, months: number) =>
      CALM.slice(0, months).map((_, i) =>
        month(i, 4, { clinic_id: "north", denominator: people, observed: people }),
      );
    const clinics = (cells: Parameters<typeof chartRows>[0], ofClinics = ["response"]) =>
      chartRows(cells, { phases: [], ofClinics }).length;
    expect(clinics(of(10, 14))).toBe(14);
    expect(clinics(of(9, 14))).toBe(0);
    expect(clinics(of(10, 11))).toBe(0);
    expect(clinics(of(10, 14), [])).toBe(0);
  });
});

describe("funnels", () => {
  it("hold the wider limits around the narrower ones around the centre, and mark whom the signals mark", () => {
    const clinics = ["a", "b", "c", "d", "e", "f"].map((clinic_id, i) =>
      clinicCell({ clinic_id, denominator: 400, observed: 400, numerator: i === 5 ? 330 : 118 + i }),
    );
    const rows = funnelRows(clinics);
    for (const { lower_998, lower_95, centre, upper_95, upper_998 } of rows)
      expect(lower_998 < lower_95 && lower_95 < centre && centre < upper_95 && upper_95 < upper_998).toBe(
        true,
      );
    const outside = rows.filter((row) => row.value > row.upper_998 || row.value < row.lower_998);
    const apart = findSignals(response, clinics).filter(({ label }) => label !== "common_cause");
    expect(outside.map(({ clinic_id }) => clinic_id)).toEqual(apart.map(({ clinic_id }) => clinic_id));
    expect(funnelRows(clinics.slice(0, 4))).toEqual([]);
  });
});
