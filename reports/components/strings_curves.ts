/** The words of the curves of time to an event; part of `STRINGS`. */
export const CURVE_STRINGS = {
  did: {
    response: "had halved their score",
    remission: "were in remission",
    relapse: "had relapsed",
  },
  noun: { weeks: "week", contacts: "contact" },
  by: { weeks: "in weeks", contacts: "in treatment contacts" },
  nobody: "Nobody on any scale was scored again, so nothing can be said about time.",
  hidden:
    "Hidden: so few have had the event so far, or are left to watch, that somebody might be recognised.",
  half: (people: string, did: string, noun: string, time: string, range: string) =>
    `Of about ${people} people scored again, about half ${did} by ${noun} ${time} (${range}).`,
  between: (noun: string, from: string, to: string) => `likely between ${noun}s ${from} and ${to}`,
  noSooner: (noun: string, from: string) => `likely no sooner than ${noun} ${from}`,
  notHalf: (people: string, did: string, noun: string, time: string, share: string, range: string) =>
    `Of about ${people} people scored again, about ${share} in 100 ${did} by ${noun} ${time} (${range}). Half is not reached in the time shown.`,
  likely: (lower: string, upper: string) => `likely between ${lower} and ${upper}`,
  halfTitle: (did: string, noun: string, time: string) => `Half ${did} by ${noun} ${time}`,
  notHalfTitle: (did: string, noun: string, time: string, share: string) =>
    `${share} in 100 ${did} by ${noun} ${time}`,
  spoken: (noun: string, time: string, share: string) => `${noun} ${time}: ${share} in 100`,
  subtitle: (event: string, instrument: string, by: string, polarity: string) =>
    `${event} on ${instrument}, ${by}: estimated share by then. ${polarity}.`,
  polarity: {
    response: "Higher and sooner is better",
    remission: "Higher and sooner is better",
    relapse: "Lower and later is better",
  },
  caption: (event: string, instrument: string, by: string) => `${event}, ${instrument}, ${by}`,
  captionBy: (event: string, instrument: string, what: string) => `${event}, ${instrument}, by ${what}`,
  notComputable: (by: string, tables: string) => `Not computable ${by}: it needs ${tables}.`,
  bySeverity: "By severity at the start, in weeks",
  severity: "severity",
  clinicTable: "Every clinic as a table",
  clinic: "clinic",
  difference: {
    differs: (what: string) =>
      `Curves differ by ${what} more than chance alone explains (log-rank test, p below 0.05).`,
    no_clear_difference: (what: string) => `No clear difference by ${what} (log-rank test).`,
    not_tested: (what: string) => `Too few people in groups to compare by ${what}.`,
  },
  dashed: "The dashed line is everyone.",
  stillWatched: "Still watched",
  time: (noun: string) => `By ${noun}`,
  at: (noun: string, time: string) => `By ${noun} ${time}`,
  columns: { share: "Share", watched: "Still watched", events: "Had it by then", half: "Half by" },
  source: "Bars are 95% intervals (life table, Greenwood). × marks a hidden number.",
} as const;
