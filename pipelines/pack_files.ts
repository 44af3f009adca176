import { readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import type { FileAddress } from "./pack_document.ts";

/** Files larger than this stay with the site: one HTML should open quickly from a stick. */
const MOST_BYTES = 100_000;

const TYPES: Readonly<Record<string, string>> = {
  ".csv": "text/csv",
  ".json": "application/json",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** Small tables of a site travel inside the document itself, as data: addresses. */
export function fileInside(siteDir: string): FileAddress {
  return (path) => {
    const type = TYPES[extname(path)];
    const file = join(siteDir, path);
    if (
      !type ||
      path.startsWith("..") ||
      (statSync(file, { throwIfNoEntry: false })?.size ?? Infinity) > MOST_BYTES
    )
      return undefined;
    return `data:${type};base64,${readFileSync(file).toString("base64")}`;
  };
}
