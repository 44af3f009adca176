import type { Worklists } from "./draw_up.ts";
import { inWords } from "./reasons.ts";
import type { ListedRow } from "./worklist.ts";

/** A row with the list it stands on, as files show it. */
type ShownRow = ListedRow & { list: string };

interface Column {
  name: string;
  title: string;
  /** In characters. */
  width: number;
  value: (row: ShownRow) => string | number | null;
}

/** The columns of both files, in order. Texts stay texts, so that an identifier keeps its zeros. */
export const COLUMNS: readonly Column[] = [
  { name: "care_manager_id", title: "Care manager", width: 16, value: (row) => row.care_manager_id },
  { name: "clinic", title: "Clinic", width: 20, value: (row) => row.clinic },
  { name: "patient_id", title: "Patient", width: 16, value: (row) => row.patient_id },
  { name: "episode_id", title: "Episode", width: 16, value: (row) => row.episode_id },
  { name: "list", title: "List", width: 34, value: (row) => row.list },
  { name: "rank", title: "Rank", width: 6, value: (row) => row.rank },
  { name: "reason", title: "Reason", width: 70, value: inWords },
  { name: "days_waiting", title: "Days waiting", width: 12, value: (row) => row.days_waiting },
  { name: "last_instrument", title: "Instrument", width: 12, value: (row) => row.last_instrument },
  { name: "last_score", title: "Last score", width: 10, value: (row) => row.last_score },
  { name: "last_score_date", title: "Last score on", width: 13, value: (row) => row.last_score_date },
  { name: "last_contact_date", title: "Last contact on", width: 14, value: (row) => row.last_contact_date },
];

/** The rows of every list under each other: the most urgent list first, and in it the most urgent row. */
export const shownRows = ({ drawn }: Worklists): ShownRow[] =>
  drawn.flatMap(({ title, rows }) => rows.map((row) => ({ ...row, list: title })));
