/** The words of what protection costs readers. */
export const UTILITY_STRINGS = {
  accuracy:
    "Rounding moves rates a little. Groups were drawn whose true share is known, and published by the rule:",
  accuracyCaption: "Published rates beside exact ones",
  people: "People in the group",
  rates: "Rates",
  off: "Difference, root mean square",
  points: (points: string) => `${points} points`,
  hold: "95% intervals that hold the truth",
  coverageCaption: "Cells whose rate is shown, in a made-up programme of 8 clinics, 2,400 people and 3 years",
  breakdown: "Breakdown",
  cells: "Cells",
  shown: "Shown",
  share: "Share",
} as const;
