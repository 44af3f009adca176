import type { Group } from "./draw_groups.ts";
import {
  type Cell,
  cellsOf,
  programmeCell,
  type Release,
  type Subject,
  stratumCells,
  UNKNOWN,
} from "./release.ts";
import { absence, isReadable } from "./sentences.ts";

/** The strata of a subject: those with a group that can be read, and by name those without one and those not recorded. */
export interface Strata {
  shown: { title: string; groups: Group[] }[];
  hidden: string[];
  unrecorded: string[];
}

/** Sorts the strata of a release by what can be shown of them for one subject. */
export function strataOf(release: Release, subject: Subject): Strata {
  const cells = cellsOf(release, subject);
  const reference = programmeCell(cells);
  const strata: Strata = { shown: [], hidden: [], unrecorded: [] };
  for (const { id, title, levels } of release.manifest.strata) {
    const groups = stratumCells(cells, id)
      .map((cell) => ({ name: levels.find((level) => level.id === cell.level)?.title ?? cell.level, cell }))
      .sort((a, b) => place(levels, a.cell) - place(levels, b.cell));
    const known = groups.filter(({ cell }) => cell.level !== UNKNOWN && absence(cell) !== "no_value");
    const unknown = groups.find(({ cell }) => cell.level === UNKNOWN)?.cell;
    const holdsAll = isReadable(unknown) && unknown.denominator === reference?.denominator;
    if (known.length === 0 || holdsAll) strata.unrecorded.push(title.toLowerCase());
    else if (!known.some(({ cell }) => isReadable(cell))) strata.hidden.push(title.toLowerCase());
    else strata.shown.push({ title, groups });
  }
  return strata;
}

/** Levels stand in the manifest's order, those it does not list after them. */
function place(levels: readonly { id: string }[], { level }: Cell): number {
  const found = levels.findIndex(({ id }) => id === level);
  return found < 0 ? levels.length : found;
}
