/** The words around and inside the charts. */
export const CHART_STRINGS = {
  twin: "The same as a table",
  intervals: (when: string) => `Bars are 95% intervals; the dashed line is the whole programme, ${when}.`,
  noLine: "There are not two periods that can be shown, so there is no line to draw yet.",
  coarser: (grain: string) => `Drawn by ${grain}: shorter periods hold too few people to show.`,
  byStart: (grain: string) => `by ${grain} of the starting score`,
  byGrain: (grain: string) => `by ${grain}`,
  subtitle: (
    measure: string,
    instrument: string | undefined,
    window: string,
    split: string,
    polarity: string,
  ) =>
    `${instrument === undefined ? measure : `${measure} on ${instrument}`}, ${window}, ${split}. ${polarity}.`,
  caption: (measure: string, instrument: string | undefined, window: string) =>
    instrument === undefined ? `${measure}, ${window}` : `${measure}, ${instrument}, ${window}`,
  captionBy: (subject: string, by: string) => `${subject}, by ${by}`,
  spokenTime: (measure: string, grain: string, periods: number) =>
    `${measure} by ${grain}, ${periods} periods.`,
  spokenGroups: (measure: string, by: string) => `${measure} by ${by}.`,
  spokenValue: (rate: string) => `${rate} in 100`,
  spokenHidden: (count: number) => `${count} hidden.`,
  spokenPending: (count: number) => `${count} pending.`,
  spokenTwin: "The table below has every figure.",
  clinic: "clinic",
  oneClinic: "This extract has one clinic, so there is nothing to compare.",
  clinicsHidden: "Every clinic has too few people to be shown by itself.",
  byIn: (by: string, when: string) => `by ${by}, ${when}`,
  resultsBy: (by: string) => `Results by ${by}`,
  noneApart: (by: string, noun: string) => `By ${by}: no ${noun} stands apart from the programme`,
  someApart: (by: string, some: number, of: number) =>
    `By ${by}: ${some} of ${of} ${some === 1 ? "stands" : "stand"} apart from the programme`,
  groups: (when: string) => `By group of people, ${when}`,
  tooFewToCompare: "Too few groups to compare.",
  panelApart: (some: number, of: number) => `${some} of ${of} ${some === 1 ? "stands" : "stand"} apart.`,
  panelNoneApart: "None stands apart.",
  notRecorded: (names: string) => `Not recorded in this extract: ${names}.`,
  groupsHidden: (names: string) => `Too few people in every group to show: ${names}.`,
  and: (some: string, last: string) => `${some} and ${last}`,
  legend: {
    suppressed: "Hidden: too few people",
    pending: "Pending: windows still open",
    no_value: "No value: nobody eligible",
  },
} as const;
