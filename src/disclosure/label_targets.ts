import { ALL } from "../reference/cells.ts";
import type { Edition } from "../reference/disclosure_rules.ts";
import type { Signal } from "../reference/signals.ts";
import type { JudgedTarget } from "../reference/targets.ts";
import { mint } from "./mint.ts";
import type { Policy } from "./policy.ts";
import type { Released } from "./released.ts";

/**
 * The targets as they may be published. A target itself is public; the word for how it is met comes from exact limits, so it leaves
 * where the word for the recent months of the same series does (`label_signals.ts`), and else stays empty.
 */
export function labelTargets<E extends Edition>(
  targets: readonly JudgedTarget[],
  signals: Released<readonly Signal[], E>,
  policy: Policy<E>,
): Released<readonly JudgedTarget[], E> {
  const mayJudge = judgeable(signals);
  const published = targets.map((target) => ({
    ...target,
    assurance: mayJudge(target) ? target.assurance : null,
  }));
  return mint(published, policy);
}

/** Whether of a target's series the recent months have a word. */
export function judgeable(signals: readonly Signal[]): (target: JudgedTarget) => boolean {
  const labelled = new Set(
    signals.filter(({ kind, clinic_id }) => kind === "recent" && clinic_id === ALL).map(seriesOf),
  );
  return (target) => labelled.has(seriesOf(target));
}

const seriesOf = ({ measure, instrument, window }: Pick<JudgedTarget, "measure" | "instrument" | "window">) =>
  JSON.stringify([measure, instrument, window]);
