import { count, inHundred, period } from "./formats.ts";
import type { Cell, FollowUp, MeasureEntry, Subject } from "./release.ts";
import { named, STRINGS } from "./strings.ts";

/** A cell whose result can be read. Its observed count may still be hidden, and with it the share followed up. */
export type ReadableCell = Cell & {
  denominator: number;
  numerator: number;
  value: number;
  lower: number;
  upper: number;
};

/** Why a cell has no result. */
export type Absence = Exclude<Cell["status"], "shown">;

/** Whether a cell has a result to show. Charts, tables and sentences all ask this, so that none shows what another hides. */
export function isReadable(cell: Cell | undefined): cell is ReadableCell {
  return (
    cell !== undefined &&
    [cell.denominator, cell.numerator, cell.value, cell.lower, cell.upper].every((number) => number !== null)
  );
}

/** Why a cell has no result; undefined where it has one. */
export function absence(cell: Cell): Absence | undefined {
  if (isReadable(cell)) return undefined;
  return cell.status === "shown" ? "no_value" : cell.status;
}

/** The finding of one cell in plain words, all from that cell: `About 25 in 100 people ... (likely between 17 and 35).` */
export function finding(measure: MeasureEntry, cell: Cell | undefined): string {
  if (!cell) return STRINGS.finding.none;
  const missing = absence(cell);
  if (missing) return STRINGS.statusMeaning[missing];
  const { value, lower, upper } = cell as ReadableCell;
  return STRINGS.finding.whole(
    who(measure, cell, value),
    didWhat(measure),
    inHundred(lower),
    inHundred(upper),
  );
}

/** The finding of one cell in one sentence without its interval, which stands beside it. */
export function plainly(measure: MeasureEntry, cell: Cell, followUp: FollowUp): string {
  if (!isReadable(cell)) return finding(measure, cell);
  const found = `${who(measure, cell, cell.value)} ${didWhat(measure)}`;
  const { observed_value } = cell;
  return followUp === "part" && observed_value !== null
    ? STRINGS.finding.plainlyOfSeen(found, inHundred(observed_value))
    : STRINGS.finding.plainly(found);
}

/** A chart's title: the finding without its interval, which the chart itself shows. */
export function title(
  { measure, window }: Pick<Subject, "measure" | "window">,
  cell: Cell | undefined,
): string {
  return isReadable(cell)
    ? `${who(measure, cell, cell.value)} ${didWhat(measure)}`
    : `${measure.title}, ${window.title}`;
}

/** Who was seen again and how they did: the second half of a finding. Empty where no result stands on being seen. */
export function measuredAgain(cell: Cell | undefined, followUp: FollowUp): string {
  if (!isReadable(cell) || followUp !== "part") return "";
  const { follow_up, observed_value } = cell;
  if (follow_up === null) return STRINGS.finding.seenHidden;
  return observed_value === null
    ? STRINGS.finding.seen(inHundred(follow_up))
    : STRINGS.finding.seenAndDid(inHundred(follow_up), inHundred(observed_value));
}

/** How the last readable period compares with the first one, and whether their intervals tell them apart. */
export function trend(measure: MeasureEntry, periods: readonly Cell[]): string {
  const readable = periods.filter(isReadable);
  const first = readable.at(0);
  const last = readable.at(-1);
  if (!first || !last || first === last) return "";
  const apart = last.lower > first.upper || last.upper < first.lower;
  const verdict = apart ? direction(measure, last.value - first.value) : STRINGS.finding.mayBeChance;
  const change = STRINGS.finding.change(
    inHundred(first.value),
    period(first) ?? "",
    inHundred(last.value),
    period(last) ?? "",
  );
  return `${change}: ${verdict}`;
}

/** How many groups have an interval wholly to one side of the programme's figure; undefined where too few can be read. */
export function apartFrom(
  groups: readonly Cell[],
  programme: Cell | undefined,
): { apart: number; of: number } | undefined {
  const readable = groups.filter(isReadable);
  if (!isReadable(programme) || readable.length < 2) return undefined;
  const { value } = programme;
  return {
    apart: readable.filter(({ lower, upper }) => lower > value || upper < value).length,
    of: readable.length,
  };
}

/** What the intervals of a set of groups allow to be said about the programme's figure. Never a ranking. */
export function comparison(groups: readonly Cell[], programme: Cell | undefined): string {
  const found = apartFrom(groups, programme);
  if (!found) return "";
  if (found.apart > 0) return STRINGS.finding.apart(count(found.apart), count(found.of));
  return STRINGS.finding.noneApart(
    found.of === 2 ? STRINGS.finding.both : STRINGS.finding.all(count(found.of)),
  );
}

function didWhat(measure: MeasureEntry): string {
  return measure.in_words ?? STRINGS.finding.metMeasure(measure.title);
}

/** The subject of a finding. A rate that only rounds to none or all is not called nobody or everyone. */
function who({ unit }: MeasureEntry, cell: Cell, rate: number): string {
  const { finding } = STRINGS;
  const people = named(STRINGS.units, unit);
  const when = period(cell);
  const units = when ? finding.during(people, when) : people;
  if (rate === 0) return units === STRINGS.units.episode ? finding.nobody : finding.noneOf(units);
  if (rate < 0.005) return finding.few(units);
  if (rate > 0.995 && rate < 1) return finding.most(units);
  return finding.about(inHundred(rate), units);
}

function direction(measure: MeasureEntry, change: number): string {
  if (measure.better === "neither") return change > 0 ? STRINGS.finding.rose : STRINGS.finding.fell;
  const improved = change > 0 === (measure.better === "higher");
  return improved ? STRINGS.finding.improved : STRINGS.finding.worsened;
}
