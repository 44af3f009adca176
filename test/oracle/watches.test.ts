import { describe, expect, it } from "vitest";
import { countCurves } from "../../src/compute/count_curves.ts";
import { TIME_SCALES } from "../../src/reference/survival.ts";
import type { Warehouse } from "../../src/warehouse/warehouse.ts";
import { seeded } from "./random.ts";
import { randomRegistry, shift } from "./random_registry.ts";
import { warehouseOf } from "./warehouse_of.ts";
import { type ContactRegistry, type Watch, watchesOf } from "./watch_oracle.ts";

const BATCHES = 10;
const PEOPLE = 100;
const CLINICS = ["north", "south", "west"];

/** A random registry where people get well often, with contacts on days of scores and next to them. */
function randomContacts(seed: number): ContactRegistry {
  const registry = randomRegistry(seed, PEOPLE);
  const random = seeded(seed);
  const contact = registry.assessment.flatMap(({ assessed_date, patient_id, assessment_id }) => {
    const own = registry.episode.filter((episode) => episode.patient_id === patient_id);
    if (own.length === 0) return [];
    return Array.from({ length: random.whole(0, 4) }, (_, place) => ({
      contact_id: `${assessment_id}-${place}`,
      episode_id: random.pick(own).episode_id,
      contact_date: shift(assessed_date, random.pick([-40, -1, 0, 0, 1])),
      kind: random.pick(["treatment", "treatment", "no_show"]),
    }));
  });
  const assessment = registry.assessment.map((one) =>
    random.chance(0.3) ? { ...one, items: one.items.map(() => null), total: random.whole(0, 4) } : one,
  );
  return { ...registry, assessment, contact };
}

const line = (row: object): string =>
  JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));

/** How many of some people's watches ended at each time, told once more from the watches themselves. */
function expectCurves(curves: Awaited<ReturnType<typeof countCurves>>, watches: readonly Watch[]): void {
  for (const { instrument, event, scale, clinic_id, level, ends } of curves) {
    const own = watches.filter(
      (one) =>
        one.is_scored_again &&
        one.instrument === instrument &&
        one.event === event &&
        (clinic_id === "all" || one.clinic_id === clinic_id) &&
        (level === "all" || one.baseline_band === level),
    );
    const times = [...new Set(own.map((one) => one[scale]))].sort((a, b) => a - b);
    expect(ends).toEqual(
      times.map((time) => {
        const then = own.filter((one) => one[scale] === time);
        const events = then.filter(({ is_event }) => is_event).length;
        return { time, events, censored: then.length - events };
      }),
    );
  }
}

const countAll = (warehouse: Warehouse) => countCurves(warehouse, { scales: TIME_SCALES, clinics: CLINICS });

describe("on hundreds of random registries", () => {
  it("people are watched as the definitions say, and every way to end was met", async () => {
    const met = new Map<string, number>();
    for (let seed = 1; seed <= BATCHES; seed++) {
      const registry = randomContacts(seed);
      const expected = watchesOf(registry);
      const warehouse = await warehouseOf(registry);
      const rows = await warehouse.rows("SELECT * FROM model.time_to_event");
      expect(rows.map(line).sort()).toEqual(expected.map(line).sort());
      const curves = await countAll(warehouse);
      expectCurves(curves, expected);
      await warehouse.close();
      for (const { event, is_event, is_scored_again, contacts, days } of expected)
        for (const way of [
          `${event} ${is_scored_again} ${is_event}`,
          `contacts ${contacts > 1}`,
          `same day ${is_scored_again && days === 0}`,
        ])
          met.set(way, (met.get(way) ?? 0) + 1);
    }
    for (const event of ["response", "remission", "relapse"])
      for (const way of ["false false", "true false", "true true"])
        expect([event, way, met.get(`${event} ${way}`) ?? 0]).not.toContain(0);
    for (const way of ["contacts true", "contacts false", "same day true"])
      expect([way, met.get(way) ?? 0]).not.toContain(0);
  });

  it("every clinic and severity has a curve on each scale, and the programme is their sum", async () => {
    const warehouse = await warehouseOf(randomContacts(3));
    const curves = await countAll(warehouse);
    await warehouse.close();
    const people = (some: typeof curves) =>
      some.flatMap(({ ends }) => ends).reduce((sum, { events, censored }) => sum + events + censored, 0);
    const wholes = curves.filter(({ clinic_id, stratum }) => clinic_id === "all" && stratum === "all");
    expect(wholes.length).toBeGreaterThan(3);
    for (const whole of wholes) {
      const same = curves.filter(
        ({ instrument, event, scale }) =>
          instrument === whole.instrument && event === whole.event && scale === whole.scale,
      );
      const clinics = same.filter(({ clinic_id }) => clinic_id !== "all");
      expect(clinics.map(({ clinic_id }) => clinic_id)).toEqual(CLINICS);
      expect(people(clinics)).toBe(people([whole]));
      expect(people(same.filter(({ stratum }) => stratum === "baseline_band"))).toBe(people([whole]));
    }
  });
});
