import { MEASURES } from "../../src/measures/index.ts";
import {
  ALL,
  type CellKey,
  type Cohort,
  type CountCell,
  type MomentCell,
  type PeriodGrain,
  type WaterfallStep,
} from "../../src/reference/cells.ts";
import { AGE_BANDS } from "../../src/reference/strata.ts";
import { WINDOWS } from "../../src/reference/windows.ts";
import { CLINICS, iso, lastDay, MONTHS, SEXES, type Unit } from "./made_units.ts";

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
export const MADE_WINDOWS = WINDOWS.filter(({ id }) => ["10w", "6m"].includes(id));
export const MADE_MEASURES = MEASURES.filter(
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

export function makeCells(units: readonly Unit[], instrument: string): MadeCell[] {
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

export function makeSteps(units: readonly Unit[], cells: readonly CountCell[]): WaterfallStep[] {
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
