import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { mayDivide, type Policy } from "../src/disclosure/policy.ts";
import { protectInputs, protectRules, protectScores } from "../src/disclosure/protect_inputs.ts";
import type { ReleasedCell, ReleasedStep } from "../src/disclosure/released.ts";
import { MEASURES } from "../src/measures/index.ts";
import { HEADLINES, topicsOf } from "../src/measures/topics.ts";
import type { Manifest } from "../src/publish/manifest.ts";
import { BENCHMARKS } from "../src/reference/benchmarks/index.ts";
import { BILLING_CODES } from "../src/reference/billing.ts";
import { CARE_MANAGER_POSTS, CASELOAD_NORMS, FLOWS } from "../src/reference/capacity.ts";
import type { CountCell } from "../src/reference/cells.ts";
import { ALL, ANY } from "../src/reference/cells.ts";
import { addDays } from "../src/reference/days.ts";
import type { Edition } from "../src/reference/disclosure_rules.ts";
import { INSTRUMENTS } from "../src/reference/instruments.ts";
import type { ScoreFaults } from "../src/reference/quality.ts";
import { levelTitle, STRATA, type Stratum, UNKNOWN } from "../src/reference/strata.ts";
import { TIME_SCALES, WATCHED_EVENTS } from "../src/reference/survival.ts";
import { WINDOWS } from "../src/reference/windows.ts";
import { describeQuality } from "./describe_quality.ts";
import type { RunRecord } from "./run_record.ts";

/** What a release was made from, beside the run itself. */
interface Contents<E extends Edition> {
  policy: Policy<E>;
  clinics: Manifest["clinics"];
  cells: readonly CountCell[];
  suppression: Manifest["suppression"];
  audit: Manifest["audit"];
  released: { cells: readonly ReleasedCell[]; steps: readonly ReleasedStep[] };
  scores: ScoreFaults;
}

/** Everything a reader of the release needs beside its tables. Holds no clock time: the same inputs give the same bytes. */
export function describeRelease<E extends Edition>(
  { asOf, program, report, actions }: RunRecord,
  { policy, clinics, cells, suppression, audit, released, scores }: Contents<E>,
): Omit<Manifest<E>, "files"> {
  const software = readSoftware();
  const tables: readonly string[] = report.tables;
  const missing = (needs: readonly string[]) => needs.filter((table) => !tables.includes(table));
  const inputs = protectInputs(report.files, policy);
  const protectedScores = protectScores(scores, policy);
  const identity = {
    asOf,
    program,
    software,
    inputs: report.files.map(({ file, sha256 }) => [file, sha256]),
    actions,
  };
  return {
    schema_version: 1,
    run_id: createHash("sha256").update(JSON.stringify(identity)).digest("hex").slice(0, 12),
    software,
    program: program.program,
    as_of: asOf,
    reporting: reportingStatus(asOf, report.extract, program.reporting),
    phases: program.phases,
    extract: report.extract,
    policy,
    measures: MEASURES.map(({ needs, ...measure }) => ({
      ...measure,
      missing_tables: missing(needs),
    })),
    topics: topicsOf(MEASURES),
    headlines: HEADLINES,
    funder: program.funder,
    benchmarks: BENCHMARKS,
    flows: FLOWS,
    caseload_norms: CASELOAD_NORMS,
    posts: CARE_MANAGER_POSTS,
    billing_codes: BILLING_CODES,
    fees: program.fees,
    currency: program.currency,
    instruments: INSTRUMENTS,
    instruments_in_use: distinct(cells.map(({ instrument }) => instrument)).filter((id) => id !== ANY),
    windows: WINDOWS.map(({ id, title, definition }) => ({ id, title, definition })),
    survival: {
      events: WATCHED_EVENTS,
      scales: TIME_SCALES.map(({ needs, ...scale }) => ({ ...scale, missing_tables: missing(needs) })),
    },
    strata: STRATA.filter(({ id }) => mayDivide(policy, id)).map((stratum) => ({
      id: stratum.id,
      title: stratum.title,
      levels: levelsOf(
        stratum,
        distinct(cells.filter((cell) => cell.stratum === stratum.id).map(({ level }) => level)),
      ),
    })),
    clinics,
    inputs,
    rules: protectRules(report.rules, policy),
    scores: protectedScores,
    quality: describeQuality({
      measures: MEASURES.map((measure) => ({ ...measure, missing_tables: missing(measure.needs) })),
      ...released,
      inputs,
      scores: protectedScores,
    }),
    notices: report.notices,
    suppression,
    audit,
  };
}

/** Whether the numbers are final: the extract was taken so many days after the as-of date that late entries are in it. */
export function reportingStatus(
  asOf: string,
  { extracted_at }: Pick<RunRecord["report"]["extract"], "extracted_at">,
  { lag_days }: RunRecord["program"]["reporting"],
): Manifest["reporting"] {
  const isFinal = extracted_at !== null && extracted_at.slice(0, 10) >= addDays(asOf, lag_days);
  return { status: isFinal ? "final" : "provisional", lag_days };
}

/** The levels met in a stratum, in its own order where it has one; people without a category come last. */
function levelsOf(stratum: Stratum, met: readonly string[]): { id: string; title: string }[] {
  const order = Object.keys(stratum.levels ?? {});
  const place = (id: string) => (id === UNKNOWN ? Number.POSITIVE_INFINITY : order.indexOf(id));
  return met
    .map((id) => ({ id, title: levelTitle(stratum, id) }))
    .sort((a, b) => place(a.id) - place(b.id) || a.title.localeCompare(b.title, "en"));
}

const distinct = (values: readonly string[]): string[] =>
  [...new Set(values)].filter((value) => value !== ALL).sort();

function readSoftware(): { name: string; version: string } {
  const { name, version } = JSON.parse(
    readFileSync(new URL("../package.json", import.meta.url), "utf8"),
  ) as Manifest["software"];
  return { name, version };
}
