import type { Choices } from "./choices.ts";

/** Who comes to the clinics, per mille (assumed). */
export const PEOPLE_CHOICES: Choices = {
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

/**
 * Residents by age: weight in the population (US 2000 standard, per mille) and how many have an elevated PHQ-9, per mille of
 * women and of men: NHANES 2013-2016, NCHS Data Brief 303 (the split by age within sex is from memory).
 */
export const POPULATION = [
  { age_band: "18_to_24", age_from: 18, years: 7, women: 101, men: 55, weight: 97 },
  { age_band: "25_to_34", age_from: 25, years: 10, women: 101, men: 55, weight: 136 },
  { age_band: "35_to_44", age_from: 35, years: 10, women: 108, men: 54, weight: 163 },
  { age_band: "45_to_54", age_from: 45, years: 10, women: 115, men: 52, weight: 135 },
  { age_band: "55_to_64", age_from: 55, years: 10, women: 105, men: 57, weight: 87 },
  { age_band: "65_to_74", age_from: 65, years: 10, women: 96, men: 61, weight: 66 },
  { age_band: "75_and_over", age_from: 75, years: 14, women: 96, men: 61, weight: 60 },
] as const;
