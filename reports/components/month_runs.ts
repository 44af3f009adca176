import { utcMonth } from "d3";
import { period } from "./formats.ts";
import { COMMITTEE_STRINGS } from "./strings_committee.ts";

/** Months by their first days, in order, as words; three or more in a row are told by their ends: `March 2022 to June 2022, May 2023`. */
export function monthRuns(starts: readonly string[]): string {
  const runs: string[][] = [];
  for (const start of starts) {
    const run = runs.at(-1);
    if (run && follows(run.at(-1) ?? "", start)) run.push(start);
    else runs.push([start]);
  }
  return runs.flatMap((run) => (run.length < 3 ? run.map(named) : [ends(run)])).join(", ");
}

const follows = (month: string, next: string): boolean =>
  utcMonth.offset(new Date(month), 1).getTime() === new Date(next).getTime();

const named = (start: string): string => period({ period_grain: "month", period_start: start }) ?? "";

const ends = (run: readonly string[]): string =>
  COMMITTEE_STRINGS.figure.span(named(run[0] ?? ""), named(run.at(-1) ?? ""));
