import { CARE } from "../care.ts";
import type { Measure } from "../measure.ts";

export const earlyFollowUp: Measure = {
  ...CARE,
  id: "early_follow_up",
  title: "Follow-up within 4 weeks",
  why: "An early follow-up makes improvement more likely and quicker.",
  definition:
    "Of enrolled episodes, those with a treatment contact on day 1 to 28 after enrolment. Attempts, missed visits, messages and scheduling are no contact; the enrolment itself is not a follow-up.",
  in_words: "had a follow-up within 4 weeks",
  better: "higher",
  unit: "episode",
  windows: ["days_1_to_28"],
  needs: ["patient", "clinic", "episode", "contact"],
  exclusions: ["window_open"],
  specs: [
    {
      id: "Bao 2016, task 1",
      version: "all ages and severities; Bao: adults with a PHQ-9 of 10 or more",
      match: "similar",
    },
  ],
  source:
    "Bao et al. 2016, doi:10.1176/appi.ps.201400577: follow-up within 4 weeks, odds ratio of improvement 1.63",
  firmness: "sourced",
};
