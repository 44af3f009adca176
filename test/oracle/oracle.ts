import type { Instrument } from "../../src/reference/instrument.ts";
import { INSTRUMENTS } from "../../src/reference/instruments.ts";
import { AGE_BANDS } from "../../src/reference/strata.ts";
import { OUTCOME_WINDOWS, type Window } from "../../src/reference/windows.ts";
import type { Assessment, Episode, Registry } from "./random_registry.ts";

/** A case as the definitions' text has it; slow, loop by loop, sharing only reference data with the product. */
export interface Case {
  measure: string;
  unit_id: string;
  instrument: string;
  window: string;
  period_start: string | null;
  clinic_id: string;
  age_band: string;
  sex: string;
  race: string;
  ethnicity: string;
  language: string;
  area: string;
  payer: string;
  baseline_band: string;
  denominator: number;
  observed: number;
  numerator: number;
  exclusion_reason: string | null;
  /** Of measures of kind `mean`: in ten-thousandths of a point, or in days. */
  value?: number | null;
  baseline?: number | null;
}

/** A score in ten-thousandths of a point, so that every comparison is exact. */
type Score = number;
export const POINT = 10_000;

export interface Scored {
  assessment: Assessment;
  score: Score;
}

export function casesOf(registry: Registry): Case[] {
  const known = registry.assessment.filter(({ assessed_date }) => assessed_date <= registry.asOf);
  const cases: Case[] = [];
  for (const episode of registry.episode) {
    if (episode.enrolled_date === null || episode.enrolled_date > registry.asOf) continue;
    for (const instrument of INSTRUMENTS) {
      const administered = known.filter((assessment) => isOf(assessment, instrument));
      if (administered.length === 0) continue;
      const mine = administered.filter((assessment) => episodeOf(registry, assessment) === episode);
      for (const window of OUTCOME_WINDOWS)
        cases.push(...unitCases(registry, episode, instrument, window, mine));
    }
  }
  return cases;
}

function unitCases(
  registry: Registry,
  episode: Episode,
  instrument: Instrument,
  window: Window,
  administered: readonly Assessment[],
): Case[] {
  const scores = inOrder(administered, instrument).filter(
    ({ assessment }) => assessment.assessed_date >= (episode.enrolled_date ?? ""),
  );
  const baseline = scores[0];
  const day = baseline?.assessment.assessed_date ?? null;
  const ended =
    episode.ended_date !== null && episode.ended_date <= registry.asOf ? episode.ended_date : null;
  const start = day && daysLater(monthsLater(day, window.months), window.start_days);
  const end =
    day && (window.end_days === null ? ended : daysLater(monthsLater(day, window.months), window.end_days));
  const inside = scores.filter(
    ({ assessment }) => start && end && assessment.assessed_date >= start && assessment.assessed_date <= end,
  );
  const followUp = inside[inside.length - 1];

  let excluded: string | null = null;
  if (!baseline) excluded = "no_baseline";
  else if (baseline.score < instrument.elevated_min.value * POINT) excluded = "baseline_not_elevated";
  else if (window.id === "close" && !ended) excluded = "episode_open";
  else if (end && end > registry.asOf) excluded = "window_open";

  const person = registry.patient.find(({ patient_id }) => patient_id === episode.patient_id);
  const unit = {
    unit_id: episode.episode_id,
    instrument: instrument.id,
    window: window.id,
    period_start: day && `${day.slice(0, 7)}-01`,
    clinic_id: episode.clinic_id,
    age_band: (day && ageBand(registry, episode, day)) ?? "unknown",
    sex: person?.sex ?? "unknown",
    race: person?.race ?? "unknown",
    ethnicity: "unknown",
    language: "unknown",
    area: "unknown",
    payer: (day && payerOn(registry, episode, day)) ?? "unknown",
    baseline_band: (baseline && bandOf(instrument, baseline.score)) ?? "unknown",
  };
  const verdict = (
    measure: string,
    met: (from: Score, to: Score) => boolean,
    reason: string | null,
  ): Case => {
    const observed = reason === null && followUp !== undefined;
    return {
      measure,
      ...unit,
      denominator: reason === null ? 1 : 0,
      observed: observed ? 1 : 0,
      numerator: observed && baseline && met(baseline.score, followUp.score) ? 1 : 0,
      exclusion_reason: reason,
    };
  };
  const { elevated_min, remission_max, reliable_change, response_divisor, higher_is_worse } = instrument;
  const noChange = excluded ?? (reliable_change ? null : "no_reliable_change_value");
  const change = (reliable_change?.value ?? 0) * POINT;
  const gain = (from: Score, to: Score) => (higher_is_worse ? from - to : to - from);
  const changed: Case = {
    ...verdict("mean_change", () => true, excluded),
    value: !excluded && baseline && followUp ? gain(baseline.score, followUp.score) : null,
    baseline: !excluded && baseline ? baseline.score : null,
  };
  return [
    changed,
    verdict("follow_up", () => true, excluded),
    verdict("response", (from, to) => response_divisor.value * to <= from, excluded),
    verdict(
      "remission",
      (_, to) => Math.floor(to / POINT) <= (remission_max?.value ?? -1),
      excluded ?? (remission_max ? null : "no_remission_value"),
    ),
    verdict(
      "improvement",
      (from, to) => to < elevated_min.value * POINT || response_divisor.value * to <= from,
      excluded,
    ),
    verdict(
      "reliable_recovery",
      (from, to) => to < elevated_min.value * POINT && gain(from, to) >= change,
      noChange,
    ),
    verdict("reliable_improvement", (from, to) => gain(from, to) >= change, noChange),
    verdict("reliable_deterioration", (from, to) => -gain(from, to) >= change, noChange),
  ];
}

export const isOf = ({ instrument }: Assessment, { id, aliases }: Instrument): boolean =>
  [id, ...aliases].includes(instrument.toLowerCase());

/** The one order of scores: day, entry time with none first, score, id. */
export function inOrder(administered: readonly Assessment[], instrument: Instrument): Scored[] {
  const scored: Scored[] = [];
  for (const assessment of administered) {
    const score = scoreOf(assessment, instrument);
    if (score !== null) scored.push({ assessment, score });
  }
  return scored.sort(
    (a, b) =>
      compare(a.assessment.assessed_date, b.assessment.assessed_date) ||
      compare(a.assessment.recorded_at ?? "", b.assessment.recorded_at ?? "") ||
      a.score - b.score ||
      compare(a.assessment.assessment_id, b.assessment.assessment_id),
  );
}

function scoreOf({ items, total }: Assessment, instrument: Instrument): Score | null {
  const given = total === null ? null : Math.round(total * POINT);
  if (instrument.scoring === "total_only") return given;
  const answers = items.filter((item) => item !== null);
  const sum = answers.reduce((running, item) => running + item, 0);
  const missing = instrument.items - answers.length;
  if (missing === 0) return sum * POINT;
  if (given !== null) {
    const possible = given >= sum * POINT && given <= (sum + missing * instrument.item_max) * POINT;
    return possible ? given : null;
  }
  if (missing > instrument.prorate_max_missing.value) return null;
  return Math.floor((sum * instrument.items * POINT) / answers.length);
}

/** The episode an assessment names, else the patient's latest one enrolled on or before its day. */
export function episodeOf({ episode, asOf }: Registry, assessment: Assessment): Episode | undefined {
  if (assessment.episode_id !== null)
    return episode.find(({ episode_id }) => episode_id === assessment.episode_id);
  let latest: Episode | undefined;
  for (const candidate of episode) {
    if (candidate.patient_id !== assessment.patient_id) continue;
    if (candidate.enrolled_date === null || candidate.enrolled_date > asOf) continue;
    if (candidate.enrolled_date > assessment.assessed_date) continue;
    const later =
      !latest ||
      compare(candidate.enrolled_date, latest.enrolled_date ?? "") > 0 ||
      (candidate.enrolled_date === latest.enrolled_date && candidate.episode_id > latest.episode_id);
    if (later) latest = candidate;
  }
  return latest;
}

export function bandOf({ bands }: Instrument, score: Score): string | undefined {
  const points = Math.floor(score / POINT);
  return bands.value.find(({ min, max }) => points >= min && points <= max)?.id;
}

export function ageBand(
  { patient }: Registry,
  { patient_id }: Pick<Episode, "patient_id">,
  day: string,
): string | undefined {
  const { birth_date, birth_year } = patient.find((candidate) => candidate.patient_id === patient_id) ?? {};
  let age = Number.NaN;
  if (birth_date) {
    if (birth_date > day) return undefined;
    const hadBirthday = day.slice(5) >= birth_date.slice(5);
    age = Number(day.slice(0, 4)) - Number(birth_date.slice(0, 4)) - (hadBirthday ? 0 : 1);
  } else if (birth_year) age = Number(day.slice(0, 4)) - birth_year;
  return AGE_BANDS.find(({ age_from, age_to }) => age >= age_from && age <= (age_to ?? 1000))?.id;
}

export function payerOn(
  { coverage }: Registry,
  { patient_id }: Pick<Episode, "patient_id">,
  day: string,
): string | undefined {
  const spans = coverage.filter(
    (span) =>
      span.patient_id === patient_id &&
      (span.start_date === null || span.start_date <= day) &&
      (span.end_date === null || span.end_date >= day),
  );
  spans.sort(
    (a, b) => compare(b.start_date ?? "", a.start_date ?? "") || compare(a.payer_category, b.payer_category),
  );
  return spans[0]?.payer_category;
}

function daysLater(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** Calendar months later; steps back from a day that the month lacks. */
export function monthsLater(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const index = month - 1 + months;
  const target = `${year + Math.floor(index / 12)}-${String((((index % 12) + 12) % 12) + 1).padStart(2, "0")}`;
  for (let last = date; last > 27; last--) {
    const candidate = `${target}-${last}`;
    const at = new Date(`${candidate}T00:00:00Z`);
    if (!Number.isNaN(at.getTime()) && at.toISOString().startsWith(candidate)) return candidate;
  }
  return `${target}-${String(date).padStart(2, "0")}`;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
