import { CARE_MANAGER_ROLES, CARE_RULES } from "../../src/reference/care_rules.ts";
import { factsOf, firstOf, lastOf } from "./care_facts.ts";
import { detailCasesOf } from "./detail_oracle.ts";
import { type Case, monthsLater } from "./oracle.ts";
import type { CareRegistry } from "./random_care.ts";
import { shift } from "./random_registry.ts";

type Unit = Pick<Case, "unit_id" | "period_start" | "clinic_id" | "age_band" | "sex" | "race"> &
  Pick<Case, "ethnicity" | "language" | "area" | "payer"> & { baseline_band?: string };

/** Every case of every process measure, as the definitions' text has it; shares only reference data with the product. */
export function careCasesOf(registry: CareRegistry): Case[] {
  const { asOf } = registry;
  const facts = factsOf(registry);
  const { isInCare, contacts, reviews, events, progress, who } = facts;
  const cases: Case[] = [];

  function put(
    measure: string,
    window: string,
    unit: Unit,
    reasons: readonly (readonly [boolean | undefined, string])[],
    isMet: boolean,
    isObserved = true,
  ): void {
    const exclusion_reason = reasons.find(([holds]) => holds)?.[1] ?? null;
    const counts = exclusion_reason === null;
    cases.push({
      measure,
      window,
      baseline_band: "unknown",
      ...unit,
      instrument: "any",
      denominator: counts ? 1 : 0,
      observed: counts && isObserved ? 1 : 0,
      numerator: counts && isMet ? 1 : 0,
      exclusion_reason,
    });
  }
  const between = (days: readonly string[], first: string, last: string) =>
    days.filter((day) => day >= first && day <= last);

  /** How many people are in care at a clinic at the end of a month. */
  const caseloadOf = (clinic: string, month: string): number =>
    facts.enrolled.filter(
      (each) => each.clinic_id === clinic && isInCare(each, lastOf(month)) && facts.standsFor(each, month),
    ).length;

  for (const episode of facts.episodes) {
    const { referred_date, enrolled_date, ended_date } = episode;
    if (!referred_date && !enrolled_date) continue;
    const unit = {
      unit_id: episode.episode_id,
      period_start: referred_date && firstOf(referred_date),
      clinic_id: episode.clinic_id,
      ...who(episode.patient_id, referred_date),
    };
    const due = referred_date ? shift(referred_date, 14) : "";
    const seen =
      (enrolled_date !== null && enrolled_date <= due) ||
      between(contacts(episode), referred_date ?? "9999", due).length > 0;
    const gone = ended_date !== null && ended_date <= due && !seen;
    put(
      "first_contact_wait",
      "wait_14d",
      unit,
      [
        [referred_date === null, "no_referral_date"],
        [due > asOf, "window_open"],
        [gone, "withdrew"],
      ],
      seen,
    );
  }

  for (const patient_id of new Set(facts.episodes.map((episode) => episode.patient_id))) {
    const own = facts.episodes.filter((episode) => episode.patient_id === patient_id);
    const [first] = own
      .flatMap(({ referred_date, enrolled_date, ...rest }) => {
        const day = [referred_date, enrolled_date].filter((each) => each !== null).sort()[0];
        return day ? [{ ...rest, day }] : [];
      })
      .sort((a, b) => a.day.localeCompare(b.day) || (a.episode_id < b.episode_id ? -1 : 1));
    if (!first) continue;
    const person = {
      unit_id: patient_id,
      period_start: firstOf(first.day),
      clinic_id: first.clinic_id,
      ...who(patient_id, first.day),
    };
    const isEnrolled = own.some(({ enrolled_date }) => enrolled_date !== null);
    put("people_reached", "so_far", person, [], isEnrolled);
  }

  for (const episode of facts.enrolled) {
    const { enrolled_date, ended_date, care_manager_id } = episode;
    const day = (elapsed: number) => shift(enrolled_date, elapsed);
    const inCare = (days: readonly string[]) => days.filter((each) => isInCare(episode, each));
    const open = (elapsed: number) => [day(elapsed) > asOf, "window_open"] as const;
    const person = {
      clinic_id: episode.clinic_id,
      ...who(episode.patient_id, enrolled_date),
      baseline_band: facts.severity(episode),
    };
    const unit = { unit_id: episode.episode_id, period_start: firstOf(enrolled_date), ...person };
    const any = (days: readonly string[], first: string, last: string) =>
      between(inCare(days), first, last).length > 0;
    const reviewed = reviews(episode).map(({ review_date }) => review_date);

    put("early_follow_up", "days_1_to_28", unit, [open(28)], any(contacts(episode), day(1), day(28)));
    put("care_plan", "days_0_to_28", unit, [open(28)], any(events(episode, "care_plan"), day(0), day(28)));
    put(
      "patient_education",
      "days_0_to_28",
      unit,
      [open(28)],
      any(events(episode, "patient_education"), day(0), day(28)),
    );
    put(
      "trained_care_manager",
      "at_enrolment",
      unit,
      [[care_manager_id === null, "no_care_manager"]],
      registry.staff_training.some(
        ({ staff_id, completed_date }) => staff_id === care_manager_id && completed_date <= enrolled_date,
      ),
    );

    const week8 = progress(episode, day(56));
    put(
      "consultation_weeks_8_to_12",
      "days_57_to_84",
      unit,
      [
        open(84),
        [ended_date !== null && ended_date <= day(56), "episode_ended"],
        [week8 === null, "no_score_yet"],
        [!week8?.isElevated, "baseline_not_elevated"],
        [week8?.isImproved, "improved"],
      ],
      any(reviewed, day(57), day(84)),
    );

    const week24 = progress(episode, day(168));
    put(
      "improvement_24w",
      "days_0_to_168",
      unit,
      [
        open(168),
        [week24 === null, "no_score_yet"],
        [!week24?.isElevated, "baseline_not_elevated"],
        [!any(contacts(episode), day(1), day(168)), "no_follow_up_contact"],
      ],
      week24?.everImproved ?? false,
      (week24?.later ?? 0) > 0,
    );

    const end = ended_date ? progress(episode, ended_date) : null;
    put(
      "relapse_prevention_plan",
      "at_close",
      { ...unit, period_start: ended_date && firstOf(ended_date) },
      [
        [ended_date === null, "still_in_care"],
        [end === null, "no_score_yet"],
        [!end?.isElevated, "baseline_not_elevated"],
        [!end?.isImproved, "not_improved"],
      ],
      inCare(events(episode, "relapse_prevention_plan")).length > 0,
    );

    for (const { assessment_id, assessed_date } of facts.selfHarm(episode)) {
      const plans = facts.episodes
        .filter(({ patient_id }) => patient_id === episode.patient_id)
        .flatMap((each) => events(each, "safety_plan"));
      put(
        "safety_follow_up",
        "next_day",
        { ...unit, unit_id: assessment_id, period_start: firstOf(assessed_date) },
        [
          [shift(assessed_date, 1) > asOf, "window_open"],
          [!isInCare(episode, assessed_date), "episode_ended"],
        ],
        between(plans, assessed_date, shift(assessed_date, 1)).length > 0,
      );
    }

    for (const month of facts.monthsInCare(episode)) {
      const last = lastOf(month);
      const ago = (days: number) => shift(last, -days);
      const monthly = { ...unit, unit_id: `${episode.episode_id}:${month.slice(0, 7)}`, period_start: month };
      const notOver = [last > asOf, "window_open"] as const;
      const caseload = [notOver, [!isInCare(episode, last), "not_in_care"]] as const;
      const met = between(inCare(contacts(episode)), month, last).length;
      put("monthly_contact", "month", monthly, [notOver], met >= 1);
      put("two_contacts_a_month", "month", monthly, [notOver], met >= 2);
      const quarter = between(inCare(contacts(episode)), monthsLater(month, -2), last).length;
      put("three_contacts_a_quarter", "last_3m", monthly, caseload, quarter >= 3);
      for (const days of [28, 90]) {
        const overdue = enrolled_date < ago(days) && !any(contacts(episode), ago(days), last);
        put("overdue_contact", `last_${days}d`, monthly, caseload, overdue);
      }
      const scored = between(facts.allScores(episode), ago(30), last).length > 0;
      put("recent_score", "last_30d", monthly, caseload, scored);
      put("any_case_review", "month_end", monthly, caseload, any(reviewed, "", last));
      put(
        "case_review_cadence",
        "last_90d",
        monthly,
        [...caseload, [enrolled_date > ago(90), "too_early"]],
        any(reviewed, ago(90), last),
      );

      const lastInCare = ended_date !== null && ended_date < last ? ended_date : last;
      const now = progress(episode, lastInCare);
      const judged = [
        [lastInCare < day(70), "too_early"],
        [now === null, "no_score_yet"],
        [!now?.isElevated, "baseline_not_elevated"],
      ] as const;
      put(
        "improvement_70d",
        "month_end",
        monthly,
        [notOver, ...judged],
        now?.isImproved ?? false,
        (now?.later ?? 0) > 0,
      );
      const notImproved = [...caseload, ...judged, [now?.isImproved, "improved"]] as const;
      for (const days of [60, 90]) {
        const window = `last_${days}d`;
        put("consultation_if_not_improved", window, monthly, notImproved, any(reviewed, ago(days), last));
        put(
          "treatment_change_if_not_improved",
          window,
          monthly,
          notImproved,
          any(facts.changes(episode), ago(days), last),
        );
      }

      const posts = registry.staffing.filter(
        ({ clinic_id, role, month: staffed, fte }) =>
          clinic_id === episode.clinic_id &&
          staffed === month &&
          fte !== null &&
          CARE_MANAGER_ROLES.includes(role.toLowerCase()),
      );
      const milliFte = posts.reduce((sum, { fte }) => sum + Math.round((fte ?? 0) * 1000), 0);
      put(
        "caseload_within_norm",
        "month_end",
        monthly,
        [...caseload, [posts.length === 0, "no_staffing"]],
        caseloadOf(episode.clinic_id, month) * 1000 <= CARE_RULES.caseload_norm.value * milliFte,
      );
    }
  }

  for (const { patient_id } of registry.patient) {
    const visits = registry.visit.filter(
      (visit) => visit.patient_id === patient_id && visit.visit_date <= asOf,
    );
    for (const month of new Set(visits.map(({ visit_date }) => firstOf(visit_date)))) {
      const last = lastOf(month);
      const [first] = visits
        .filter(({ visit_date }) => firstOf(visit_date) === month)
        .sort((a, b) => ((a.clinic_id ?? "~") < (b.clinic_id ?? "~") ? -1 : 1))
        .sort((a, b) => a.visit_date.localeCompare(b.visit_date));
      if (!first) continue;
      const birth = registry.patient.find((person) => person.patient_id === patient_id)?.birth_date;
      const unit = {
        unit_id: `${patient_id}:${month.slice(0, 7)}`,
        period_start: month,
        clinic_id: first.clinic_id ?? "unknown",
        ...who(patient_id, first.visit_date),
      };
      const tooYoung = birth ? first.visit_date < monthsLater(birth, 12 * 12) : false;
      const seen = [
        [last > asOf, "window_open"],
        [tooYoung, "under_age"],
      ] as const;
      const screens = facts.screens(patient_id);
      const days = screens.map(({ assessment }) => assessment.assessed_date);
      put("screening_reach", "last_12m", unit, seen, between(days, monthsLater(month, -11), last).length > 0);
      const firstScreen = screens.find(({ assessment: { assessed_date } }, index) => {
        const before = days[index - 1];
        const isFirst = before === undefined || shift(before, 365) < assessed_date;
        return isFirst && assessed_date >= month && assessed_date <= last;
      });
      put(
        "screening_yield",
        "month",
        unit,
        [...seen, [firstScreen === undefined, "no_first_screen"]],
        firstScreen?.isPositive ?? false,
      );
    }
  }
  return [...cases, ...detailCasesOf(registry, facts)];
}
