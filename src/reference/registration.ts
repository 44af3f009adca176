/** One measure that was promised to a funder: read on which scale (null: whichever most people have) and in which window. */
export interface RegisteredMeasure {
  measure: string;
  instrument: string | null;
  window: string;
}

/** What a funder was promised to be shown, and when: written down before the results, so that no one can pick the best of them. */
export interface Registration {
  /** ISO day. */
  registered: string;
  /** Who answers for the set. */
  owner: string;
  measures: readonly RegisteredMeasure[];
}
