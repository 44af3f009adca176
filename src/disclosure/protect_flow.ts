import { group, mean, sum } from "d3";
import { FLOWS } from "../reference/capacity.ts";
import { ALL, ANY } from "../reference/cells.ts";
import type { Edition } from "../reference/disclosure_rules.ts";
import { periodsBetween } from "../reference/periods.ts";
import { mint } from "./mint.ts";
import type { Policy } from "./policy.ts";
import type { CountedCell, Released, ReleasedCell, ReleasedFlow } from "./released.ts";

/** The care managers of a clinic in a month; posts are of no patient, so they are no secret. */
interface Posts {
  clinic_id: string;
  month: string;
  care_manager_fte: number | null;
}

/** Draws what was protected of a programme's flow; ratios are of the published counts, so they tell nothing more. */
export function drawFlow<E extends Edition>(
  cells: Released<readonly ReleasedCell[], E>,
  posts: readonly Posts[],
  policy: Policy<E>,
): Released<readonly ReleasedFlow[], E> {
  const fteOf = fteReader(posts);
  return mint(
    cells.map((cell): ReleasedFlow => {
      const { measure, period_grain, period_start, period_end, clinic_id, denominator: people } = cell;
      const flow = FLOWS.find(({ id }) => id === measure);
      const fte = flow?.per_fte && cell.cohort === "closed" ? fteOf(cell) : null;
      return {
        flow: measure,
        period_grain,
        period_start,
        period_end,
        clinic_id,
        people,
        fte,
        per_fte: perFte({ flow: measure, period_start, period_end, people, fte }),
        status: people === null ? "suppressed" : "shown",
      };
    }),
    policy,
  );
}

/** The cells that rows published as of a day were drawn from. */
export const readFlow = (rows: readonly ReleasedFlow[], asOf: string): CountedCell[] =>
  rows.map(({ flow, period_grain, period_start, period_end, clinic_id, people }) => ({
    measure: flow,
    instrument: ANY,
    window: flow,
    period_grain,
    period_start,
    period_end,
    clinic_id,
    stratum: ALL,
    level: ALL,
    denominator: people,
    observed: people,
    numerator: people,
    cohort: period_end === null || period_end <= asOf ? "closed" : "closing",
  }));

/** People for each of the care managers: of those who come, in a quarter. */
export function perFte({
  people,
  fte,
  flow,
  ...span
}: Pick<ReleasedFlow, "flow" | "people" | "fte" | "period_start" | "period_end">): number | null {
  const isStock = FLOWS.find(({ id }) => id === flow)?.is_stock;
  return people === null || !fte ? null : people / fte / (isStock ? 1 : monthsIn(span).length / 3);
}

type Period = Pick<ReleasedCell, "period_start" | "period_end" | "clinic_id">;

const monthsIn = ({ period_start, period_end }: Omit<Period, "clinic_id">): string[] =>
  period_start === null || period_end === null
    ? []
    : periodsBetween("month", period_start, period_end).map((month) => month.period_start ?? "");

/** Care managers in post over a period, on average; null where a month of it has none recorded, and for all time. */
function fteReader(posts: readonly Posts[]): (period: Period) => number | null {
  const byMonth = (rows: readonly Posts[]) =>
    new Map([...group(rows, ({ month }) => month)].map(([month, own]) => [month, sum(own, fte)]));
  const clinics = [...group(posts, ({ clinic_id }) => clinic_id)];
  const places = new Map([[ALL, byMonth(posts)], ...clinics.map(([id, own]) => [id, byMonth(own)] as const)]);
  return (period) => {
    const found = monthsIn(period).map((month) => places.get(period.clinic_id)?.get(month) ?? 0);
    return found.every((each) => each > 0) ? (mean(found) ?? null) : null;
  };
}

const fte = ({ care_manager_fte }: Posts): number => care_manager_fte ?? 0;
