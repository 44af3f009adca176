import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Manifest } from "../src/publish/manifest.ts";

/** Puts the release's own files under `data/`, and beside them each measure's own rows: its means where it is one, else its cells; returns how many files there are. */
export async function writeDownloads({
  releaseDir,
  outDir,
  manifest,
}: {
  releaseDir: string;
  outDir: string;
  manifest: Manifest;
}): Promise<number> {
  const folder = join(outDir, "data");
  await mkdir(folder, { recursive: true });
  const whole = ["manifest.json", ...manifest.files.map(({ name }) => name)];
  for (const name of whole) await cp(join(releaseDir, name), join(folder, name));
  const tables = {
    proportion: csvRecords(await readFile(join(folder, "cells.csv"), "utf8")),
    mean: csvRecords(await readFile(join(folder, "means.csv"), "utf8")),
  };
  for (const { id, kind } of manifest.measures) {
    const [header, ...records] = tables[kind];
    const rows = records.filter((record) => record.startsWith(`${id},`));
    await writeFile(join(folder, `${id}.csv`), [header, ...rows].map((record) => `${record}\n`).join(""));
  }
  return whole.length + manifest.measures.length;
}

/** The records of a CSV text, as they are written; a line break inside quotes does not end one. */
export function csvRecords(text: string): string[] {
  return text.match(/(?:"(?:[^"]|"")*"|[^"\n])+/g) ?? [];
}
