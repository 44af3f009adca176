import type { Policy } from "../disclosure/policy.ts";
import type { Released, ReleasedInput, ReleasedRule, ReleasedScores } from "../disclosure/released.ts";
import type { Benchmark } from "../reference/benchmarks/benchmark.ts";
import type { BillingCode } from "../reference/billing.ts";
import type { CaseloadNorm, Flow } from "../reference/capacity.ts";
import type { Phase } from "../reference/charts.ts";
import type { Edition } from "../reference/disclosure_rules.ts";
import type { Fee } from "../reference/fees.ts";
import type { Instrument } from "../reference/instrument.ts";
import type { MeanOf } from "../reference/means.ts";
import type { MeasureQuality, QualityFix, QualityRule } from "../reference/quality.ts";
import type { Registration } from "../reference/registration.ts";
import type { Spec } from "../reference/spec.ts";

/** A published measure definition; the shape of `measures/measure.ts`, as plain data. */
interface MeasureEntry {
  id: string;
  title: string;
  why: string;
  definition: string;
  in_words?: string;
  kind: "proportion" | "mean";
  mean?: MeanOf;
  better: "higher" | "lower" | "neither";
  unit: string;
  by_instrument: boolean;
  has_follow_up: boolean;
  windows: readonly string[];
  specs: readonly Spec[];
  source: string;
  firmness: string;
  sign_off: { by: string; date: string } | null;
  /** Empty when it was computed; else the contract tables that are absent. */
  missing_tables: readonly string[];
}

/** `manifest.json`: everything a page needs beside the tables. Holds no clock time, so the same inputs give the same bytes. */
export interface Manifest<E extends Edition = Edition> {
  schema_version: 1;
  /** First 12 hex digits of the hash over inputs, program, as-of date and software version. */
  run_id: string;
  software: { name: string; version: string };
  program: { id: string; name: string; description: string; data_note: string; synthetic: boolean };
  as_of: string;
  /** `final` where the extract was taken `lag_days` or more after the as-of date, so that late entries are in it. */
  reporting: { status: "provisional" | "final"; lag_days: number };
  /** Where the limits of charts start afresh. */
  phases: readonly Phase[];
  extract: {
    site: string | null;
    system: string | null;
    extracted_at: string | null;
    coverage_start: string | null;
    coverage_end: string | null;
  };
  policy: Policy<E>;
  measures: readonly MeasureEntry[];
  /** The headings under which pages list the measures, in reading order. */
  topics: readonly { id: string; title: string; measures: readonly string[] }[];
  /** What the first page shows: each measure in the window that is read first, then in those beside it. */
  headlines: readonly { measure: string; windows: readonly string[] }[];
  /** What was promised to a funder, and when; null where nothing was. */
  funder: Registration | null;
  /** Published figures that may be held beside ours. */
  benchmarks: readonly Benchmark[];
  /** What is counted of people who come, wait, are in care and go, and how many a care manager can follow. */
  flows: readonly Flow[];
  caseload_norms: readonly CaseloadNorm[];
  /** What the care managers in post are, and which published numbers they are. */
  posts: { title: string; definition: string; specs: readonly Spec[] };
  /** The codes under which a month of care is billed, and what the program file says is paid for them. */
  billing_codes: readonly BillingCode[];
  fees: readonly Fee[];
  /** The currency of fees and costs; null where the program file names none. */
  currency: string | null;
  instruments: readonly Instrument[];
  /** Instruments that have a baseline in this extract: the ones the pages show. */
  instruments_in_use: readonly string[];
  windows: readonly { id: string; title: string; definition: string }[];
  /** Curves of time to an event: the events, and what time is counted in, with the times at which curves are read. */
  survival: {
    events: readonly { id: string; title: string; definition: string }[];
    scales: readonly { id: string; times: readonly number[]; missing_tables: readonly string[] }[];
  };
  strata: readonly { id: string; title: string; levels: readonly { id: string; title: string }[] }[];
  clinics: readonly { clinic_id: string; name: string; area_code?: string | null }[];
  inputs: Released<readonly ReleasedInput[], E>;
  rules: Released<readonly ReleasedRule[], E>;
  /** Forms, and those of them with a fault. */
  scores: Released<readonly ReleasedScores[], E>;
  /** How far each measure may be relied on, by which rules, and what mending the data would do to the results. */
  quality: {
    rules: readonly QualityRule[];
    measures: readonly MeasureQuality[];
    fixes: readonly QualityFix[];
  };
  notices: readonly string[];
  suppression: { cells: number; shown: number; suppressed: number; no_value: number; pending: number };
  /** What the gate found: small counts that must not be learnt, and how many other numbers it hid so that none is. */
  audit: { secrets: number; repairs: number };
  files: readonly { name: string; sha256: string; bytes: number; rows: number }[];
}
