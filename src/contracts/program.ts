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

const programSchema = z.strictObject({
  program: about.prefault({}),
  as_of: z.iso.date().optional().describe("The day the report is as of"),
  extract: z.string().min(1).optional().describe("Folder of the extract, relative to this file"),
  encoding: z.enum(ENCODINGS).default("utf-8").describe("How the extract's text files are encoded"),
  missing_values: z
    .array(z.union([z.string(), z.number()]).transform(String))
    .default([])
    .describe("Texts that stand for a missing value, beside an empty field"),
  disclosure: disclosure.prefault({}),
  funder: funder.nullable().default(null).describe("The measures that were promised to a funder"),
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
