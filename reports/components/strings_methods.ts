/** The words of the methods page: what is known of each instrument, and the disclosure policy. */
export const METHOD_STRINGS = {
  inUse: "in use",
  facts: (instrument: string) => `Facts about ${instrument}`,
  fact: "Fact",
  value: "Value",
  firmness: "How firm",
  source: "Source",
  scale: (construct: string, items: number, range: string, total: string) =>
    `Measures ${construct}: ${items} items of ${range}, total ${total}; `,
  range: (from: number, to: number) => `${from} to ${to}`,
  direction: (higherIsWorse: boolean) => `a ${higherIsWorse ? "higher" : "lower"} score is worse; `,
  scoring: { sum: "the total is the sum of the items; ", total_only: "the site’s total is the score; " },
  loinc: (code: string | null) => (code ? `LOINC ${code}.` : "no LOINC code recorded."),
  elevated: "Elevated at the start",
  response: "Response",
  remission: "Remission",
  reliable: "Reliable change",
  bands: "Severity bands",
  missingItems: "Missing items allowed",
  atLeast: (value: number, higherIsWorse: boolean) => `${value} or ${higherIsWorse ? "more" : "less"}`,
  atMost: (value: number, higherIsWorse: boolean) => `${value} or ${higherIsWorse ? "less" : "more"}`,
  fraction: (divisor: number) => `${divisor === 2 ? "half" : `1/${divisor} of`} the starting score or better`,
  points: (points: number) => `${points} points`,
  psychometrics: (points: number, sd: number, reliability: number) =>
    `${points} points (SD ${sd}, reliability ${reliability})`,
  noValue: "none",
  noValueSource: "no usable published value; the measure excludes people by name",
  policy: (id: string, version: string, date: string, owner: string) =>
    `Policy “${id}”, version ${version}, of ${date}, owned by ${owner}: `,
  policyRule: {
    open: "every count is shown as it is, small ones too.",
    hidden: (hide: string) => `counts of ${hide} or fewer are hidden`,
    zeros: ", and so are the zeros of groups",
    rounded: (round: string) => `; every other count is rounded to the nearest ${round}.`,
    exact: "; every other count is exact.",
    symbol: (symbol: string) => ` In files the symbol ${symbol} stands for a hidden number.`,
  },
  policySource: (source: string) => ` The rule: ${source}.`,
  audited: (secrets: string, repairs: string) =>
    ` The whole release is held against itself before it leaves: whoever uses every sum in it, and earlier releases, is left with at least 6 values for each of ${secrets} small counts, and so is left with 5 who also knows one of the people. ${repairs} further numbers are hidden so that this holds.`,
  noLevels: "not recorded",
} as const;
