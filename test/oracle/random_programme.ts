import { type Random, seeded } from "./random.ts";
import { shift } from "./random_registry.ts";

/** The tables from which national measures are counted, as an extract has them. */
export interface ProgrammeRegistry {
  asOf: string;
  patient: { patient_id: string; birth_date: string; deceased_date: string | null }[];
  episode: {
    episode_id: string;
    patient_id: string;
    clinic_id: string;
    referred_date: string;
    enrolled_date: null;
  }[];
  contact: { contact_id: string; episode_id: string; contact_date: string; kind: string }[];
  care_event: { event_id: string; episode_id: string; event_date: string; kind: string }[];
  visit: Visit[];
  diagnosis: Diagnosis[];
  treatment: Treatment[];
  assessment: Score[];
}

export type Visit = {
  visit_id: string;
  patient_id: string;
  clinic_id: string | null;
  visit_date: string;
  end_date: string | null;
  type: string | null;
};

export type Diagnosis = {
  diagnosis_id: string;
  patient_id: string;
  code_system: string;
  code: string;
  onset_date: string | null;
  recorded_date: string | null;
  resolved_date: string | null;
  status: string | null;
  verification: string | null;
};

type Treatment = {
  treatment_id: string;
  patient_id: string;
  class: string;
  start_date: string | null;
  end_date: string | null;
};

export type Score = {
  assessment_id: string;
  patient_id: string;
  instrument: string;
  assessed_date: string;
  recorded_at: string | null;
  total: number | null;
  not_done_reason: string | null;
};

/** Days near which intakes, years and their thirds begin and end, and a leap day. */
const TURNS = [
  "2021-10-31",
  "2021-11-01",
  "2022-01-01",
  "2022-02-28",
  "2022-04-30",
  "2022-05-01",
  "2022-08-31",
];
const ANCHORS = [
  ...TURNS,
  "2022-10-31",
  "2022-11-01",
  "2022-12-01",
  "2023-01-01",
  "2023-04-30",
  "2024-02-29",
];
/** Days from an event on which some rule turns, and their neighbours. */
const EDGES = [
  -16, -15, -14, -8, -7, -6, -1, 0, 0, 0, 1, 2, 3, 15, 16, 30, 31, 119, 120, 121, 122, 180, 239, 240, 241,
  242, 243, 304, 305, 306, 365, 366, 424, 425, 426,
];
const CODES = [
  "F32.1",
  "F341",
  "f33.0",
  "F31.81",
  "F60.3",
  "F20.9",
  "F84.0",
  "F32.A",
  "F41.1",
  "Z51.5",
  "20010003",
];
const VISIT_TYPES = [null, "office_visit", "99213", "G0402", "99492", "59400", "305336008", "305284002"];
const CLASSES = ["ssri", "Antidepressant", "hospice care", "palliative_care", "CBT", "antipsychotic"];

const AS_OF = ["2022-03-31", "2022-06-30", "2022-12-31", "2023-12-31", "2024-12-30", "2025-12-31"];

/** People who share nothing. Most have a visit with depression and scores near it, so that every rule is put to use. */
export function randomProgramme(seed: number, people: number): ProgrammeRegistry {
  const random = seeded(seed);
  const registry: ProgrammeRegistry = {
    asOf: AS_OF[seed % AS_OF.length] ?? "2025-12-31",
    patient: [],
    episode: [],
    contact: [],
    care_event: [],
    visit: [],
    diagnosis: [],
    treatment: [],
    assessment: [],
  };
  for (let person = 0; person < people; person++) addPerson(registry, random, `p${person}`);
  return registry;
}

function addPerson(registry: ProgrammeRegistry, random: Random, patient_id: string): void {
  const anchor = shift(random.pick(ANCHORS), random.pick([-1, 0, 0, 1]));
  const near = () => shift(anchor, random.pick(EDGES));
  const years = random.pick([11, 12, 12, 13, 17, 18, 40]);
  registry.patient.push({
    patient_id,
    birth_date: birthday(random, anchor, years),
    deceased_date: random.chance(0.1) ? shift(anchor, random.pick([230, 420, 425, 426, 480])) : null,
  });
  const times = (most: number, add: (index: number) => void) => {
    const count = random.whole(0, most);
    for (let index = 0; index < count; index++) add(index);
  };
  const visits = random.whole(1, 3);
  for (let index = 0; index < visits; index++) {
    const visit_date = index === 0 ? anchor : near();
    registry.visit.push({
      visit_id: `${patient_id}-v${index}`,
      patient_id,
      clinic_id: random.pick(["north", "south", null]),
      visit_date,
      end_date: random.pick([null, null, visit_date, shift(visit_date, 2)]),
      type: random.pick(index === 0 ? VISIT_TYPES.slice(0, 5) : VISIT_TYPES),
    });
  }
  diagnose(0, random.pick(["F32.1", "F341", "f33.0"]));
  times(1, () => diagnose(1, random.pick(CODES)));
  times(1, (index) =>
    registry.treatment.push({
      treatment_id: `${patient_id}-t${index}`,
      patient_id,
      class: random.pick(CLASSES),
      start_date: random.chance(0.9) ? near() : null,
      end_date: random.pick([null, shift(anchor, 430), shift(anchor, -20)]),
    }),
  );
  const scores = random.whole(1, 5);
  for (let index = 0; index < scores; index++) {
    const unscored = random.chance(0.15);
    registry.assessment.push({
      assessment_id: `${patient_id}-a${index}`,
      patient_id,
      instrument: random.pick(["phq9", "phq9", "phq9", "PHQ-9M", "gad7"]),
      assessed_date: index === 0 ? shift(anchor, random.pick([-8, -7, 0, 0, 1, 15, 16])) : near(),
      recorded_at: random.pick([null, "2023-03-01 09:00:00"]),
      total: unscored ? null : random.pick(index === 0 ? [9, 10, 10, 14, 20] : [0, 4, 5, 7, 10, 12]),
      not_done_reason: unscored ? random.pick(["declined", "medical_reason", null]) : null,
    });
  }
  if (random.chance(0.4)) {
    const episode_id = `${patient_id}-e`;
    registry.episode.push({
      episode_id,
      patient_id,
      clinic_id: "north",
      referred_date: near(),
      enrolled_date: null,
    });
    times(2, (index) =>
      registry.contact.push({
        contact_id: `${patient_id}-c${index}`,
        episode_id,
        contact_date: near(),
        kind: random.pick(["treatment", "no_show"]),
      }),
    );
    times(2, (index) =>
      registry.care_event.push({
        event_id: `${patient_id}-x${index}`,
        episode_id,
        event_date: near(),
        kind: random.pick(["referral", "psychotherapy_session", "care_plan"]),
      }),
    );
  }

  function diagnose(index: number, code: string): void {
    registry.diagnosis.push({
      diagnosis_id: `${patient_id}-d${index}`,
      patient_id,
      code_system: "icd-10-cm",
      code,
      onset_date: random.pick([null, shift(anchor, -100), anchor, near()]),
      recorded_date: random.pick([anchor, near(), null]),
      resolved_date: random.pick([null, null, null, shift(anchor, -3), anchor]),
      status: random.pick([null, "active", "active", "resolved", "entered-in-error"]),
      verification: random.pick([null, "confirmed", "provisional", "refuted"]),
    });
  }
}

/** Born so that a birthday falls on the anchor, on the score, or next to them. */
function birthday(random: Random, anchor: string, years: number): string {
  const [year, month, date] = shift(anchor, random.pick([-1, 0, 1])).split("-");
  return `${Number(year) - years}-${month}-${month === "02" && date === "29" ? "28" : date}`;
}
