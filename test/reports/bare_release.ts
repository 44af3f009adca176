import type { Release } from "../../reports/components/release.ts";
import { describe as manifestOf } from "../publish/build.ts";
import { NO_ROWS } from "../publish/no_rows.ts";

/** A release of a programme with nothing in it, but for what a test says. */
export const bareRelease = (
  manifest: Parameters<typeof manifestOf>[0],
  rows: Partial<Omit<Release, "manifest">> = {},
): Release => ({ ...NO_ROWS, manifest: { ...manifestOf(manifest), files: [] }, seal: "", ...rows });
