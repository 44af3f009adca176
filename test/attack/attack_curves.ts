import type { ReleasedPoint } from "../../src/disclosure/released.ts";
import { ALL } from "../../src/reference/cells.ts";
import type { CountedCurve, CurveKey } from "../../src/reference/survival.ts";
import { Knowledge } from "./knowledge.ts";
import { propagate } from "./propagate.ts";

/** What is counted of a curve at one time; `had` and `lost` are the events and the censored since the time before. */
const COUNTS = ["events", "censored", "at_risk", "had", "lost"] as const;
type Count = (typeof COUNTS)[number];

const curveName = ({ instrument, event, clinic_id, stratum, level }: CurveKey): string =>
  [instrument, event, clinic_id, stratum, level].join("|");

export const nameOf = (curve: CurveKey, time: number, count: Count): string =>
  [count, curve.scale, time, curveName(curve)].join("|");

/** Whether a count is of what happened between two times. */
export const isStretch = (name: string): boolean => /^(had|lost)\|/.test(name);

const peopleOf = (curve: CurveKey): string => `people|${curveName(curve)}`;

const isWhole = ({ clinic_id, stratum }: CurveKey): boolean => clinic_id === ALL && stratum === ALL;

/** Bounds on every count of published curves: rounding, hiding, the passage of time, and what clinics and levels add up to. */
export function attackCurves(points: readonly ReleasedPoint[], hideAtMost: number): Knowledge {
  const knowledge = new Knowledge();
  const before = new Map<string, number>();
  for (const point of points) {
    const { scale, time, people, events, at_risk } = point;
    const name = (count: Count) => nameOf(point, time, count);
    const round = (unknown: string, shown: number) =>
      knowledge.narrow(unknown, shown && shown - 2, shown && shown + 2);
    const known = `known|${name("events")}`;
    knowledge.add(peopleOf(point), [known, name("censored")]);
    knowledge.add(known, [name("events"), name("at_risk")]);
    const last = before.get(`${scale} ${curveName(point)}`);
    const earlier = (count: Count) => (last === undefined ? [] : [nameOf(point, last, count)]);
    knowledge.add(name("events"), [...earlier("events"), name("had")]);
    knowledge.add(name("censored"), [...earlier("censored"), name("lost")]);
    before.set(`${scale} ${curveName(point)}`, time);
    if (people !== null) round(peopleOf(point), people);
    if (events === null || at_risk === null) continue;
    round(name("events"), events);
    round(known, events + at_risk);
    for (const count of ["events", "censored", "at_risk"] as const)
      knowledge.isAbove(name(count), hideAtMost);
  }
  addParts(knowledge, points);
  propagate(knowledge);
  return knowledge;
}

function addParts(knowledge: Knowledge, points: readonly ReleasedPoint[]): void {
  const partsOf = new Map<string, Set<string>>();
  const add = (axis: string, whole: string, part: string) =>
    partsOf.set(`${axis} ${whole}`, (partsOf.get(`${axis} ${whole}`) ?? new Set([whole])).add(part));
  for (const point of points.filter((one) => !isWhole(one))) {
    const whole = { ...point, clinic_id: ALL, stratum: ALL, level: ALL };
    add(point.stratum, peopleOf(whole), peopleOf(point));
    for (const count of COUNTS)
      add(point.stratum, nameOf(whole, point.time, count), nameOf(point, point.time, count));
  }
  for (const [whole, ...parts] of partsOf.values()) if (whole) knowledge.add(whole, parts);
}

/** Every count of exact curves at the declared times, by the attacker's name for it. */
export function truthOf(
  curves: readonly CountedCurve[],
  times: (curve: CountedCurve) => readonly number[],
): Map<string, number> {
  const truth = new Map<string, number>();
  for (const curve of curves) {
    const total = (count: "events" | "censored", from: number, to: number) =>
      curve.ends.filter(({ time }) => time > from && time <= to).reduce((sum, end) => sum + end[count], 0);
    let last = -1;
    for (const time of times(curve)) {
      const set = (count: Count, value: number) => truth.set(nameOf(curve, time, count), value);
      set("events", total("events", -1, time));
      set("censored", total("censored", -1, time));
      set("had", total("events", last, time));
      set("lost", total("censored", last, time));
      set("at_risk", total("events", time, Infinity) + total("censored", time, Infinity));
      last = time;
    }
  }
  return truth;
}
