import {
  type Manifest,
  type MeasureEntry,
  mainInstrument,
  type Release,
  type Subject,
  subjectsOf,
} from "./release.ts";
import { STRINGS } from "./strings.ts";

type Registered = NonNullable<Manifest["funder"]>["measures"][number];

/** What a funder is shown: the promised measures that the release holds, and by name those that it does not. */
export interface FunderSet {
  registration: Manifest["funder"];
  subjects: Subject[];
  absent: { title: string; missing_tables: readonly string[] }[];
}

/** The promised measures in their order, or those of the first page where nothing was promised. */
export function funderSet(release: Release): FunderSet {
  const { funder: registration, headlines, measures } = release.manifest;
  const asked: readonly Registered[] =
    registration?.measures ??
    headlines.map(({ measure, windows: [window = ""] }) => ({ measure, instrument: null, window }));
  const found = asked.map((one) => ({ one, measure: measures.find(({ id }) => id === one.measure) }));
  const subjects = found.map(({ one, measure }) => measure && subjectOf(release, measure, one));
  return {
    registration,
    subjects: subjects.filter((subject) => subject !== undefined),
    absent: found
      .filter((_, at) => registration !== null && subjects[at] === undefined)
      .map(({ one, measure }) => ({
        title: measure?.title ?? one.measure,
        missing_tables: measure?.missing_tables ?? [],
      })),
  };
}

function subjectOf(release: Release, measure: MeasureEntry, asked: Registered): Subject | undefined {
  if (measure.missing_tables.length > 0) return undefined;
  const scale = asked.instrument ?? mainInstrument(release)?.id;
  return subjectsOf(release.manifest, measure).find(
    ({ instrument, window }) => window.id === asked.window && (!instrument || instrument.id === scale),
  );
}

/** When a series is read, and on which scale where it has one. */
export const whenOf = ({ instrument, window }: Subject): string =>
  instrument ? STRINGS.headline.place(instrument.name, window.title) : window.title;
