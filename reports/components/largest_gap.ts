import { greatest } from "d3";
import { cellsOf, programmeCell, type Release, type Subject, UNKNOWN } from "./release.ts";
import { isReadable } from "./sentences.ts";
import { strataOf } from "./strata.ts";

/** A group whose interval leaves out the programme's figure. */
interface Gap {
  group: string;
  by: string;
  measure: string;
  value: number;
  programme: number;
}

/** How many groups can be compared with the programme, how many stand apart from it, and which of them lies furthest from it. */
export function largestGap(
  release: Release,
  subjects: readonly Subject[],
): { compared: number; apart: number; largest: Gap | undefined } {
  const compared = subjects.flatMap((subject) => {
    const programme = programmeCell(cellsOf(release, subject));
    if (!isReadable(programme)) return [];
    return strataOf(release, subject).shown.flatMap(({ title, groups }) =>
      groups.flatMap(({ name, cell }) => {
        if (!isReadable(cell) || cell.level === UNKNOWN) return [];
        const { value, lower, upper } = cell;
        const isApart = lower > programme.value || upper < programme.value;
        const measure = subject.measure.title;
        return [{ group: name, by: title, measure, value, programme: programme.value, isApart }];
      }),
    );
  });
  const apart = compared.filter(({ isApart }) => isApart);
  const largest = greatest(apart, ({ value, programme }) => Math.abs(value - programme));
  return { compared: compared.length, apart: apart.length, largest };
}
