/** The words of a pack: a report of several pages in one document. */
export const PACK_STRINGS = {
  contents: "Contents",
  synthetic: "Synthetic data",
  status: { provisional: "Provisional", final: "Final" },
  edition: {
    public: "Public edition",
    internal: "Internal edition, not to be passed on",
  },
  absent: (pages: string) => `Not in this site, so not in this pack: ${pages}.`,
  onSite: "Other scales, windows and groups are on the site.",
  annex: "The numbers behind the charts",
  annexLede: "Every chart that has a table of its own, in the order in which the charts stand above.",
  numbers: (table: string) => `The same as a table: number ${table}, sheet `,
  table: (number: string) => `Table ${number}`,
  head: (program: string, month: string) => `${program}, ${month}`,
  runLine: (run: string, asOf: string) => `Run ${run}, as of ${asOf}`,
  leftBehind: " (on the site)",
} as const;
