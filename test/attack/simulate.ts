import {
  ALL,
  type CountCell,
  type MomentCell,
  type PeriodGrain,
  type WaterfallStep,
} from "../../src/reference/cells.ts";
import { AGES, AT_BASELINE, enrol, type Person, type Programme, SEXES } from "./simulated_people.ts";

/** Exact tables, never published: counts, what leads to them, and the sums behind means. */
export interface Simulated {
  cells: CountCell[];
  steps: WaterfallStep[];
  moments: MomentCell[];
}

/** For how many months at the end each window is still open. */
const OPEN_MONTHS: Record<string, number> = { "10w": 2, "6m": 5 };
const MEASURES: Record<string, (score: number) => boolean> = {
  follow_up: () => true,
  response: (score) => score < 45,
  remission: (score) => score < 25,
  reliable_improvement: (score) => score < 40,
  reliable_deterioration: (score) => score >= 92,
};
const FIRST_YEAR = 2023;

/**
 * Counts a made-up programme exactly, person by person, along the cuts that are published. As of an earlier month, of those
 * who had started by then some are not yet recorded, unless they are counted again when they were.
 */
export function simulate(
  seed: number,
  whole: Programme,
  asOf: number = whole.months,
  recordedBy: number = asOf,
): Simulated {
  const people = enrol(seed, whole).filter(({ month }) => month < asOf);
  return countPeople(people.filter(isRecordedBy(recordedBy)), { ...whole, months: asOf });
}

/** The tables of a programme if only one of its people were in it, as of the same months. */
export function simulateOne(
  seed: number,
  whole: Programme,
  person: number,
  asOf: number = whole.months,
): Simulated {
  const one = enrol(seed, whole)
    .filter(isRecordedBy(whole.months))
    .slice(person, person + 1)
    .filter((own) => own.month < asOf && isRecordedBy(asOf)(own));
  return countPeople(one, { ...whole, months: asOf });
}

const isRecordedBy =
  (months: number) =>
  ({ month, delay, gone }: Person): boolean =>
    month + delay <= months && months < gone;

function countPeople(people: readonly Person[], programme: Programme): Simulated {
  const measures = Object.keys(MEASURES).slice(0, programme.measures);
  const parts = Object.keys(OPEN_MONTHS).flatMap((window) =>
    measures.map((measure) => ({ measure, window, ...counter(measure, window, programme) })),
  );
  const counted = parts.flatMap((part) => countCells(part, people, programme));
  return {
    cells: counted.map(({ cell }) => cell),
    steps: parts.flatMap((part) => countSteps(part, people)),
    moments: counted.flatMap(({ moments }) => moments),
  };
}

interface Part {
  measure: string;
  window: string;
  whyNot: (person: Person) => string | null;
  /** Those who count, those of them who were seen again, and those of these who met the measure. */
  among: (people: readonly Person[]) => { eligible: Person[]; seen: Person[]; met: Person[] };
}

/** Who is excluded from a measure in a window, and how the others count. */
function counter(measure: string, window: string, { months }: Programme): Pick<Part, "whyNot" | "among"> {
  const closed = months - (OPEN_MONTHS[window] ?? 0);
  const isMet = MEASURES[measure] ?? (() => false);
  const whyNot = ({ excluded, month }: Person) => excluded ?? (month < closed ? null : "window_open");
  return {
    whyNot,
    among: (people) => {
      const eligible = people.filter((person) => whyNot(person) === null);
      const seen = eligible.filter((person) => person.observed[window]);
      return { eligible, seen, met: seen.filter(({ score }) => isMet(score)) };
    },
  };
}

const sizes = ({ eligible, seen, met }: ReturnType<Part["among"]>) => ({
  denominator: eligible.length,
  observed: seen.length,
  numerator: met.length,
});

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
  { measure, window, among }: Part,
  people: readonly Person[],
  { clinics, months, isPlain = false }: Programme,
): { cell: CountCell; moments: MomentCell[] }[] {
  const everywhere = [ALL, ...Array.from({ length: clinics }, (_, clinic) => `c${clinic}`)];
  const levels = (stratum: string, values: readonly string[]) =>
    [...new Set(values)].map((level) => [stratum, level]);
  const groups = [[ALL, ALL], ...levels("sex", SEXES), ...levels("age_band", AGES)];
  const open = months - (OPEN_MONTHS[window] ?? 0);
  return everywhere.flatMap((clinic_id) =>
    groups.flatMap(([stratum = ALL, level = ALL]) => {
      if (isPlain && clinic_id !== ALL && stratum !== ALL) return [];
      const inGroup = people.filter(
        (person) =>
          [ALL, person.clinic_id].includes(clinic_id) &&
          (stratum === ALL || person[stratum as "sex" | "age_band"] === level),
      );
      return grains(clinic_id, stratum).flatMap((period_grain) =>
        periods(period_grain, months).map(({ from, to, period_start, period_end }) => {
          const found = among(inGroup.filter(({ month }) => from <= month && month < to));
          const cohort = to <= open || period_grain === "all" ? "closed" : from >= open ? "open" : "closing";
          const place = { measure, instrument: "phq9", window, period_grain, period_start, period_end };
          const key = { ...place, clinic_id, stratum, level };
          const moments = measure === "follow_up" ? [{ ...key, ...sums(found) }] : [];
          return { cell: { ...key, ...sizes(found), cohort }, moments };
        }),
      );
    }),
  );
}

/** Change and baseline in score points, both told from a person's score. */
const sums = ({ eligible, seen }: ReturnType<Part["among"]>) => ({
  unit: "points" as const,
  value: momentsOf(seen.map(changeOf)),
  held: momentsOf(seen.map(changeOf)),
  baseline: momentsOf(eligible.map(({ score }) => 10 + (score % 18))),
  range: 27,
});

const changeOf = ({ score }: { score: number }): number => Math.round((55 - score) / 4);

const momentsOf = (values: readonly number[]) => ({
  n: values.length,
  sum: values.reduce((total, value) => total + value, 0),
  sum_of_squares: values.reduce((total, value) => total + value ** 2, 0),
});

const grains = (clinic_id: string, stratum: string): PeriodGrain[] =>
  clinic_id !== ALL || stratum !== ALL ? ["year", "all"] : ["month", "quarter", "year", "all"];

function countSteps({ measure, window, whyNot, among }: Part, people: readonly Person[]): WaterfallStep[] {
  const { denominator, observed, numerator } = sizes(among(people));
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
