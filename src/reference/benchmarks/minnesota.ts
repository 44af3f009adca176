import type { Benchmark } from "./benchmark.ts";

const STATE = {
  programme: "Minnesota, all clinics",
  setting: "Usual care of more than 110,000 adults with depression, 2012 to 2017",
  n: 110_000,
  instrument: "phq9",
  basis: "everyone",
  match: "similar",
  citation: "MN Community Measurement, public reports of 2013, 2015 and 2018",
} as const satisfies Partial<Benchmark>;

const PEOPLE = "needs a diagnosis of depression, and 30 days either side in place of 60; usual care";

/** Minnesota reports every patient of every clinic, and counts whoever is not seen again as not met, as we do. */
export const MINNESOTA: readonly Benchmark[] = [
  {
    ...STATE,
    id: "mncm_follow_up_6m",
    measure: "follow_up",
    window: "6m",
    low: 0.28,
    high: 0.34,
    definition: "A PHQ-9 six months after the index score, of adults with an index PHQ-9 of 10 or more",
    why: PEOPLE,
  },
  {
    ...STATE,
    id: "mncm_follow_up_12m",
    measure: "follow_up",
    window: "12m",
    low: 0.22,
    high: 0.273,
    definition: "A PHQ-9 twelve months after the index score, of adults with an index PHQ-9 of 10 or more",
    why: PEOPLE,
  },
  {
    ...STATE,
    id: "mncm_remission_6m",
    measure: "remission",
    window: "6m",
    low: 0.07,
    high: 0.08,
    definition: "PHQ-9 below 5 at six months, of adults with an index PHQ-9 of 10 or more",
    why: PEOPLE,
  },
  {
    ...STATE,
    id: "mncm_remission_12m",
    measure: "remission",
    window: "12m",
    low: 0.06,
    high: 0.06,
    definition: "PHQ-9 below 5 at twelve months, of adults with an index PHQ-9 of 10 or more",
    why: PEOPLE,
  },
  {
    ...STATE,
    id: "mncm_response_12m",
    measure: "response",
    window: "12m",
    low: 0.09,
    high: 0.11,
    definition:
      "PHQ-9 at most half the index score at twelve months, of adults with an index PHQ-9 of 10 or more",
    why: PEOPLE,
  },
  {
    id: "diamond_remission_6m",
    programme: "DIAMOND, collaborative care",
    setting: "75 primary care clinics in Minnesota; patients surveyed at the start and at six months",
    n: 245,
    measure: "remission",
    instrument: "phq9",
    window: "6m",
    low: 0.364,
    high: 0.364,
    basis: "measured",
    definition: "Depression remission by PHQ-9 six months after the start, of those surveyed",
    match: "similar",
    why: "people newly on an antidepressant who answered a survey, not a registry’s scores",
    citation: "Solberg et al. 2015, Annals of Family Medicine 13:412-420, doi:10.1370/afm.1842",
  },
];
