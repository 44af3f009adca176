/** One number of the model: whole, in the unit named, with where it comes from (`assumed`: our own judgement). */
export interface Parameter {
  value: number;
  unit: string;
  source: string;
}

const of = (value: number, unit: string, source: string): Parameter => ({ value, unit, source });
const assumed = "assumed";
const fitted = (to: string) => `fitted so that the model gives ${to}`;

const CASELOAD =
  "AIMS Center caseload guidance: 60 to 80 per care manager for Medicaid, up to 120 commercial";
const BAO = "Bao et al. 2016, doi:10.1176/appi.ps.201400577, 5,439 episodes";
const NYS = "Moise et al. 2018, Implementation Science, 26 clinics of New York State's Medicaid programme";
const ANGSTMAN = "Angstman et al. 2012, Mayo Clinic, n = 1,128";
const NHANES = "NCHS Data Brief 303, NHANES 2013-2016";

/**
 * The model's numbers. Milli-points are thousandths of a score point; a share of improvement is in thousandths of the
 * severity at baseline; probabilities are per mille. `README.md` says how they act together.
 */
export const PARAMETERS = {
  // People and their way in
  referred: of(850, "per mille of primary-care patients", assumed),
  accepts: of(880, "per mille of referrals", assumed),
  never_starts: of(30, "per mille of enrolments", assumed),
  returns: of(40, "per mille of people referred, a second time", assumed),
  returns_after_days: of(
    640,
    "days, at least",
    "longer than the 6 months without service that end an episode (AMA)",
  ),
  lives_in_clinic_area: of(850, "per mille of patients", assumed),
  screened: of(885, "per mille of visits", `${NYS}: median 88.5 %`),
  unreferred_positive: of(
    120,
    "per mille of unreferred patients",
    "13.5 % of 88,236 screened in urban Medicaid clinics (ps.202000924)",
  ),
  payer_changes: of(100, "per mille of patients", assumed),
  booking_days_min: of(2, "days from referral to the first free appointment", assumed),
  booking_days_spread: of(11, "days", assumed),

  // Places, staff and room for patients
  spanish_min: of(30, "per mille of a clinic's patients", assumed),
  spanish_spread: of(150, "per mille between clinics", assumed),
  gap_clinic_spanish: of(300, "per mille at the clinic without a bilingual care manager", assumed),
  medicaid_min: of(300, "per mille of a clinic's patients under 65", assumed),
  medicaid_spread: of(350, "per mille between clinics", assumed),
  specialty_every: of(4, "every nth clinic is specialty mental health", assumed),
  intakes_per_fte_month: of(
    12,
    "intakes a month per full-time care manager",
    `${CASELOAD}; 12 x 5 months = 60`,
  ),
  utilisation: of(880, "per mille of intake places planned to be used", assumed),
  tenure_months_min: of(14, "months a care manager stays, at least", assumed),
  tenure_months_spread: of(30, "months", assumed),
  vacancy_months_max: of(3, "months a post stands empty, at most", assumed),
  vacancy_cover: of(700, "per mille of an empty post covered by colleagues", assumed),
  vacancy_missed: of(150, "per mille fewer visits kept while a post is empty", assumed),
  psychiatrist_share: of(100, "per mille of care-manager time", "rule of thumb: 0.1 FTE per 1.0 FTE"),
  care_manager_cost: of(7_400, "dollars a month per FTE", assumed),
  psychiatrist_cost: of(24_000, "dollars a month per FTE", assumed),

  // How ill people are
  severity_sd: of(
    4_300,
    "milli-points, PHQ-9 between people",
    "SD about 5.4 to 5.7 observed, less measurement error",
  ),
  anxiety_sd: of(3_400, "milli-points, GAD-7 apart from depression", "SD about 4.8 observed"),
  anxiety_shared: of(400, "thousandths of a PHQ-9 deviation shared by the GAD-7", assumed),
  crisis: of(1_200, "milli-points above one's own level at intake, gone after 28 days", assumed),
  phq9_error_sd: of(2_200, "milli-points", "retest reliability .84, SD 5.4: 5.4 x sqrt(1 - .84) = 2.16"),
  gad7_error_sd: of(
    1_700,
    "milli-points",
    "SD 4.8, retest reliability .83 to .92: 4.8 x sqrt(1 - .88) = 1.66",
  ),

  // How they change: shares of the baseline level, in thousandths
  natural_share: of(
    280,
    "thousandths",
    "spontaneous change without care is large (Graham 2020: PHQ-9 13.6 to 7.0 waiting)",
  ),
  natural_sd: of(385, "thousandths, between people", fitted("remission by severity (next line)")),
  severity_slope: of(
    -2,
    "thousandths per PHQ-9 point above 15",
    fitted(`45.6 / 36.9 / 29.6 % remission, ${ANGSTMAN}`),
  ),
  care_share: of(145, "thousandths", fitted(`45.6 / 36.9 / 29.6 % remission, ${ANGSTMAN}`)),
  early_share: of(125, "thousandths", fitted(`odds ratio 1.63 (1.23-2.17) of improvement, ${BAO}`)),
  consult_share: of(92, "thousandths", fitted(`odds ratio 1.44 (1.13-1.84) of improvement, ${BAO}`)),
  clinic_sd: of(
    50,
    "thousandths, between clinics",
    "clinics differ strongly (ps.62.9: adjusted improvement .36 to .84)",
  ),
  learning_share: of(
    60,
    "thousandths over the first two years",
    "Carlo et al., ps.201800249: better for two years",
  ),
  discordant_share: of(-90, "thousandths, Spanish speakers where no care manager is bilingual", assumed),
  medicaid_share: of(
    -30,
    "thousandths",
    "direction: frontiersin 1240902 (odds ratio .587 in adolescents); size assumed",
  ),
  improving_share: of(240, "thousandths, one clinic, from its month", assumed),
  deteriorating_share: of(-240, "thousandths, one clinic, from its month", assumed),
  progress_ceiling: of(
    1_300,
    "thousandths: progress by day t is ceiling x t / (t + half), at most 1,000",
    assumed,
  ),
  progress_half_days: of(
    55,
    "days: half of the change by day 34",
    "median time to remission 86 days (Garrison 2016)",
  ),

  // What the team does
  early_mean: of(650, "per mille with a contact in 28 days", "Hogg, ps.62.9: clinics .34 to .88"),
  early_spread: of(160, "per mille either side, between clinics", "Hogg, ps.62.9: clinics .34 to .88"),
  early_learning: of(80, "per mille over the first two years", assumed),
  early_medicaid: of(-50, "per mille", assumed),
  early_language_gap: of(-350, "per mille, Spanish speakers where no care manager is bilingual", assumed),
  consult_mean: of(550, "per mille of those not responding by week 8", `${NYS}: 55 %, later 80.5 %`),
  consult_learning: of(250, "per mille over the first two years", `${NYS}: 55 %, later 80.5 %`),
  keeps_visit: of(800, "per mille of planned visits", assumed),
  scores_visit: of(930, "per mille of kept visits", assumed),
  intake_review: of(
    600,
    "per mille of episodes reviewed in the first month",
    "NYS-CCI 2015: 75 to 90 % ever reviewed",
  ),

  // Who goes, and when (decided by the last score seen, so that what is missing is missing at random given the record)
  leaves_base: of(18, "per mille at each visit", assumed),
  leaves_per_point: of(
    4,
    "per mille more for each PHQ-9 point above 4",
    "higher scores drop out more; size assumed",
  ),
  leaves_unseen: of(60, "per mille at a visit without a score", assumed),
  graduates: of(330, "per mille at each visit in remission", assumed),
  graduates_from_day: of(112, "days in care, at least", assumed),
  closure_days: of(60, "days without contact until an episode is closed", assumed),

  // The population that the clinics serve
  treated_share: of(80, "per mille of expected cases treated in a year", assumed),
  area_spread: of(
    350,
    "per mille either side: areas' prevalence around the nation's",
    `${NHANES}: 3.5 to 15.8 % by income`,
  ),
} as const satisfies Record<string, Parameter>;

export type ParameterName = keyof typeof PARAMETERS;

/** The numbers alone, with some replaced: a null programme sets its planted changes to 0. Throws nothing; names are typed. */
export function parameterValues(
  changes: Partial<Record<ParameterName, number>> = {},
): Record<ParameterName, number> {
  const values = Object.fromEntries(Object.entries(PARAMETERS).map(([name, { value }]) => [name, value]));
  return { ...values, ...changes } as Record<ParameterName, number>;
}
