import type { JsonDamage } from "../contracts/damage.ts";
import { normalName } from "../contracts/fit.ts";
import { CleanCopy } from "./clean_copy.ts";
import { FileFault } from "./file_fault.ts";
import { atLine, type TextFile, type TextRequest, withText } from "./text_file.ts";

const MAX_LINE_BYTES = 1024 * 1024;
const MAX_COLUMNS = 2000;
const LF = 10;

type Fields = Map<string, string>;

/** Half of a surrogate pair, or NUL: text that no file can hold. */
const BROKEN_TEXT = /[\p{Cs}\0]/u;

/** Turns NDJSON (one flat object a line) into a clean delimited copy. Lines that are not such an object are damaged. */
export async function prepareNdjson(request: TextRequest): Promise<TextFile> {
  const names = new Map<string, string>();
  let records = 0;
  let damaged = 0;
  let blank = 0;
  await eachLine(request, (line) => {
    if (line.trim() === "") return void blank++;
    const fields = parseLine(line);
    if (typeof fields === "string") return void damaged++;
    records++;
    for (const name of fields.keys()) rememberName(names, name);
  });
  const columns = [...names.values()];
  const copy = new CleanCopy(request.copyPath, ",");
  try {
    await eachLine(request, (line, number) => {
      if (line.trim() === "") return;
      const fields = parseLine(line);
      if (typeof fields === "string") return copy.damaged(number, fields);
      const record = Buffer.from(columns.map((name) => quote(fields.get(name) ?? "")).join(","));
      copy.record(record, 0, record.length, number);
    });
  } finally {
    copy.close();
  }
  return {
    text: {
      format: "csv",
      path: copy.path,
      compression: "none",
      delimiter: ",",
      fields: columns.length,
      layout: "numbered",
      records,
      plain: false,
    },
    names: columns,
    damaged: { records: damaged, path: copy.damagePath },
    notices: blank > 0 ? [`has ${blank} blank lines, which are not records`] : [],
  };
}

function rememberName(names: Map<string, string>, name: string): void {
  const known = names.get(normalName(name));
  if (known === undefined) names.set(normalName(name), name);
  else if (known !== name)
    throw new FileFault(
      "duplicate_column",
      "Two keys differ only in case or in the space around them; rename one.",
    );
  if (names.size > MAX_COLUMNS)
    throw new FileFault(
      "too_many_columns",
      `More than ${MAX_COLUMNS} keys; export only those of the contract.`,
    );
}

async function eachLine(request: TextRequest, visit: (line: string, number: number) => void): Promise<void> {
  await withText(request, async ({ pieces }) => {
    let rest: Buffer = Buffer.alloc(0);
    let number = 1;
    try {
      for await (const piece of pieces) {
        const bytes = rest.length > 0 ? Buffer.concat([rest, piece]) : piece;
        let from = 0;
        for (let end = bytes.indexOf(LF); end >= 0; end = bytes.indexOf(LF, from)) {
          visit(bytes.toString("utf8", from, end), number);
          number++;
          from = end + 1;
        }
        rest = bytes.subarray(from);
        if (rest.length > 64 * MAX_LINE_BYTES)
          throw new FileFault("record_too_long", "Put each object on a line of its own.", { line: number });
      }
    } catch (error) {
      throw atLine(error, number);
    }
    if (rest.length > 0) visit(rest.toString("utf8"), number);
  });
}

function parseLine(line: string): Fields | JsonDamage {
  if (line.length > MAX_LINE_BYTES) return "record_too_long";
  let object: unknown;
  try {
    object = JSON.parse(line);
  } catch {
    return "not_json_object";
  }
  if (typeof object !== "object" || object === null || Array.isArray(object)) return "not_json_object";
  const fields: Fields = new Map();
  for (const [name, value] of Object.entries(object)) {
    if (value === null) continue;
    if (typeof value === "object") return "nested_value";
    if (typeof value === "number" && Number.isInteger(value) && !Number.isSafeInteger(value))
      return "number_too_large";
    const text = String(value);
    if (BROKEN_TEXT.test(text) || BROKEN_TEXT.test(name)) return "broken_text";
    fields.set(name, text);
  }
  return fields;
}

const quote = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
