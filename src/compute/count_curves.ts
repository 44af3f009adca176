import { group } from "d3";
import { ALL } from "../reference/cells.ts";
import { possibleLevels } from "../reference/strata.ts";
import {
  type CountedCurve,
  type CurveKey,
  eventsOn,
  type TimeScale,
  type WatchEnd,
} from "../reference/survival.ts";
import type { Row, Warehouse } from "../warehouse/warehouse.ts";

/** The one stratum by which curves are drawn: severity at baseline. */
const SEVERITY = "baseline_band";

/**
 * Counts people by when their watch for an event ended: in the programme, each clinic and each severity at baseline, on each
 * scale of time. Only those scored again are in it, since nobody else can be seen to change. Every clinic and severity has
 * its curve, with nobody on it where need be, so that an absent curve never tells a zero.
 */
export async function countCurves(
  warehouse: Warehouse,
  { scales, clinics }: { scales: readonly TimeScale[]; clinics: readonly string[] },
): Promise<CountedCurve[]> {
  const curves: CountedCurve[] = [];
  for (const { id: scale } of scales) {
    const ends = group(await warehouse.rows<End>(endsSql(scale)), ({ instrument }) => instrument, address);
    for (const [instrument, ofInstrument] of ends)
      for (const { id: event } of eventsOn(instrument))
        for (const place of placesOf(instrument, clinics)) {
          const found = ofInstrument.get(address({ event, ...place })) ?? [];
          curves.push({ instrument, event, scale, ...place, ends: found.map(toWatchEnd) });
        }
  }
  return curves;
}

type End = Row & WatchEnd & Omit<CurveKey, "scale">;

function endsSql(scale: TimeScale["id"]): string {
  return `
    SELECT
      instrument, event,
      CASE grouping(clinic_id) WHEN 1 THEN '${ALL}' ELSE clinic_id END AS clinic_id,
      CASE grouping(${SEVERITY}) WHEN 1 THEN '${ALL}' ELSE '${SEVERITY}' END AS stratum,
      CASE grouping(${SEVERITY}) WHEN 1 THEN '${ALL}' ELSE ${SEVERITY} END AS level,
      ${scale} AS "time",
      count(*) FILTER (WHERE is_event) AS events,
      count(*) FILTER (WHERE NOT is_event) AS censored
    FROM model.time_to_event
    WHERE is_scored_again
    GROUP BY GROUPING SETS (
      (instrument, event, ${scale}), (instrument, event, ${scale}, clinic_id), (instrument, event, ${scale}, ${SEVERITY})
    )
    ORDER BY instrument, "time"`;
}

function placesOf(
  instrument: string,
  clinics: readonly string[],
): Pick<CurveKey, "clinic_id" | "stratum" | "level">[] {
  const levels = possibleLevels(SEVERITY, instrument) ?? [];
  return [
    { clinic_id: ALL, stratum: ALL, level: ALL },
    ...clinics.map((clinic_id) => ({ clinic_id, stratum: ALL, level: ALL })),
    ...levels.map((level) => ({ clinic_id: ALL, stratum: SEVERITY, level })),
  ];
}

const address = ({ event, clinic_id, stratum, level }: Omit<CurveKey, "scale" | "instrument">): string =>
  JSON.stringify([event, clinic_id, stratum, level]);

const toWatchEnd = ({ time, events, censored }: End): WatchEnd => ({ time, events, censored });
