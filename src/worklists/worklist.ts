import type { ReasonCode } from "./reasons.ts";

/** One list as data. Its rows come from the SQL file of that id; the texts stand on the workbook's cover. */
export interface Worklist {
  id: string;
  title: string;
  /** Who is on it. */
  who: string;
  /** The day from which days waiting are counted. */
  waiting_since: string;
  /** Which row is the most urgent. */
  order: string;
  /** The published count that it equals, or how it relates to one. */
  published: string;
  /** Contract tables without which it would say what is not so. */
  needs: readonly string[];
}

/** One row of a list. Where there is no episode, nobody manages the care yet. */
export type ListedRow = {
  care_manager_id: string | null;
  clinic: string;
  patient_id: string;
  episode_id: string | null;
  /** 1 is the most urgent of the list, whoever manages the care. */
  rank: number;
  reason: ReasonCode;
  /** The number that the reason needs beside the last score, such as the score at baseline. */
  detail: number | null;
  days_waiting: number;
  last_instrument: string | null;
  last_score: number | null;
  last_score_date: string | null;
  last_contact_date: string | null;
};
