import { type Random, seeded } from "./random.ts";
import { type Assessment, type Episode, type Registry, shift } from "./random_registry.ts";

/** A registry with the tables that tell of care. */
export interface CareRegistry extends Registry {
  episode: CareEpisode[];
  contact: {
    contact_id: string;
    episode_id: string;
    contact_date: string;
    kind: string;
    staff_role?: string | null;
    minutes?: number | null;
  }[];
  case_review: {
    review_id: string;
    episode_id: string;
    review_date: string;
    treatment_changed: boolean | null;
  }[];
  care_event: { event_id: string; episode_id: string; event_date: string; kind: string }[];
  treatment: {
    treatment_id: string;
    patient_id: string;
    class: string;
    name?: string | null;
    dose?: string | null;
    start_date: string | null;
    end_date: string | null;
    recorded_date?: string | null;
  }[];
  staffing: { clinic_id: string; role: string; month: string; fte: number | null }[];
  visit: { visit_id: string; patient_id: string; clinic_id: string | null; visit_date: string }[];
  billing: {
    patient_id: string;
    service_month: string;
    code: string;
    units: number | null;
    paid: number | null;
  }[];
  staff_training: { staff_id: string; course: string; completed_date: string }[];
}

export interface CareEpisode extends Episode {
  care_manager_id: string | null;
  primary_instrument: string | null;
}

const DAYS = ["2023-11-30", "2023-12-31", "2024-01-01", "2024-01-15", "2024-02-29"];
/** Days after enrolment on which a rule turns, and their neighbours. */
const EDGES = [
  -30, -1, 0, 0, 1, 2, 13, 14, 15, 27, 28, 29, 30, 31, 55, 56, 57, 58, 59, 60, 61, 69, 70, 71, 83, 84, 85, 89,
  90, 91, 120, 151, 167, 168, 169, 365, 366,
];
const CLINICS = ["north", "south", "west"];
const KINDS = ["treatment", "treatment", "outreach_attempt", "no_show", "scheduling", "message"];
const EVENTS = [
  "care_plan",
  "relapse_prevention_plan",
  "patient_education",
  "safety_plan",
  "medication_change",
  "referral",
];
const MONTHS = ["2023-11", "2023-12", "2024-01", "2024-02", "2024-03", "2024-04"];

/** People who share clinics, their staffing and care managers, and nothing else. Every edge of the rules turns up often. */
export function randomCare(seed: number, people: number): CareRegistry {
  const random = seeded(seed);
  const care_managers = ["m1", "m2", "m3"];
  const registry: CareRegistry = {
    asOf: shift(random.pick(DAYS), random.pick([0, 60, 91, 121, 182, 200])),
    patient: [],
    coverage: [],
    episode: [],
    assessment: [],
    contact: [],
    case_review: [],
    care_event: [],
    treatment: [],
    staffing: CLINICS.flatMap((clinic_id) =>
      MONTHS.filter(() => random.chance(0.7)).map((month) => ({
        clinic_id,
        role: random.pick(["care_manager", "BHCM", "psychiatric_consultant"]),
        month: `${month}-01`,
        fte: random.pick([0, 0.05, 0.1, 0.125, null]),
      })),
    ),
    visit: [],
    billing: [],
    staff_training: care_managers
      .filter(() => random.chance(0.8))
      .flatMap((staff_id) =>
        ["Foundations", "Safety"].map((course) => ({
          staff_id,
          course,
          completed_date: shift(random.pick(DAYS), random.pick([-1, 0, 1])),
        })),
      ),
  };
  for (let person = 0; person < people; person++) addPerson(registry, random, `p${person}`, care_managers);
  addDetail(registry, seeded(seed * 7919));
  return registry;
}

function addPerson(
  registry: CareRegistry,
  random: Random,
  patient_id: string,
  careManagers: readonly string[],
): void {
  const first = random.pick(DAYS);
  const age = random.pick([11, 12, 40]);
  registry.patient.push({
    patient_id,
    birth_date: random.chance(0.9) ? `${Number(first.slice(0, 4)) - age}-01-01` : null,
    birth_year: null,
    sex: random.pick(["female", "male", null]),
    race: null,
  });
  if (random.chance(0.5))
    registry.coverage.push({ patient_id, payer_category: "medicaid", start_date: first, end_date: null });
  const day = (): string => shift(first, random.pick(EDGES));
  const episodes = Array.from({ length: random.whole(0, 2) }, (_, index): CareEpisode => {
    const enrolled = index === 0 ? first : day();
    return {
      episode_id: `${patient_id}-e${index}`,
      patient_id,
      clinic_id: random.pick(CLINICS),
      care_manager_id: random.pick([...careManagers, null]),
      referred_date: random.chance(0.7) ? shift(enrolled, random.pick([-15, -14, -13, 0, 1])) : null,
      enrolled_date: random.chance(0.85) ? enrolled : null,
      ended_date: random.chance(0.4) ? shift(enrolled, random.pick(EDGES.filter((edge) => edge >= 0))) : null,
      primary_instrument: random.pick([null, null, "PHQ-9", "gad7", "hamd17", "unheard of"]),
    };
  });
  registry.episode.push(...episodes);
  const ids = episodes.map(({ episode_id }) => episode_id);
  const some = (most: number) => Array.from({ length: random.whole(0, most) }, (_, index) => index);
  for (const index of some(7))
    registry.assessment.push(administration(random, `${patient_id}-a${index}`, patient_id, ids, day()));
  for (const { episode_id, enrolled_date, ended_date } of episodes)
    if (enrolled_date && ended_date && ended_date > enrolled_date && random.chance(0.6)) {
      const ends = [enrolled_date, ended_date].flatMap((assessed_date, end) =>
        ["phq9", "gad7"].map((instrument) => ({ assessed_date, instrument, end })),
      );
      for (const { end, ...scored } of ends) {
        const total = random.pick(end === 0 ? [7, 8, 10, 14, 16] : [1, 4, 7, 8, 9, 10, 20]);
        registry.assessment.push({
          ...scored,
          assessment_id: `${episode_id}-${scored.instrument}-${end}`,
          patient_id,
          episode_id,
          recorded_at: null,
          total: end === 1 && total === 20 ? null : total,
          items: [],
        });
      }
      for (const contact of [0, 1])
        registry.contact.push({
          contact_id: `${episode_id}-t${contact}`,
          episode_id,
          contact_date: random.pick([enrolled_date, ended_date]),
          kind: "treatment",
        });
    }
  for (const index of some(3))
    registry.visit.push({
      visit_id: `${patient_id}-v${index}`,
      patient_id,
      clinic_id: random.pick([...CLINICS, null]),
      visit_date: day(),
    });
  for (const index of some(2))
    registry.treatment.push({
      treatment_id: `${patient_id}-t${index}`,
      patient_id,
      class: "ssri",
      start_date: random.chance(0.8) ? day() : null,
      end_date: random.chance(0.3) ? shift(first, 400) : null,
    });
  for (const episode_id of ids) {
    for (const index of some(6))
      registry.contact.push({
        contact_id: `${episode_id}-c${index}`,
        episode_id,
        contact_date: day(),
        kind: random.pick(KINDS),
      });
    for (const index of some(2))
      registry.case_review.push({
        review_id: `${episode_id}-r${index}`,
        episode_id,
        review_date: day(),
        treatment_changed: random.pick([true, false, null]),
      });
    for (const index of some(5))
      registry.care_event.push({
        event_id: `${episode_id}-x${index}`,
        episode_id,
        event_date: day(),
        kind: random.pick(EVENTS),
      });
  }
}

/** An instrument given whole, by its total, or with so few answers that it has no score. */
function administration(
  random: Random,
  assessment_id: string,
  patient_id: string,
  episodes: readonly string[],
  assessed_date: string,
): Assessment {
  const instrument = random.pick(["phq9", "phq9", "phq9", "phq9m", "gad7", "hamd17"]);
  const items = instrument.startsWith("phq9") && random.chance(0.5);
  const answered = random.pick([9, 9, 9, 4]);
  return {
    assessment_id,
    patient_id,
    episode_id: episodes.length > 0 && random.chance(0.3) ? random.pick(episodes) : null,
    instrument,
    assessed_date,
    recorded_at: random.pick([null, "2024-03-01 09:00:00"]),
    total: items ? null : random.pick([0, 4, 5, 7, 9, 9.5, 10, 11, 14, 20, 21, null]),
    items: items
      ? Array.from({ length: 9 }, (_, item) => (item >= 9 - answered ? random.whole(0, 2) : null))
      : [],
  };
}

const MINUTES = [null, 0, 5, 10, 15, 15.5, 16, 20, 21, 25, 26, 30, 31, 35, 36, 59, 60, 70, 75, 76, 85, 86];
const CODES = ["99492", "99493", "99494", "g2214", "99484", "G0512", "99213"];

/** What lies beside the facts that most measures are about: minutes, claims, and records of medicines. One registry in six keeps no dose. */
function addDetail(registry: CareRegistry, random: Random): void {
  for (const contact of registry.contact) {
    contact.staff_role = random.pick(["care_manager", "BHCM", null, "psychiatric_consultant"]);
    contact.minutes = random.pick(MINUTES);
  }
  for (const { patient_id } of registry.patient)
    for (const month of MONTHS)
      for (const code of CODES)
        if (random.chance(0.12))
          registry.billing.push({
            patient_id,
            service_month: `${month}-01`,
            code,
            units: random.pick([null, 1, 2]),
            paid: random.pick([null, 130, 130, -130]),
          });
  const keepsDoses = random.chance(5 / 6);
  for (const treatment of registry.treatment) {
    treatment.class = random.pick(["ssri", "Antidepressant", "psychotherapy"]);
    treatment.name = random.pick(["sertraline", "fluoxetine", null]);
    treatment.dose = keepsDoses && random.chance(0.8) ? "20 mg" : null;
    treatment.recorded_date = random.chance(0.6) ? shift(random.pick(DAYS), random.pick(EDGES)) : null;
  }
}
