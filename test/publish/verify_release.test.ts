import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyCommand } from "../../pipelines/verify.ts";
import { INTERNAL } from "../../src/disclosure/policy.ts";
import { expectedOfCosts, isPublishable } from "../../src/disclosure/recompute.ts";
import { EXIT, GateError, ProgramError } from "../../src/errors.ts";
import { fromArrow, toArrow } from "../../src/publish/arrow.ts";
import { sha256 } from "../../src/publish/hash.ts";
import type { Manifest } from "../../src/publish/manifest.ts";
import { readRelease } from "../../src/publish/read_release.ts";
import { TABLES, type TableRows } from "../../src/publish/schema.ts";
import { verifyRelease } from "../../src/publish/verify_release.ts";
import { writeMadeRelease } from "../reports/made_release.ts";

const folder = mkdtempSync(join(tmpdir(), "verify-"));
let home: string;
let inside: string;
let copies = 0;

beforeAll(() => {
  home = realpathSync(writeMadeRelease(join(folder, "releases")));
  inside = realpathSync(writeMadeRelease(join(folder, "internal"), 600, INTERNAL));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A copy of the release, in a folder that is named for nothing. */
function copy(of = home): string {
  const dir = join(folder, `copy-${copies++}`);
  cpSync(of, dir, { recursive: true });
  return dir;
}

function flip(path: string): void {
  const bytes = readFileSync(path);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

const manifestOf = (dir: string) => JSON.parse(readFileSync(join(dir, "manifest.json"), "utf8")) as Manifest;

/** Puts other rows into a table, and their hash into the manifest: a forger who knows how a release is made. */
function forge<Name extends keyof TableRows>(
  dir: string,
  name: Name,
  change: (rows: TableRows[Name][]) => void,
) {
  const file = `${TABLES[name].name}.arrow`;
  const rows = fromArrow<TableRows[Name]>(TABLES[name], readFileSync(join(dir, file)));
  change(rows);
  const bytes = toArrow<TableRows[Name]>(TABLES[name], rows as never);
  writeFileSync(join(dir, file), bytes);
  const manifest = manifestOf(dir);
  const files = manifest.files.map((one) =>
    one.name === file ? { ...one, sha256: sha256(bytes), bytes: bytes.length } : one,
  );
  writeFileSync(join(dir, "manifest.json"), JSON.stringify({ ...manifest, files }));
}

/** A forger's value in the first row that tells one is found, in its own row. */
function expectFound(dir: string, name: keyof TableRows, column: string, value: number | string): void {
  const holds = (row: object) => (row as Record<string, unknown>)[column];
  let place = -1;
  forge(dir, name, (rows: object[]) => {
    place = rows.findIndex((row) => ![null, value].includes(holds(row) as null));
    rows[place] = { ...rows[place], [column]: value };
  });
  expect(place).toBeGreaterThanOrEqual(0);
  const said = `${TABLES[name].name}.arrow: row ${place + 1}: ${column} is not what its counts give`;
  expect(faultsOf(dir)).toContain(said);
}

const faultsOf = (dir: string) => verifyRelease(dir).faults.map(({ file, what }) => `${file}: ${what}`);

describe("a release as it was published", () => {
  it("matches to the last number, wherever it is copied to, and has the seal that its readers see", () => {
    for (const dir of [home, copy(), inside]) {
      const { seal, files, numbers, faults } = verifyRelease(dir);
      expect(faults).toEqual([]);
      expect(seal).toBe(readRelease(dir).seal);
      expect(files).toBe(manifestOf(dir).files.length);
      expect(numbers).toBeGreaterThan(8 * manifestOf(dir).suppression.cells);
    }
  });

  it("is asked for where there is one", () => {
    expect(() => verifyRelease(join(folder, "nowhere"))).toThrow(ProgramError);
  });
});

describe("one byte that is not as published", () => {
  it("is found in whichever file it is, by name", () => {
    const dir = copy();
    for (const file of readdirSync(dir).filter((name) => name !== "manifest.json")) {
      flip(join(dir, file));
      expect(faultsOf(dir)).toEqual([`${file}: is not the file that was published`]);
      flip(join(dir, file));
    }
    expect(faultsOf(dir)).toEqual([]);
  });

  it("is found in the manifest by the name of its folder, and where it breaks the text", () => {
    const releases = join(folder, "flipped");
    const inStore = realpathSync(writeMadeRelease(releases));
    const path = join(inStore, "manifest.json");
    writeFileSync(path, readFileSync(path, "utf8").replace('"software"', '"softwar3"'));
    expect(faultsOf(inStore)).toEqual([
      "manifest.json: is not the manifest that was published: its folder is named for another",
    ]);
    const dir = copy();
    writeFileSync(join(dir, "manifest.json"), "{");
    expect(faultsOf(dir)).toEqual(["manifest.json: cannot be read"]);
  });

  it("is found where a file is gone", () => {
    const dir = copy();
    rmSync(join(dir, "cells.parquet"));
    expect(faultsOf(dir)).toEqual(["cells.parquet: is missing"]);
  });
});

describe("a number that its counts do not give", () => {
  it("is named by row and column, and the CSV that says otherwise too", () => {
    const dir = copy();
    forge(dir, "cells", (rows) => {
      const at = rows.findIndex(({ status }) => status === "shown");
      rows[at] = { ...(rows[at] as TableRows["cells"]), value: 0.99 };
    });
    expect(faultsOf(dir)).toEqual([
      "cells.csv: does not say what cells.arrow says",
      expect.stringMatching(/^cells\.arrow: row \d+: value is not what its counts give$/),
    ]);
  });

  it.each([
    ["means", "upper", 0.123],
    ["survival", "share", 0.123],
    ["costs", "cost_per_person", 0.123],
    ["costs", "people", 9995],
    ["adjusted", "ratio", 0.123],
    ["adjusted", "met", 9995],
    ["adjusted", "expected", 101],
    ["calibration", "expected_value", 0.123],
    ["imputed", "value", 0.123],
    ["imputed", "of_missing", 0.123],
    ["gaps", "more_needed", 0.123],
    ["gaps", "finding", "fewer"],
    ["waits", "share", 0.123],
    ["capacity", "per_fte", 0.123],
    ["billing", "unbilled", 9995],
    ["billing", "unbilled_value", 0.123],
  ] as const)("is found in %s: %s", (name, column, value) => expectFound(copy(), name, column, value));

  it.each([
    ["charts", "upper", 0.123],
    ["charts", "rule", "trend"],
    ["funnels", "lower_95", 0.123],
    ["pooled", "numerator", 1],
    ["pooled", "value", 0.123],
    ["process_outcomes", "difference", 0.123],
  ] as const)("is found in the internal edition’s %s: %s", (name, column, value) =>
    expectFound(copy(inside), name, column, value),
  );

  it("is found where a target is judged of which nothing may be said", () => {
    const dir = copy();
    forge(dir, "signals", (rows) => void rows.splice(0));
    expect(faultsOf(dir).join()).toContain("targets.arrow: row 1: assurance is not what its counts give");
  });

  it("is found where a count is one that the policy hides, and where rows are lost", () => {
    const dir = copy();
    forge(dir, "steps", (rows) => {
      rows[0] = { ...(rows[0] as TableRows["steps"]), units: 7 };
    });
    expect(faultsOf(dir)).toContain("waterfall.arrow: row 1: units is a count that the policy does not show");
    const fewer = copy();
    forge(fewer, "cells", (rows) => void rows.pop());
    expect(faultsOf(fewer)).toEqual(
      expect.arrayContaining([
        "cells.arrow: has another number of rows than the manifest says",
        "manifest.json: tells of another number of cells than there are",
      ]),
    );
    const many = copy();
    forge(many, "cells", (rows) => {
      for (const [at, row] of rows.entries()) rows[at] = { ...row, follow_up: 2 };
    });
    expect(faultsOf(many).at(-1)).toMatch(/^cells\.arrow: and \d+ more$/);
  });
});

describe("what a policy may have published", () => {
  it("is nothing, zero, or a multiple above what it hides", () => {
    const policy = { hide_at_most: 12, round_to: 5 } as never;
    const may = [null, 0, 1, 5, 10, 12, 13, 15, 17, 20].filter((count) => isPublishable(count, policy));
    expect(may).toEqual([null, 0, 15, 20]);
    const open = { hide_at_most: 0, round_to: 1 } as never;
    expect([null, 0, 1, 2].every((count) => isPublishable(count, open))).toBe(true);
  });

  it("leaves a cost without people without a ratio", () => {
    const { costs } = readRelease(home);
    const [row] = costs;
    if (!row) throw new Error("the made programme has costs");
    expect(expectedOfCosts([{ ...row, people: null, lower: null }], [])).toEqual([{ cost_per_person: null }]);
  });
});

describe("observatory verify", () => {
  const silent = { step: () => () => {}, note: () => {} };

  it("holds the extract's files against those that were read, and ends with the code of a gate", async () => {
    const dir = copy();
    const extract = join(folder, "extract");
    cpSync(dir, extract, { recursive: true });
    const manifest = manifestOf(dir);
    const bytes = readFileSync(join(dir, "cells.csv"));
    const [input] = manifest.inputs;
    const inputs = [
      { ...input, file: "cells.csv", sha256: sha256(bytes) },
      { ...input, file: "means.csv" },
      { ...input, file: "gone.csv" },
    ];
    writeFileSync(join(dir, "manifest.json"), JSON.stringify({ ...manifest, inputs }));
    await expect(verifyCommand({ release: dir }, silent)).resolves.toBeUndefined();
    const failed = await verifyCommand({ release: dir, extract }, silent).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(GateError);
    expect((failed as GateError).exitCode).toBe(EXIT.gate);
    expect((failed as GateError).message.split("\n")).toEqual([
      "means.csv: is not the file that was read",
      "gone.csv: is missing from the extract",
      "The release is not what was published.",
    ]);
  });
});
