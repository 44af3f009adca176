import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { ACTIONS_FILE } from "../src/contracts/actions.ts";
import { DEFAULT_PROGRAM, type Program, parseProgram } from "../src/contracts/program.ts";
import { ProgramError } from "../src/errors.ts";
import { checkRegistration } from "../src/measures/check_registration.ts";
import { checkTargets } from "../src/measures/check_targets.ts";
import { policiesOf } from "./policies.ts";

/** What every command takes from the command line. */
export interface CommandOptions {
  extract?: string;
  program?: string;
  asOf?: string;
  data: string;
  out?: string;
  site: boolean;
}

/** The program and the extract that a command is about. */
export interface Inputs {
  extractDir: string;
  program: Program;
  /** The text of the committee's actions, where there is a file of them. */
  actionsCsv: string | undefined;
}

/**
 * Finds the program file (`--program`, else `program.yaml` in the extract's folder, else the defaults), the extract's
 * folder (`--extract`, else the program file's `extract`) and the committee's actions (beside either). Throws ProgramError with what to say instead.
 */
export async function readInputs({ extract, program: named }: CommandOptions): Promise<Inputs> {
  const beside = extract && join(extract, "program.yaml");
  const path = named ?? (beside && existsSync(beside) ? beside : undefined);
  const program = path ? parseProgram(await readText(path), path) : DEFAULT_PROGRAM;
  const extractDir =
    extract ?? (path && program.extract ? resolve(dirname(path), program.extract) : undefined);
  checkRegistration(program.funder);
  policiesOf(program);
  checkTargets(program);
  if (!extractDir)
    throw new ProgramError("which extract? Say --extract DIR, or `extract:` in the program file");
  const places = [path && dirname(path), extractDir].flatMap((folder) => (folder ? [folder] : []));
  const actions = places.map((folder) => join(folder, ACTIONS_FILE)).find(existsSync);
  return { extractDir, program, actionsCsv: actions && (await readFile(actions, "utf8")) };
}

/** The as-of date: `--as-of`, else the program file's, else the day the extract was taken. */
export function resolveAsOf(
  option: string | undefined,
  program: Program,
  extractedAt: string | null,
): string {
  const asOf = option ?? program.as_of ?? extractedAt?.slice(0, 10);
  if (!asOf)
    throw new ProgramError(
      "which date is the report as of? Say --as-of YYYY-MM-DD, or `as_of:` in the program file",
    );
  if (
    !/^\d{4}-\d{2}-\d{2}$/.test(asOf) ||
    Number.isNaN(Date.parse(asOf)) ||
    new Date(asOf).toISOString().slice(0, 10) !== asOf
  )
    throw new ProgramError("the as-of date must be a calendar day written YYYY-MM-DD");
  return asOf;
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch {
    throw new ProgramError(
      `the program file ${path} cannot be read; name one that exists with --program FILE`,
    );
  }
}
