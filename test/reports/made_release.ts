import { protectCommittee } from "../../pipelines/committee_tables.ts";
import { describeQuality } from "../../pipelines/describe_quality.ts";
import { costCells } from "../../src/compute/cost_cells.ts";
import { findSignals } from "../../src/compute/signals.ts";
import { labelSignals } from "../../src/disclosure/label_signals.ts";
import { type Policy, PUBLIC } from "../../src/disclosure/policy.ts";
import { type Protected, protect } from "../../src/disclosure/protect.ts";
import { protectCosts } from "../../src/disclosure/protect_costs.ts";
import { protectInputs, protectRules, protectScores } from "../../src/disclosure/protect_inputs.ts";
import { protectMeans } from "../../src/disclosure/protect_mean.ts";
import { protectSurvival } from "../../src/disclosure/protect_survival.ts";
import { MEASURES } from "../../src/measures/index.ts";
import { HEADLINES, topicsOf } from "../../src/measures/topics.ts";
import type { Manifest } from "../../src/publish/manifest.ts";
import { writeRelease } from "../../src/publish/write_release.ts";
import { BENCHMARKS } from "../../src/reference/benchmarks/index.ts";
import {
  ALL,
  type CellKey,
  type Cohort,
  type CountCell,
  type MomentCell,
  type PeriodGrain,
  type WaterfallStep,
} from "../../src/reference/cells.ts";
import { INSTRUMENTS } from "../../src/reference/instruments.ts";
import { AGE_BANDS } from "../../src/reference/strata.ts";
import { TIME_SCALES, WATCHED_EVENTS } from "../../src/reference/survival.ts";
import { WINDOWS } from "../../src/reference/windows.ts";
import { curvesOf, madePeople } from "../disclosure/made_curves.ts";
import { drawCapacity, MADE_CAPACITY_MANIFEST, madeCapacity, monthsFrom } from "./made_capacity.ts";
import { makeCommittee } from "./made_committee.ts";
import { madeModels } from "./made_models.ts";

/** Names that would be markup, code or a formula if anything took them for more than text. */
export const NASTY_NAMES = [
  "<script>alert('clinic')</script> Family Practice",
  '<img src="data/private.csv" onerror="alert(1)">',
  ["$", "{process.exit(1)} `Backtick` Centre"].join(""),
  "=cmd()|' /C calc'!A0",
];

const CLINICS = [
  "Ash Grove",
  "Beacon Street",
  ...NASTY_NAMES,
  "Harbour",
  "Willow Walk with a name so long that it cannot fit beside a chart",
];
const SEXES = ["female", "male"];
const START = 2023;
const MONTHS = 24;
const AS_OF = "2025-02-01";

/** One made episode: where and when it started, and whether it was seen again and met a measure in each window. */
interface Unit {
  month: number;
  clinic: string;
  age: string;
  sex: string;
  reason: string | null;
  luck: number;
}

/** A small generator with a seed (mulberry32), so that the made programme is the same each time. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function makeUnits(people: number): Unit[] {
  const next = random(7);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(next() ** 1.4 * values.length)] as T;
  return Array.from({ length: people }, () => ({
    month: Math.floor(next() * MONTHS),
    clinic: pick(CLINICS.map((_, i) => `c${i + 1}`)),
    age: pick(AGE_BANDS).id,
    sex: pick(SEXES),
    reason: next() < 0.12 ? "no_baseline" : next() < 0.2 ? "baseline_not_elevated" : null,
    luck: next(),
  }));
}

const iso = (month: number) => new Date(Date.UTC(START, month, 1)).toISOString().slice(0, 10);
const lastDay = (month: number) => new Date(Date.UTC(START, month, 0)).toISOString().slice(0, 10);

interface Period {
  grain: PeriodGrain;
  start: number;
  months: number;
}

const PERIODS: Period[] = [
  { grain: "all", start: 0, months: MONTHS },
  ...[12, 3, 1].flatMap((months) =>
    Array.from({ length: MONTHS / months }, (_, i) => ({
      grain: ({ 12: "year", 3: "quarter", 1: "month" } as const)[months as 1 | 3 | 12],
      start: i * months,
      months,
    })),
  ),
];

interface Split {
  clinic_id: string;
  stratum: string;
  level: string;
  holds: (unit: Unit) => boolean;
}

const SPLITS: Split[] = [
  { clinic_id: ALL, stratum: ALL, level: ALL, holds: () => true },
  ...CLINICS.map((_, i) => ({
    clinic_id: `c${i + 1}`,
    stratum: ALL,
    level: ALL,
    holds: (unit: Unit) => unit.clinic === `c${i + 1}`,
  })),
  ...AGE_BANDS.map(({ id }) => ({
    clinic_id: ALL,
    stratum: "age_band",
    level: id,
    holds: (unit: Unit) => unit.age === id,
  })),
  ...SEXES.map((sex) => ({
    clinic_id: ALL,
    stratum: "sex",
    level: sex,
    holds: (unit: Unit) => unit.sex === sex,
  })),
  { clinic_id: ALL, stratum: "race", level: "unknown", holds: () => true },
];

/** How likely a unit meets a measure, by measure: odd figures, so that no two results are alike. */
const RATES: Readonly<Record<string, number>> = {
  response: 0.31,
  remission: 0.19,
  reliable_improvement: 0.43,
  reliable_deterioration: 0.07,
};
const SEEN = 0.66;

/** The measures and windows of the made programme: enough for every kind of page, and no more than a test has time for. */
const MADE_WINDOWS = WINDOWS.filter(({ id }) => ["10w", "6m"].includes(id));
const MADE_MEASURES = MEASURES.filter(
  ({ id }) => id in RATES || ["follow_up", "mean_change"].includes(id),
).map((measure) => ({
  ...measure,
  windows: MADE_WINDOWS.map(({ id }) => id),
}));

/** A person's change and baseline in score points: the luckier (the lower), the larger the change. */
const changeOf = ({ luck }: Unit) => Math.round(14 - 24 * luck);
const baselineOf = ({ luck }: Unit) => 10 + (Math.round(luck * 1e4) % 18);

const momentsOf = (values: readonly number[]) => ({
  n: values.length,
  sum: values.reduce((total, value) => total + value, 0),
  sum_of_squares: values.reduce((total, value) => total + value ** 2, 0),
});

/** Parts of the programme are counted by year and over all time only. */
const periodsOf = ({ clinic_id, stratum }: Split): Period[] =>
  PERIODS.filter(
    ({ grain }) => (clinic_id === ALL && stratum === ALL) || grain === "year" || grain === "all",
  );

type MadeCell = CountCell & Omit<MomentCell, keyof CellKey>;

function makeCells(units: readonly Unit[], instrument: string): MadeCell[] {
  return MADE_MEASURES.flatMap(({ id: measure }) =>
    MADE_WINDOWS.flatMap(({ id: window, months }) =>
      SPLITS.flatMap((split) =>
        periodsOf(split).map(({ grain, start, months: length }): MadeCell => {
          const cohort: Cohort =
            grain === "all" || start + length <= MONTHS - months
              ? "closed"
              : start >= MONTHS - months
                ? "open"
                : "closing";
          const eligible = units.filter(
            (unit) =>
              !unit.reason &&
              split.holds(unit) &&
              unit.month >= start &&
              unit.month < start + length &&
              unit.month < MONTHS - months,
          );
          const observed = eligible.filter(({ luck }) => luck < SEEN);
          const met =
            RATES[measure] === undefined
              ? observed
              : observed.filter(({ luck, month }) => luck < (RATES[measure] ?? 0) * (0.75 + month / 40));
          return {
            measure,
            instrument,
            window,
            period_grain: grain,
            period_start: grain === "all" ? null : iso(start),
            period_end: grain === "all" ? null : lastDay(start + length),
            clinic_id: split.clinic_id,
            stratum: split.stratum,
            level: split.level,
            denominator: eligible.length,
            observed: observed.length,
            numerator: met.length,
            cohort,
            unit: "points",
            range: 27,
            value: momentsOf(observed.map(changeOf)),
            held: momentsOf(observed.map(changeOf)),
            baseline: momentsOf(eligible.map(baselineOf)),
          };
        }),
      ),
    ),
  );
}

function makeSteps(units: readonly Unit[], cells: readonly CountCell[]): WaterfallStep[] {
  const total = (reason: string) => units.filter((unit) => unit.reason === reason).length;
  return cells
    .filter((cell) => cell.period_grain === "all" && cell.clinic_id === ALL && cell.stratum === ALL)
    .flatMap(({ measure, instrument, window, denominator, observed, numerator }) => {
      const early = total("no_baseline");
      const mild = total("baseline_not_elevated");
      const steps: [string, number][] = [
        ["all", units.length],
        ["no_baseline", early],
        ["baseline_not_elevated", mild],
        ["window_open", units.length - early - mild - denominator],
        ["denominator", denominator],
        ["not_observed", denominator - observed],
        ["observed", observed],
        ["not_met", observed - numerator],
        ["numerator", numerator],
      ];
      return steps.map(([step, count], step_order) => ({
        measure,
        instrument,
        window,
        period_start: null,
        step_order,
        step,
        units: count,
      }));
    });
}

function makeManifest(
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

/** Writes the release of a made programme and returns its folder. With few people most of its public cells are hidden. */
export function writeMadeRelease(releaseDir: string, people = 2400, policy: Policy = PUBLIC): string {
  const units = makeUnits(people);
  const made = makeCells(units, "phq9");
  const cells = made.map(
    ({ unit: _unit, range: _range, value: _value, held: _held, baseline: _baseline, ...cell }) => cell,
  );
  const moments = made
    .filter(({ measure }) => measure === "mean_change")
    .map(({ denominator: _n, observed: _seen, numerator: _met, cohort: _when, ...cell }) => cell);
  const clinics = CLINICS.map((_, i) => `c${i + 1}`);
  const capacity = madeCapacity({ clinics, months: monthsFrom(iso(0), MONTHS), people, asOf: AS_OF });
  const protecting = protect(cells, makeSteps(units, cells), policy, { beside: capacity.beside });
  const { summary, beside, audit: _, ...tables } = protecting;
  const means = protectMeans(moments, tables.cells, policy);
  const signals = labelSignals(
    MADE_MEASURES.flatMap((measure) => findSignals(measure, cells)),
    tables.cells,
    policy,
  );
  const eligible = units.filter(({ reason, month }) => !reason && month < MONTHS - 6);
  const models = madeModels(eligible, tables.cells, policy);
  const scores = protectScores({ forms: 9 * people, unscorable: 30, late: people }, policy);
  const described = makeManifest(summary, people, policy);
  const measures = MADE_MEASURES.map((measure) => ({ ...measure, missing_tables: [] }));
  const quality = describeQuality({ measures, ...tables, inputs: described.inputs, scores });
  const manifest = { ...described, scores, quality };
  const survival = protectSurvival(curvesOf(madePeople(7, people, CLINICS.length)), policy);
  const costs = protectCosts(costCells(capacity.staff, cells, { asOf: AS_OF }), tables.cells, policy);
  const committee = protectCommittee(makeCommittee(MADE_MEASURES, cells), signals, policy);
  const others = { means, signals, survival, costs, ...committee, ...drawCapacity(capacity, beside, policy) };
  return writeRelease({ releaseDir, asOf: AS_OF, ...tables, ...models, ...others, manifest });
}
