/** The words of targets; a part of the list of `STRINGS`. */
export const TARGET_STRINGS = {
  column: "Target",
  bound: {
    at_least: (target: string) => `at least ${target}`,
    at_most: (target: string) => `at most ${target}`,
  },
  assurance: {
    meeting: "Consistently meeting",
    missing: "Consistently missing",
    not_settled: "Not settled",
    too_early: "Too early",
  },
  meaning: {
    meeting:
      "Left as it is, it will meet the target in every month: the limits of chance lie on its good side.",
    missing:
      "Left as it is, it will miss the target in every month: the limits of chance lie on its bad side.",
    not_settled:
      "Left as it is, chance decides from month to month: the target lies between the limits of chance.",
    too_early: "Fewer than twelve complete months: too early to tell.",
  },
  none: "none set",
  line: (bound: string) => `The green line is the target: ${bound}.`,
  spoken: (bound: string) => `Target: ${bound}.`,
} as const;
