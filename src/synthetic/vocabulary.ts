/** Categories and how often each is drawn, per mille; every list adds up to 1,000. Shares are assumed unless the list says otherwise. */
export const CHOICES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  sex: { female: 640, male: 360 },
  race: {
    White: 560,
    "Black or African American": 190,
    Asian: 60,
    "American Indian or Alaska Native": 30,
    Other: 160,
  },
  age_from: { "18": 150, "25": 200, "35": 190, "45": 170, "55": 150, "65": 100, "75": 40 },
  visit_type: { office_visit: 640, annual_wellness: 220, telehealth: 140 },
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

/** A condition treated: how often in its setting, how ill, how much of care's effect it takes up, how it is coded and steered. */
export interface Condition {
  condition: string;
  setting: "primary_care" | "specialty_mh";
  share: number;
  phq9_mean: number;
  gad7_mean: number;
  care_uptake: number;
  icd10: string;
  primary_instrument: string;
}

/** Shares per mille of a setting, means in milli-points of a person's own level, uptake per mille; assumed. */
export const CONDITIONS: readonly Condition[] = [
  condition("depression", "primary_care", 610, 14_800, 10_000, 1000, "F32.1", "phq9"),
  condition("depression and anxiety", "primary_care", 290, 15_800, 14_000, 1000, "F33.1", "phq9"),
  condition("anxiety", "primary_care", 100, 10_000, 14_000, 1000, "F41.1", "gad7"),
  condition("bipolar disorder", "specialty_mh", 450, 13_000, 10_500, 500, "F31.81", "asrm"),
  condition("schizophrenia", "specialty_mh", 350, 9_000, 8_000, 300, "F20.9", "bprs18"),
  condition("psychotic depression", "specialty_mh", 200, 17_500, 12_500, 600, "F33.3", "phq9"),
];

function condition(
  name: string,
  setting: Condition["setting"],
  share: number,
  phq9_mean: number,
  gad7_mean: number,
  care_uptake: number,
  icd10: string,
  primary_instrument: string,
): Condition {
  return { condition: name, setting, share, phq9_mean, gad7_mean, care_uptake, icd10, primary_instrument };
}

/** Scales given monthly in specialty settings: mean and error in milli-points, change in thousandths of the person's improvement (assumed). */
export const SMI_SCALES = [
  {
    instrument: "asrm",
    condition: "bipolar disorder",
    mean: 7_000,
    sd: 3_500,
    floor: 0,
    top: 20,
    error_sd: 1_800,
  },
  {
    instrument: "bprs18",
    condition: "schizophrenia",
    mean: 44_000,
    sd: 9_000,
    floor: 18,
    top: 126,
    error_sd: 4_000,
  },
  {
    instrument: "bprs18",
    condition: "psychotic depression",
    mean: 41_000,
    sd: 8_000,
    floor: 18,
    top: 126,
    error_sd: 4_000,
  },
  {
    instrument: "whodas12",
    condition: "bipolar disorder",
    mean: 17_000,
    sd: 6_500,
    floor: 0,
    top: 48,
    error_sd: 2_400,
  },
  {
    instrument: "whodas12",
    condition: "schizophrenia",
    mean: 21_000,
    sd: 7_000,
    floor: 0,
    top: 48,
    error_sd: 2_400,
  },
  {
    instrument: "whodas12",
    condition: "psychotic depression",
    mean: 20_000,
    sd: 7_000,
    floor: 0,
    top: 48,
    error_sd: 2_400,
  },
] as const;

/** How hard each item is to score on, in thousandths of a standard deviation (assumed; self-harm is the rarest PHQ-9 item). */
export const ITEM_DIFFICULTY: Readonly<Record<string, { levels: number; items: readonly number[] }>> = {
  phq9: { levels: 3, items: [0, -200, -600, -900, 100, 0, 200, 900, 2600] },
  gad7: { levels: 3, items: [-500, -200, -600, 0, 500, -100, 400] },
  asrm: { levels: 4, items: [-200, 0, 300, 0, 100] },
  whodas12: { levels: 4, items: [0, 0, 200, 100, -400, 200, 300, 600, 400, 100, 0, -200] },
};

/** Referrals in a calendar month, per cent of an average one, and milli-points that people are more ill then (assumed). */
export const SEASONS = [
  { referrals: 112, severity: 500 },
  { referrals: 108, severity: 400 },
  { referrals: 108, severity: 200 },
  { referrals: 102, severity: 0 },
  { referrals: 100, severity: -200 },
  { referrals: 96, severity: -300 },
  { referrals: 86, severity: -400 },
  { referrals: 90, severity: -300 },
  { referrals: 102, severity: -100 },
  { referrals: 106, severity: 0 },
  { referrals: 100, severity: 200 },
  { referrals: 90, severity: 300 },
] as const;

/** Days after intake on which a visit is planned: every two weeks to week 12, then every four (assumed; scores every two to four weeks). */
export const PLANNED_DAYS = [0, 14, 28, 42, 56, 70, 84, 112, 140, 168, 196, 224, 252, 280, 308, 336] as const;

/** Laboratory values and vital signs of the antipsychotic schedule (ADA/APA 2004): mean and spread between people in tenths of the unit (assumed). */
export const METABOLIC = [
  { code: "29463-7", unit: "kg", mean: 870, sd: 170, days: [0, 28, 56, 84, 174, 264], done: 820 },
  { code: "39156-5", unit: "kg/m2", mean: 300, sd: 58, days: [0, 28, 56, 84, 174, 264], done: 800 },
  { code: "8480-6", unit: "mm[Hg]", mean: 1280, sd: 140, days: [0, 84], done: 850 },
  { code: "1558-6", unit: "mg/dL", mean: 1030, sd: 190, days: [0, 84], done: 640 },
  { code: "4548-4", unit: "%", mean: 57, sd: 7, days: [0, 84], done: 600 },
  { code: "13457-7", unit: "mg/dL", mean: 1120, sd: 300, days: [0, 84], done: 560 },
] as const;

/** Social statuses asked every 90 days in specialty settings: per mille in the good state at intake and gained in a year (assumed). */
export const SOCIAL = [
  { domain: "employment", good: "competitive employment", bad: "unemployed", start: 180, gain: 120 },
  { domain: "housing", good: "stable", bad: "unstable or homeless", start: 780, gain: 80 },
  {
    domain: "hospital",
    good: "none in 90 days",
    bad: "psychiatric inpatient in 90 days",
    start: 740,
    gain: 170,
  },
  { domain: "justice", good: "none in 90 days", bad: "arrested in 90 days", start: 940, gain: 30 },
] as const;

/** Elevated PHQ-9 by age and sex, per mille: NHANES 2013-2016, NCHS Data Brief 303 (the split by age within sex is from memory). */
export const POPULATION = [
  { age_band: "18_to_24", age_from: 18, years: 7, women: 101, men: 55, weight: 97 },
  { age_band: "25_to_34", age_from: 25, years: 10, women: 101, men: 55, weight: 136 },
  { age_band: "35_to_44", age_from: 35, years: 10, women: 108, men: 54, weight: 163 },
  { age_band: "45_to_54", age_from: 45, years: 10, women: 115, men: 52, weight: 135 },
  { age_band: "55_to_64", age_from: 55, years: 10, women: 105, men: 57, weight: 87 },
  { age_band: "65_to_74", age_from: 65, years: 10, women: 96, men: 61, weight: 66 },
  { age_band: "75_and_over", age_from: 75, years: 14, women: 96, men: 61, weight: 60 },
] as const;

/** Fees in cents a unit: the vendors' round numbers for 2025 (99492 to 99494); G2214 from memory. Medicaid pays less and commercial plans more (assumed). */
export const FEES = [
  { code: "99492", cents: 16_500 },
  { code: "99493", cents: 13_000 },
  { code: "99494", cents: 7_000 },
  { code: "G2214", cents: 5_800 },
] as const;

export const PAYERS = [
  { payer: "Medicaid", pays: 750 },
  { payer: "Medicare", pays: 1000 },
  { payer: "Commercial", pays: 1150 },
] as const;

/** Other conditions on the record, per mille in primary care and in specialty settings (assumed). */
export const COMORBIDITIES = [
  { icd10: "E11.9", primary_care: 110, specialty_mh: 170, lane: 0 },
  { icd10: "I10", primary_care: 240, specialty_mh: 280, lane: 1 },
  { icd10: "F43.10", primary_care: 80, specialty_mh: 130, lane: 2 },
  { icd10: "F10.20", primary_care: 60, specialty_mh: 150, lane: 3 },
] as const;

/** Courses that care managers take, and how soon after starting (assumed). */
export const COURSES = [
  { course: "Collaborative care foundations", from_day: 14, lane: 0 },
  { course: "Measurement-based care", from_day: 45, lane: 1 },
  { course: "Suicide safety planning", from_day: 75, lane: 2 },
] as const;

/** What is planted where: clinic numbers, and when in the programme (per mille of its months) something changes for good. */
export const CLINIC_ROLES = [
  { clinic: 1, role: "language_gap", change_at: null },
  { clinic: 2, role: "improves", change_at: 550 },
  { clinic: 3, role: "deteriorates", change_at: 600 },
] as const;

/** Faults planted on request, in which file, and how often (per mille of its rows; assumed). */
export const DEFECTS = [
  { file: "assessment", kind: "duplicate", permille: 2 },
  { file: "assessment", kind: "impossible_date", permille: 2 },
  { file: "assessment", kind: "total_disagrees", permille: 2 },
  { file: "assessment", kind: "late", permille: 2 },
  { file: "assessment", kind: "same_day_double", permille: 2 },
  { file: "assessment", kind: "missing_values", permille: 2 },
  { file: "episode", kind: "enrolled_again", permille: 6 },
  { file: "patient", kind: "missing_values", permille: 12 },
  { file: "visit", kind: "unknown_clinic", permille: 5 },
] as const;

/** Invented places; no clinic of these names is meant. */
export const PLACES = [
  "Alder Creek",
  "Amberfield",
  "Ash Hollow",
  "Birchwater",
  "Blue Heron",
  "Brackenridge",
  "Cedar Bend",
  "Clearbrook",
  "Copper Hill",
  "Cottonwood",
  "Dovecote",
  "Eastmoor",
  "Elm Crossing",
  "Fernleigh",
  "Foxglove",
  "Garnet Falls",
  "Goldenrod",
  "Granite Bay",
  "Harrow Lane",
  "Hawthorn",
  "Hazelmere",
  "Heron Point",
  "Ironwood",
  "Juniper Flats",
  "Kestrel Ridge",
  "Larkspur",
  "Linden Park",
  "Long Meadow",
  "Maple Hollow",
  "Marsh Harbor",
  "Millrace",
  "Mossy Oak",
  "Nettle Green",
  "Northgate",
  "Otter Lake",
  "Pebble Shore",
  "Pinecrest",
  "Quail Run",
  "Red Clover",
  "Rowan Street",
  "Saltgrass",
  "Silver Birch",
  "Stonebridge",
  "Sycamore",
  "Tamarack",
  "Thistledown",
  "Upper Weir",
  "Willow Bank",
  "Windermoor",
  "Yarrow Hill",
] as const;
