import { max, rollup } from "d3";
import { addressOf, type CellKey, type CountCell, type MomentCell } from "../reference/cells.ts";
import { addMoments } from "../reference/moments.ts";
import { STRATA, UNKNOWN } from "../reference/strata.ts";

/** A category of the site's own that holds no more people than this in any cell is not named. */
const TOO_FEW_TO_NAME = 12;

/** Stands for all categories of a stratum that are not named. */
export const SMALLER_GROUPS = "smaller_groups";

/** Strata whose categories are the site's own words. */
const OWN_WORDS = new Set(STRATA.filter(({ levels }) => levels === null).map(({ id }) => id));

/**
 * Counts the rare categories of a stratum as one. That a category is listed at all says that somebody is in it, and a registry's own
 * words may be a slip of the pen or a name; so words that few people share leave in no edition. `cells` are those of all measures.
 */
export function poolLevels(cells: readonly CountCell[]): { cells: CountCell[]; pool: Pool } {
  const most = rollup(
    cells.filter(({ stratum, level }) => OWN_WORDS.has(stratum) && level !== UNKNOWN),
    (own) => max(own, ({ denominator }) => denominator) ?? 0,
    ({ stratum }) => stratum,
    ({ level }) => level,
  );
  const isRare = ({ stratum, level }: Level): boolean =>
    (most.get(stratum)?.get(level) ?? Number.POSITIVE_INFINITY) <= TOO_FEW_TO_NAME;
  const addCounts = (a: CountCell, b: CountCell): CountCell => ({
    ...a,
    denominator: a.denominator + b.denominator,
    observed: a.observed + b.observed,
    numerator: a.numerator + b.numerator,
  });
  return {
    cells: merge(cells, isRare, addCounts),
    pool: (moments) => merge(moments, isRare, (a, b) => addMoments([a, b], a)),
  };
}

type Level = Pick<CountCell, "stratum" | "level">;
/** Pools the sums of scores of the same cells. */
type Pool = (moments: readonly MomentCell[]) => MomentCell[];

/** Adds up the rows of rare categories that then have one key, in the place of the first; other rows stay as they are. */
function merge<Cell extends CellKey>(
  cells: readonly Cell[],
  isRare: (level: Level) => boolean,
  add: (a: Cell, b: Cell) => Cell,
): Cell[] {
  const merged: Cell[] = [];
  const places = new Map<string, number>();
  for (const cell of cells) {
    if (!isRare(cell)) {
      merged.push(cell);
      continue;
    }
    const own = { ...cell, level: SMALLER_GROUPS };
    const address = addressOf(own);
    const place = places.get(address);
    const before = place === undefined ? undefined : merged[place];
    if (place === undefined || before === undefined) places.set(address, merged.push(own) - 1);
    else merged[place] = add(before, own);
  }
  return merged;
}
