import { group } from "d3";
import { ALL, type InstrumentEntry, type Manifest, type Release } from "./release.ts";

/** One point of a curve of time to an event. */
export type Point = Release["survival"][number];

/** A point whose share can be read; its interval may be missing where nobody has had the event yet. */
export type ReadPoint = Point & { share: number; people: number; at_risk: number; events: number };

type WatchedEvent = Manifest["survival"]["events"][number];
export type TimeScale = Manifest["survival"]["scales"][number];

/** A curve of some people, times ascending. */
export interface Curve {
  name: string;
  points: readonly Point[];
}

/** The curves of one event on one instrument and scale of time. */
export interface CurveSet {
  instrument: InstrumentEntry;
  event: WatchedEvent;
  scale: TimeScale;
  programme: readonly Point[];
  clinics: readonly Curve[];
  severities: readonly Curve[];
}

/** The curves of an event, everyone's first; without points where the release has none. */
export function curvesOf(
  { survival, manifest }: Release,
  { instrument, event, scale }: Pick<CurveSet, "instrument" | "event" | "scale">,
): CurveSet {
  const own = survival.filter(
    (point) => point.instrument === instrument.id && point.event === event.id && point.scale === scale.id,
  );
  const byClinic = group(own, ({ clinic_id }) => clinic_id);
  const byLevel = group(own, ({ level }) => level);
  const clinicName = (id: string) => manifest.clinics.find(({ clinic_id }) => clinic_id === id)?.name ?? id;
  return {
    instrument,
    event,
    scale,
    programme: own.filter(({ clinic_id, level }) => clinic_id === ALL && level === ALL),
    clinics: [...byClinic]
      .filter(([id]) => id !== ALL)
      .map(([id, points]) => ({ name: clinicName(id), points }))
      .sort((a, b) => a.name.localeCompare(b.name, "en")),
    severities: instrument.bands.value
      .map(({ id, label }) => ({ name: label, points: byLevel.get(id) ?? [] }))
      .filter(({ points }) => points.length > 0),
  };
}

/** Whether the share at a point can be read. Charts, tables and sentences all ask this. */
export function isRead(point: Point | undefined): point is ReadPoint {
  return point?.share != null && point.people !== null && point.at_risk !== null && point.events !== null;
}

/** When half have had the event, and the times between which that is likely; the later one is null where it is open. */
export interface Halfway {
  time: number;
  from: number;
  to: number | null;
}

/** A product of fractions that is one half may come out a little less. */
const HALF = 0.5 - 1e-9;

/**
 * The first time that is read at which half have had the event, from the last at which even the upper end of the interval is
 * below one half to the first at which the lower end is not.
 */
export function halfway(points: readonly Point[]): Halfway | null {
  const read = points.filter(isRead);
  const time = read.find(({ share }) => share >= HALF)?.time;
  if (time === undefined) return null;
  return {
    time,
    from: read.findLast(({ share, upper }) => (upper ?? share) < HALF)?.time ?? 0,
    to: read.find(({ share, lower }) => (lower ?? share) >= HALF)?.time ?? null,
  };
}
