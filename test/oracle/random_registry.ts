import type { Instrument } from "../../src/reference/instrument.ts";
import { INSTRUMENTS } from "../../src/reference/instruments.ts";
import { type Random, seeded } from "./random.ts";

interface Patient {
  patient_id: string;
  birth_date: string | null;
  birth_year: number | null;
  sex: string | null;
  race: string | null;
}

interface Coverage {
  patient_id: string;
  payer_category: string;
  start_date: string | null;
  end_date: string | null;
}

export interface Episode {
  episode_id: string;
  patient_id: string;
  clinic_id: string;
  referred_date: string | null;
  enrolled_date: string | null;
  ended_date: string | null;
}

export interface Assessment {
  assessment_id: string;
  patient_id: string;
  episode_id: string | null;
  instrument: string;
  assessed_date: string;
  recorded_at: string | null;
  total: number | null;
  /** Answers in order; null where an item was left out. */
  items: (number | null)[];
}

export interface Registry {
  asOf: string;
  patient: Patient[];
  coverage: Coverage[];
  episode: Episode[];
  assessment: Assessment[];
}

/** Days that calendars trip over. */
const ENROLMENT_DAYS = [
  "2023-08-31",
  "2023-12-30",
  "2023-12-31",
  "2024-02-28",
  "2024-02-29",
  "2024-03-31",
  "2024-06-15",
];
/** Days after a score at which windows begin and end, and their neighbours. */
const EDGES = [
  0, 0, 1, 14, 15, 30, 69, 70, 71, 90, 110, 111, 112, 121, 122, 123, 124, 125, 180, 181, 241, 242, 243, 244,
  245, 246, 97, 98, 99, 304, 305, 306, 365, 366, 425, 426, 427,
];
const CLINICS = ["north", "south", "west"];

/** Many small registries in one: people who share clinics and nothing else. Every trap of the rules turns up often. */
export function randomRegistry(seed: number, people: number): Registry {
  const random = seeded(seed);
  const asOf = shift(
    random.pick(ENROLMENT_DAYS),
    random.pick([0, 98, 112, 200, 243, 244, 300, 426, 500, 700]),
  );
  const instruments = INSTRUMENTS.filter(() => random.chance(0.5));
  const registry: Registry = { asOf, patient: [], coverage: [], episode: [], assessment: [] };
  for (let person = 0; person < people; person++)
    addPerson(registry, random, `p${person}`, instruments.length > 0 ? instruments : INSTRUMENTS.slice(0, 1));
  return registry;
}

function addPerson(
  registry: Registry,
  random: Random,
  patient_id: string,
  instruments: readonly Instrument[],
): void {
  const first = random.pick(ENROLMENT_DAYS);
  registry.patient.push({
    patient_id,
    birth_date: random.chance(0.8) ? birthDay(random, first) : null,
    birth_year: random.chance(0.5) ? random.whole(1930, 2012) : null,
    sex: random.pick(["female", "male", null]),
    race: random.pick(["a", "b", null]),
  });
  const starts = [null, shift(first, -400), shift(first, -1), first, shift(first, 1)];
  for (const start_date of starts.filter(() => random.chance(0.25)))
    registry.coverage.push({
      patient_id,
      payer_category: random.pick(["medicaid", "medicare", "private"]),
      start_date,
      end_date: random.pick([null, first, shift(first, 1), shift(first, 300)]),
    });
  const episodes = Array.from({ length: random.whole(0, 3) }, (_, index) => {
    const enrolled = index === 0 ? first : shift(first, random.pick([0, 30, 100, 400]));
    return {
      episode_id: `${patient_id}-e${index}`,
      patient_id,
      clinic_id: random.pick(CLINICS),
      referred_date: random.chance(0.5) ? shift(enrolled, -3) : null,
      enrolled_date: random.chance(0.9) ? enrolled : null,
      ended_date: random.chance(0.3) ? shift(enrolled, random.whole(1, 300)) : null,
    };
  });
  registry.episode.push(...episodes);
  const scores = random.whole(0, 6);
  let previous: Assessment | undefined;
  for (let index = 0; index < scores; index++) {
    const twin = previous && random.chance(0.2) ? previous : undefined;
    const episode = random.chance(0.4) && episodes.length > 0 ? random.pick(episodes) : null;
    previous = administration(random, random.pick(instruments), {
      assessment_id: `${patient_id}-a${index}`,
      patient_id,
      episode_id: episode?.episode_id ?? null,
      assessed_date:
        twin?.assessed_date ?? shift(first, random.pick(index === 0 ? [-1, 0, 0, 1, 15] : EDGES)),
      recorded_at: twin
        ? twin.recorded_at
        : random.pick([null, "2024-03-01 09:00:00", "2024-03-01 10:00:00"]),
    });
    registry.assessment.push(previous);
  }
}

type Place = Pick<
  Assessment,
  "assessment_id" | "patient_id" | "episode_id" | "assessed_date" | "recorded_at"
>;

function administration(random: Random, instrument: Instrument, place: Place): Assessment {
  const spelling = random.pick([
    instrument.id,
    instrument.id,
    ...instrument.aliases.map((alias) => alias.toUpperCase()),
  ]);
  const severity = random.whole(instrument.item_min, instrument.item_max);
  const missing = random.pick([0, 0, 0, 1, 2, 3, instrument.items, instrument.items]);
  const items = Array.from({ length: instrument.items }, (_, index): number | null =>
    index < instrument.items - missing ? clamp(severity + random.whole(-1, 1), instrument) : null,
  );
  const sum = items.reduce<number>((total, item) => total + (item ?? 0), 0);
  const ofItems = [
    sum,
    sum,
    sum + missing * instrument.item_max,
    sum + missing * instrument.item_max + 1,
    sum - 1,
  ];
  const alone = [random.whole(instrument.min, instrument.max), random.whole(0, 4 * instrument.max) / 4];
  const total = random.pick([null, ...(missing === instrument.items ? alone : ofItems)]);
  const feasible = total !== null && total >= instrument.min && total <= instrument.max;
  return { ...place, instrument: spelling, total: feasible ? total : null, items };
}

const clamp = (value: number, { item_min, item_max }: Instrument): number =>
  Math.min(item_max, Math.max(item_min, value));

const BIRTH_YEARS_AGO = [0, 12, 17, 18, 29, 30, 44, 45, 64, 65, 90];

/** A birthday on the first score's day, or next to it, so that ages turn where bands do. */
function birthDay(random: Random, first: string): string {
  const [year, month, date] = shift(first, random.pick([-1, 0, 1])).split("-");
  const born = Number(year) - random.pick(BIRTH_YEARS_AGO);
  const exists = date !== "29" || month !== "02" || new Date(Date.UTC(born, 1, 29)).getUTCDate() === 29;
  return `${born}-${month}-${exists ? date : "28"}`;
}

export function shift(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}
