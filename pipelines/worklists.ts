import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { worklistsCsv } from "../src/worklists/csv.ts";
import { drawUpWorklists } from "../src/worklists/draw_up.ts";
import { worklistsWorkbook } from "../src/worklists/workbook.ts";
import type { CommandOptions } from "./options.ts";
import { count, type Progress } from "./progress.ts";
import { readRunRecord } from "./run_record.ts";
import { swapFolder } from "./site_swap.ts";
import { withPresentWarehouse, withWorkspace } from "./workspace.ts";

/** `observatory worklists`: who needs what from the care team, from the present warehouse; person-level, and never leaves the site. */
export async function worklistsCommand({ data }: CommandOptions, progress: Progress): Promise<void> {
  await withWorkspace(data, (workspace) =>
    withPresentWarehouse(workspace, async (warehouse) => {
      const { asOf, report } = await readRunRecord(warehouse);
      const done = progress.step("draw up the worklists");
      const worklists = await drawUpWorklists(warehouse, { asOf, tables: report.tables });
      const draft = join(workspace.tempDir, "worklists");
      await mkdir(draft, { mode: 0o700 });
      await writePrivate(join(draft, "worklists.csv"), worklistsCsv(worklists));
      await writePrivate(join(draft, "worklists.xlsx"), await worklistsWorkbook(worklists));
      const place = join(data, "worklists");
      await swapFolder(draft, place);
      done(place);
      for (const { id, rows } of worklists.drawn) progress.note(`${count(rows.length)} on ${id}`);
      for (const { id, missing } of worklists.absent)
        progress.note(`not drawn up: ${id}, the extract has no ${missing.join(", ")}`);
    }),
  );
}

const writePrivate = (path: string, content: string | Uint8Array): Promise<void> =>
  writeFile(path, content, { mode: 0o600, flag: "wx" });
