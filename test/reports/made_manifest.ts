import type { Policy } from "../../src/disclosure/policy.ts";
import type { Protected } from "../../src/disclosure/protect.ts";
import { protectInputs, protectRules } from "../../src/disclosure/protect_inputs.ts";
import { HEADLINES, topicsOf } from "../../src/measures/topics.ts";
import type { Manifest } from "../../src/publish/manifest.ts";
import { BENCHMARKS } from "../../src/reference/benchmarks/index.ts";
import { INSTRUMENTS } from "../../src/reference/instruments.ts";
import { AGE_BANDS } from "../../src/reference/strata.ts";
import { TIME_SCALES, WATCHED_EVENTS } from "../../src/reference/survival.ts";
import { MADE_CAPACITY_MANIFEST } from "./made_capacity.ts";
import { MADE_MEASURES, MADE_WINDOWS } from "./made_counts.ts";
import { AS_OF, CLINICS, SEXES } from "./made_units.ts";

/** What the release of a made programme says of itself. */
export function makeManifest(
  summary: Protected["summary"],
  people: number,
  policy: Policy,
): Omit<Manifest, "files" | "scores" | "quality"> {
  const hash = "0123456789abcdef".repeat(4);
  const file = (table: string, read: number) => ({
    file: `${table}.csv`,
    table,
    sha256: hash,
    read,
    accepted: read,
    rejected: 0,
    duplicate: 0,
    out_of_scope: 0,
  });
  return {
    schema_version: 1,
    run_id: "0123456789ab",
    software: { name: "care-observatory", version: "0.1.0" },
    program: {
      id: "made",
      name: "Harbour & Hills <b>Collaborative</b> Care",
      description: "Collaborative care for depression and anxiety in eight primary-care clinics.",
      data_note: "Nobody here is real: the people were made by a generator for tests.",
      synthetic: true,
    },
    as_of: AS_OF,
    reporting: { status: "provisional", lag_days: 14 },
    phases: [],
    extract: {
      site: "Harbour & Hills",
      system: "made registry",
      extracted_at: "2025-02-01",
      coverage_start: "2023-01-01",
      coverage_end: "2025-01-31",
    },
    policy,
    measures: MADE_MEASURES.map(({ needs: _, ...measure }) => ({ ...measure, missing_tables: [] })),
    topics: topicsOf(MADE_MEASURES),
    headlines: HEADLINES,
    funder: {
      registered: "2022-11-15",
      owner: "Harbour & Hills board",
      measures: [
        { measure: "remission", instrument: "phq9", window: "6m" },
        { measure: "follow_up", instrument: null, window: "6m" },
      ],
    },
    benchmarks: BENCHMARKS,
    ...MADE_CAPACITY_MANIFEST,
    instruments: INSTRUMENTS,
    instruments_in_use: ["phq9"],
    survival: {
      events: WATCHED_EVENTS,
      scales: TIME_SCALES.map(({ needs: _, ...scale }) => ({ ...scale, missing_tables: [] })),
    },
    windows: MADE_WINDOWS.map(({ id, title, definition }) => ({ id, title, definition })),
    strata: [
      { id: "age_band", title: "Age at baseline", levels: AGE_BANDS.map(({ id, title }) => ({ id, title })) },
      { id: "sex", title: "Sex", levels: SEXES.map((id) => ({ id, title: id })) },
      { id: "race", title: "Race", levels: [{ id: "unknown", title: "Not recorded" }] },
    ],
    clinics: CLINICS.map((name, i) => ({ clinic_id: `c${i + 1}`, name })),
    inputs: protectInputs(
      [
        file("patient", people),
        file("clinic", CLINICS.length),
        file("episode", people),
        { ...file("assessment", 9 * people), accepted: 9 * people - 40, rejected: 25, duplicate: 15 },
      ],
      policy,
    ),
    rules: protectRules(
      [
        {
          file: "assessment.csv",
          table: "assessment",
          column: "total",
          rule: "above_maximum",
          verdict: "rejected",
          rows: 25,
          mend: "Give a total within the instrument's range.",
        },
        {
          file: "assessment.csv",
          table: "assessment",
          column: null,
          rule: "duplicate_row",
          verdict: "duplicate",
          rows: 15,
          mend: "Send each row once.",
        },
      ],
      policy,
    ),
    notices: ["The newest month holds fewer contacts than usual."],
    suppression: summary,
    audit: { secrets: 40, repairs: 2 },
  };
}
