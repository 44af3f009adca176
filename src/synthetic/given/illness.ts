/**
 * The conditions treated: share per mille of their setting, mean level of PHQ-9 and GAD-7 in milli-points, how much of what
 * care adds they take up (per mille), how they are coded and by which scale an episode is steered (assumed).
 */
// biome-ignore format: one condition a line
export const CONDITIONS = [
  { condition: "depression", setting: "primary_care", share: 610, phq9_mean: 14_800, gad7_mean: 10_000, care_uptake: 1000, icd10: "F32.1", primary_instrument: "phq9" },
  { condition: "depression and anxiety", setting: "primary_care", share: 290, phq9_mean: 15_800, gad7_mean: 14_000, care_uptake: 1000, icd10: "F33.1", primary_instrument: "phq9" },
  { condition: "anxiety", setting: "primary_care", share: 100, phq9_mean: 10_000, gad7_mean: 14_000, care_uptake: 1000, icd10: "F41.1", primary_instrument: "gad7" },
  { condition: "bipolar disorder", setting: "specialty_mh", share: 450, phq9_mean: 13_000, gad7_mean: 10_500, care_uptake: 500, icd10: "F31.81", primary_instrument: "asrm" },
  { condition: "schizophrenia", setting: "specialty_mh", share: 350, phq9_mean: 9_000, gad7_mean: 8_000, care_uptake: 300, icd10: "F20.9", primary_instrument: "bprs18" },
  { condition: "psychotic depression", setting: "specialty_mh", share: 200, phq9_mean: 17_500, gad7_mean: 12_500, care_uptake: 600, icd10: "F33.3", primary_instrument: "phq9" },
] as const;

/** Scales given monthly in specialty settings: floor and top of the total; mean, spread and error in milli-points (assumed). */
// biome-ignore format: one scale a line
export const SMI_SCALES = [
  { instrument: "asrm", condition: "bipolar disorder", mean: 7_000, sd: 3_500, floor: 0, top: 20, error_sd: 1_800 },
  { instrument: "bprs18", condition: "schizophrenia", mean: 44_000, sd: 9_000, floor: 18, top: 126, error_sd: 4_000 },
  { instrument: "bprs18", condition: "psychotic depression", mean: 41_000, sd: 8_000, floor: 18, top: 126, error_sd: 4_000 },
  { instrument: "whodas12", condition: "bipolar disorder", mean: 17_000, sd: 6_500, floor: 0, top: 48, error_sd: 2_400 },
  { instrument: "whodas12", condition: "schizophrenia", mean: 21_000, sd: 7_000, floor: 0, top: 48, error_sd: 2_400 },
  { instrument: "whodas12", condition: "psychotic depression", mean: 20_000, sd: 7_000, floor: 0, top: 48, error_sd: 2_400 },
] as const;

/** How hard each item is to score on, in thousandths of a standard deviation (assumed; self-harm is the rarest PHQ-9 item). */
export const ITEM_DIFFICULTY = {
  phq9: { levels: 3, items: [0, -200, -600, -900, 100, 0, 200, 900, 2600] },
  gad7: { levels: 3, items: [-500, -200, -600, 0, 500, -100, 400] },
  asrm: { levels: 4, items: [-200, 0, 300, 0, 100] },
  whodas12: { levels: 4, items: [0, 0, 200, 100, -400, 200, 300, 600, 400, 100, 0, -200] },
} as const;

/** Other conditions on the record, per mille in primary care and in specialty settings (assumed); each draws from its own lane. */
export const COMORBIDITIES = [
  { icd10: "E11.9", primary_care: 110, specialty_mh: 170, lane: 0 },
  { icd10: "I10", primary_care: 240, specialty_mh: 280, lane: 1 },
  { icd10: "F43.10", primary_care: 80, specialty_mh: 130, lane: 2 },
  { icd10: "F10.20", primary_care: 60, specialty_mh: 150, lane: 3 },
] as const;
