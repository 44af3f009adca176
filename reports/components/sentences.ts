import { inHundred, period } from "./formats.ts";
import type { Cell, MeasureEntry, Subject } from "./release.ts";
import { STRINGS } from "./strings.ts";

/** A cell whose counts and rates can be read. */
export type ShownCell = Cell & {
  denominator: number;
  observed: number;
  numerator: number;
  value: number;
  lower: number;
  upper: number;
};

/** Whether a cell can be read: its status is `shown` and nothing it needs is hidden. */
export function isShown(cell: Cell | undefined): cell is ShownCell {
  return (
    cell?.status === "shown" &&
    cell.value !== null &&
    cell.lower !== null &&
    cell.upper !== null &&
    cell.denominator !== null
  );
}

/** What the people of a numerator did, to complete "About 25 in 100 people ...". */
export function didWhat(measure: MeasureEntry): string {
  return measure.in_words ?? `met the measure “${measure.title}”`;
}

/** The finding of one cell in plain words, all from that cell: `About 25 in 100 people ... (likely between 17 and 35).` */
export function finding({ measure }: Pick<Subject, "measure">, cell: Cell | undefined): string {
  if (!cell) return "This release holds no result for this measure.";
  if (!isShown(cell)) return STRINGS.statusMeaning[cell.status];
  return `${who(cell.value)} ${didWhat(measure)} (likely between ${inHundred(cell.lower)} and ${inHundred(cell.upper)}).`;
}

/** A chart's title: the finding without its interval, which the chart itself shows. */
export function title(
  { measure, window }: Pick<Subject, "measure" | "window">,
  cell: Cell | undefined,
): string {
  if (!cell || !isShown(cell)) return `${measure.title}, ${window.title.toLowerCase()}`;
  return `${who(cell.value)} ${didWhat(measure)}`;
}

/** Who was seen again and how they did: the second half of a finding. Empty where the measure is itself about being seen. */
export function measuredAgain(cell: Cell | undefined, countsSeen: boolean): string {
  if (!isShown(cell) || countsSeen || cell.follow_up === null) return "";
  const seen = `${inHundred(cell.follow_up)} in 100 were measured again`;
  return cell.observed_value === null
    ? `${seen}.`
    : `${seen}; of those, ${inHundred(cell.observed_value)} in 100 did.`;
}

/** How the last readable period compares with the first one, and whether their intervals tell them apart. */
export function trend(measure: MeasureEntry, periods: readonly Cell[]): string {
  const shown = periods.filter(isShown);
  const first = shown.at(0);
  const last = shown.at(-1);
  if (!first || !last || first === last) return "";
  const change = `From ${inHundred(first.value)} in 100 (${period(first)}) to ${inHundred(last.value)} in 100 (${period(last)})`;
  const apart = last.lower > first.upper || last.upper < first.lower;
  return `${change}: ${apart ? direction(measure, last.value - first.value) : "the likely ranges overlap, so this may be chance."}`;
}

/** What the intervals of a set of clinics allow to be said about the programme's figure. Never a ranking. */
export function comparison(groups: readonly Cell[], programme: Cell | undefined): string {
  const shown = groups.filter(isShown);
  if (!isShown(programme) || shown.length < 2) return "";
  const apart = shown.filter((cell) => cell.lower > programme.value || cell.upper < programme.value).length;
  const all = shown.length === 2 ? "Both" : `All ${shown.length}`;
  if (apart === 0) return `${all} likely ranges include the programme’s figure: no one stands apart.`;
  return `${apart} of ${shown.length} likely ranges lie wholly to one side of the programme’s figure. Ranges that overlap must not be ranked.`;
}

/** The subject of a finding. A rate that only rounds to none or all is not called nobody or everyone. */
function who(rate: number): string {
  if (rate === 0) return "Nobody";
  if (rate < 0.005) return "Fewer than 1 in 100 people";
  if (rate > 0.995 && rate < 1) return "More than 99 in 100 people";
  return `About ${inHundred(rate)} in 100 people`;
}

function direction(measure: MeasureEntry, change: number): string {
  if (measure.better === "neither")
    return change > 0
      ? "a rise larger than chance alone explains."
      : "a fall larger than chance alone explains.";
  const improved = change > 0 === (measure.better === "higher");
  return improved
    ? "an improvement larger than chance alone explains."
    : "a worsening larger than chance alone explains.";
}
