import { SET_CODES } from "../../src/reference/code_sets.ts";
import type { Diagnosis, ProgrammeRegistry, Score, Visit } from "./random_programme.ts";

const EVER = "1900-01-01";
const STILL = "9999-12-31";

/** Days from `first` to `last`, both included. */
export interface Span {
  set: string;
  source: "diagnosis" | "visit" | "treatment";
  first: string;
  last: string;
}

/** A score of 10 or more is elevated and one below 5 a remission on both versions; scores are whole points. */
export interface Phq9 extends Score {
  total: number;
}

/** What is known of one person by the as-of date, record by record. */
export function personFacts(registry: ProgrammeRegistry, patient_id: string) {
  const mine = <T extends { patient_id: string }>(rows: readonly T[]): T[] =>
    rows.filter((row) => row.patient_id === patient_id);
  const episodes = new Set(mine(registry.episode).map(({ episode_id }) => episode_id));
  const known = (day: string | null) => day === null || day <= registry.asOf;
  const visits = mine(registry.visit).filter(({ visit_date }) => known(visit_date));
  const spans: Span[] = [
    ...mine(registry.diagnosis).flatMap(diagnosisSpans),
    ...mine(registry.visit).flatMap((visit) =>
      setsOf(visit.type ?? "").map(
        (set): Span => ({ set, source: "visit", first: visit.visit_date, last: lastDay(visit) }),
      ),
    ),
    ...mine(registry.treatment).flatMap((treatment) =>
      setsOf(treatment.class).map(
        (set): Span => ({
          set,
          source: "treatment",
          first: treatment.start_date ?? EVER,
          last: treatment.end_date ?? STILL,
        }),
      ),
    ),
  ].filter(({ first }) => known(first));
  const assessments = mine(registry.assessment)
    .filter(({ assessed_date }) => known(assessed_date))
    .map((row) => ({ ...row, instrument: row.instrument.toLowerCase().replace("-", "") }))
    .filter(({ instrument }) => instrument !== "gad7")
    .sort(byEntry);
  const acts = [
    ...registry.contact
      .filter(({ episode_id, kind }) => episodes.has(episode_id) && kind === "treatment")
      .map(({ contact_date }) => ({ act: "contact", day: contact_date })),
    ...registry.care_event
      .filter(({ episode_id }) => episodes.has(episode_id))
      .map(({ event_date, kind }) => ({ act: kind, day: event_date })),
    ...mine(registry.episode).map(({ referred_date }) => ({ act: "collaborative_care", day: referred_date })),
  ].filter(({ day }) => known(day));
  const depressed = spans.filter(({ set, source }) => set === "depression" && source === "diagnosis");
  return {
    spans,
    assessments,
    acts,
    scores: assessments.filter((row): row is Phq9 => row.total !== null),
    screeningVisits: visits.filter((visit) => qualifies(visit, "screening_visit")),
    /** Contact or office visits during a verified depression. */
    diagnosedVisits: visits
      .filter((visit) => qualifies(visit, "contact_or_office_visit"))
      .filter((visit) =>
        depressed.some(({ first, last }) => first <= lastDay(visit) && last >= visit.visit_date),
      ),
  };
}

export const lastDay = ({ visit_date, end_date }: Visit): string => end_date ?? visit_date;

/** A person's age in whole years on a day. */
export function ageOn(birth: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5) >= birth.slice(5) ? years : years - 1;
}

function diagnosisSpans(diagnosis: Diagnosis): Span[] {
  const { onset_date, recorded_date, resolved_date, status, verification } = diagnosis;
  if (status === "entered-in-error" || verification === "refuted") return [];
  const first = onset_date ?? recorded_date;
  const over = status === "resolved" && first !== null;
  const seen = first !== null && recorded_date !== null && recorded_date > first ? recorded_date : first;
  const last = resolved_date ?? (over ? seen : null) ?? STILL;
  return setsOf(diagnosis.code).map((set) => ({ set, source: "diagnosis", first: first ?? EVER, last }));
}

function setsOf(code: string): string[] {
  const plain = code.toUpperCase().replaceAll(".", "").replaceAll(" ", "_").replaceAll("-", "_");
  return SET_CODES.filter((each) => each.code === plain).map(({ code_set }) => code_set);
}

function qualifies({ type }: Visit, set: string): boolean {
  return type === null || !/^.\d{4,}$/.test(type) || setsOf(type).includes(set);
}

function byEntry(a: Score, b: Score): number {
  return (
    a.assessed_date.localeCompare(b.assessed_date) ||
    (a.recorded_at ?? "").localeCompare(b.recorded_at ?? "") ||
    (a.total ?? 99) - (b.total ?? 99) ||
    a.assessment_id.localeCompare(b.assessment_id)
  );
}
