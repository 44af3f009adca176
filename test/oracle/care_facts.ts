import { CARE_RULES, SCREENING_INSTRUMENTS } from "../../src/reference/care_rules.ts";
import type { Instrument } from "../../src/reference/instrument.ts";
import { INSTRUMENTS } from "../../src/reference/instruments.ts";
import {
  ageBand,
  bandOf,
  episodeOf,
  inOrder,
  isOf,
  monthsLater,
  POINT,
  payerOn,
  type Scored,
} from "./oracle.ts";
import type { CareEpisode, CareRegistry } from "./random_care.ts";
import { shift } from "./random_registry.ts";

/** An episode of somebody enrolled, with nothing in it from after the as-of date. */
export interface Enrolled extends CareEpisode {
  enrolled_date: string;
}

/** The facts that process measures are told in, read off a registry loop by loop. */
export function factsOf(registry: CareRegistry) {
  const { asOf } = registry;
  const happened = (day: string | null): day is string => day !== null && day <= asOf;

  const episodes: CareEpisode[] = registry.episode.map((episode) => ({
    ...episode,
    referred_date: happened(episode.referred_date) ? episode.referred_date : null,
    enrolled_date: happened(episode.enrolled_date) ? episode.enrolled_date : null,
    ended_date: happened(episode.ended_date) ? episode.ended_date : null,
  }));
  const enrolled = episodes.filter((episode): episode is Enrolled => episode.enrolled_date !== null);

  const isInCare = ({ enrolled_date, ended_date }: Enrolled, day: string): boolean =>
    enrolled_date <= day && (ended_date === null || day <= ended_date);

  const contacts = ({ episode_id }: CareEpisode): string[] =>
    registry.contact
      .filter((contact) => contact.episode_id === episode_id && contact.kind === "treatment")
      .map(({ contact_date }) => contact_date)
      .filter(happened);
  const reviews = ({ episode_id }: CareEpisode) =>
    registry.case_review.filter((review) => review.episode_id === episode_id && happened(review.review_date));
  const events = ({ episode_id }: CareEpisode, kind: string): string[] =>
    registry.care_event
      .filter((event) => event.episode_id === episode_id && event.kind === kind)
      .map(({ event_date }) => event_date)
      .filter(happened);
  const changes = (episode: Enrolled): string[] => [
    ...reviews(episode)
      .filter(({ treatment_changed }) => treatment_changed)
      .map(({ review_date }) => review_date),
    ...events(episode, "medication_change"),
    ...registry.treatment
      .filter(({ patient_id }) => patient_id === episode.patient_id)
      .flatMap(({ start_date, end_date }) => [start_date, end_date])
      .filter(happened)
      .filter((day) => day > episode.enrolled_date),
  ];

  const known = registry.assessment.filter(({ assessed_date }) => happened(assessed_date));
  const own = (episode: Enrolled) =>
    known.filter(
      (assessment) =>
        episodeOf(registry, assessment)?.episode_id === episode.episode_id &&
        assessment.assessed_date >= episode.enrolled_date,
    );
  const scores = (episode: Enrolled, instrument: Instrument): Scored[] =>
    inOrder(
      own(episode).filter((assessment) => isOf(assessment, instrument)),
      instrument,
    );

  /** The instrument that an episode names, else the one scored first (the first listed where several were). */
  function steering(episode: Enrolled): Instrument | undefined {
    const named = episode.primary_instrument?.toLowerCase() ?? "";
    const primary = INSTRUMENTS.find(({ id, aliases }) => [id, ...aliases].includes(named));
    if (primary) return primary;
    let first: { instrument: Instrument; day: string } | undefined;
    for (const instrument of INSTRUMENTS) {
      const day = scores(episode, instrument)[0]?.assessment.assessed_date;
      if (day && (!first || day < first.day)) first = { instrument, day };
    }
    return first?.instrument;
  }

  /** How ill an enrolled person was by the first score on the steering instrument. */
  function severity(episode: Enrolled): string {
    const instrument = steering(episode);
    const baseline = instrument && scores(episode, instrument)[0];
    return (baseline && bandOf(instrument, baseline.score)) ?? "unknown";
  }

  /** Where an episode stands on a day: null without a score so far. */
  function progress(episode: Enrolled, day: string) {
    const instrument = steering(episode);
    if (!instrument) return null;
    const sofar = scores(episode, instrument).filter(({ assessment }) => assessment.assessed_date <= day);
    const [baseline] = sofar;
    if (!baseline) return null;
    const elevated = instrument.elevated_min.value * POINT;
    const improved = ({ score }: Scored) =>
      score < elevated || instrument.response_divisor.value * score <= baseline.score;
    const last = sofar.at(-1) ?? baseline;
    const remission = instrument.remission_max;
    return {
      lastDay: last.assessment.assessed_date,
      isRemission: remission !== null && last.score < (remission.value + 1) * POINT,
      isElevated: baseline.score >= elevated,
      isImproved: improved(last),
      later: sofar.length - 1,
      everImproved: sofar.slice(1).some(improved),
    };
  }

  /** First days of the calendar months in which an episode had a day in care and stands for its person. */
  function monthsInCare(episode: Enrolled): string[] {
    const months: string[] = [];
    const last = episode.ended_date ?? asOf;
    for (let month = firstOf(episode.enrolled_date); month <= last; month = monthsLater(month, 1))
      if (standsFor(episode, month)) months.push(month);
    return months;
  }

  /** Whether no other episode of the person in the month comes before this one: in care at its end first, then enrolled later. */
  function standsFor(episode: Enrolled, month: string): boolean {
    const stays = (each: Enrolled) => Number(isInCare(each, lastOf(month)));
    return !enrolled.some(
      (other) =>
        other.patient_id === episode.patient_id &&
        other.enrolled_date <= lastOf(month) &&
        (other.ended_date === null || other.ended_date >= month) &&
        (stays(other) - stays(episode) ||
          compare(other.enrolled_date, episode.enrolled_date) ||
          compare(other.episode_id, episode.episode_id)) > 0,
    );
  }

  /** Reports of thoughts of self-harm in an episode that stand for their person's month: in care first, then earlier. */
  function selfHarm(episode: Enrolled) {
    const others = enrolled
      .filter(({ patient_id }) => patient_id === episode.patient_id)
      .flatMap((each) => reportsIn(each).map((report) => ({ ...report, isIn: inCareOn(each, report) })));
    return reportsIn(episode).filter(
      (report) =>
        !others.some(
          (other) =>
            firstOf(other.assessed_date) === firstOf(report.assessed_date) &&
            (inCareOn(episode, report) - other.isIn ||
              compare(other.assessed_date, report.assessed_date) ||
              compare(other.assessment_id, report.assessment_id)) < 0,
        ),
    );
  }

  const inCareOn = (episode: Enrolled, { assessed_date }: { assessed_date: string }): number =>
    Number(isInCare(episode, assessed_date));

  const reportsIn = (episode: Enrolled) =>
    own(episode).filter((assessment) => {
      const item = INSTRUMENTS.find((instrument) => isOf(assessment, instrument))?.self_harm_item;
      return item !== undefined && (assessment.items[item - 1] ?? 0) >= CARE_RULES.self_harm_min.value;
    });

  /** A person's scored screens, the earliest first. */
  const screens = (patient_id: string) =>
    SCREENING_INSTRUMENTS.flatMap((id) => {
      const instrument = INSTRUMENTS.find((candidate) => candidate.id === id);
      if (!instrument) return [];
      const own = known.filter((each) => each.patient_id === patient_id && isOf(each, instrument));
      return inOrder(own, instrument).map((scored) => ({
        ...scored,
        isPositive: scored.score >= instrument.elevated_min.value * POINT,
      }));
    }).sort(
      (a, b) =>
        compare(a.assessment.assessed_date, b.assessment.assessed_date) ||
        compare(a.assessment.recorded_at ?? "", b.assessment.recorded_at ?? "") ||
        a.score - b.score ||
        compare(a.assessment.assessment_id, b.assessment.assessment_id),
    );

  /** Who a person was on a day, for every stratum but the clinic. */
  function who(patient_id: string, day: string | null) {
    const person = registry.patient.find((candidate) => candidate.patient_id === patient_id);
    return {
      age_band: (day && ageBand(registry, { patient_id }, day)) ?? "unknown",
      sex: (day && person?.sex) ?? "unknown",
      race: (day && person?.race) ?? "unknown",
      ethnicity: "unknown",
      language: "unknown",
      area: "unknown",
      payer: (day && payerOn(registry, { patient_id }, day)) ?? "unknown",
    };
  }

  const allScores = (episode: Enrolled): string[] =>
    INSTRUMENTS.flatMap((instrument) => scores(episode, instrument)).map(
      ({ assessment }) => assessment.assessed_date,
    );

  return {
    episodes,
    enrolled,
    isInCare,
    contacts,
    reviews,
    events,
    changes,
    allScores,
    scores,
    severity,
    progress,
    monthsInCare,
    standsFor,
    selfHarm,
    screens,
    who,
  };
}

export const firstOf = (day: string): string => `${day.slice(0, 7)}-01`;
export const lastOf = (month: string): string => shift(monthsLater(month, 1), -1);
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
