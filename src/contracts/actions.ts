import { csvParseRows } from "d3";
import { z } from "zod";
import { ExtractError, type Fault } from "../errors.ts";
import type { Action } from "../reference/actions.ts";
import { id, month, plannedDate, text } from "./columns.ts";

/** Its name, beside the program file or in the extract's folder. */
export const ACTIONS_FILE = "actions.csv";

const about = (description: string) => ({ description, pii: "none" as const });

const FIELDS = {
  id: id(about("What the action is called from month to month")),
  measure: id(about("Measure it is about")),
  clinic: id(about("Clinic it is about; blank for the whole programme")).nullable(),
  owner: text(about("Member of staff who sees to it")),
  due: plannedDate(about("Day by which it is to be done")),
  text: text(about("What is to be done")),
  opened: month(about("Month in which it was agreed")),
  closed: month(about("Month in which it was closed; blank while it is open")).nullable(),
} satisfies Record<keyof Action, z.ZodType>;

type Column = keyof typeof FIELDS;
const COLUMNS = Object.keys(FIELDS) as Column[];
const MAY_LACK: readonly Column[] = ["clinic", "closed"];

const MEND: Readonly<Record<Column, string>> = {
  id: "Give every action an id of its own, of 128 characters or fewer.",
  measure: "Give the id of a measure, as in its page's address.",
  clinic: "Give the clinic_id of a clinic of the extract, or nothing for the whole programme.",
  owner: "Say who sees to it.",
  due: "Write the day as yyyy-mm-dd.",
  text: "Say in 1000 characters or fewer what is to be done, on one line.",
  opened: "Write the month as yyyy-mm.",
  closed: "Write the month as yyyy-mm, not before the one it was opened in, or nothing while it is open.",
};

/** What the rows of an action file may name. */
export interface Known {
  measures: readonly string[];
  clinics: readonly string[];
}

/** Reads `actions.csv`. Throws ExtractError that lists every fault by line and column; an unknown column is a fault. Values are not quoted. */
export function parseActions(csv: string, { measures, clinics }: Known): Action[] {
  const [header = [], ...records] = csvParseRows(csv.replace(/^\uFEFF/, ""));
  const names = header.map((name) => name.trim());
  refuse(headerFaults(names));
  const faults: Fault[] = [];
  const seen = new Set<string>();
  const actions = records.flatMap((record, at): Action[] => {
    const fault = (column: Column | undefined, rule: string, mend: string) =>
      faults.push({ file: ACTIONS_FILE, line: at + 2, ...(column && { column }), rule, mend });
    if (record.every((field) => field.trim() === "")) return [];
    if (record.length !== names.length) {
      fault(
        undefined,
        "wrong_number_of_fields",
        "Give every row as many fields as the first line has columns.",
      );
      return [];
    }
    const row = Object.fromEntries(
      COLUMNS.map((column) => [column, record[names.indexOf(column)]?.trim() || null]),
    );
    const wrong = COLUMNS.filter((column) => !FIELDS[column].safeParse(row[column]).success);
    for (const column of wrong) fault(column, "not_as_agreed", MEND[column]);
    if (wrong.length > 0) return [];
    const action = toAction(row as Record<Column, string>);
    if (seen.has(action.id)) fault("id", "repeated", MEND.id);
    if (!measures.includes(action.measure)) fault("measure", "unknown", MEND.measure);
    if (action.clinic !== null && !clinics.includes(action.clinic)) fault("clinic", "unknown", MEND.clinic);
    if (action.closed !== null && action.closed < action.opened)
      fault("closed", "before_opened", MEND.closed);
    seen.add(action.id);
    return [action];
  });
  refuse(faults);
  return actions;
}

function headerFaults(names: readonly string[]): Fault[] {
  const lacking = COLUMNS.filter((column) => !names.includes(column) && !MAY_LACK.includes(column));
  const unknown = names.filter(
    (name, i) => !COLUMNS.some((column) => column === name) || names.indexOf(name) < i,
  );
  return [
    ...lacking.map((column) => ({ column, rule: "missing_column", mend: MEND[column] })),
    ...unknown.map(() => ({
      rule: "unknown_column",
      mend: `The columns are ${COLUMNS.join(", ")}, each once; correct the spelling of the others or remove them.`,
    })),
  ].map((fault) => ({ file: ACTIONS_FILE, line: 1, ...fault }));
}

/** A row that was found good; months are kept as their first day. */
function toAction(row: Record<Column, string | null>): Action {
  const read = z.object(FIELDS).parse(row);
  return {
    ...read,
    opened: firstDay(read.opened),
    closed: read.closed === null ? null : firstDay(read.closed),
  };
}

const firstDay = (monthOrDay: string): string => `${monthOrDay.slice(0, 7)}-01`;

function refuse(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new ExtractError(faults);
}
