import { lstatSync, readdirSync, readlinkSync } from "node:fs";
import { basename, join } from "node:path";
import { readBilling } from "../disclosure/protect_billing.ts";
import { readFlow } from "../disclosure/protect_flow.ts";
import { keptCounts } from "./kept_counts.ts";
import { readRelease } from "./read_release.ts";

/**
 * The releases of a programme in a release folder as of other days than `asOf`, oldest first: what is still public when the
 * next one is made, with the exact counts behind them as far as they are in `keptDir`. Throws a GateError where one cannot be read,
 * since nobody then knows what it tells.
 */
export function earlierReleases(releaseDir: string, asOf: string, programId: string, keptDir: string) {
  if (!lstatSync(releaseDir, { throwIfNoEntry: false })) return [];
  return readdirSync(releaseDir, { withFileTypes: true })
    .filter((entry) => entry.isSymbolicLink() && entry.name !== asOf)
    .map(({ name }) => join(releaseDir, name))
    .map((link) => ({ link, ...readRelease(link) }))
    .filter(({ manifest }) => manifest.program.id === programId)
    .sort((a, b) => (a.manifest.as_of < b.manifest.as_of ? -1 : 1))
    .map(({ link, manifest: { policy, as_of }, cells, capacity, billing }) => ({
      policy,
      cells: [...cells, ...readFlow(capacity, as_of), ...readBilling(billing)],
      exact: keptCounts(keptDir, basename(readlinkSync(link))),
    }));
}
