import { ALL, addressOf } from "../reference/cells.ts";
import type { CostCell } from "../reference/costs.ts";
import type { Edition } from "../reference/disclosure_rules.ts";
import { mint } from "./mint.ts";
import { isOpen, type Policy } from "./policy.ts";
import type { Released, ReleasedCell, ReleasedCost } from "./released.ts";

/** The cost of fewer posts than this is nearly somebody's pay. */
const FEWEST_POSTS = 3;

/**
 * Divides costs by the released counts of their keys: a ratio tells nothing that cost and rounded count do not. Its interval is
 * that of the share who met the measure where that is an estimate; how many people were reached is known.
 *
 * A cost is of no patient, but that of a clinic with one care manager is what one person is paid. So the clinics' costs are
 * published together or not at all: where each of them has `FEWEST_POSTS` full-time equivalents or more, or the policy hides nothing.
 */
export function protectCosts<E extends Edition>(
  cells: readonly CostCell[],
  counts: Released<readonly ReleasedCell[], E>,
  policy: Policy<E>,
): Released<readonly ReleasedCost[], E> {
  const byKey = new Map(counts.map((count) => [addressOf(count), count]));
  const clinics = cells.filter(({ clinic_id, cost }) => clinic_id !== ALL && cost !== null);
  const isPay = !isOpen(policy) && clinics.some(({ posts }) => posts < FEWEST_POSTS);
  return mint(
    cells.map((cell) => {
      const drawn = drawCost(cell, byKey.get(addressOf(cell)));
      return isPay && cell.clinic_id !== ALL && drawn.cost !== null ? hidden(drawn) : drawn;
    }),
    policy,
  );
}

function drawCost(
  { posts: _, is_estimate, ...cell }: CostCell,
  counted: ReleasedCell | undefined,
): ReleasedCost {
  const cost = cell.cost === null ? null : Math.round(cell.cost);
  const people = counted?.numerator ?? null;
  const row = { ...cell, cost, people };
  const none = (status: ReleasedCost["status"]): ReleasedCost => ({ ...row, ...NO_RATIO, status });
  if (counted?.status === "pending" || cell.cost_end === null) return none("pending");
  if (cost === null || people === 0) return none("no_value");
  if (people === null) return none("suppressed");
  return {
    ...row,
    cost_per_person: cost / people,
    ...(is_estimate ? interval(cost, counted) : NO_INTERVAL),
    status: "shown",
  };
}

const NO_INTERVAL = { lower: null, upper: null };

const NO_RATIO = { cost_per_person: null, ...NO_INTERVAL };

const hidden = (row: ReleasedCost): ReleasedCost => ({
  ...row,
  ...NO_RATIO,
  cost: null,
  status: "suppressed",
});

/** The more people may have met the measure, the less each of them costs. */
function interval(cost: number, counted: ReleasedCell | undefined) {
  const { denominator, lower, upper } = counted ?? {};
  if (!denominator || !lower || !upper) return NO_INTERVAL;
  return { lower: cost / (denominator * upper), upper: cost / (denominator * lower) };
}
