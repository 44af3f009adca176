import { greatest } from "d3";
import { ALL, type Release } from "./release.ts";

/** One count of the programme's flow. */
export type FlowRow = Release["capacity"][number];

/** A row whose number of people can be read. */
export type ReadFlow = FlowRow & { people: number };

export const isKnown = (row: FlowRow | undefined): row is ReadFlow => row != null && row.people !== null;

/** One flow of the whole programme, or of a clinic, period by period, oldest first. */
export function flowOver(
  { capacity }: Release,
  flow: string,
  { grain = "month", clinic = ALL }: { grain?: FlowRow["period_grain"]; clinic?: string } = {},
): FlowRow[] {
  return capacity
    .filter((row) => row.flow === flow && row.period_grain === grain && row.clinic_id === clinic)
    .sort((a, b) => ((a.period_start ?? "") < (b.period_start ?? "") ? -1 : 1));
}

/** The rows of a flow in the latest month of the whole programme: its own first, then the clinics'. */
export function latestMonth({ capacity }: Release, flow: string): FlowRow[] {
  const own = capacity.filter((row) => row.flow === flow && row.period_grain === "month");
  const last = greatest(own, ({ period_start }) => period_start ?? "")?.period_start;
  return own
    .filter(({ period_start }) => period_start === last)
    .sort((a, b) => Number(b.clinic_id === ALL) - Number(a.clinic_id === ALL));
}
