import { least } from "d3";
import { GateError } from "../../errors.ts";
import type { Policy } from "../policy.ts";
import { type Component, findComponents } from "./components.ts";
import type { Draft } from "./draft.ts";
import { type EarlierRelease, readEarlier } from "./earlier.ts";
import { LinearProgram } from "./linear_program.ts";
import { meetOutsider, type Outsider } from "./outsider.ts";
import { Publication } from "./publication.ts";
import { findSums } from "./sums.ts";
import { findUnknowns } from "./unknowns.ts";
import { Witnesses } from "./witnesses.ts";

/** Every secret must keep at least this many values. */
export const CANDIDATES = 5;

export interface GateOptions {
  /** Releases of the programme that are still public. */
  earlier?: readonly EarlierRelease[];
  /** After this long nothing is published. */
  seconds?: number;
}

/** What may be shown, and how the audit went. */
export interface Passed {
  draft: Draft;
  /** Numbers that must not be learnt, and how many others had to be hidden so that none is. */
  secrets: number;
  repairs: number;
}

/**
 * Lets a release through only when an outsider who uses every sum at once is left with at least `CANDIDATES` values for each
 * secret. Where fewer are left, the least important number that holds the secret is hidden, until enough are. Throws a
 * GateError where hiding does not help or time runs out, and nothing is released.
 */
export function passGate(
  draft: Draft,
  policy: Policy,
  { earlier = [], seconds = 600 }: GateOptions = {},
): Passed {
  const unknowns = findUnknowns(draft);
  const sums = findSums(unknowns, draft);
  const publication = new Publication(unknowns, draft);
  const outsider = meetOutsider({
    unknowns,
    sums,
    publication,
    policy,
    earlier: readEarlier(unknowns, draft.cells, earlier),
  });
  const secrets = new Set(outsider.secrets);
  const audit = { truth: unknowns.truth, publication, outsider, checkTime: stopwatch(seconds) };
  const isKnown = (unknown: number) => {
    const { lo, hi } = outsider.bounds(unknown);
    return lo === hi;
  };
  let repairs = 0;
  for (const component of findComponents(sums, isKnown)) {
    const own = component.unknowns.filter((unknown) => secrets.has(unknown));
    if (own.length > 0) repairs += settle(component, own, audit);
  }
  return {
    draft: { ...draft, shownCells: publication.cells(), shownSteps: publication.steps() },
    secrets: secrets.size,
    repairs,
  };
}

interface Audit {
  truth: readonly number[];
  publication: Publication;
  outsider: Outsider;
  checkTime: () => void;
}

/** Settles every secret of a component and returns how many numbers that took. Hiding never unsettles what is settled. */
function settle(
  { unknowns, sums }: Component,
  secrets: readonly number[],
  { truth, publication, outsider, checkTime }: Audit,
): number {
  const program = new LinearProgram(unknowns, sums, outsider.bounds);
  try {
    const witnesses = new Witnesses(secrets, truth, CANDIDATES);
    witnesses.search(program, checkTime);
    let repairs = 0;
    for (const secret of witnesses.unsettled()) {
      for (;;) {
        checkTime();
        const extremes = [1, -1].map((cost) => program.minimise([[secret, cost]]));
        for (const extreme of extremes) witnesses.add(extreme);
        if (witnesses.settles(secret)) break;
        const holders = extremes.flatMap(({ heldBy }) => heldBy()).flatMap(outsider.sources);
        const margin = least(holders, publication.importance);
        if (margin === undefined)
          throw new GateError(
            `a hidden count is left with fewer than ${CANDIDATES} values, and nothing more can be hidden to open it; nothing was published`,
          );
        publication.hide(margin);
        program.rebound(outsider.bounds);
        repairs += 1;
      }
    }
    return repairs;
  } finally {
    program.dispose();
  }
}

function stopwatch(seconds: number): () => void {
  const end = performance.now() + seconds * 1000;
  return () => {
    if (performance.now() > end)
      throw new GateError(`the release could not be audited within ${seconds} s; nothing was published`);
  };
}
