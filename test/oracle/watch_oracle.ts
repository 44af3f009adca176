import type { Instrument } from "../../src/reference/instrument.ts";
import { INSTRUMENTS } from "../../src/reference/instruments.ts";
import { episodeOf, inOrder, isOf, POINT, type Scored } from "./oracle.ts";
import type { Episode, Registry } from "./random_registry.ts";

/** A registry with contacts. */
export interface ContactRegistry extends Registry {
  contact: { contact_id: string; episode_id: string; contact_date: string; kind: string }[];
}

/** How long an episode was watched for an event, as the definitions' text has it. */
export interface Watch {
  episode_id: string;
  instrument: string;
  event: string;
  clinic_id: string;
  baseline_band: string;
  start_date: string;
  end_date: string;
  is_scored_again: boolean;
  is_event: boolean;
  days: number;
  weeks: number;
  contacts: number;
}

export function watchesOf(registry: ContactRegistry): Watch[] {
  const watches: Watch[] = [];
  for (const episode of registry.episode) {
    if (episode.enrolled_date === null || episode.enrolled_date > registry.asOf) continue;
    for (const instrument of INSTRUMENTS) {
      const scores = scoresInCare(registry, episode, instrument);
      const baseline = scores[0];
      if (!baseline || baseline.score < instrument.elevated_min.value * POINT) continue;
      const watch = (event: string, from: number, isEvent: (score: number) => boolean) =>
        watches.push(watchFrom({ registry, episode, instrument, scores, event, from, isEvent }));

      watch("response", 0, (score) => instrument.response_divisor.value * score <= baseline.score);
      const { remission_max } = instrument;
      if (!remission_max) continue;
      const isRemission = (score: number) => Math.floor(score / POINT) <= remission_max.value;
      watch("remission", 0, isRemission);
      const remitted = scores.findIndex(({ score }) => isRemission(score));
      if (remitted >= 0)
        watch("relapse", remitted, (score) => score >= instrument.elevated_min.value * POINT);
    }
  }
  return watches;
}

/** Scores from enrolment to the end of the episode or the as-of date; none where the first comes after the end. */
function scoresInCare(registry: ContactRegistry, episode: Episode, instrument: Instrument): Scored[] {
  const { asOf } = registry;
  const ended = episode.ended_date !== null && episode.ended_date <= asOf ? episode.ended_date : asOf;
  const own = registry.assessment.filter(
    (assessment) =>
      isOf(assessment, instrument) &&
      assessment.assessed_date <= ended &&
      assessment.assessed_date >= (episode.enrolled_date ?? "") &&
      episodeOf(registry, assessment) === episode,
  );
  return inOrder(own, instrument);
}

function watchFrom({
  registry,
  episode,
  instrument,
  scores,
  event,
  from,
  isEvent,
}: {
  registry: ContactRegistry;
  episode: Episode;
  instrument: Instrument;
  scores: readonly Scored[];
  event: string;
  from: number;
  isEvent: (score: number) => boolean;
}): Watch {
  let end = from;
  let happened = false;
  for (let place = from + 1; place < scores.length && !happened; place++) {
    end = place;
    happened = isEvent(scores[place]?.score ?? Number.NaN);
  }
  const dayOf = (place: number) => scores[place]?.assessment.assessed_date ?? "";
  const [start_date, end_date] = [dayOf(from), dayOf(end)];
  const days = Math.round((Date.parse(end_date) - Date.parse(start_date)) / 86_400_000);
  let weeks = 0;
  while (7 * weeks < days) weeks++;
  const points = Math.floor((scores[0]?.score ?? 0) / POINT);
  const contacts = registry.contact.filter(
    ({ episode_id, kind, contact_date }) =>
      episode_id === episode.episode_id &&
      kind === "treatment" &&
      contact_date > start_date &&
      contact_date <= end_date,
  );
  return {
    episode_id: episode.episode_id,
    instrument: instrument.id,
    event,
    clinic_id: episode.clinic_id,
    baseline_band:
      instrument.bands.value.find(({ min, max }) => points >= min && points <= max)?.id ?? "unknown",
    start_date,
    end_date,
    is_scored_again: end > from,
    is_event: happened,
    days,
    weeks,
    contacts: contacts.length,
  };
}
