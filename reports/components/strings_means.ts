/** The words of means, by what they are of. */
export const MEAN_STRINGS = {
  tables: "Over time, by clinic and by group of people",
  points: {
    finding: (mean: number, points: string, people: string, likely: string) =>
      `Of about ${people} people measured again, scores ${mean < 0 ? "worsened" : "improved"} by ${points} points on average (${likely ? `${likely}; ` : ""}above zero is better).`,
    value: (points: string) => `${points} points`,
    strip: (from: string, to: string) => `${from} to ${to} points`,
    mean: "Mean change",
    people: "Measured again",
    rounded:
      "Means are rounded so that nobody’s change can be told from them, and shown for 20 people or more.",
  },
  weeks: {
    finding: (_mean: number, weeks: string, people: string, likely: string) =>
      `About ${people} people discharged had been in care for ${weeks} weeks on average${likely ? ` (${likely})` : ""}.`,
    value: (weeks: string) => `${weeks} weeks`,
    strip: (from: string, to: string) => `${from} to ${to} weeks`,
    mean: "Mean weeks in care",
    people: "Discharged",
    rounded:
      "Means are rounded so that nobody’s weeks in care can be told from them, with nobody held to count for more than the definition says, and shown for 20 people or more.",
  },
  between: (lower: string, upper: string) => `likely between ${lower} and ${upper}`,
  effect: (size: string) => `That is ${size} standard deviations of the starting scores.`,
  measured: "Only those measured",
  measuredWho: (people: string) => `The mean of the ${people} with a score; likely range in points.`,
  unchanged: "Counting everyone",
  unchangedWho: (people: string) =>
    `All ${people} eligible, with no score counted as no change from the start.`,
  unchangedRange: "missing scores as unchanged",
  noBounds:
    "A mean has no useful bounds: one missing person could have changed by the whole length of the scale. The share who improved, on the other pages, has.",
  likely: (lower: string, upper: string) => `likely ${lower} to ${upper}`,
  columns: { range: "Likely range", effect: "Effect size" },
};
