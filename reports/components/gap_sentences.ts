import { count, inHundred } from "./formats.ts";
import { type Gap, isBehind, isRead, type ReadGap } from "./gaps.ts";
import type { MeasureEntry } from "./release.ts";
import { STRINGS } from "./strings.ts";
import { EQUITY_STRINGS as words } from "./strings_equity.ts";

/** Patients in whole numbers, smallest first; a clear gap is never nobody. */
export function patients({ more_needed, more_needed_lower, more_needed_upper }: ReadGap): {
  about: string;
  lower: string;
  upper: string;
} {
  const whole = (number: number) => Math.max(1, Math.round(Math.abs(number)));
  const [lower = 1, upper = 1] = [whole(more_needed_lower), whole(more_needed_upper)].sort((a, b) => a - b);
  return { about: count(whole(more_needed)), lower: count(lower), upper: count(upper) };
}

/** What would close a gap, in patients, and the two shares that it lies between. */
export function gapSentence(gap: ReadGap, measure: MeasureEntry): string {
  const { about, lower, upper } = patients(gap);
  const noun = words.nouns[measure.id] ?? words.people;
  const did = measure.in_words ?? STRINGS.finding.metMeasure(measure.title);
  return [
    words.closes(about, noun, lower, upper, count(gap.people)),
    words.beside(inHundred(gap.value), did, inHundred(gap.others)),
    gap.steadied === null ? "" : words.steadied(inHundred(gap.steadied)),
  ]
    .filter(Boolean)
    .join(" ");
}

/** The steps of care in which a group is clearly behind, each with its gap in patients; empty where there is none. */
export function stepsBehind(gaps: readonly Gap[], measures: ReadonlyMap<string, MeasureEntry>): string[] {
  return gaps.flatMap((gap) => {
    const measure = measures.get(gap.measure);
    if (gap.role !== "process" || !measure || !isBehind(gap, measure)) return [];
    const { about, lower, upper } = patients(gap);
    return [words.step(measure.title, about, lower, upper)];
  });
}

/** Whether a gap in results can be traced to a gap in care. */
export function trace(gaps: readonly Gap[], measures: ReadonlyMap<string, MeasureEntry>): string {
  const steps = stepsBehind(gaps, measures);
  return steps.length > 0 ? words.traced(list(steps)) : words.untraced;
}

/** A gap in patients in a few words: `16 fewer`, or that there is no clear one. */
export function inPatients(gap: Gap): string {
  if (!isRead(gap)) return words.notCompared;
  if (gap.finding === "no_clear_difference") return words.unclear;
  const { about } = patients(gap);
  return gap.finding === "fewer" ? words.fewer(about) : words.more(about);
}

/** Words joined as a sentence joins them. */
export function list(items: readonly string[]): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : words.and(items.slice(0, -1).join(", "), last);
}
