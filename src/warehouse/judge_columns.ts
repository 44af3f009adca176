import type { ColumnKind } from "../contracts/columns.ts";
import type { ColumnSpec } from "../contracts/specs.ts";
import { type Check, type Days, STAGES, textIn, valueIn } from "./judge_check.ts";
import { literal } from "./warehouse.ts";

/** How a kind of column is stored, read from text and said to be wrong. */
interface Kind {
  type: string;
  /** SQL for the value of a text: null where it is blank or not of this kind. */
  read: (text: string) => string;
  rule: string;
  mend: string;
}

const DAY = "\\d{4}-\\d{2}-\\d{2}";
const CLOCK = "[T ]([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,9})?)?";
const ZONE = "\\s?(Z|[+-]\\d{2}(:?\\d{2})?)";
const TRUE = "'true', 't', 'yes', 'y', '1'";
const FALSE = "'false', 'f', 'no', 'n', '0'";

/** A cast that gives the same text back has read it exactly; casts alone take `12.7` for 13 and `2024-1-5` for a day. */
const exactly = (text: string, type: string) => `CAST(TRY_CAST(${text} AS ${type}) AS VARCHAR) = ${text}`;

/** The day of a clock time is the one that is written: its zone is not applied. */
const readDay = (text: string) => `CASE
  WHEN strlen(${text}) = 10 AND ${exactly(text, "DATE")} THEN TRY_CAST(${text} AS DATE)
  WHEN regexp_full_match(trim(${text}), '${DAY}(${CLOCK}(${ZONE})?)?') THEN TRY_CAST(left(trim(${text}), 10) AS DATE)
END`;

const readMonth = (text: string) =>
  `CASE WHEN regexp_full_match(trim(${text}), '\\d{4}-\\d{2}(-01(${CLOCK})?)?') THEN TRY_CAST(left(trim(${text}), 7) || '-01' AS DATE) END`;

const readTimestamp = (text: string) => `CASE
  WHEN strlen(${text}) = 19 AND ${exactly(`replace(${text}, 'T', ' ')`, "TIMESTAMP")} THEN TRY_CAST(${text} AS TIMESTAMP)
  WHEN regexp_full_match(trim(${text}), '${DAY}(${CLOCK}(${ZONE})?)?')
  THEN TRY_CAST(regexp_extract(trim(${text}), '^${DAY}(${CLOCK})?') AS TIMESTAMP)
END`;

const readInteger = (text: string) => `CASE
  WHEN ${exactly(text, "INTEGER")} THEN TRY_CAST(${text} AS INTEGER)
  WHEN regexp_full_match(trim(${text}), '-?\\d{1,15}(\\.0*)?') THEN TRY_CAST(TRY_CAST(trim(${text}) AS DECIMAL(18, 2)) AS INTEGER)
END`;

const readDecimal = (text: string) => `CASE
  WHEN ${exactly(text, "INTEGER")} THEN CAST(TRY_CAST(${text} AS INTEGER) AS DECIMAL(18, 4))
  WHEN regexp_full_match(trim(${text}), '-?\\d{1,14}(\\.\\d+)?')
  THEN TRY_CAST(regexp_replace(trim(${text}), '(\\.\\d{4})\\d+$', '\\1') AS DECIMAL(18, 4))
END`;

const readFlag = (text: string) =>
  `CASE WHEN lower(trim(${text})) IN (${TRUE}) THEN TRUE WHEN lower(trim(${text})) IN (${FALSE}) THEN FALSE END`;

const WORDS: Kind = {
  type: "VARCHAR",
  read: (text) => `nullif(trim(${text}), '')`,
  rule: "space_around",
  mend: "Remove the space before or after the value.",
};

const KINDS: Readonly<Record<ColumnKind, Kind>> = {
  id: WORDS,
  code: WORDS,
  text: WORDS,
  date: {
    type: "DATE",
    read: readDay,
    rule: "not_a_date",
    mend: "Write a day of the calendar as yyyy-mm-dd.",
  },
  month: { type: "DATE", read: readMonth, rule: "not_a_month", mend: "Write the month as yyyy-mm." },
  timestamp: {
    type: "TIMESTAMP",
    read: readTimestamp,
    rule: "not_a_time",
    mend: "Write a day or a time as yyyy-mm-dd hh:mm:ss.",
  },
  integer: {
    type: "INTEGER",
    read: readInteger,
    rule: "not_a_whole_number",
    mend: "Write a whole number in digits.",
  },
  decimal: {
    type: "DECIMAL(18, 4)",
    read: readDecimal,
    rule: "not_a_number",
    mend: "Write a plain number with a decimal point; name other marks under missing_values in the program file.",
  },
  flag: { type: "BOOLEAN", read: readFlag, rule: "not_yes_or_no", mend: "Write true or false." },
};

/** The SQL type of a column in `raw`. */
export const columnType = ({ kind }: ColumnSpec): string => KINDS[kind].type;

/** The value of a column, read from its text. A `plain` text has no control character and no space at its ends. */
export const readColumn = ({ kind }: ColumnSpec, text: string, plain: boolean): string =>
  plain && KINDS[kind] === WORDS ? text : KINDS[kind].read(text);

/** The rules of one column by itself, compiled from its contract. `plain`: as for `readColumn`. */
export function columnChecks(spec: ColumnSpec, { extractedOn }: Days, plain: boolean): Check[] {
  const value = valueIn(spec.name);
  const text = textIn(spec.name);
  const { rule: kindRule, mend: kindMend } = KINDS[spec.kind];
  const check = (rule: string, broken: string, mend: string): Check => ({
    stage: STAGES.content,
    column: spec.name,
    rule,
    mend,
    broken,
  });
  const isText = KINDS[spec.kind] === WORDS;
  const checks: Check[] = [];
  if (!isText)
    checks.push(check(kindRule, `CASE WHEN ${value} IS NULL THEN trim(${text}) <> '' END`, kindMend));
  if (isText && !plain)
    checks.push(
      check(kindRule, `${value} <> ${text}`, kindMend),
      check(
        "control_character",
        `regexp_matches(${value}, '\\p{Cc}')`,
        "Remove line breaks and control characters.",
      ),
    );
  if (!spec.nullable)
    checks.push(
      check("missing", `CASE WHEN ${value} IS NULL THEN coalesce(trim(${text}), '') = '' END`, "Fill it in."),
    );
  if (spec.maxLength !== undefined)
    checks.push(
      check(
        "too_long",
        `strlen(${value}) > ${spec.maxLength} AND length(${value}) > ${spec.maxLength}`,
        `Use at most ${spec.maxLength} characters.`,
      ),
    );
  if (spec.values !== undefined)
    checks.push(
      check(
        "not_allowed",
        `${value} NOT IN (${spec.values.map(literal).join(", ")})`,
        `Use one of: ${spec.values.join(", ")}; recode others in the program file.`,
      ),
    );
  if (spec.min !== undefined && spec.max !== undefined)
    checks.push(
      check(
        "out_of_range",
        `${value} NOT BETWEEN ${spec.min} AND ${spec.max}`,
        `Give a number from ${spec.min} to ${spec.max}.`,
      ),
    );
  if (spec.earliest !== undefined)
    checks.push(
      check(
        "date_before_1900",
        `${value} < DATE ${literal(spec.earliest)}`,
        "Leave a date that is not known blank.",
      ),
    );
  if (spec.earliest !== undefined && !spec.planned && extractedOn !== null)
    checks.push({
      ...check(
        "date_after_extraction",
        `${value} >= DATE ${literal(extractedOn)} + 1`,
        "Correct the date: it lies after the day of the extract.",
      ),
      stage: STAGES.impossible,
    });
  return checks;
}
