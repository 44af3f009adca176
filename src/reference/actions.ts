/** What a committee agreed to do about a measure: a row of `actions.csv`. Names staff, so it stays in the internal edition. */
export interface Action {
  id: string;
  measure: string;
  /** The clinic it is about; null for the whole programme. */
  clinic: string | null;
  /** Who sees to it. */
  owner: string;
  /** ISO day by which it is to be done. */
  due: string;
  text: string;
  /** First day of the month in which it was agreed, and of the one in which it was closed; null while it is open. */
  opened: string;
  closed: string | null;
}
