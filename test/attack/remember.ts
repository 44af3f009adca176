import type { Knowledge } from "./knowledge.ts";
import { learn } from "./learn.ts";
import { propagate } from "./propagate.ts";
import { readPublished } from "./read_published.ts";
import { namer } from "./unknowns.ts";

/** Nobody inside tells anything of a release that is over. */
const NOBODY = { isSmall: () => false, isSmallStep: () => false };

/**
 * Takes it that nothing has changed since an earlier release in the periods that had closed by then, and holds each of its rows
 * there against today's: what follows from them follows from today's sums. A row that cannot be true any more is passed over, and
 * where late data make the rest impossible together, the earlier release is given up.
 */
export function remember(knowledge: Knowledge, earlierDir: string): void {
  const published = readPublished(earlierDir);
  const before = learn(published, NOBODY);
  const nameOf = namer(published.cells);
  const known = new Map([...knowledge.bounds].map(([unknown, bounds]) => [unknown, { ...bounds }]));
  try {
    for (const row of published.cells)
      if (row.cohort === "closed" && row.period_grain !== "all")
        for (const unknown of Object.values(nameOf(row))) {
          const [now, then] = [knowledge.of(unknown), before.of(unknown)];
          if (then.lo <= now.hi && now.lo <= then.hi) knowledge.narrow(unknown, then.lo, then.hi);
        }
    propagate(knowledge);
  } catch {
    for (const [unknown, bounds] of known) Object.assign(knowledge.of(unknown), bounds);
  }
}
