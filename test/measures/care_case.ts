import type { Warehouse } from "../../src/warehouse/warehouse.ts";
import { drawn } from "../support/drawn.ts";
import { buildRegistry, type RawRows } from "../support/registry.ts";

export type Drawn = Partial<Record<keyof RawRows, string>>;

/** Every model and measure of drawn tables. Everything belongs to person `p1`, clinic `c1` and PHQ-9 where not drawn otherwise. */
export function drawnRegistry(tables: Drawn, asOf: string): Promise<Warehouse> {
  const rows = Object.entries(tables).map(([table, text]) => [
    table,
    drawn(text).map((row, index) => ({ ...USUAL[table]?.(index), ...row })),
  ]);
  return buildRegistry(Object.fromEntries(rows), asOf);
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

const USUAL: Readonly<Record<string, (index: number) => Record<string, string | boolean>>> = {
  episode: () => ({ patient_id: "p1", clinic_id: "c1" }),
  assessment: (index) => ({ assessment_id: `a${index + 1}`, patient_id: "p1", instrument: "phq9" }),
  contact: (index) => ({ contact_id: `k${index}`, kind: "treatment" }),
  case_review: (index) => ({ review_id: `r${index}` }),
  care_event: (index) => ({ event_id: `v${index}` }),
  treatment: (index) => ({ treatment_id: `t${index}`, patient_id: "p1", class: "ssri" }),
  visit: (index) => ({ visit_id: `v${index}`, patient_id: "p1", clinic_id: "c1" }),
  staffing: () => ({ clinic_id: "c1", role: "care_manager" }),
  staff_training: () => ({ course: "Foundations" }),
};
