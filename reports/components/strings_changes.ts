/** The words of what changed since the last release; a part of the list of `STRINGS`. */
export const CHANGE_STRINGS = {
  title: "What changed since last month",
  first: "This is the first release of this edition, so there is nothing to compare it with.",
  lead: (before: string) =>
    `Beside the release as of ${before}, in points (of a hundred people). Each movement has three possible parts: data that came late or were corrected for months that were complete then, care in the months that have become complete since, and a changed rule.`,
  caption: "Movements since the last release",
  policy:
    "The disclosure policy has changed since, so numbers that are hidden or rounded otherwise now may move by that alone.",
  software: (before: string, now: string) =>
    `The software has changed since, from version ${before} to ${now}.`,
  columns: {
    measure: "Measure",
    before: "Then",
    now: "Now",
    late: "Late or corrected data",
    care: "Care since",
    rule: "Changed rule",
  },
  none: "none",
  unsplit: "not split",
  said: {
    same: "As it was.",
    late: (points: string) => `Moved by ${points} through late or corrected data alone.`,
    care: (points: string) => `Moved by ${points} through care since.`,
    both: (points: string, late: string, care: string) =>
      `Moved by ${points}: ${late} through late or corrected data, ${care} through care since.`,
    rule: (points: string) => `Moved by ${points}. Its definition changed, so the movement cannot be split.`,
    hidden: (points: string) =>
      `Moved by ${points}. Some months are hidden, so the movement cannot be split.`,
  },
  points: (size: string, isUp: boolean) => `${size} points ${isUp ? "up" : "down"}`,
} as const;
