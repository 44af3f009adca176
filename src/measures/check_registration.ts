import { ProgramError } from "../errors.ts";
import { INSTRUMENTS } from "../reference/instruments.ts";
import type { RegisteredMeasure, Registration } from "../reference/registration.ts";
import { MEASURES } from "./index.ts";

/** Refuses a set that names a measure, scale or window which does not exist, or the same twice; every fault is told at once. */
export function checkRegistration(registration: Registration | null): void {
  const measures = registration?.measures ?? [];
  const faults = measures.flatMap((one, at) => {
    const twice = measures.findIndex((other) => seriesOf(other) === seriesOf(one)) < at;
    const found = twice ? "is listed before" : faultOf(one);
    return found ? [`funder.measures.${at}: ${found}`] : [];
  });
  if (faults.length > 0) throw new ProgramError(faults.join("\n"));
}

function faultOf({ measure: id, instrument, window }: RegisteredMeasure): string | undefined {
  const measure = MEASURES.find((one) => one.id === id);
  if (!measure) return `there is no measure "${id}"; there are ${list(MEASURES.map((one) => one.id))}`;
  if (!measure.windows.includes(window))
    return `${id} has no window "${window}"; it has ${list(measure.windows)}`;
  if (instrument === null) return undefined;
  if (!measure.by_instrument) return `${id} is on no instrument, so leave "${instrument}" out`;
  const instruments = INSTRUMENTS.map((one) => one.id);
  if (!instruments.includes(instrument))
    return `there is no instrument "${instrument}"; there are ${list(instruments)}`;
  return undefined;
}

const seriesOf = ({ measure, instrument, window }: RegisteredMeasure) =>
  JSON.stringify([measure, instrument, window]);

const list = (ids: readonly string[]): string => ids.join(", ");
