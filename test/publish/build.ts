import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { labelSignals } from "../../src/disclosure/label_signals.ts";
import { PUBLIC } from "../../src/disclosure/policy.ts";
import { protectCosts } from "../../src/disclosure/protect_costs.ts";
import { protectInputs, protectRules, protectScores } from "../../src/disclosure/protect_inputs.ts";
import { protectMeans } from "../../src/disclosure/protect_mean.ts";
import { protectSurvival } from "../../src/disclosure/protect_survival.ts";
import type { Manifest } from "../../src/publish/manifest.ts";
import type { ReleaseToWrite } from "../../src/publish/write_release.ts";
import { CARE_MANAGER_POSTS } from "../../src/reference/capacity.ts";
import type { CostCell } from "../../src/reference/costs.ts";
import type { Signal } from "../../src/reference/signals.ts";
import { byRuleAlone, cell, clinicCell, momentCell, randomCells, waterfall } from "../disclosure/build.ts";
import { curvesOf, madePeople } from "../disclosure/made_curves.ts";
import { NO_ROWS } from "./no_rows.ts";

export const AS_OF = "2025-01-31";

/** An empty folder that nobody else uses. */
export const scratchFolder = (): string => mkdtempSync(join(tmpdir(), "observatory-publish-"));

const NONE = { cells: 0, shown: 0, suppressed: 0, no_value: 0, pending: 0 };

/** A manifest of a programme without measures, instruments or inputs. */
export function describe(changes: Partial<Manifest> = {}): Omit<Manifest, "files"> {
  return {
    schema_version: 1,
    run_id: "0123456789ab",
    software: { name: "care-observatory", version: "0.0.0" },
    program: { id: "test", name: "Test", description: "", data_note: "made up", synthetic: true },
    as_of: AS_OF,
    reporting: { status: "provisional", lag_days: 14 },
    phases: [],
    extract: { site: null, system: null, extracted_at: null, coverage_start: null, coverage_end: null },
    policy: PUBLIC,
    measures: [],
    topics: [],
    headlines: [],
    funder: null,
    benchmarks: [],
    flows: [],
    caseload_norms: [],
    posts: CARE_MANAGER_POSTS,
    billing_codes: [],
    fees: [],
    currency: null,
    instruments: [],
    instruments_in_use: [],
    windows: [],
    survival: { events: [], scales: [] },
    strata: [],
    clinics: [],
    inputs: protectInputs([], PUBLIC),
    rules: protectRules([], PUBLIC),
    scores: protectScores({ forms: 0, unscorable: 0, late: 0 }, PUBLIC),
    quality: { rules: [], measures: [], fixes: [] },
    notices: [],
    suppression: NONE,
    audit: { secrets: 0, repairs: 0 },
    ...changes,
  };
}

const madeCost: CostCell = {
  outcome: "response",
  is_estimate: true,
  measure: "response",
  instrument: "phq9",
  window: "10w",
  period_grain: "all",
  period_start: null,
  period_end: null,
  clinic_id: "all",
  stratum: "all",
  level: "all",
  cost_start: "2024-01-01",
  cost_end: "2024-06-30",
  cost: 60_000,
  clinics: 2,
  posts: 3.5,
};

const madeSignal: Signal = {
  measure: "response",
  instrument: "phq9",
  window: "10w",
  clinic_id: "all",
  kind: "month",
  period_start: "2024-03-01",
  label: "improvement",
};

/** A release to write, with cells of every status; another seed gives another release. */
export function release(releaseDir: string, seed = 1, n = 60): ReleaseToWrite {
  const counted = [
    cell({ period_grain: "month", period_start: "2024-03-01", period_end: "2024-03-31" }),
    clinicCell({ numerator: 3 }),
    ...randomCells(seed, n),
  ];
  const steps = waterfall(
    { no_baseline: 4, window_open: 31 },
    { denominator: 100, observed: 80, numerator: 40 + (seed % 20) },
  );
  const { cells, steps: released } = byRuleAlone(counted, steps);
  const manifest = describe({ suppression: { ...NONE, cells: cells.length }, notices: [`seed ${seed}`] });
  const means = protectMeans([momentCell()], cells, PUBLIC);
  const signals = labelSignals([madeSignal], cells, PUBLIC);
  const survival = protectSurvival(curvesOf(madePeople(seed, 300, 3)), PUBLIC);
  const costs = protectCosts([madeCost], cells, PUBLIC);
  return {
    ...NO_ROWS,
    releaseDir,
    asOf: AS_OF,
    cells,
    steps: released,
    means,
    signals,
    survival,
    costs,
    manifest,
  };
}

/** The records of a CSV text (RFC 4180), as a reader that knows nothing of this program sees them. */
export function parseCsv(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    if (end === "" && record.length === 0 && !plain && quoted === undefined) break;
    record.push(quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'));
    if (end === ",") continue;
    records.push(record);
    record = [];
  }
  return records;
}
