import { parseDocument } from "yaml";
import { z } from "zod";
import { ExtractError } from "../errors.ts";

/** Where an extract comes from. Null: not said. Days are ISO. */
export interface ExtractInfo {
  site: string | null;
  system: string | null;
  /** Day, or day and time, on which the site took the extract. */
  extracted_at: string | null;
  coverage_start: string | null;
  coverage_end: string | null;
}

/** An extract's own description, and what a reader of it should be told. */
export interface ExtractDescription {
  info: ExtractInfo;
  /** How many data rows the site says a file has, by file name. */
  rows: Readonly<Record<string, number>>;
  notices: string[];
}

export const EXTRACT_FILE = "extract.yaml";

const words = z.union([z.string(), z.number()]).transform(String).nullish();
const day = z.iso.date().nullish();
const FIELDS = {
  site: words,
  system: words,
  extracted_at: z.union([day, z.iso.datetime({ local: true, offset: true })]),
  coverage_start: day,
  coverage_end: day,
  coverage: z.looseObject({ start: day, end: day }).nullish(),
  rows: z.record(z.string(), z.int().min(0)).nullish(),
};
type Fields = { [F in keyof typeof FIELDS]?: z.output<(typeof FIELDS)[F]> };

const NOTHING: ExtractInfo = {
  site: null,
  system: null,
  extracted_at: null,
  coverage_start: null,
  coverage_end: null,
};

/**
 * Reads `extract.yaml` kindly: what it does not say or says in another form is null and told in a notice. `undefined`: there
 * is none. Throws ExtractError when it is not YAML at all.
 */
export function parseExtract(text: string | undefined): ExtractDescription {
  if (text === undefined)
    return {
      info: NOTHING,
      rows: {},
      notices: [`${EXTRACT_FILE} is absent: site, system and extraction date are not known`],
    };
  const document = parseDocument(text);
  const content: unknown = document.errors.length > 0 ? undefined : (document.toJS() ?? {});
  if (typeof content !== "object" || content === null || Array.isArray(content))
    throw new ExtractError([
      { file: EXTRACT_FILE, rule: "not_yaml", mend: "Write it as `key: value` lines (YAML)." },
    ]);
  const notices: string[] = [];
  const fields: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(content)) {
    const schema = FIELDS[key as keyof typeof FIELDS];
    const parsed = schema?.safeParse(value);
    if (!parsed) notices.push(`${EXTRACT_FILE}: key "${key}" is not known and was not read`);
    else if (!parsed.success)
      notices.push(
        `${EXTRACT_FILE}: ${key} could not be read (dates are written yyyy-mm-dd) and was left out`,
      );
    else fields[key] = parsed.data;
  }
  return { ...describe(fields as Fields), notices };
}

function describe({ coverage, rows, ...said }: Fields): Pick<ExtractDescription, "info" | "rows"> {
  return {
    info: {
      site: said.site ?? null,
      system: said.system ?? null,
      extracted_at: said.extracted_at ?? null,
      coverage_start: said.coverage_start ?? coverage?.start ?? null,
      coverage_end: said.coverage_end ?? coverage?.end ?? null,
    },
    rows: rows ?? {},
  };
}
