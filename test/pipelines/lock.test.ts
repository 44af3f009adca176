import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { dropLock, takeLock } from "../../pipelines/lock.ts";
import { BusyError } from "../../src/errors.ts";

const folder = mkdtempSync(join(tmpdir(), "observatory-lock-"));
const lock = join(folder, ".lock");
const NOBODY = "2147483646";

afterEach(() => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
});

describe("the lock of a data folder", () => {
  it("is held by one and leaves nothing behind when dropped", async () => {
    await takeLock(lock);
    await expect(takeLock(lock)).rejects.toThrow(BusyError);
    expect(readdirSync(folder)).toEqual([".lock"]);
    await dropLock(lock);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is taken over from a process that is gone", async () => {
    writeFileSync(lock, NOBODY);
    await takeLock(lock);
    await expect(takeLock(lock)).rejects.toThrow(BusyError);
  });

  it("stays with a rival who took it over first", async () => {
    writeFileSync(lock, "1");
    await dropLock(lock, NOBODY);
    expect(readdirSync(folder)).toEqual([".lock"]);
    await expect(takeLock(lock)).rejects.toThrow(BusyError);
  });
});
