import { group } from "d3";
import { ANY, type MeasureEntry, mainInstrument, type Release } from "./release.ts";

/** One group beside everyone else, on one measure. */
export type Gap = Release["gaps"][number];

/** A gap that can be read. */
export type ReadGap = Gap &
  Record<
    | "people"
    | "value"
    | "others"
    | "difference"
    | "difference_lower"
    | "difference_upper"
    | "more_needed"
    | "more_needed_lower"
    | "more_needed_upper",
    number
  >;

/** A group of people and its gaps, in the order of the measures. */
export interface ComparedGroup {
  name: string;
  gaps: readonly Gap[];
}

/** A measure by which groups are compared. */
export interface ComparedMeasure {
  measure: MeasureEntry;
  window: string;
  role: Gap["role"];
}

/** Every group of one attribute, on every measure. */
export interface ComparedStratum {
  title: string;
  groups: readonly ComparedGroup[];
}

/** Whether a gap can be read. Charts, tables and sentences all ask this. */
export const isRead = (gap: Gap | undefined): gap is ReadGap => typeof gap?.difference === "number";

/** Whether a group is clearly on the worse side of everyone else. */
export function isBehind(gap: Gap, { better }: MeasureEntry): gap is ReadGap {
  return isRead(gap) && gap.finding === (better === "lower" ? "more" : "fewer");
}

/** Whether a group is clearly on the better side. */
export function isAhead(gap: Gap, { better }: MeasureEntry): gap is ReadGap {
  return isRead(gap) && gap.finding === (better === "lower" ? "fewer" : "more");
}

/** The gaps of a release on the instrument that pages read first, by attribute and group, and the measures that they are on. */
export function comparedGroups(release: Release): {
  measures: ComparedMeasure[];
  strata: ComparedStratum[];
} {
  const { manifest } = release;
  const main = mainInstrument(release)?.id;
  const own = release.gaps.filter(({ instrument }) => instrument === main || instrument === ANY);
  const measures = [...group(own, ({ measure }) => measure)].flatMap(([id, [first]]) => {
    const measure = manifest.measures.find((entry) => entry.id === id);
    return measure && first ? [{ measure, window: first.window, role: first.role }] : [];
  });
  const byStratum = group(own, ({ stratum }) => stratum);
  const strata = manifest.strata.flatMap(({ id, title, levels }) => {
    const byLevel = group(byStratum.get(id) ?? [], ({ level }) => level);
    const groups = levels.flatMap((level) => {
      const found = byLevel.get(level.id) ?? [];
      const gaps = measures.flatMap(({ measure }) => found.find((gap) => gap.measure === measure.id) ?? []);
      return gaps.some(({ status }) => status !== "no_value") ? [{ name: level.title, gaps }] : [];
    });
    return groups.length > 0 ? [{ title: title.replace(/ at baseline$/, ""), groups }] : [];
  });
  return { measures, strata };
}
