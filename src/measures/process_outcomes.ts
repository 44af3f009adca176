/** A step of care and the outcome that it is held against; both are counted in enrolled episodes. */
export interface ProcessOutcome {
  process: string;
  outcome: string;
}

/** The key tasks of collaborative care and the outcome on which they were tested. Bao et al. 2016, doi:10.1176/appi.ps.201400577. */
export const PROCESS_OUTCOMES: readonly ProcessOutcome[] = [
  { process: "early_follow_up", outcome: "improvement_24w" },
  { process: "consultation_weeks_8_to_12", outcome: "improvement_24w" },
];
