import { buildInto } from "./build.ts";
import { loadInto } from "./load.ts";
import { type CommandOptions, readInputs } from "./options.ts";
import type { Progress } from "./progress.ts";
import { releaseFrom } from "./release.ts";
import { sitesFrom } from "./site_command.ts";
import { replaceWarehouse, withWorkspace } from "./workspace.ts";

/** `observatory run`: extract -> warehouse -> releases -> sites. Each is put in its place only when it is whole. */
export async function runCommand(options: CommandOptions, progress: Progress): Promise<void> {
  const inputs = await readInputs(options);
  await withWorkspace(options.data, async (workspace) => {
    await replaceWarehouse(workspace, "empty", async (warehouse) => {
      await loadInto(warehouse, workspace.tempDir, { ...inputs, asOf: options.asOf }, progress);
      await buildInto(warehouse, progress);
    });
    const releases = await releaseFrom(workspace, progress);
    if (options.site) await sitesFrom(releases, { ...options, program: inputs.program }, progress);
  });
}
