/** Something that a programme's money buys: those who met a measure in a window. */
export interface CostOutcome {
  id: "reached" | "response" | "remission";
  measure: string;
  window: string;
  /** Whether more people than are counted could have met it, so that its number has an interval. */
  is_estimate: boolean;
}

/** What cost is divided by: people enrolled, each once, and those who got better by six months. */
export const COST_OUTCOMES: readonly CostOutcome[] = [
  { id: "reached", measure: "people_reached", window: "so_far", is_estimate: false },
  { id: "response", measure: "response", window: "6m", is_estimate: true },
  { id: "remission", measure: "remission", window: "6m", is_estimate: true },
];
