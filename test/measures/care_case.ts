import type { Warehouse } from "../../src/warehouse/warehouse.ts";
import { drawn } from "../support/drawn.ts";
import { buildRegistry, type RawRows } from "../support/registry.ts";

export type Drawn = Partial<Record<keyof RawRows, string>>;

/**
 * Every model and measure of drawn tables. Where not drawn otherwise the first episode is of person `p1` and each other of a
 * person of its own, what is in no episode is of `p1`, and everything is of clinic `c1` and PHQ-9.
 */
export function drawnRegistry(tables: Drawn, asOf: string): Promise<Warehouse> {
  const episodes = drawn(tables.episode ?? "");
  const people = new Map(
    episodes.map(({ episode_id, patient_id }, index) => [
      episode_id,
      patient_id ?? (index === 0 ? "p1" : episode_id),
    ]),
  );
  const patient = [...new Set(["p1", ...people.values()])].map((patient_id) => ({
    patient_id,
    birth_date: "1980-06-15",
  }));
  const rows = Object.entries(tables).map(([table, text]) => [
    table,
    drawn(text).map((row, index) => ({
      ...USUAL[table]?.(index),
      ...(OF_A_PERSON.includes(table) ? { patient_id: people.get(row.episode_id ?? "") ?? "p1" } : {}),
      ...row,
    })),
  ]);
  return buildRegistry({ patient, ...Object.fromEntries(rows) }, asOf);
}

/**
 * The verdicts of one measure on drawn tables, by unit (and window where the measure has several): `met`, `not met` or the
 * reason of the exclusion.
 */
export async function verdictsOf(measure: string, tables: Drawn, asOf = "2024-12-31") {
  const warehouse = await drawnRegistry(tables, asOf);
  const cases = await warehouse.rows<{ unit_id: string; window: string; verdict: string }>(
    `SELECT unit_id, "window", coalesce(exclusion_reason, CASE numerator WHEN 1 THEN 'met' ELSE 'not met' END) AS verdict
     FROM measure.${measure} ORDER BY unit_id, "window"`,
  );
  await warehouse.close();
  const windows = new Set(cases.map(({ window }) => window));
  return Object.fromEntries(
    cases.map(({ unit_id, window, verdict }) => [
      windows.size > 1 ? `${unit_id} ${window}` : unit_id,
      verdict,
    ]),
  );
}

const OF_A_PERSON = ["episode", "assessment", "treatment", "visit"];

const USUAL: Readonly<Record<string, (index: number) => Record<string, string | boolean>>> = {
  episode: () => ({ clinic_id: "c1" }),
  assessment: (index) => ({ assessment_id: `a${index + 1}`, instrument: "phq9" }),
  contact: (index) => ({ contact_id: `k${index}`, kind: "treatment" }),
  case_review: (index) => ({ review_id: `r${index}` }),
  care_event: (index) => ({ event_id: `v${index}` }),
  treatment: (index) => ({ treatment_id: `t${index}`, class: "ssri" }),
  visit: (index) => ({ visit_id: `v${index}`, clinic_id: "c1" }),
  staffing: () => ({ clinic_id: "c1", role: "care_manager" }),
  staff_training: () => ({ course: "Foundations" }),
};
