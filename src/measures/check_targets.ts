import { ProgramError } from "../errors.ts";
import type { Phase } from "../reference/charts.ts";
import { INSTRUMENTS } from "../reference/instruments.ts";
import type { Target } from "../reference/targets.ts";
import { MEASURES } from "./index.ts";

/** Holds the targets and phases of a program file against the registered measures. Throws a ProgramError that lists every fault by its place. */
export function checkTargets({
  targets,
  phases,
}: {
  targets: readonly Target[];
  phases: readonly Phase[];
}): void {
  const faults = [
    ...targets.flatMap((target, at) => [
      ...targetFaults(target).map((fault) => `targets.${at}: ${fault}`),
      ...(targets.slice(0, at).some((earlier) => overlaps(earlier, target))
        ? [`targets.${at}: an earlier target is set for the same series; keep one of the two`]
        : []),
    ]),
    ...phases.flatMap(({ measure }, at) =>
      measure === undefined || MEASURES.some(({ id }) => id === measure)
        ? []
        : [`phases.${at}.measure: there is no such measure; its page's address holds its id`],
    ),
  ];
  if (faults.length > 0) throw new ProgramError(faults.map((fault) => `program file, ${fault}`).join("\n"));
}

function targetFaults({ measure: id, instrument, window, at_least, at_most }: Target): string[] {
  const measure = MEASURES.find((one) => one.id === id);
  if (!measure) return ["measure: there is no such measure; its page's address holds its id"];
  const { kind, better, by_instrument, windows } = measure;
  const isOn = INSTRUMENTS.some((one) => one.id === instrument);
  return [
    kind === "mean" && "measure: it is a mean, and a target is a share",
    better === "lower" && at_least !== undefined && "at_least: lower is better here; say at_most",
    better === "higher" && at_most !== undefined && "at_most: higher is better here; say at_least",
    instrument !== undefined && !by_instrument && "instrument: the measure is not about one; leave it out",
    instrument !== undefined && by_instrument && !isOn && "instrument: there is no such instrument",
    window !== undefined &&
      !windows.includes(window) &&
      `window: the measure has none of that name; it has ${windows.join(", ")}`,
  ].filter((fault) => fault !== false);
}

const overlaps = (a: Target, b: Target): boolean =>
  a.measure === b.measure && meets(a.instrument, b.instrument) && meets(a.window, b.window);

/** Whether two scopes share anything; one that is not said holds everywhere. */
const meets = (a: string | undefined, b: string | undefined): boolean =>
  a === undefined || b === undefined || a === b;
