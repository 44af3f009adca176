import type { Knowledge } from "./knowledge.ts";
import type { Friend } from "./learn.ts";
import type { Published } from "./read_published.ts";
import { isOverall, namer, type Row, series } from "./unknowns.ts";

/** Steps that are the same people in every window: who enters at all is settled at baseline. */
const BEFORE_THE_WINDOW = ["no_baseline", "baseline_not_elevated"];
const FLOW: Record<string, "denominator" | "observed" | "numerator" | "notObserved" | "notMet"> = {
  denominator: "denominator",
  observed: "observed",
  numerator: "numerator",
  not_observed: "notObserved",
  not_met: "notMet",
};

/** Names the unknown of a step: a count of the cell of everyone, or a count of its own. */
export function stepNamer({ cells }: Published): (step: Row) => string {
  const nameOf = namer(cells);
  const overall = new Map(cells.filter(isOverall).map((row) => [series(row), row]));
  return (step) => {
    const name = step.step ?? "";
    const row = overall.get(series(step)) ?? {};
    const flow = FLOW[name];
    if (flow) return nameOf(row)[flow];
    if (name === "all") return "all";
    const window = BEFORE_THE_WINDOW.includes(name) ? "every window" : step.window;
    return [name, step.instrument, window, row.denominator === "0" ? "nobody" : "people"].join("|");
  };
}

/** Adds what the waterfalls tell: everyone is who was excluded and the denominator. */
export function learnWaterfall(knowledge: Knowledge, published: Published, friend: Friend): void {
  const nameOf = stepNamer(published);
  const reach = (published.roundTo - 1) / 2;
  const parts = new Map<string, Set<string>>();
  for (const [place, step] of published.steps.entries()) {
    const unknown = nameOf(step);
    const units = Number(step.units);
    if (step.units === "*") {
      if (friend.isSmallStep(place)) knowledge.narrow(unknown, 0, published.hideAtMost);
    } else if (units === 0) knowledge.narrow(unknown, 0, 0);
    else knowledge.narrow(unknown, Math.max(units - reach, published.hideAtMost + 1), units + reach);
    const of = parts.get(series(step)) ?? new Set();
    if (!["all", "not_observed", "observed", "not_met", "numerator"].includes(step.step ?? ""))
      of.add(unknown);
    parts.set(series(step), of);
  }
  for (const of of parts.values()) knowledge.add("all", [...of]);
}
