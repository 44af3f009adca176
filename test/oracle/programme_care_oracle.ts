import { findInstrument } from "../../src/reference/instruments.ts";
import { type Enrolled, factsOf, firstOf, lastOf } from "./care_facts.ts";
import { type Case, POINT } from "./oracle.ts";
import type { CareRegistry } from "./random_care.ts";
import { shift } from "./random_registry.ts";

type Reasons = readonly (readonly [boolean | undefined, string])[];

/** Every case of the NHS Talking Therapies measures and the New York State metrics, as their text has it. */
export function programmeCareCasesOf(registry: CareRegistry): Case[] {
  const facts = factsOf(registry);
  const insured = new Set<string>();
  const cases = facts.enrolled.flatMap((episode) => {
    const unit = {
      unit_id: episode.episode_id,
      clinic_id: episode.clinic_id,
      ...facts.who(episode.patient_id, episode.enrolled_date),
      baseline_band: facts.severity(episode),
      instrument: "any",
    };
    return [
      ...nhsCases(facts, episode, unit),
      ...nysCases(registry, facts, episode, unit, insured),
      durationCase(registry, facts, episode, unit),
    ];
  });
  return cases.filter(({ measure }) => insured.size > 0 || !measure.startsWith("nys_"));
}

type Facts = ReturnType<typeof factsOf>;
type Unit = Omit<
  Case,
  "measure" | "window" | "period_start" | "denominator" | "observed" | "numerator" | "exclusion_reason"
>;
type Place = Pick<Case, "measure" | "window" | "period_start">;

function judge(unit: Unit & Place, reasons: Reasons, isMet: boolean, isObserved = true): Case {
  const exclusion_reason = reasons.find(([holds]) => holds)?.[1] ?? null;
  const counts = exclusion_reason === null;
  return {
    ...unit,
    denominator: Number(counts),
    observed: Number(counts && isObserved),
    numerator: Number(counts && isMet),
    exclusion_reason,
  };
}

function nhsCases(facts: Facts, episode: Enrolled, unit: Unit): Case[] {
  const { ended_date } = episode;
  const attended = facts.contacts(episode).filter((day) => facts.isInCare(episode, day)).length;
  const course = [
    { id: "phq9", cut: 10, reliable: 6 },
    { id: "gad7", cut: 8, reliable: 4 },
  ].map(({ id, cut, reliable }) => {
    const instrument = findInstrument(id);
    const scores = (instrument ? facts.scores(episode, instrument) : []).filter(
      ({ assessment }) => ended_date !== null && assessment.assessed_date <= ended_date,
    );
    const [first, last] = [scores[0]?.score ?? Number.NaN, scores.at(-1)?.score ?? Number.NaN];
    return {
      count: scores.length,
      wasCase: first >= cut * POINT,
      isCase: last >= cut * POINT,
      fell: first - last >= reliable * POINT,
      rose: last - first >= reliable * POINT,
    };
  });
  const again = course.every(({ count }) => count >= 2);
  const recovered = again && course.every(({ isCase }) => !isCase);
  const improved = again && course.some(({ fell }) => fell) && !course.some(({ rose }) => rose);
  const worse = again && course.some(({ rose }) => rose) && !course.some(({ fell }) => fell);
  const completed: Reasons = [
    [ended_date === null, "still_in_care"],
    [attended < 2, "too_few_contacts"],
    [course.some(({ count }) => count === 0), "no_pair"],
  ];
  const cases: Reasons = [...completed, [!course.some(({ wasCase }) => wasCase), "not_at_caseness"]];
  const put = (measure: string, reasons: Reasons, isMet: boolean) =>
    judge(
      { ...unit, measure, window: "at_close", period_start: ended_date && firstOf(ended_date) },
      reasons,
      isMet,
      again,
    );
  return [
    put("nhs_recovery", cases, recovered),
    put("nhs_reliable_improvement", completed, improved),
    put("nhs_reliable_recovery", cases, recovered && improved),
    put("nhs_reliable_deterioration", completed, worse),
  ];
}

/** From enrolment to the end, or to the first 90th day after a contact (or enrolment) by which no other had come. */
function durationCase(registry: CareRegistry, facts: Facts, episode: Enrolled, unit: Unit): Case {
  const { enrolled_date, ended_date, patient_id } = episode;
  const seen = [enrolled_date, ...facts.contacts(episode).filter((day) => facts.isInCare(episode, day))];
  const lapses = seen
    .map((from) => ({ from, until: shift(from, 90) }))
    .filter(({ from, until }) => !seen.some((day) => day > from && day <= until))
    .map(({ until }) => until)
    .filter((until) => until <= registry.asOf);
  const discharged = [...lapses, ...(ended_date === null ? [] : [ended_date])].sort()[0] ?? null;
  const month = discharged && firstOf(discharged);
  const judged = judge(
    { ...unit, measure: "nys_duration", window: "at_close", period_start: month },
    [
      [discharged === null, "still_in_care"],
      [month !== null && !isOnMedicaid(registry, patient_id, month), "not_medicaid"],
    ],
    true,
  );
  const days = discharged && (Date.parse(discharged) - Date.parse(enrolled_date)) / 86_400_000;
  return { ...judged, value: judged.denominator ? Number(days) : null };
}

function isOnMedicaid({ coverage }: CareRegistry, person: string, month: string): boolean {
  return coverage.some(
    ({ patient_id, payer_category, start_date, end_date }) =>
      patient_id === person &&
      payer_category === "medicaid" &&
      (start_date ?? month) <= month &&
      (end_date ?? month) >= month,
  );
}

/** Whoever is on Medicaid in some month is added to `insured`: a programme without anybody has none of these cases. */
function nysCases(
  registry: CareRegistry,
  facts: Facts,
  episode: Enrolled,
  unit: Unit,
  insured: Set<string>,
): Case[] {
  return facts.monthsInCare(episode).flatMap((month) => {
    const last = lastOf(month);
    const active = [
      episode.enrolled_date,
      ...facts.contacts(episode).filter((day) => day <= last && facts.isInCare(episode, day)),
    ].sort();
    const closes = shift(active.at(-1) ?? "", 90);
    if (closes < month) return [];
    const judged = [last, closes, episode.ended_date ?? last].sort()[0] ?? last;
    const now = facts.progress(episode, judged);
    const isScored = now !== null && now.lastDay >= month;
    const isInsured = isOnMedicaid(registry, episode.patient_id, month);
    if (isInsured) insured.add(episode.patient_id);
    const open = [last > registry.asOf, "window_open"] as const;
    const onMedicaid: Reasons = [open, [!isInsured, "not_medicaid"]];
    const early = [judged < shift(episode.enrolled_date, 70), "too_early"] as const;
    const elevated: Reasons = [
      [now === null, "no_score_yet"],
      [!now?.isElevated, "baseline_not_elevated"],
    ];
    const isContacted = (active.at(-1) ?? "") >= month && active.length > 1;
    const reviewed = facts
      .reviews(episode)
      .some(({ review_date }) => review_date <= last && review_date >= shift(last, -60));
    const put = (measure: string, window: string, reasons: Reasons, isMet: boolean) =>
      judge(
        {
          ...unit,
          measure,
          window,
          unit_id: `${episode.episode_id}:${month.slice(0, 7)}`,
          period_start: month,
        },
        reasons,
        isMet,
      );
    return [
      put("nys_enrolment", "month", [open], isInsured),
      put("nys_new", "month", onMedicaid, episode.enrolled_date >= month),
      put("nys_contact", "month", onMedicaid, isContacted && isScored),
      put("nys_improvement", "month_end", [...onMedicaid, early, ...elevated], now?.isImproved ?? false),
      put("nys_remission", "month", [...onMedicaid, ...elevated], isScored && now.isRemission),
      put(
        "nys_consultation",
        "last_60d",
        [...onMedicaid, early, ...elevated, [now?.isImproved, "improved"]],
        reviewed,
      ),
    ];
  });
}
