import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, expect, it } from "vitest";
import { readRelease } from "../../src/publish/read_release.ts";
import { writeRelease } from "../../src/publish/write_release.ts";
import { randomIntegers } from "../disclosure/build.ts";
import { AS_OF, release, scratchFolder } from "./build.ts";

const KILLS = 30;
const script = fileURLToPath(new URL("publish_forever.ts", import.meta.url));
const releaseDir = scratchFolder();
afterAll(() => rmSync(releaseDir, { recursive: true, force: true }));

let writer: ChildProcess | undefined;
afterEach(() => writer?.kill("SIGKILL"));

/** Starts a writer, which ends with the test at the latest. */
function start(name: string, signal: AbortSignal) {
  const child = spawn(process.execPath, ["--import", "tsx", script, releaseDir, name], {
    stdio: ["ignore", "pipe", "inherit"],
    signal,
    killSignal: "SIGKILL",
  });
  writer = child;
  return child;
}

it(`always leaves one complete release, killed ${KILLS} times at random moments`, async ({ signal }) => {
  const below = randomIntegers(2);
  const link = writeRelease(release(releaseDir));
  const seen = new Set<string>();
  const look = () => {
    const { manifest, cells } = readRelease(link);
    expect(cells).toHaveLength(manifest.suppression.cells);
    seen.add(manifest.notices.join());
  };
  let reads = 0;
  let leftovers = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const child = start(`child ${kill}`, signal);
    const exited = once(child, "exit");
    await Promise.race([once(child.stdout, "data"), exited]);
    expect(child.exitCode).toBeNull();
    for (const end = performance.now() + below(250); performance.now() < end; reads++) {
      look();
      await sleep(1);
    }
    child.kill("SIGKILL");
    await exited;
    look();
    leftovers += readdirSync(join(releaseDir, ".store")).length > 1 ? 1 : 0;
  }
  console.info(
    `${KILLS} kills, ${reads} reads beside a writer, ${seen.size} releases seen, ${leftovers} kills left something to sweep`,
  );
  expect(leftovers).toBeGreaterThan(0);
  expect(seen.size).toBeGreaterThan(10);
  writeRelease(release(releaseDir));
  expect(readdirSync(join(releaseDir, ".store"))).toHaveLength(1);
  expect(readRelease(join(releaseDir, AS_OF)).manifest.notices).toEqual(["seed 1"]);
}, 300_000);
