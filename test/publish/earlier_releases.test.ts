import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { GateError } from "../../src/errors.ts";
import { earlierReleases } from "../../src/publish/earlier_releases.ts";
import { writeRelease } from "../../src/publish/write_release.ts";
import { release, scratchFolder } from "./build.ts";

const publish = (releaseDir: string, asOf: string, seed: number, program = "test") => {
  const input = release(releaseDir, seed);
  const { manifest } = input;
  return writeRelease({
    ...input,
    asOf,
    manifest: { ...manifest, as_of: asOf, program: { ...manifest.program, id: program } },
  });
};

describe("earlierReleases", () => {
  it("gives what is public of the programme as of other days, oldest first", () => {
    const folder = scratchFolder();
    expect(earlierReleases(join(folder, "none yet"), "2025-03-31", "test")).toEqual([]);
    publish(folder, "2025-02-28", 2);
    publish(folder, "2025-01-31", 1);
    publish(folder, "2025-03-31", 3);
    publish(folder, "2024-12-31", 4, "another");
    const earlier = earlierReleases(folder, "2025-03-31", "test");
    expect(earlier.map(({ cells }) => cells)).toEqual([
      [...release(folder, 1).cells],
      [...release(folder, 2).cells],
    ]);
    expect(earlier[0]?.policy).toMatchObject({ hide_at_most: 12, round_to: 5 });
  });

  it("is refused where one cannot be read", () => {
    const folder = scratchFolder();
    const link = publish(folder, "2025-01-31", 1);
    rmSync(join(link, "cells.arrow"));
    expect(() => earlierReleases(folder, "2025-03-31", "test")).toThrow(GateError);
  });
});
