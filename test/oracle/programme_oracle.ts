import { AGE_BANDS } from "../../src/reference/strata.ts";
import { type Case, monthsLater } from "./oracle.ts";
import { ageOn, lastDay, type Phq9, personFacts } from "./programme_facts.ts";
import type { ProgrammeRegistry, Visit } from "./random_programme.ts";
import { shift } from "./random_registry.ts";

type ProgrammeCase = Pick<
  Case,
  "measure" | "unit_id" | "window" | "period_start" | "clinic_id" | "age_band" | "denominator" | "observed"
> &
  Pick<Case, "numerator" | "exclusion_reason">;

const EXCLUDING = ["bipolar", "labile_personality", "psychosis", "pervasive_development"];
const YEARS = ["2021", "2022", "2023", "2024", "2025", "2026", "2027"];

/** Every case of the national measures of one registry, person by person, year by year, as their text has it. */
export function programmeCasesOf(registry: ProgrammeRegistry): ProgrammeCase[] {
  return registry.patient.flatMap((person) => {
    const facts = personFacts(registry, person.patient_id);
    return YEARS.flatMap((year) => casesIn(registry.asOf, person, facts, year));
  });
}

type Person = ProgrammeRegistry["patient"][number];

function casesIn(
  asOf: string,
  person: Person,
  facts: ReturnType<typeof personFacts>,
  year: string,
): ProgrammeCase[] {
  const { spans, scores, acts } = facts;
  const start = `${year}-01-01`;
  const end = `${year}-12-31`;
  const before = Number(year) - 1;
  const ageAtStart = ageOn(person.birth_date, start);
  const cases: ProgrammeCase[] = [];

  function put(measure: string, window: string, visit: Visit, on: string, judged: Judged): void {
    const exclusion_reason = judged.reasons.find(([holds]) => holds)?.[1] ?? null;
    const counts = exclusion_reason === null;
    cases.push({
      measure,
      unit_id: `${person.patient_id}:${year}`,
      window,
      period_start: start,
      clinic_id: visit.clinic_id ?? "unknown",
      age_band: bandOf(ageOn(person.birth_date, on)),
      denominator: counts ? 1 : 0,
      observed: counts && judged.isObserved !== false ? 1 : 0,
      numerator: counts && judged.isMet ? 1 : 0,
      exclusion_reason,
    });
  }
  const diagnosed = (set: string, by: string) =>
    spans.some((span) => span.set === set && span.source === "diagnosis" && span.first <= by);
  const inSet = (set: string, from: string, to: string) =>
    spans.some((span) => span.set === set && span.first <= to && span.last >= from);
  const diedBy = (day: string) => person.deceased_date !== null && person.deceased_date <= day;
  const fits = (row: { instrument: string }) => row.instrument === "phq9" || ageAtStart <= 17;

  for (const { rule, window, months, from, to, closes } of [
    { rule: "mncm", window: "index_6m", months: 6, from: -60, to: 60, closes: 6 },
    { rule: "mncm", window: "index_12m", months: 12, from: -60, to: 60, closes: 12 },
    { rule: "drr", window: "index_120_240d", months: 0, from: 120, to: 240, closes: 12 },
  ]) {
    const isPlan = rule === "drr";
    const intake = isPlan ? `${before}-05-01` : `${Number(year) - 2}-11-01`;
    const intakeEnd = isPlan ? `${year}-05-01` : `${before}-11-01`;
    const isIn = (day: string) => day >= intake && day < intakeEnd;
    const near = (score: Phq9, visit: Visit) =>
      score.assessed_date >= shift(visit.visit_date, isPlan ? -15 : -7) &&
      score.assessed_date <= shift(lastDay(visit), isPlan ? 15 : 0) &&
      isIn(isPlan ? score.assessed_date : lastDay(visit));
    const found = scores
      .filter(({ total }) => total > 9)
      .flatMap((score) =>
        facts.diagnosedVisits.filter((visit) => near(score, visit)).map((visit) => ({ score, visit })),
      )
      .sort(
        (a, b) =>
          a.score.assessed_date.localeCompare(b.score.assessed_date) ||
          b.score.total - a.score.total ||
          a.score.assessment_id.localeCompare(b.score.assessment_id) ||
          byDay(a.visit, b.visit),
      )[0];
    if (!found) continue;
    const index = found.score;
    const anchor = monthsLater(index.assessed_date, months);
    const windowEnd = shift(anchor, to);
    const until = isPlan ? end : windowEnd;
    const last = scores
      .filter(({ assessed_date }) => assessed_date >= shift(anchor, from) && assessed_date <= windowEnd)
      .at(-1);
    const age = ageOn(person.birth_date, isPlan ? intake : index.assessed_date);
    const reasons: Reasons = [
      [age < 12, "under_age"],
      [shift(monthsLater(start, closes), -1) > asOf, "window_open"],
      [diedBy(until), "died"],
      [inSet("hospice", intake, until) || (!isPlan && inSet("palliative", intake, until)), "hospice"],
      [EXCLUDING.some((set) => diagnosed(set, until)), "other_diagnosis"],
    ];
    const isObserved = last !== undefined;
    const judge = (isMet: boolean) => ({ reasons, isObserved, isMet: isObserved && isMet });
    const met = {
      follow_up: true,
      remission: (last?.total ?? 99) < 5,
      response: 2 * (last?.total ?? 99) <= index.total,
    };
    for (const [what, isMet] of Object.entries(met))
      put(`index_${what}`, window, found.visit, index.assessed_date, judge(isMet));
  }

  for (const third of [0, 1, 2]) {
    const from = monthsLater(start, 4 * third);
    const to = shift(monthsLater(from, 4), -1);
    const visit = facts.diagnosedVisits
      .filter(({ visit_date }) => visit_date >= from && visit_date <= to)
      .sort(byDay)[0];
    if (!visit) continue;
    put("phq9_utilisation", `third_${third + 1}`, visit, start, {
      reasons: [
        [ageAtStart < 12, "under_age"],
        [to > asOf, "window_open"],
        [diedBy(end), "died"],
        [inSet("hospice", start, end), "hospice"],
        [EXCLUDING.some((set) => diagnosed(set, end)), "other_diagnosis"],
      ],
      isMet: scores.some((score) => fits(score) && score.assessed_date >= from && score.assessed_date <= to),
    });
  }

  const visits = facts.screeningVisits
    .filter((visit) => visit.visit_date >= start && lastDay(visit) <= end)
    .sort(byDay);
  const [first] = visits;
  if (!first) return cases;
  const isOver = end <= asOf;

  const screenBefore = ({ visit_date }: Visit) =>
    facts.assessments
      .filter((row) => fits(row) && row.not_done_reason === null)
      .filter((row) => row.assessed_date <= visit_date && row.assessed_date >= shift(visit_date, -14))
      .at(-1);
  const isPlanned = (visit: Visit) => {
    const until = shift(lastDay(visit), 2) < end ? shift(lastDay(visit), 2) : end;
    const medicated = spans
      .filter(({ set, source }) => set === "antidepressant" && source === "treatment")
      .some((span) => span.first >= start && span.first <= until && span.last >= visit.visit_date);
    const others = [
      ...spans
        .filter(({ set, source }) => set === "psychotherapy" && source === "treatment")
        .map((span) => span.first),
      ...acts.filter(({ act }) => !["contact", "care_plan"].includes(act)).map(({ day }) => day),
    ];
    return medicated || others.some((day) => day >= visit.visit_date && day <= until);
  };
  put("screening_and_plan", "year", first, start, {
    reasons: [
      [ageAtStart < 12, "under_age"],
      [!isOver, "window_open"],
      [visits.some(({ visit_date }) => diagnosed("bipolar", shift(visit_date, -1))), "bipolar"],
      [
        !visits.some(screenBefore) &&
          visits.some((visit) =>
            facts.assessments.some(
              (row) =>
                row.not_done_reason !== null &&
                row.assessed_date >= visit.visit_date &&
                row.assessed_date <= lastDay(visit),
            ),
          ),
        "screening_not_done",
      ],
    ],
    isMet: visits.some((visit) => {
      const total = screenBefore(visit)?.total ?? null;
      return total !== null && (total < 10 || isPlanned(visit));
    }),
  });

  const inTime = scores.filter(
    (row) => fits(row) && row.assessed_date >= start && row.assessed_date <= `${year}-12-01`,
  );
  const positive = inTime.find(({ total }) => total > 9)?.assessed_date;
  const reasons: Reasons = [
    [ageAtStart < 12, "under_age"],
    [!isOver, "window_open"],
    [diedBy(end), "died"],
    [inSet("hospice", start, end), "hospice"],
    [diagnosed("bipolar", shift(start, -1)), "bipolar"],
    [
      spans.some(
        ({ set, source, first }) =>
          set === "depression" && source === "diagnosis" && first >= `${before}-01-01` && first < start,
      ),
      "known_depression",
    ],
  ];
  put("dsf_screening", "year", first, start, { reasons, isMet: inTime.length > 0 });
  const followed = [
    ...facts.diagnosedVisits.map(({ visit_date }) => visit_date),
    ...spans
      .filter(
        ({ set, source }) => ["antidepressant", "psychotherapy"].includes(set) && source === "treatment",
      )
      .map((span) => span.first),
    ...acts.filter(({ act }) => ["contact", "psychotherapy_session"].includes(act)).map(({ day }) => day),
  ];
  put("dsf_follow_up", "year", first, start, {
    reasons: [...reasons, [positive === undefined, "no_positive_screen"]],
    isMet: followed.some((day) => positive !== undefined && day >= positive && day <= shift(positive, 30)),
  });
  return cases;
}

type Reasons = readonly (readonly [boolean, string])[];

interface Judged {
  reasons: Reasons;
  isMet: boolean;
  isObserved?: boolean;
}

function byDay(a: Visit, b: Visit): number {
  return (
    a.visit_date.localeCompare(b.visit_date) ||
    lastDay(a).localeCompare(lastDay(b)) ||
    (a.clinic_id ?? "unknown").localeCompare(b.clinic_id ?? "unknown")
  );
}

const bandOf = (age: number): string =>
  AGE_BANDS.find(({ age_from, age_to }) => age >= age_from && age <= (age_to ?? age))?.id ?? "unknown";
