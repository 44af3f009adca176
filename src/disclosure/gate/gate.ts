import { least } from "d3";
import { GateError } from "../../errors.ts";
import type { Policy } from "../policy.ts";
import { Audit } from "./audit.ts";
import { checkCertificate } from "./certificate.ts";
import type { Draft } from "./draft.ts";
import { type EarlierRelease, readEarlier } from "./earlier.ts";
import { keepHidden } from "./keep_hidden.ts";
import { meetOutsider } from "./outsider.ts";
import { Publication } from "./publication.ts";
import { findSums } from "./sums.ts";
import { findUnknowns } from "./unknowns.ts";

/** Every secret must keep at least this many values: five, and one more, which whoever knows the record of one person can rule out. */
export const CANDIDATES = 6;

export interface GateOptions {
  /** Releases of the programme that are still public. */
  earlier?: readonly EarlierRelease[];
  /** After this long nothing is published. */
  seconds?: number;
}

/** What to do where what is out already tells too much, as when it was made by a rule that hid less. */
const WITHDRAW =
  ". Earlier releases may tell it: withdraw those made by another rule, or the latest, by removing its link in the release folder";

/** What may be shown, and how the audit went. */
export interface Passed {
  draft: Draft;
  /** Numbers that must not be learnt, and how many others had to be hidden so that none is. */
  secrets: number;
  repairs: number;
}

/**
 * Lets a release through only with a certificate: tables of whole numbers that would all have been published alike, in which
 * each secret takes at least `CANDIDATES` values, so that an outsider who uses every sum at once cannot tell them apart.
 * Where there are fewer, or none are found, the least important number that holds the secret is hidden, until there are. Throws a
 * GateError where hiding does not help or time runs out, and nothing is released.
 */
export function passGate(
  decided: Draft,
  policy: Policy,
  { earlier = [], seconds = 600 }: GateOptions = {},
): Passed {
  const checkTime = stopwatch(seconds);
  const draft = keepHidden(decided, earlier);
  const unknowns = findUnknowns(draft);
  const sums = findSums(unknowns, draft);
  const publication = new Publication(unknowns, draft);
  const outsider = meetOutsider({
    unknowns,
    sums,
    publication,
    policy,
    recall: readEarlier(unknowns, earlier),
  });
  const { secrets } = outsider;
  const { truth } = unknowns;
  let repairs = 0;
  const hide = (margins: readonly number[]): readonly number[] => {
    const margin = least(margins, publication.importance);
    if (margin === undefined)
      throw new GateError(
        `a hidden count is left with fewer than ${CANDIDATES} values, and nothing more can be hidden to open it; nothing was published${earlier.length > 0 ? WITHDRAW : ""}`,
      );
    repairs += 1;
    return outsider.forget(publication.hide(margin));
  };
  const walk = new Audit({ truth, sums, outsider, enough: CANDIDATES, checkTime, hide }).run();
  checkCertificate(walk, { truth, sums, bounds: outsider.bounds, secrets, enough: CANDIDATES });
  return {
    draft: { ...draft, shownCells: publication.cells(), shownSteps: publication.steps() },
    secrets: secrets.length,
    repairs,
  };
}

function stopwatch(seconds: number): () => void {
  const end = performance.now() + seconds * 1000;
  return () => {
    if (performance.now() > end)
      throw new GateError(`the release could not be audited within ${seconds} s; nothing was published`);
  };
}
