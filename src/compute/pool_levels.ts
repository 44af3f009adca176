import { group, max, sum } from "d3";
import type { CellKey, CountCell, MomentCell, Moments } from "../reference/cells.ts";
import { addressOf } from "../reference/cells.ts";
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
  const named = group(cells, levelOf);
  const isRare = ({ stratum, level }: Level): boolean =>
    OWN_WORDS.has(stratum) &&
    level !== UNKNOWN &&
    (max(named.get(levelOf({ stratum, level })) ?? [], ({ denominator }) => denominator) ?? 0) <=
      TOO_FEW_TO_NAME;
  const rename = <Cell extends Level>(cell: Cell): Cell =>
    isRare(cell) ? { ...cell, level: SMALLER_GROUPS } : cell;
  const alike = <Cell extends CellKey>(some: readonly Cell[]) => [
    ...group(some.map(rename), addressOf).values(),
  ];
  const pooled = alike(cells).flatMap((own) =>
    own.slice(0, 1).map((first) => ({
      ...first,
      denominator: sum(own, ({ denominator }) => denominator),
      observed: sum(own, ({ observed }) => observed),
      numerator: sum(own, ({ numerator }) => numerator),
    })),
  );
  const pool: Pool = (moments) =>
    alike(moments).flatMap((own) =>
      own.slice(0, 1).map((first) => ({
        ...first,
        change: total(own.map(({ change }) => change)),
        baseline: total(own.map(({ baseline }) => baseline)),
      })),
    );
  return { cells: pooled, pool };
}

type Level = Pick<CountCell, "stratum" | "level">;
/** Pools the sums of scores of the same cells. */
type Pool = (moments: readonly MomentCell[]) => MomentCell[];

const levelOf = ({ stratum, level }: Level): string => JSON.stringify([stratum, level]);

const total = (all: readonly Moments[]): Moments => ({
  n: sum(all, ({ n }) => n),
  sum: sum(all, (one) => one.sum),
  sum_of_squares: sum(all, ({ sum_of_squares }) => sum_of_squares),
});
