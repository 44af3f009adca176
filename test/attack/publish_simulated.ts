import { join } from "node:path";
import { type Policy, PUBLIC } from "../../src/disclosure/policy.ts";
import { protect } from "../../src/disclosure/protect.ts";
import { protectMeans } from "../../src/disclosure/protect_mean.ts";
import { earlierReleases } from "../../src/publish/earlier_releases.ts";
import type { Manifest } from "../../src/publish/manifest.ts";
import { writeRelease } from "../../src/publish/write_release.ts";
import { INSTRUMENTS } from "../../src/reference/instruments.ts";
import { AS_OF, describe } from "../publish/build.ts";
import { NO_ROWS } from "../publish/no_rows.ts";
import type { Simulated } from "./simulate.ts";

/** Publishes exact tables as the pipeline does, earlier releases in the folder borne in mind; returns the folder of the release. */
export function publish(
  releaseDir: string,
  simulated: Simulated,
  asOf = AS_OF,
  policy: Policy<"public"> = PUBLIC,
): string {
  const { cells, steps, moments } = simulated;
  const keptDir = join(releaseDir, ".kept");
  const earlier = earlierReleases(releaseDir, asOf, "test", keptDir);
  const released = protect(cells, steps, policy, { earlier });
  return writeRelease({
    releaseDir,
    asOf,
    ...NO_ROWS,
    cells: released.cells,
    steps: released.steps,
    kept: { dir: keptDir, counts: cells },
    means: protectMeans(moments, released.cells, policy),
    manifest: {
      ...describe({ policy, suppression: released.summary, ...vocabulary(simulated) }),
      as_of: asOf,
    },
  });
}

/** What the tables speak of, as a manifest declares it. */
function vocabulary({ cells }: Simulated): Partial<Manifest> {
  const distinct = (values: readonly string[]) => [...new Set(values)].filter((value) => value !== "all");
  const measure = {
    title: "",
    why: "",
    definition: "",
    kind: "proportion",
    better: "higher",
    unit: "episode",
    mean: { unit: "points", most: null },
  } as const;
  const spec = {
    by_instrument: true,
    has_follow_up: true,
    specs: [],
    source: "",
    firmness: "",
    sign_off: null,
  };
  const named = (id: string) => ({ id, title: id });
  return {
    measures: distinct(cells.map((cell) => cell.measure)).map((id) => ({
      ...measure,
      ...spec,
      id,
      windows: distinct(cells.map(({ window }) => window)),
      missing_tables: [],
    })),
    instruments: INSTRUMENTS,
    windows: distinct(cells.map(({ window }) => window)).map((id) => ({ ...named(id), definition: "" })),
    clinics: distinct(cells.map(({ clinic_id }) => clinic_id)).map((id) => ({ clinic_id: id, name: id })),
    strata: distinct(cells.map(({ stratum }) => stratum)).map((stratum) => ({
      ...named(stratum),
      levels: distinct(cells.filter((cell) => cell.stratum === stratum).map(({ level }) => level)).map(named),
    })),
  };
}
