import { INSTRUMENTS } from "../reference/instruments.ts";
import type { ListedRow } from "./worklist.ts";

type Facts = Pick<ListedRow, "detail" | "days_waiting" | "last_instrument" | "last_score">;

const NAMES = new Map(INSTRUMENTS.map(({ id, name }) => [id, name]));

const days = (n: number | null): string => (n === 1 ? "1 day" : `${n} days`);

const ago = (n: number | null): string => (n === 0 ? "today" : `${days(n)} ago`);

const lastScore = ({ last_instrument, last_score }: Facts): string =>
  `${NAMES.get(last_instrument ?? "") ?? last_instrument} ${last_score}`;

/** Why a row is on its list, in words: by the code that the list's SQL gives, from its numbers. */
const REASONS = {
  no_safety_plan: (row: Facts) =>
    `thoughts of self-harm (item scored ${row.detail}) reported ${ago(row.days_waiting)}, no safety plan since`,
  relapsing: (row: Facts) => `${lastScore(row)} after a remission at ${row.detail}`,
  rising: (row: Facts) => `${lastScore(row)} and rising, the lowest was ${row.detail}`,
  never_reviewed: (row: Facts) =>
    `${lastScore(row)} from ${row.detail} at baseline, never reviewed in ${days(row.days_waiting)} of care`,
  review_overdue: (row: Facts) =>
    `${lastScore(row)} from ${row.detail} at baseline, last reviewed ${ago(row.days_waiting)}`,
  never_contacted: (row: Facts) => `no treatment contact in ${days(row.days_waiting)} of care`,
  contact_overdue: (row: Facts) => `last treatment contact ${ago(row.days_waiting)}`,
  never_scored: (row: Facts) => `no score in ${days(row.days_waiting)} of care`,
  score_overdue: (row: Facts) => `last score ${ago(row.days_waiting)}`,
  improved_without_plan: (row: Facts) =>
    `improved to ${lastScore(row)} from ${row.detail} at baseline, no relapse-prevention plan`,
  not_followed: (row: Facts) =>
    `screened positive ${ago(row.days_waiting)} with ${lastScore(row)}, not referred or in care since`,
  never_screened: (row: Facts) => `seen ${ago(row.days_waiting)}, never screened`,
  screen_lapsed: (row: Facts) => `seen ${ago(row.days_waiting)}, last screened ${ago(row.detail)}`,
};

export type ReasonCode = keyof typeof REASONS;

/** The reason of a row in plain words. */
export const inWords = (row: Facts & { reason: ReasonCode }): string => REASONS[row.reason](row);
