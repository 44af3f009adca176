import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { inject } from "vitest";
import { buildSite } from "../../pipelines/site.ts";
import { INTERNAL, type Policy, PUBLIC } from "../../src/disclosure/policy.ts";
import { writeMadeRelease } from "../reports/made_release.ts";
import { AS_OF } from "../reports/made_units.ts";

/** The sites that are looked at: the public one of a programme of many people and of few, and the internal one. */
export const SITES = ["rich", "poor", "internal"] as const;
export type SiteName = (typeof SITES)[number];

const MADE: Readonly<Record<SiteName, { people: number; policy: Policy }>> = {
  rich: { people: 2400, policy: PUBLIC },
  poor: { people: 110, policy: PUBLIC },
  internal: { people: 400, policy: INTERNAL },
};

const homeOf = (name: SiteName) => join(inject("runFolder"), name);

/** Where a site is, or will be, and the release that it is built from. */
export const placesOf = (name: SiteName) => ({
  dir: join(homeOf(name), "site"),
  releaseDir: join(homeOf(name), "releases", AS_OF),
});

/** Every try of a shared site's build to reach another machine is written here. */
export const attemptsOf = (name: SiteName) => join(homeOf(name), "network.txt");

/** A site that whoever asks first builds, with the network cut off, while others wait for it. It is everybody's: nobody writes in it. */
export async function sharedSite(name: SiteName): Promise<ReturnType<typeof placesOf>> {
  const home = homeOf(name);
  const places = placesOf(name);
  const [whole, broken] = [join(home, "whole"), join(home, "broken")];
  if (!isMine(home)) {
    while (!existsSync(whole)) {
      if (existsSync(broken))
        throw new Error(`the ${name} site could not be built: another file of tests says why`);
      await sleep(100);
    }
    return places;
  }
  try {
    const { people, policy } = MADE[name];
    writeMadeRelease(join(home, "releases"), people, policy);
    await withoutNetwork(attemptsOf(name), () =>
      buildSite({ releaseDir: places.releaseDir, outDir: places.dir }),
    );
    writeFileSync(whole, "");
    return places;
  } catch (error) {
    writeFileSync(broken, "");
    throw error;
  }
}

/** A folder is made by one process alone. */
function isMine(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

/** Runs a build whose processes cannot reach another machine; what they tried is in `attempts`. */
export async function withoutNetwork<T>(attempts: string, work: () => Promise<T>): Promise<T> {
  const { NODE_OPTIONS = "" } = process.env;
  process.env.NETWORK_ATTEMPTS = attempts;
  process.env.NODE_OPTIONS = `${NODE_OPTIONS} --import ${new URL("no_network.mjs", import.meta.url).href}`;
  try {
    return await work();
  } finally {
    process.env.NODE_OPTIONS = NODE_OPTIONS;
  }
}
