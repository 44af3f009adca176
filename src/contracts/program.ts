import { parseDocument } from "yaml";
import { z } from "zod";
import { ProgramError } from "../errors.ts";
import { INTERNAL_PRESETS, PUBLIC_PRESETS } from "../reference/disclosure_rules.ts";
import { ENCODINGS } from "./encodings.ts";
import { tableMappings } from "./mapping.ts";
import { describeIssues } from "./yaml_faults.ts";

const about = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9_-]*$/, "use small letters, digits, - and _")
    .default("programme")
    .describe("Short name used in file names"),
  name: z.string().min(1).default("Collaborative care programme").describe("Name on every page"),
  description: z.string().default("").describe("One paragraph for the headline page"),
  data_note: z.string().default("").describe("What the data are and where they come from"),
  synthetic: z.boolean().default(false).describe("The people in the data are made up; every page says so"),
});

/** What is said of an edition's policy: the ready rule it starts from, who answers for it, and how it is stricter. */
const policy = <Preset extends string>(presets: readonly Preset[]) =>
  z.strictObject({
    preset: z.enum(presets).describe("The ready rule it starts from"),
    version: z.string().min(1).default("2"),
    owner: z.string().min(1).default("Care Observatory").describe("Who answers for the policy"),
    date: z.iso.date().default("2026-11-27").describe("When the policy was agreed"),
    hide_at_most: z.int().min(1).optional().describe("Counts from 1 to this are hidden"),
    round_to: z.int().min(1).optional().describe("Other counts go to the nearest multiple of this"),
    symbol: z
      .string()
      .regex(
        /^[^\s\d"',;=+.@-]{1,3}$/,
        "use a mark that is no number and means nothing in a CSV file, such as *",
      )
      .optional()
      .describe("The one mark for every hidden number"),
  });

const disclosure = z.strictObject({
  public: policy(PUBLIC_PRESETS).prefault({ preset: "public" }).describe("What anyone may read"),
  internal: policy(INTERNAL_PRESETS)
    .optional()
    .describe("What the quality committee may read; without it no internal edition is made"),
  public_folders: z
    .array(z.string().min(1))
    .default([])
    .describe(
      "Folders that anyone can read, relative to where the command runs; no internal site is put there",
    ),
});

const promised = z.strictObject({
  measure: z.string().min(1).describe("Id of a measure"),
  instrument: z
    .string()
    .min(1)
    .nullable()
    .default(null)
    .describe("Id of a scale; the main one where left out"),
  window: z.string().min(1).describe("Id of one of the measure's windows"),
});

const funder = z.strictObject({
  registered: z.iso.date().describe("When the set was agreed: before the results were known"),
  owner: z.string().min(1).describe("Who answers for the set"),
  measures: z.array(promised).min(1).describe("What the funder is shown, in order"),
});

const share = z.number().min(0).max(1, "a share from 0 to 1, such as 0.8").optional();

const target = z
  .strictObject({
    measure: z.string().min(1),
    instrument: z.string().min(1).optional().describe("Only on this instrument"),
    window: z.string().min(1).optional().describe("Only in this window"),
    at_least: share.describe("Share that is to be reached"),
    at_most: share.describe("Share that is not to be passed"),
    source: z.string().min(1).describe("Who set it, and where that is written"),
  })
  .refine(({ at_least, at_most }) => (at_least === undefined) !== (at_most === undefined), {
    error: "say at_least or at_most, one of the two",
  });

const phase = z.strictObject({
  measure: z.string().min(1).optional().describe("Only this measure; else every chart"),
  from: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, "the month from which limits start afresh, written yyyy-mm")
    .transform((month) => `${month}-01`),
  reason: z.string().min(1).describe("What changed, as charts will say"),
});

const reporting = z.strictObject({
  lag_days: z
    .int()
    .min(0)
    .default(14)
    .describe("Days after the as-of date from which an extract is held to be complete"),
});

const fee = z.strictObject({
  code: z
    .union([z.string(), z.number()])
    .transform(String)
    .pipe(z.string().regex(/^[0-9A-Z]{5}$/, "write a billing code as it is billed, such as 99492 or G2214"))
    .describe("Billing code"),
  from: z.iso.date().describe("First day on which the fee holds, until a later one of the code does"),
  amount: z.number().positive().describe("What is paid for a unit, in the programme's currency"),
  source: z.string().min(1).nullable().default(null).describe("Where the fee is published"),
});

const fees = z
  .array(fee)
  .refine(
    (given) => new Set(given.map(({ code, from }) => `${code} ${from}`)).size === given.length,
    "give one fee for each code and first day",
  )
  .default([]);

const programSchema = z.strictObject({
  program: about.prefault({}),
  as_of: z.iso.date().optional().describe("The day the report is as of"),
  extract: z.string().min(1).optional().describe("Folder of the extract, relative to this file"),
  encoding: z.enum(ENCODINGS).default("utf-8").describe("How the extract's text files are encoded"),
  missing_values: z
    .array(z.union([z.string(), z.number()]).transform(String))
    .default([])
    .describe("Texts that stand for a missing value, beside an empty field"),
  reporting: reporting.prefault({}),
  targets: z.array(target).default([]).describe("What the programme means to reach"),
  phases: z.array(phase).default([]).describe("Where the limits of charts start afresh"),
  disclosure: disclosure.prefault({}),
  funder: funder.nullable().default(null).describe("The measures that were promised to a funder"),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, "write a currency as three capital letters, such as USD")
    .nullable()
    .default(null)
    .describe("The currency of staff costs and fees"),
  fees: fees.describe("What is paid for each billing code; without them unbilled care has no value"),
  tables: tableMappings.prefault({}),
});

/** The program file: who the programme is, its policy, and how a site's files become the canonical extract. */
export type Program = z.output<typeof programSchema>;

/** What holds where there is no program file: canonical files in UTF-8 and the public policy. */
export const DEFAULT_PROGRAM: Program = programSchema.parse({});

/** Reads a program file. Throws ProgramError that lists every fault with its place; an unknown key is a fault. */
export function parseProgram(text: string, fileName: string): Program {
  const document = parseDocument(text, { prettyErrors: true });
  const broken = document.errors.map(({ message }) => `${fileName}: ${message.split("\n", 1)[0]}`);
  if (broken.length > 0) throw new ProgramError(broken.join("\n"));
  const parsed = programSchema.safeParse(document.toJS() ?? {});
  if (parsed.success) return parsed.data;
  throw new ProgramError(describeIssues(parsed.error.issues, fileName).join("\n"));
}

/** JSON Schema of the program file, for editors. */
export const programJsonSchema = () => z.toJSONSchema(programSchema, { io: "input", reused: "ref" });
