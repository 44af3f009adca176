import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Site, scanPages } from "./scan_pages.ts";
import type { Finding } from "./scan_release.ts";

/** A whole site: its pages, and what it lets anybody download. */
export function scanSite(site: Site): Finding[] {
  return [...scanDownloads(site), ...scanPages(site)];
}

/** Every download is a file of the release, or some records of one under the same header. */
function scanDownloads({ siteDir, releaseDir }: Site): Finding[] {
  const released = readdirSync(releaseDir);
  const tables = released.filter((name) => name.endsWith(".csv")).map((name) => linesOf(releaseDir, name));
  return readdirSync(join(siteDir, "data")).flatMap((name) => {
    const isSame =
      released.includes(name) &&
      readFileSync(join(siteDir, "data", name)).equals(readFileSync(join(releaseDir, name)));
    const [header, ...records] = linesOf(join(siteDir, "data"), name);
    const isPart = tables.some(([own, ...rows]) => {
      const known = new Set(rows);
      return own === header && records.every((record) => known.has(record));
    });
    const file = `data/${name}`;
    return isSame || isPart ? [] : [{ file, where: "", what: "is no part of the release" }];
  });
}

const linesOf = (dir: string, name: string): string[] => readFileSync(join(dir, name), "utf8").split("\n");

/** The files in which two folders differ, by name. */
export function differences(one: string, other: string): string[] {
  const names = new Set([...filesIn(one), ...filesIn(other)]);
  return [...names].filter((name) => {
    const [a, b] = [one, other].map((dir) => read(join(dir, name)));
    return !a || !b || !a.equals(b);
  });
}

/** Every file below a folder. */
const filesIn = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, encoding: "utf8" }).filter((name) =>
    statSync(join(dir, name)).isFile(),
  );

const read = (path: string) => (statSync(path, { throwIfNoEntry: false }) ? readFileSync(path) : null);
