import { buildModels } from "../src/warehouse/run_models.ts";
import type { Warehouse } from "../src/warehouse/warehouse.ts";
import type { CommandOptions } from "./options.ts";
import { count, type Progress } from "./progress.ts";
import { readRunRecord } from "./run_record.ts";
import { replaceWarehouse, withWorkspace } from "./workspace.ts";

/** `observatory build`: recomputes models and measures of the present warehouse. */
export async function buildCommand({ data }: CommandOptions, progress: Progress): Promise<void> {
  await withWorkspace(data, (workspace) =>
    replaceWarehouse(workspace, "present", (warehouse) => buildInto(warehouse, progress)),
  );
}

/** Builds staging, model and measure tables from what was loaded, then runs the checks. */
export async function buildInto(warehouse: Warehouse, progress: Progress): Promise<void> {
  const { asOf } = await readRunRecord(warehouse);
  await warehouse.lock();
  const done = progress.step("build models and measures");
  const built = await buildModels(warehouse, { asOf });
  done(`${count(built.length)} tables`);
}
