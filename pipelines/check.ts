import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openWarehouse } from "../src/warehouse/warehouse.ts";
import { loadInto } from "./load.ts";
import { type CommandOptions, readInputs } from "./options.ts";
import type { Progress } from "./progress.ts";

/** `observatory check`: judges an extract in private scratch that is removed again. */
export async function checkCommand(options: CommandOptions, progress: Progress): Promise<void> {
  const inputs = await readInputs(options);
  const tempDir = await mkdtemp(join(tmpdir(), "observatory-check-"));
  try {
    const warehouse = await openWarehouse({
      path: join(tempDir, "check.duckdb"),
      tempDir: join(tempDir, "spill"),
    });
    await loadInto(
      warehouse,
      tempDir,
      { ...inputs, asOf: options.asOf, linesPerRule: 1000 },
      progress,
    ).finally(() => warehouse.close());
  } finally {
    await rm(tempDir, { recursive: true, force: true });
  }
}
