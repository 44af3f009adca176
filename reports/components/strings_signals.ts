/** The words of signal and noise; part of `STRINGS`. */
export const SIGNAL_STRINGS = {
  label: {
    improvement: "Improving",
    concern: "Concern",
    change: "Change",
    common_cause: "Steady",
    too_early: "Too early",
  },
  meaning: {
    improvement: "At least one of the last three complete months was better than chance alone explains.",
    concern: "At least one of the last three complete months was worse than chance alone explains.",
    change: "At least one of the last three complete months was further off than chance alone explains.",
    common_cause: "The last three complete months differ no more than chance explains.",
    too_early: "Fewer than twelve complete months: too early to tell.",
  },
  noClinic: "No clinic differs from the others by more than clinics do anyway.",
  clinic: (name: string, verdict: string) => `${name} is ${verdict} by more than clinics differ anyway.`,
  verdict: {
    improvement: "better than the others",
    concern: "worse than the others",
    change: "unlike the others",
    common_cause: "like the others",
    too_early: "not judged yet",
  },
} as const;
