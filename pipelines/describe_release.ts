import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { MEASURES } from "../src/measures/index.ts";
import type { Manifest } from "../src/publish/manifest.ts";
import type { CountCell } from "../src/reference/cells.ts";
import { ALL, ANY } from "../src/reference/cells.ts";
import { INSTRUMENTS } from "../src/reference/instruments.ts";
import { STRATA } from "../src/reference/strata.ts";
import { WINDOWS } from "../src/reference/windows.ts";
import type { RunRecord } from "./run_record.ts";

/** What a release was made from, beside the run itself. */
interface Contents {
  clinics: Manifest["clinics"];
  cells: readonly CountCell[];
  suppression: Manifest["suppression"];
}

/** Everything a reader of the release needs beside its tables. Holds no clock time: the same inputs give the same bytes. */
export function describeRelease(
  { asOf, program, report }: RunRecord,
  { clinics, cells, suppression }: Contents,
): Omit<Manifest, "files"> {
  const software = readSoftware();
  const identity = {
    asOf,
    program,
    software,
    inputs: report.files.map(({ file, sha256 }) => [file, sha256]),
  };
  return {
    schema_version: 1,
    run_id: createHash("sha256").update(JSON.stringify(identity)).digest("hex").slice(0, 12),
    software,
    program: program.program,
    as_of: asOf,
    extract: report.extract,
    policy: program.disclosure,
    measures: MEASURES.map(({ needs, ...measure }) => ({
      ...measure,
      missing_tables: needs.filter((table) => !(report.tables as readonly string[]).includes(table)),
    })),
    instruments: INSTRUMENTS,
    instruments_in_use: distinct(cells.map(({ instrument }) => instrument)).filter((id) => id !== ANY),
    windows: WINDOWS.map(({ id, title, definition }) => ({ id, title, definition })),
    strata: STRATA.map(({ id, title, levels }) => ({
      id,
      title,
      levels: distinct(cells.filter(({ stratum }) => stratum === id).map(({ level }) => level)).map(
        (level) => ({
          id: level,
          title: levels?.[level] ?? level,
        }),
      ),
    })),
    clinics,
    inputs: report.files,
    rules: report.rules,
    notices: report.notices,
    suppression,
  };
}

const distinct = (values: readonly string[]): string[] =>
  [...new Set(values)].filter((value) => value !== ALL).sort();

function readSoftware(): { name: string; version: string } {
  const { name, version } = JSON.parse(
    readFileSync(new URL("../package.json", import.meta.url), "utf8"),
  ) as Manifest["software"];
  return { name, version };
}
