import { figureOf } from "./figures.ts";
import {
  ALL,
  ANY,
  type MeasureEntry,
  mainInstrument,
  type Release,
  type Subject,
  subjectsOf,
} from "./release.ts";
import { ASK_NEXT } from "./strings_committee.ts";

type Signal = Release["signals"][number];
type Kind = Signal["kind"];
export type Label = Exclude<Signal["label"], "common_cause" | "too_early">;

/** One signal of the pack. `strength` is how far it lies from the centre, where 1 is the limit of chance. */
export interface Flag {
  subject: Subject;
  kind: Extract<Kind, "recent" | "funnel">;
  clinic: string;
  label: Label;
  strength: number;
}

/** How many signals a committee is shown. */
const MOST = 5;
const LABELS: readonly Label[] = ["concern", "change", "improvement"];

/** The measures of the first page, each on the main instrument in its main window: what the pack reads. */
export function headlineSubjects(release: Release): Subject[] {
  const { headlines, measures } = release.manifest;
  const main = mainInstrument(release) ?? null;
  return headlines.flatMap(({ measure: id, windows: [window] }) => {
    const measure = measures.find((one) => one.id === id);
    if (!measure || measure.missing_tables.length > 0) return [];
    const own = subjectsOf(release.manifest, measure).filter((subject) => subject.window.id === window);
    return own.filter(({ instrument }) => instrument === (measure.by_instrument ? main : null));
  });
}

/** The label of a series in the recent months, or of a clinic among the others; undefined where nothing was said. */
export function labelOf(
  release: Release,
  subject: Subject,
  { kind, clinic = ALL }: { kind: Kind; clinic?: string },
): Signal["label"] | undefined {
  return release.signals.find(
    (signal) => signal.kind === kind && signal.clinic_id === clinic && isOf(signal, subject),
  )?.label;
}

/**
 * At most five signals of the first page's measures, one each: concerns before changes before improvements, safety first, then by
 * how far beyond the limits of chance.
 */
export function rankSignals(release: Release): Flag[] {
  const flags = headlineSubjects(release)
    .flatMap((subject) => flagsOf(release, subject))
    .sort((a, b) => place(release, a) - place(release, b) || b.strength - a.strength);
  const measures = flags.map(({ subject }) => subject.measure.id);
  return flags.filter((_, i) => measures.indexOf(measures[i] ?? "") === i).slice(0, MOST);
}

/** What to ask next of a measure. */
export function askNext({ manifest }: Release, { id }: MeasureEntry): string {
  const topic = manifest.topics.find(({ measures }) => measures.includes(id))?.id ?? "";
  return ASK_NEXT.measures[id] ?? ASK_NEXT.topics[topic] ?? ASK_NEXT.other;
}

function flagsOf(release: Release, subject: Subject): Flag[] {
  return release.signals.flatMap((signal): Flag[] => {
    const { kind, clinic_id: clinic } = signal;
    const label = LABELS.find((one) => one === signal.label);
    if (kind === "month" || !label || !isOf(signal, subject)) return [];
    return [{ subject, kind, clinic, label, strength: strengthOf(release, signal) }];
  });
}

/** Concerns of safety stand first, then the other concerns, changes and improvements. */
function place({ manifest }: Release, { subject, label }: Flag): number {
  const safety = manifest.topics.find(({ id }) => id === "safety")?.measures ?? [];
  return 2 * LABELS.indexOf(label) + (safety.includes(subject.measure.id) ? 0 : 1);
}

function strengthOf(release: Release, signal: Signal): number {
  if (signal.kind === "funnel") {
    const found = release.funnels.find(
      (row) => row.clinic_id === signal.clinic_id && sameSeries(row, signal),
    );
    return found ? reach(found.value, found.centre, found.lower_998, found.upper_998) : 0;
  }
  const months = release.charts.filter((row) => row.clinic_id === ALL && sameSeries(row, signal));
  return Math.max(
    0,
    ...months
      .slice(-3)
      .map(({ value, centre, lower, upper }) =>
        value === null || centre === null || lower === null || upper === null
          ? 0
          : reach(value, centre, lower, upper),
      ),
  );
}

/** How far a value lies from the centre, in widths of the limit on its side. */
function reach(value: number, centre: number, lower: number, upper: number): number {
  const width = value > centre ? upper - centre : centre - lower;
  return width > 0 ? Math.abs(value - centre) / width : 0;
}

type Series = Pick<Signal, "measure" | "instrument" | "window">;

const sameSeries = (a: Series, b: Series): boolean =>
  a.measure === b.measure && a.instrument === b.instrument && a.window === b.window;

const isOf = (row: Series, { measure, instrument, window }: Subject): boolean =>
  sameSeries(row, { measure: measure.id, instrument: instrument?.id ?? ANY, window: window.id });

/** The figure that a flag is about. */
export const flagFigure = (release: Release, { subject, clinic }: Flag) => figureOf(release, subject, clinic);
