import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What an outsider has: the rows of the tables as texts, and what the manifest tells: the rule, and how wide each scale is. */
export interface Published {
  asOf: string;
  cells: Record<string, string>[];
  steps: Record<string, string>[];
  means: Record<string, string>[];
  ranges: ReadonlyMap<string, number>;
  hideAtMost: number;
  roundTo: number;
}

/** Reads a release folder the way anyone can. */
export function readPublished(dir: string): Published {
  const { as_of, policy, instruments } = JSON.parse(readFileSync(join(dir, "manifest.json"), "utf8"));
  const widths = instruments.map(({ id, min, max }: { id: string; min: number; max: number }) => [
    id,
    max - min,
  ]);
  return {
    asOf: as_of,
    cells: readCsv(join(dir, "cells.csv")),
    steps: readCsv(join(dir, "waterfall.csv")),
    means: readCsv(join(dir, "means.csv")),
    ranges: new Map(widths),
    hideAtMost: Number(policy.hide_at_most),
    roundTo: Number(policy.round_to),
  };
}

function readCsv(path: string): Record<string, string>[] {
  const [header = [], ...records] = splitCsv(readFileSync(path, "utf8"));
  return records.map((record) =>
    Object.fromEntries(header.map((name, place) => [name, record[place] ?? ""])),
  );
}

function splitCsv(text: string): string[][] {
  const records: string[][] = [[]];
  let field = "";
  let quoted = false;
  for (const [place, character] of [...text].entries()) {
    if (character === '"') {
      if (!quoted && text[place - 1] === '"') field += '"';
      quoted = !quoted;
    } else if (!quoted && (character === "," || character === "\n")) {
      records.at(-1)?.push(field);
      field = "";
      if (character === "\n") records.push([]);
    } else field += character;
  }
  return records.filter((record) => record.length > 0);
}
