import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it, onTestFinished } from "vitest";

const BENCH = fileURLToPath(new URL("../../pipelines/bench.ts", import.meta.url));

it.runIf(process.platform === "linux")(
  "measures every stage and leaves nothing behind but its tables and figures",
  () => {
    const folder = mkdtempSync(join(tmpdir(), "bench-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const out = join(folder, "results.md");
    const scratch = join(folder, "scratch");
    const record = join(folder, "results.json");
    const words = ["--patients", "200:6:1", "--out", out, "--record", record, "--scratch", scratch];
    const { status, stderr } = spawnSync(process.execPath, ["--import", "tsx", BENCH, ...words], {
      encoding: "utf8",
    });
    expect(status, stderr).toBe(0);
    const rows = readFileSync(out, "utf8")
      .split("\n")
      .map((line) => line.split("|").map((cell) => cell.trim()))
      .filter((cells) => cells.length === 8 && Number(cells[2]) > 0);
    expect(rows.map((cells) => cells[1])).toEqual([
      "floor: bare `read_csv`",
      "load from CSV",
      "floor: bare `read_parquet`",
      "load from Parquet",
      "build: staging and models",
      "floor: one measure in one query",
      "all measures and checks",
      "release: count, protect, write",
      "site",
    ]);
    expect(readFileSync(record, "utf8")).toContain('"patients": 200');
    for (const [, , wall, cpu, peak] of rows)
      for (const measured of [wall, cpu, peak]) expect(Number(measured)).toBeGreaterThan(0);
    expect(existsSync(join(scratch, "200-6-1"))).toBe(false);
  },
  300_000,
);

it("says which stages there are where one is misspelt, and measures nothing", () => {
  const words = ["--stages", "build,relase", "--out", "/nowhere/results.md"];
  const { status, stderr } = spawnSync(process.execPath, ["--import", "tsx", BENCH, ...words], {
    encoding: "utf8",
  });
  expect(status).toBe(1);
  expect(stderr).toContain("relase is no stage; there are");
});
