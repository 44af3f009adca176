import type { Programme } from "./simulated_people.ts";

/** How many clinics the made-up programmes have, and how many people each clinic takes on, again and again. */
const CLINICS = [1, 1, 2, 3, 1, 4, 2, 6, 1, 8, 3, 12, 1, 5, 2, 20, 1, 4, 30, 2, 3, 1, 10, 2, 50];
const PEOPLE_EACH = [40, 60, 90, 50, 120, 70, 200, 45];
const MONTHS = [12, 18, 24, 36];

/** Two hundred made-up programmes, from one clinic of 40 people to 50 clinics, over one to three years. */
export const PROGRAMMES: readonly Programme[] = Array.from({ length: 200 }, (_, at) => ({
  clinics: CLINICS[at % CLINICS.length] ?? 1,
  months: MONTHS[at % MONTHS.length] ?? 12,
  pace: 0,
  peopleEach: PEOPLE_EACH[at % PEOPLE_EACH.length] ?? 40,
  measures: at % 20 === 0 ? 3 : 1,
  isPlain: at % 5 !== 0 || (CLINICS[at % CLINICS.length] ?? 1) > 4,
}));

type Monthly = Programme & { releases: number };

/** Programmes that publish every month with late data, from their second on: of the two people of the first nothing can be told. Somebody keeps every release. */
export const MONTHLY: readonly Monthly[] = [
  { clinics: 1, months: 24, pace: 0, peopleEach: 120, measures: 1, isPlain: true, releases: 23 },
  { clinics: 4, months: 36, pace: 8, measures: 1, isPlain: true, releases: 34 },
  { clinics: 8, months: 36, pace: 6, measures: 1, isPlain: true, releases: 34 },
];

/** The same, with clinics divided by sex and age, which no declared breakdown does. */
export const DIVIDED: readonly Monthly[] = [{ clinics: 3, months: 24, pace: 10, measures: 1, releases: 22 }];

/** The same, where people are also taken out again; a month that earlier ones would undo is refused. */
export const CORRECTED: readonly Monthly[] = [
  { clinics: 4, months: 36, pace: 8, measures: 1, isPlain: true, oneIn: 50, releases: 34 },
  { clinics: 1, months: 24, pace: 0, peopleEach: 120, measures: 1, isPlain: true, oneIn: 20, releases: 23 },
];
