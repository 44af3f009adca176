import { readdirSync, rmSync, statSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { GateError } from "../../src/errors.ts";
import { earlierReleases } from "../../src/publish/earlier_releases.ts";
import { writeRelease } from "../../src/publish/write_release.ts";
import type { CountCell } from "../../src/reference/cells.ts";
import { randomCells } from "../disclosure/build.ts";
import { release, scratchFolder } from "./build.ts";

const kept = join(scratchFolder(), "kept");

const publish = (
  releaseDir: string,
  asOf: string,
  seed: number,
  { program = "test", counts }: { program?: string; counts?: CountCell[] } = {},
) => {
  const input = release(releaseDir, seed);
  const { manifest } = input;
  return writeRelease({
    ...input,
    asOf,
    kept: counts && { dir: kept, counts },
    manifest: { ...manifest, as_of: asOf, program: { ...manifest.program, id: program } },
  });
};

describe("earlierReleases", () => {
  it("gives what is public of the programme as of other days, oldest first", () => {
    const folder = scratchFolder();
    expect(earlierReleases(join(folder, "none yet"), "2025-03-31", "test", kept)).toEqual([]);
    publish(folder, "2025-02-28", 2);
    publish(folder, "2025-01-31", 1);
    publish(folder, "2025-03-31", 3);
    publish(folder, "2024-12-31", 4, { program: "another" });
    const earlier = earlierReleases(folder, "2025-03-31", "test", kept);
    expect(earlier.map(({ cells }) => cells)).toEqual([
      [...release(folder, 1).cells],
      [...release(folder, 2).cells],
    ]);
    expect(earlier[0]?.policy).toMatchObject({ hide_at_most: 12, round_to: 5 });
  });

  it("gives the exact counts behind them where they were kept, in a folder for nobody else, as long as they are there", () => {
    const folder = scratchFolder();
    const ofMarch = () => earlierReleases(folder, "2025-03-31", "test", kept).map(({ exact }) => exact);
    const [exact, later] = [randomCells(1, 3), randomCells(2, 3)];
    const january = publish(folder, "2025-01-31", 1, { counts: exact });
    publish(folder, "2025-02-28", 2);
    expect(ofMarch()).toEqual([exact, undefined]);
    const modes = [kept, ...readdirSync(kept).map((name) => join(kept, name))].map(
      (path) => statSync(path).mode & 0o777,
    );
    expect(modes).toEqual([0o700, 0o600]);
    unlinkSync(january);
    publish(folder, "2025-02-28", 2, { counts: later });
    expect(ofMarch()).toEqual([later]);
    expect(readdirSync(kept)).toHaveLength(1);
  });

  it.each(["damaged", gzipSync("null"), gzipSync("[{}]")])(
    "is refused where the counts that were kept cannot be read",
    (bytes) => {
      const folder = scratchFolder();
      publish(folder, "2025-01-31", 1, { counts: [] });
      for (const name of readdirSync(kept)) writeFileSync(join(kept, name), bytes);
      expect(() => earlierReleases(folder, "2025-03-31", "test", kept)).toThrow("remove it");
    },
  );

  it("is refused where one cannot be read", () => {
    const folder = scratchFolder();
    const link = publish(folder, "2025-01-31", 1);
    rmSync(join(link, "cells.arrow"));
    expect(() => earlierReleases(folder, "2025-03-31", "test", kept)).toThrow(GateError);
  });
});
