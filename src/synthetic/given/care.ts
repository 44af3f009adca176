import type { Choices } from "./choices.ts";

/** What is done, with what, and why people leave, per mille (assumed). */
export const CARE_CHOICES: Choices = {
  contact_mode: { phone: 520, video: 230, in_person: 250 },
  leaves_because: {
    "lost to follow-up": 660,
    "patient declined further care": 160,
    "referred to specialty care": 120,
    moved: 56,
    deceased: 4,
  },
  recommendation: {
    "increase dose": 260,
    "change medication": 200,
    "add medication": 160,
    "start psychotherapy": 140,
    "continue current plan": 240,
  },
  antidepressant: { sertraline: 300, escitalopram: 270, fluoxetine: 170, bupropion: 140, duloxetine: 120 },
  antipsychotic: {
    olanzapine: 260,
    risperidone: 240,
    aripiprazole: 220,
    quetiapine: 200,
    "paliperidone LAI": 80,
  },
  mood_stabiliser: { lithium: 450, valproate: 250, lamotrigine: 300 },
  psychotherapy: {
    "behavioral activation": 480,
    "problem-solving treatment": 340,
    "cognitive behavioral therapy": 180,
  },
};

/** Days after intake on which a visit is planned: every two weeks to week 12, then every four (assumed). */
export const PLANNED_DAYS = [0, 14, 28, 42, 56, 70, 84, 112, 140, 168, 196, 224, 252, 280, 308, 336] as const;

/**
 * Laboratory values and vital signs of the antipsychotic schedule (ADA/APA 2004), by LOINC code: mean and spread between people
 * in tenths of the unit, and how often they are done when due, per mille (assumed).
 */
export const METABOLIC = [
  { code: "29463-7", unit: "kg", mean: 870, sd: 170, days: [0, 28, 56, 84, 174, 264], done: 820 },
  { code: "39156-5", unit: "kg/m2", mean: 300, sd: 45, days: [0, 28, 56, 84, 174, 264], done: 800 },
  { code: "8480-6", unit: "mm[Hg]", mean: 1280, sd: 140, days: [0, 84], done: 850 },
  { code: "1558-6", unit: "mg/dL", mean: 1030, sd: 190, days: [0, 84], done: 640 },
  { code: "4548-4", unit: "%", mean: 57, sd: 6, days: [0, 84], done: 600 },
  { code: "13457-7", unit: "mg/dL", mean: 1120, sd: 300, days: [0, 84], done: 560 },
] as const;

/** Social statuses asked every 90 days in specialty settings: per mille in the good state at intake and gained in a year (assumed). */
// biome-ignore format: one domain a line
export const SOCIAL = [
  { domain: "employment", good: "competitive employment", bad: "unemployed", start: 180, gain: 120 },
  { domain: "housing", good: "stable", bad: "unstable or homeless", start: 780, gain: 80 },
  { domain: "hospital", good: "none in 90 days", bad: "psychiatric inpatient in 90 days", start: 740, gain: 170 },
  { domain: "justice", good: "none in 90 days", bad: "arrested in 90 days", start: 940, gain: 30 },
] as const;

/** Fees in cents a unit: vendors' round numbers for 99492 to 99494, G2214 from memory. */
export const FEES = [
  { code: "99492", cents: 16_500 },
  { code: "99493", cents: 13_000 },
  { code: "99494", cents: 7_000 },
  { code: "G2214", cents: 5_800 },
] as const;

/** What payers pay, per mille of the fee (assumed). */
export const PAYERS = [
  { payer: "Medicaid", pays: 750 },
  { payer: "Medicare", pays: 1000 },
  { payer: "Commercial", pays: 1150 },
] as const;

/** Courses that care managers take, and how soon after starting (assumed); each draws from its own lane. */
export const COURSES = [
  { course: "Collaborative care foundations", from_day: 14, lane: 0 },
  { course: "Measurement-based care", from_day: 45, lane: 1 },
  { course: "Suicide safety planning", from_day: 75, lane: 2 },
] as const;
