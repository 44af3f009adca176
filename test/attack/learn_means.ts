import type { Knowledge } from "./knowledge.ts";
import type { Published } from "./read_published.ts";
import { namer } from "./unknowns.ts";

/**
 * Takes every mean that the published rule does not give for one of whole scores, as it is: times the number of people it must be a
 * whole number of points, which few numbers make it.
 */
export function learnMeans(knowledge: Knowledge, published: Published): void {
  const { cells, means, ranges, roundTo } = published;
  const nameOf = namer(cells);
  for (const row of means) {
    const mean = Number(row.mean || "*");
    const fewest = Number(row.n) - (roundTo - 1) / 2;
    if (Number.isNaN(mean) || isWhole((mean * fewest) / (ranges.get(row.instrument ?? "") ?? 1))) continue;
    const { observed } = nameOf(row);
    const { lo, hi } = knowledge.of(observed);
    if (hi - lo > MOST) continue;
    const people = Array.from({ length: hi - lo + 1 }, (_, at) => lo + at).filter((n) => isWhole(mean * n));
    if (people.length > 0) knowledge.narrow(observed, Math.min(...people), Math.max(...people));
  }
}

/** Too many numbers to try tell nothing. */
const MOST = 100_000;

const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < 1e-7;
