import { group } from "d3";
import { ALL, ANY } from "../reference/cells.ts";
import { type CountedCurve, WAIT_SCALE, type WatchEnd } from "../reference/survival.ts";
import type { Row, Warehouse } from "../warehouse/warehouse.ts";

/** The one event that people wait for. */
const EVENT = "first_contact";

/**
 * Counts referrals by how long they waited to be seen, in the programme and in each clinic. Who left unseen or still waits is
 * censored then: nobody who waits is left out, as they would be from the waits of those who were seen.
 */
export async function countWaits(
  warehouse: Warehouse,
  { clinics }: { clinics: readonly string[] },
): Promise<CountedCurve[]> {
  const ends = group(
    await warehouse.rows<Row & WatchEnd & { clinic_id: string }>(SQL),
    ({ clinic_id }) => clinic_id,
  );
  if (ends.size === 0) return [];
  return [ALL, ...clinics].map((clinic_id) => ({
    instrument: ANY,
    event: EVENT,
    scale: WAIT_SCALE.id,
    clinic_id,
    stratum: ALL,
    level: ALL,
    ends: (ends.get(clinic_id) ?? []).map(({ time, events, censored }) => ({ time, events, censored })),
  }));
}

const SQL = `
  SELECT
    CASE grouping(clinic_id) WHEN 1 THEN '${ALL}' ELSE clinic_id END AS clinic_id,
    days AS "time",
    count(*) FILTER (WHERE seen_date IS NOT NULL) AS events,
    count(*) FILTER (WHERE seen_date IS NULL) AS censored
  FROM model.wait
  WHERE referred_date IS NOT NULL
  GROUP BY GROUPING SETS ((days), (days, clinic_id))
  ORDER BY clinic_id, "time"`;
