import type { readRelease } from "../../src/publish/read_release.ts";

/** One release as the pages see it: the manifest, the protected cells and the waterfall steps. */
export type Release = Awaited<ReturnType<typeof readRelease>>;
export type Manifest = Release["manifest"];
export type Cell = Release["cells"][number];
export type Step = Release["steps"][number];
export type MeasureEntry = Manifest["measures"][number];
export type InstrumentEntry = Manifest["instruments"][number];
type WindowEntry = Manifest["windows"][number];

/** What a view may use. It gets values only: a view reads no file, no clock and no network. */
export interface ViewContext {
  document: Document;
  release: Release;
  /** Every table an extract may hold, in the contract's order. */
  tables: readonly { name: string; required: boolean }[];
  /** Sites built beside this one; `href` is relative to the home page. */
  beside: readonly { name: string; href: string }[];
}

/** Draws one placeholder; `data` is the placeholder's dataset. */
export type View = (context: ViewContext, data: Readonly<Record<string, string | undefined>>) => Element;

/** One measure of one instrument in one window: what a section of a page is about. A process measure has no instrument. */
export interface Subject {
  measure: MeasureEntry;
  instrument: InstrumentEntry | null;
  window: WindowEntry;
}

const ALL = "all";
const ANY = "any";

/** The level of people whose category is not recorded. */
export const UNKNOWN = "unknown";

/** Every window of a measure, for each instrument in use where it is about one, in the order of the manifest. */
export function subjectsOf(manifest: Manifest, measure: MeasureEntry): Subject[] {
  const windows = manifest.windows.filter(({ id }) => measure.windows.includes(id));
  const instruments = measure.by_instrument ? instrumentsInUse(manifest) : [null];
  return instruments.flatMap((instrument) => windows.map((window) => ({ measure, instrument, window })));
}

/** The instruments that the pages show. */
export function instrumentsInUse(manifest: Manifest): InstrumentEntry[] {
  return manifest.instruments.filter(({ id }) => manifest.instruments_in_use.includes(id));
}

/** All cells of a subject. */
export function cellsOf(release: Release, subject: Subject): Cell[] {
  return release.cells.filter(isAbout(subject));
}

/** Tells the rows of one subject from all others. */
function isAbout({ measure, instrument, window }: Subject): (row: Cell | Step) => boolean {
  return (row) =>
    row.measure === measure.id && row.instrument === (instrument?.id ?? ANY) && row.window === window.id;
}

/** The cell of the whole programme over all time; undefined where the release does not hold it. */
export function programmeCell(cells: readonly Cell[]): Cell | undefined {
  return cells.find((cell) => cell.period_grain === ALL && cell.clinic_id === ALL && cell.stratum === ALL);
}

/** The programme over time in one grain, oldest first. */
export function programmePeriods(cells: readonly Cell[], grain: Cell["period_grain"]): Cell[] {
  return cells
    .filter((cell) => cell.period_grain === grain && cell.clinic_id === ALL && cell.stratum === ALL)
    .sort((a, b) => (a.period_start ?? "").localeCompare(b.period_start ?? ""));
}

/** One cell per clinic, all time. */
export function clinicCells(cells: readonly Cell[]): Cell[] {
  return cells.filter((cell) => cell.period_grain === ALL && cell.clinic_id !== ALL && cell.stratum === ALL);
}

/** One cell per level of a stratum, programme-wide, all time. */
export function stratumCells(cells: readonly Cell[], stratum: string): Cell[] {
  return cells.filter(
    (cell) => cell.period_grain === ALL && cell.clinic_id === ALL && cell.stratum === stratum,
  );
}

/** Steps that only a measure with follow-up has: elsewhere everyone is observed. */
const FOLLOW_UP_STEPS = ["not_observed", "observed"];

/** The waterfall of a subject, in order. */
export function stepsOf(release: Release, subject: Subject): Step[] {
  return release.steps
    .filter(isAbout(subject))
    .filter(({ step }) => subject.measure.has_follow_up || !FOLLOW_UP_STEPS.includes(step))
    .sort((a, b) => a.step_order - b.step_order);
}

/**
 * What being seen again means to a measure: `none` where it waits for no follow-up, `result` where that is all it asks, so
 * that its numerator is always its observed count, and `part` where a result stands on it.
 */
export type FollowUp = "none" | "result" | "part";

/** What being seen again means to this measure in this release. */
export function followUpOf(release: Release, measure: MeasureEntry): FollowUp {
  if (!measure.has_follow_up) return "none";
  const shown = release.cells.filter((cell) => cell.measure === measure.id && cell.status === "shown");
  return shown.length > 0 && shown.every(({ numerator, observed }) => numerator === observed)
    ? "result"
    : "part";
}
