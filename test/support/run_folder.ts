import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** A folder for what several files of tests share; it is gone when they are over. */
    runFolder: string;
  }
}

/** Runs once before all tests. */
export default function setup(project: TestProject): () => void {
  const scratch = fileURLToPath(new URL("../../.tmp/", import.meta.url));
  mkdirSync(scratch, { recursive: true });
  const folder = mkdtempSync(join(scratch, "tests-"));
  project.provide("runFolder", folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
