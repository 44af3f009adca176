import type { Edition } from "../src/reference/disclosure_rules.ts";
import { countRelease } from "./count_release.ts";
import type { CommandOptions } from "./options.ts";
import { policiesOf, refusePublicFolder } from "./policies.ts";
import { count, type Progress } from "./progress.ts";
import { publishEdition } from "./publish_edition.ts";
import { readRunRecord } from "./run_record.ts";
import { privateFolder, type Workspace, withPresentWarehouse, withWorkspace } from "./workspace.ts";

/** The folder of each edition that was released. */
type Releases = { public: string } & Partial<Record<Edition, string>>;

/** `observatory release`: counts, protects and writes the editions of the present warehouse. */
export async function releaseCommand({ data }: CommandOptions, progress: Progress): Promise<void> {
  await withWorkspace(data, (workspace) => releaseFrom(workspace, progress));
}

/** Releases the public edition, and the internal one where the program file asks for it. An edition is published whole or not at all. */
export function releaseFrom(workspace: Workspace, progress: Progress): Promise<Releases> {
  const { releaseDirs, keptDirs } = workspace;
  return withPresentWarehouse(workspace, async (warehouse) => {
    const record = await readRunRecord(warehouse);
    const policies = policiesOf(record.program);
    if (policies.internal) refusePublicFolder(releaseDirs.internal, record.program);

    const counting = progress.step("count cells");
    const counted = await countRelease(warehouse, record);
    counting(`${count(counted.cells.length)} cells of ${counted.measures.length} measures`);

    const into = (edition: Edition) => ({
      releaseDir: releaseDirs[edition],
      keptDir: keptDirs[edition],
      progress,
    });
    const released: Releases = {
      public: publishEdition(counted, record, { policy: policies.public, ...into("public") }),
    };
    if (!policies.internal) return released;
    await privateFolder(releaseDirs.internal);
    const internal = { policy: policies.internal, ...into("internal") };
    return { ...released, internal: publishEdition(counted, record, internal) };
  });
}
