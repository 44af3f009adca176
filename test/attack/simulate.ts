import { ALL, type CountCell, type PeriodGrain, type WaterfallStep } from "../../src/reference/cells.ts";
import { randomIntegers } from "../disclosure/build.ts";

/** A made-up programme: how many clinics and months, and about how many people start in a clinic in a month. */
export interface Programme {
  clinics: number;
  months: number;
  pace: number;
}

interface Person {
  month: number;
  clinic_id: string;
  sex: string;
  age_band: string;
  excluded: string | null;
  observed: Record<string, boolean>;
  score: number;
  /** Months from the start until the person is in the registry. */
  delay: number;
}

/** Why people are excluded at baseline, and for how many months at the end each window is still open. */
const AT_BASELINE = ["no_baseline", "baseline_not_elevated"];
const OPEN_MONTHS: Record<string, number> = { "10w": 2, "6m": 5 };
const MEASURES: Record<string, (score: number) => boolean> = {
  follow_up: () => true,
  response: (score) => score < 45,
  remission: (score) => score < 25,
  reliable_improvement: (score) => score < 40,
  reliable_deterioration: (score) => score >= 92,
};
const SEXES = ["female", "female", "male"];
const AGES = ["under_18", "18_to_64", "18_to_64", "18_to_64", "65_and_over"];
const FIRST_YEAR = 2023;

/**
 * Counts a made-up programme exactly, person by person, along the cuts that are published. As of an earlier month, of those
 * who had started by then some are not yet recorded.
 */
export function simulate(
  seed: number,
  whole: Programme,
  asOf: number = whole.months,
): { cells: CountCell[]; steps: WaterfallStep[] } {
  const programme = { ...whole, months: asOf };
  const people = enrol(seed, whole).filter(({ month, delay }) => month < asOf && month + delay <= asOf);
  const parts = Object.keys(OPEN_MONTHS).flatMap((window) =>
    Object.keys(MEASURES).map((measure) => ({ measure, window, ...counter(measure, window, programme) })),
  );
  return {
    cells: parts.flatMap((part) => countCells(part, people, programme)),
    steps: parts.flatMap((part) => countSteps(part, people)),
  };
}

interface Part {
  measure: string;
  window: string;
  whyNot: (person: Person) => string | null;
  count: (people: readonly Person[]) => { denominator: number; observed: number; numerator: number };
}

/** Who is excluded from a measure in a window, and how the others count. */
function counter(measure: string, window: string, { months }: Programme): Pick<Part, "whyNot" | "count"> {
  const closed = months - (OPEN_MONTHS[window] ?? 0);
  const met = MEASURES[measure] ?? (() => false);
  const whyNot = ({ excluded, month }: Person) => excluded ?? (month < closed ? null : "window_open");
  return {
    whyNot,
    count: (people) => {
      const eligible = people.filter((person) => whyNot(person) === null);
      const seen = eligible.filter((person) => person.observed[window]);
      const numerator = seen.filter(({ score }) => met(score)).length;
      return { denominator: eligible.length, observed: seen.length, numerator };
    },
  };
}

function enrol(seed: number, { clinics, months, pace }: Programme): Person[] {
  const below = randomIntegers(seed);
  const pick = (values: readonly string[]) => values[below(values.length)] ?? "";
  return Array.from({ length: clinics }, (_, clinic) => 1 + below(2 * pace) * (clinic === 0 ? 2 : 1)).flatMap(
    (busy, clinic) =>
      Array.from({ length: months }, (_, month) =>
        Array.from({ length: below(2 * busy + 1) }, () => ({
          month,
          clinic_id: `c${clinic}`,
          sex: pick(SEXES),
          age_band: pick(AGES),
          excluded: AT_BASELINE[below(12)] ?? null,
          observed: { "10w": below(100) < 70, "6m": below(100) < 55 },
          score: below(100),
          delay: Math.max(0, below(20) - 14),
        })),
      ).flat(),
  );
}

const MONTHS: Record<Exclude<PeriodGrain, "all">, number> = { month: 1, quarter: 3, year: 12 };
const day = (month: number, date: number) =>
  new Date(Date.UTC(FIRST_YEAR, month, date)).toISOString().slice(0, 10);

/** First and last month of every period of a grain; one period without ends for all. */
function periods(grain: PeriodGrain, months: number) {
  if (grain === "all") return [{ from: 0, to: months, period_start: null, period_end: null }];
  const length = MONTHS[grain];
  return Array.from({ length: Math.ceil(months / length) }, (_, place) => {
    const [from, to] = [place * length, (place + 1) * length];
    return { from, to, period_start: day(from, 1), period_end: day(to, 0) };
  });
}

function countCells(
  { measure, window, count }: Part,
  people: readonly Person[],
  { clinics, months }: Programme,
): CountCell[] {
  const everywhere = [ALL, ...Array.from({ length: clinics }, (_, clinic) => `c${clinic}`)];
  const levels = (stratum: string, values: readonly string[]) =>
    [...new Set(values)].map((level) => [stratum, level]);
  const groups = [[ALL, ALL], ...levels("sex", SEXES), ...levels("age_band", AGES)];
  const open = months - (OPEN_MONTHS[window] ?? 0);
  return everywhere.flatMap((clinic_id) =>
    groups.flatMap(([stratum = ALL, level = ALL]) => {
      const inGroup = people.filter(
        (person) =>
          [ALL, person.clinic_id].includes(clinic_id) &&
          (stratum === ALL || person[stratum as "sex" | "age_band"] === level),
      );
      return grains(clinic_id, stratum).flatMap((period_grain) =>
        periods(period_grain, months).map(({ from, to, period_start, period_end }): CountCell => {
          const counts = count(inGroup.filter(({ month }) => from <= month && month < to));
          const cohort = to <= open || period_grain === "all" ? "closed" : from >= open ? "open" : "closing";
          const key = {
            measure,
            instrument: "phq9",
            window,
            period_grain,
            period_start,
            period_end,
            clinic_id,
            stratum,
            level,
          };
          return { ...key, ...counts, cohort };
        }),
      );
    }),
  );
}

const grains = (clinic_id: string, stratum: string): PeriodGrain[] =>
  clinic_id !== ALL || stratum !== ALL ? ["year", "all"] : ["month", "quarter", "year", "all"];

function countSteps({ measure, window, whyNot, count }: Part, people: readonly Person[]): WaterfallStep[] {
  const { denominator, observed, numerator } = count(people);
  const excluded = [...AT_BASELINE, "window_open"].map((reason) => [
    reason,
    people.filter((person) => whyNot(person) === reason).length,
  ]);
  const units: Record<string, number> = {
    all: people.length,
    ...Object.fromEntries(excluded),
    denominator,
    not_observed: denominator - observed,
    observed,
    not_met: observed - numerator,
    numerator,
  };
  return Object.entries(units).map(([step, count], step_order) => {
    return { measure, instrument: "phq9", window, period_start: null, step_order, step, units: count };
  });
}
