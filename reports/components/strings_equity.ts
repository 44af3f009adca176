/** The words of the equity page. */
export const EQUITY_STRINGS = {
  none: "This release does not hold a comparison of groups.",
  noClear: (compared: string) =>
    `No clear gap in results: of the ${compared} comparisons that can be made, none shows a group behind the others.`,
  nobody: "No group is large enough to be compared.",
  chance: (behind: string, ahead: string, compared: string, chance: string) =>
    `Of ${compared} comparisons ${behind} show a group clearly behind everyone else and ${ahead} clearly ahead; about ${chance} of either kind would by chance alone.`,
  pooled: (day: string) => `Everyone counted up to ${day} is pooled.`,
  nouns: { remission: "remissions", response: "responses" } as Record<string, string>,
  people: "people",
  group: (group: string, by: string) => `${group} (${by})`,
  closes: (more: string, noun: string, lower: string, upper: string, people: string) =>
    `About ${more} more ${noun} (likely ${lower} to ${upper}) among the ${people} people of this group would close the gap:`,
  beside: (value: string, did: string, others: string) =>
    `${value} in 100 ${did}, beside ${others} in 100 of everyone else.`,
  steadied: (value: string) => `Steadied, the group’s result is ${value} in 100.`,
  traced: (steps: string) =>
    `It is also clearly behind in ${steps}. A gap in care may explain a gap in results; it does not prove it.`,
  untraced: "It is not clearly behind in any step of care that can be compared here.",
  step: (measure: string, fewer: string, lower: string, upper: string) =>
    `“${measure}” (about ${fewer} fewer, likely ${lower} to ${upper})`,
  and: (some: string, last: string) => `${some} and ${last}`,
  careOnly: "Behind in care, without a clear gap in results",
  careGap: (group: string, by: string, steps: string) => `${group} (${by}): ${steps}.`,
  results: "Behind in results",
  sectionClear: (stratum: string, groups: string) => `${stratum}: ${groups} clearly behind in some measure`,
  sectionNone: (stratum: string) => `${stratum}: no group clearly behind`,
  sectionHidden: (stratum: string) => `${stratum}: too few people in every group to compare`,
  panel: (measure: string, when: string, polarity: string) => `${measure}, ${when}. ${polarity}.`,
  panelClear: (count: number) => `${count} clearly apart from everyone else`,
  panelNone: "No clear difference",
  axis: (points: number) => (points === 0 ? "level" : `${points > 0 ? "+" : "−"}${Math.abs(points)}`),
  spoken: (measure: string, by: string) =>
    `${measure} by ${by}: difference from everyone else, in people per hundred.`,
  spokenGap: (group: string, points: string, lower: string, upper: string, patients: string) =>
    `${group}: ${points} (likely ${lower} to ${upper}), ${patients}`,
  spokenAbsent: (group: string, why: string) => `${group}: ${why}`,
  fewer: (count: string) => `${count} fewer`,
  more: (count: string) => `${count} more`,
  level: "level",
  unclear: "no clear difference",
  notCompared: "not compared",
  likely: (lower: string, upper: string) => `likely ${lower} to ${upper}`,
  caption: (stratum: string) => `Results and care by ${stratum}`,
  columns: {
    group: "Group",
    people: "People",
    steadied: (measure: string) => `${measure}, steadied`,
  },
  legend: {
    clear: "Clear difference: the likely range leaves out zero",
    unclear: "No clear difference",
  },
  drawn:
    "Dots are differences from everyone else in points (people per hundred), bars their 95% intervals; the figure beside each is in patients.",
  download: "Numbers as CSV",
} as const;
