import { sum } from "d3";
import {
  type Cell,
  cellsOf,
  type MeasureEntry,
  programmeCell,
  programmePeriods,
  type Release,
  type Subject,
} from "./release.ts";
import { isReadable, type ReadableCell } from "./sentences.ts";

/** The parts of a movement, in shares: they add up to it. */
export interface Parts {
  late: number;
  care: number;
}

/** How the figure of the whole programme moved from one release to the next. `parts` is null where it cannot be split. */
export interface Change {
  subject: Subject;
  before: ReadableCell;
  now: ReadableCell;
  moved: number;
  parts: Parts | null;
  isRuleChanged: boolean;
}

/** What of a measure is a rule, so that another is another measure. */
const ruleOf = ({ definition, kind, windows, unit, has_follow_up }: MeasureEntry): string =>
  JSON.stringify([definition, kind, windows, unit, has_follow_up]);

/**
 * The movement of a series since an earlier release, from released values only; undefined where either does not show it. It is
 * split by taking the earlier counts and first bringing the months that were complete then to what is now known of them (late or
 * corrected data), then all that has become complete since (care). The parts add up to the movement.
 */
export function changeOf(earlier: Release, release: Release, subject: Subject): Change | undefined {
  const [then, since] = [cellsOf(earlier, subject), cellsOf(release, subject)];
  const [before, now] = [programmeCell(then), programmeCell(since)];
  const old = earlier.manifest.measures.find(({ id }) => id === subject.measure.id);
  if (!isReadable(before) || !isReadable(now) || !old) return undefined;
  const isRuleChanged = ruleOf(old) !== ruleOf(subject.measure);
  const moved = now.value - before.value;
  const late = isRuleChanged ? null : lateOf(before, then, since);
  const parts = late === null ? null : { late, care: moved - late };
  return { subject, before, now, moved, parts, isRuleChanged };
}

/** How far late or corrected data alone moved an earlier figure; null where a month that is needed is hidden. */
function lateOf(before: ReadableCell, then: readonly Cell[], since: readonly Cell[]): number | null {
  const months = new Map(programmePeriods(since, "month").map((cell) => [cell.period_start, cell]));
  const complete =
    before.period_grain === "all"
      ? programmePeriods(then, "month").filter(({ cohort }) => cohort === "closed")
      : [before];
  const pairs = complete.map((was) => ({ was, is: months.get(was.period_start) }));
  const counted = pairs.flatMap(({ was, is }) =>
    [was, is].every((cell) => cell && cell.numerator !== null && cell.denominator !== null) && is
      ? [{ was, is }]
      : [],
  );
  if (counted.length < pairs.length) return null;
  const grown = (count: "numerator" | "denominator") =>
    before[count] + sum(counted, ({ was, is }) => (is[count] ?? 0) - (was[count] ?? 0));
  const [numerator, denominator] = [grown("numerator"), grown("denominator")];
  if (denominator <= 0 || numerator < 0 || numerator > denominator) return null;
  return numerator / denominator - before.value;
}
