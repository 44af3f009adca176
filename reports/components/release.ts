import { greatest, group } from "d3";
import type { readRelease } from "../../src/publish/read_release.ts";

/** One release as the pages see it: the manifest, the protected cells and the waterfall steps. */
export type Release = Awaited<ReturnType<typeof readRelease>>;
export type Manifest = Release["manifest"];
export type Cell = Release["cells"][number];
export type Step = Release["steps"][number];
export type Mean = Release["means"][number];
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
  /** Earlier releases of this programme and edition that this one is compared with, oldest first; none where left out. */
  earlier?: readonly Release[];
}

/** Draws one placeholder; `data` is the placeholder's dataset. */
export type View = (context: ViewContext, data: Readonly<Record<string, string | undefined>>) => Element;

/** One measure of one instrument in one window: what a section of a page is about. A process measure has no instrument. */
export interface Subject {
  measure: MeasureEntry;
  instrument: InstrumentEntry | null;
  window: WindowEntry;
}

export const ALL = "all";
export const ANY = "any";

/** The level of people whose category is not recorded. */
export const UNKNOWN = "unknown";

/** Every window of a measure, for each instrument in use where it is about one, in the order of the manifest. */
export function subjectsOf(manifest: Manifest, measure: MeasureEntry): Subject[] {
  const windows = manifest.windows.filter(({ id }) => measure.windows.includes(id));
  const instruments = measure.by_instrument ? instrumentsInUse(manifest) : [null];
  return instruments.flatMap((instrument) => windows.map((window) => ({ measure, instrument, window })));
}

/** Whether counts stand as they are, not rounded. */
export const isExact = ({ manifest }: Pick<Release, "manifest">): boolean => manifest.policy.round_to === 1;

/** The instruments that the pages show. */
export function instrumentsInUse(manifest: Manifest): InstrumentEntry[] {
  return manifest.instruments.filter(({ id }) => manifest.instruments_in_use.includes(id));
}

/** The instrument in use with most people eligible: the one that pages read first. */
export function mainInstrument(release: Release): InstrumentEntry | undefined {
  const eligible = (instrument: InstrumentEntry) =>
    Math.max(
      0,
      ...release.manifest.measures
        .filter(({ by_instrument }) => by_instrument)
        .flatMap((measure) => subjectsOf(release.manifest, measure))
        .filter((subject) => subject.instrument === instrument)
        .map((subject) => programmeCell(cellsOf(release, subject))?.denominator ?? 0),
    );
  return instrumentsInUse(release.manifest).sort((a, b) => eligible(b) - eligible(a))[0];
}

/** The window in which a measure is read first: that of its headline, else that of the first headline whose window it has, else its own first. */
export function mainWindow({ headlines }: Manifest, { id, windows }: MeasureEntry): string | undefined {
  const own = headlines.find(({ measure }) => measure === id);
  const alike = headlines.find(({ windows: [first] }) => first !== undefined && windows.includes(first));
  return (own ?? alike)?.windows[0] ?? windows[0];
}

/** All cells of a subject. */
export function cellsOf({ cells }: Release, subject: Subject): readonly Cell[] {
  return indexed(cells).get(keyOf(subject)) ?? [];
}

const INDEXES = new WeakMap<readonly Cell[], Map<string, Cell[]>>();

/** A release holds hundreds of thousands of cells, and a page asks for them subject by subject. */
function indexed(cells: readonly Cell[]): Map<string, Cell[]> {
  const found = INDEXES.get(cells) ?? group(cells, rowKey);
  INDEXES.set(cells, found);
  return found;
}

type AboutSubject = Pick<Cell, "measure" | "instrument" | "window">;

const rowKey = ({ measure, instrument, window }: AboutSubject): string =>
  JSON.stringify([measure, instrument, window]);

/** What the rows of a subject have in common. */
function keyOf({ measure, instrument, window }: Subject): string {
  return rowKey({ measure: measure.id, instrument: instrument?.id ?? ANY, window: window.id });
}

/**
 * The cell of the whole programme over all time, or in the latest month that has closed where a measure is counted by month
 * only; undefined where the release does not hold it.
 */
export function programmeCell(cells: readonly Cell[]): Cell | undefined {
  const whole = cells.filter(({ clinic_id, stratum }) => clinic_id === ALL && stratum === ALL);
  const closed = whole.filter(({ cohort }) => cohort === "closed");
  return (
    whole.find(({ period_grain }) => period_grain === ALL) ??
    greatest(closed.length > 0 ? closed : whole, ({ period_start }) => period_start ?? "")
  );
}

/** The programme over time in one grain, oldest first. */
export function programmePeriods(cells: readonly Cell[], grain: Cell["period_grain"]): Cell[] {
  return cells
    .filter((cell) => cell.period_grain === grain && cell.clinic_id === ALL && cell.stratum === ALL)
    .sort((a, b) => (a.period_start ?? "").localeCompare(b.period_start ?? ""));
}

/** One cell per clinic, in the period of the programme's own cell. */
export function clinicCells(cells: readonly Cell[]): Cell[] {
  return besideProgramme(cells).filter(({ clinic_id, stratum }) => clinic_id !== ALL && stratum === ALL);
}

/** One cell per level of a stratum, programme-wide, in the period of the programme's own cell. */
export function stratumCells(cells: readonly Cell[], stratum: string): Cell[] {
  return besideProgramme(cells).filter((cell) => cell.clinic_id === ALL && cell.stratum === stratum);
}

function besideProgramme(cells: readonly Cell[]): Cell[] {
  const programme = programmeCell(cells);
  return cells.filter(
    (cell) => cell.period_grain === programme?.period_grain && cell.period_start === programme.period_start,
  );
}

/** Steps that only a measure with follow-up has: elsewhere everyone is observed. */
const FOLLOW_UP_STEPS = ["not_observed", "observed"];

/** Steps of meeting a measure, which a mean does not ask for. */
const MET_STEPS = ["not_met", "numerator"];

/** The waterfall of a subject, in order. */
export function stepsOf(release: Release, subject: Subject): Step[] {
  return release.steps
    .filter((step) => rowKey(step) === keyOf(subject))
    .filter(({ step }) => subject.measure.has_follow_up || !FOLLOW_UP_STEPS.includes(step))
    .filter(({ step }) => subject.measure.kind !== "mean" || !MET_STEPS.includes(step))
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
  const shown = subjectsOf(release.manifest, measure)
    .flatMap((subject) => cellsOf(release, subject))
    .filter(({ status }) => status === "shown");
  return shown.length > 0 && shown.every(({ numerator, observed }) => numerator === observed)
    ? "result"
    : "part";
}
