import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Command, CommanderError, Option } from "commander";
import { EXIT, ObservatoryError } from "../src/errors.ts";
import { EDITIONS } from "../src/reference/disclosure_rules.ts";
import { FORMATS } from "../src/synthetic/options.ts";
import { buildCommand } from "./build.ts";
import { checkCommand } from "./check.ts";
import { loadCommand } from "./load.ts";
import { packCommand } from "./pack.ts";
import { AUDIENCES } from "./pack_contents.ts";
import { createProgress, type Progress } from "./progress.ts";
import { releaseCommand } from "./release.ts";
import { runCommand } from "./run.ts";
import { siteCommand } from "./site_command.ts";
import { synthesiseCommand } from "./synthesise.ts";
import { verifyCommand } from "./verify.ts";
import { worklistsCommand } from "./worklists.ts";

/** A command's work; the options it takes are those that its row in COMMANDS names. */
type Job = (options: never, progress: Progress) => Promise<void>;

const wholeNumber = (text: string): number => (/^\d+$/.test(text) ? Number(text) : Number.NaN);

const OPTIONS = {
  extract: () =>
    new Option("--extract <dir>", "folder with the extract: one CSV, Parquet or NDJSON file a table"),
  program: () =>
    new Option("--program <file>", "program file (default: program.yaml in the extract's folder, if there)"),
  asOf: () =>
    new Option(
      "--as-of <date>",
      "the day the report looks back from, YYYY-MM-DD (default: program file, then extract)",
    ),
  data: () => new Option("--data <dir>", "folder for the warehouse and the releases").default("data"),
  out: () =>
    new Option(
      "--out <dir>",
      "folder for the built site (default: dist, and dist-internal for the internal one)",
    ),
  edition: () => new Option("--edition <edition>", "whose readers").choices(EDITIONS).default("public"),
  site: () => new Option("--no-site", "stop after the release"),
  release: () =>
    new Option(
      "--release <dir>",
      "folder of a release: the one that holds manifest.json",
    ).makeOptionMandatory(),
  audience: () =>
    new Option("--audience <who>", "whom the pack is for").choices(AUDIENCES).makeOptionMandatory(),
  siteDir: () =>
    new Option("--site <dir>", "a built site (default: dist-internal for a committee, else dist)"),
  file: () => new Option("--out <file>", "the file to write").makeOptionMandatory(),
  singleFile: () =>
    new Option("--single-file", "one HTML that opens without a server or a network, in place of a PDF"),
  into: () =>
    new Option(
      "--out <dir>",
      "folder for the extract; new, empty or an earlier synthetic one",
    ).makeOptionMandatory(),
  patients: () => new Option("--patients <n>", "people").default(3000).argParser(wholeNumber),
  months: () => new Option("--months <n>", "months").default(36).argParser(wholeNumber),
  clinics: () => new Option("--clinics <n>", "clinics").default(8).argParser(wholeNumber),
  seed: () =>
    new Option("--seed <n>", "the same seed gives the same bytes").default(1).argParser(wholeNumber),
  format: () => new Option("--format <format>", "of the tables").choices(FORMATS).default("parquet"),
  defects: () => new Option("--defects", "plant faults in the files, counted in truth.json"),
} satisfies Record<string, () => Option>;

const COMMANDS: readonly {
  name: string;
  what: string;
  options: readonly (keyof typeof OPTIONS)[];
  job: Job;
}[] = [
  {
    name: "run",
    what: "all of it: load, build, release, site",
    options: ["extract", "program", "asOf", "data", "out", "site"],
    job: runCommand,
  },
  {
    name: "check",
    what: "judge an extract and say what is wrong with it; writes nothing",
    options: ["extract", "program", "asOf"],
    job: checkCommand,
  },
  {
    name: "load",
    what: "read an extract into the warehouse, every row accounted for",
    options: ["extract", "program", "asOf", "data"],
    job: loadCommand,
  },
  {
    name: "build",
    what: "compute the models and measures in the warehouse",
    options: ["data"],
    job: buildCommand,
  },
  {
    name: "release",
    what: "count, protect and write the public release of the warehouse, and the internal one if the program file asks",
    options: ["data"],
    job: releaseCommand,
  },
  {
    name: "site",
    what: "build the site of a release (default: the newest)",
    options: ["edition", "asOf", "data", "out"],
    job: siteCommand,
  },
  {
    name: "pack",
    what: "print a built site's pages for one audience as a PDF, or bind them into one HTML",
    options: ["audience", "siteDir", "file", "singleFile"],
    job: packCommand,
  },
  {
    name: "verify",
    what: "hold a release against its hashes and work its numbers out again; with --extract, the files it was read from too",
    options: ["release", "extract"],
    job: verifyCommand,
  },
  {
    name: "worklists",
    what: "write the care team's lists of who needs what; person-level, they stay at the site",
    options: ["data"],
    job: worklistsCommand,
  },
  {
    name: "synthesise",
    what: "write a synthetic programme whose true answers are known",
    options: ["into", "patients", "months", "clinics", "seed", "format", "defects"],
    job: synthesiseCommand,
  },
];

const EXIT_CODES = `
Exit codes:
  0  done
  1  a defect in this software
  2  a file of the extract cannot be trusted; nothing was published
  3  the program file or an option is wrong
  4  a gate said no: a check found offending rows, a release could not be protected or is not what was published
  5  another run holds the data folder

Examples:
  $ npm run observatory -- check --extract my-extract
  $ npm run observatory -- run --extract my-extract --as-of 2026-03-31
  $ npm run observatory -- pack --audience committee --out pack.pdf
`;

/** Parses `argv` (without node and script), runs the command and resolves to the exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
    version: string;
  };
  const cli = new Command("observatory")
    .description("Care Observatory: collaborative-care registry extracts in, protected evidence out.")
    .version(version)
    .addHelpText("after", EXIT_CODES)
    .exitOverride();
  for (const { name, what, options, job } of COMMANDS) {
    const command = cli.command(name).description(what).exitOverride();
    for (const option of options) command.addOption(OPTIONS[option]());
    command.action((values: unknown) => job(values as never, createProgress(process.stderr)));
  }
  try {
    await cli.parseAsync([...argv], { from: "user" });
    return EXIT.ok;
  } catch (error) {
    return explain(error);
  }
}

/** Prints what went wrong, without a value from a row, and gives the exit code. */
function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.program;
  if (error instanceof ObservatoryError) {
    process.stderr.write(`\n${error.name}\n${error.message}\n`);
    return error.exitCode;
  }
  const { code, path, syscall } = error as NodeJS.ErrnoException;
  if (code && syscall) {
    process.stderr.write(
      `\nThe system refused to ${syscall} ${path ?? "a file"} (${code}); mend that, then run again\n`,
    );
    return EXIT.program;
  }
  const { name, stack = "" } = error instanceof Error ? error : new Error("unknown");
  const frames = stack.split("\n").filter((line) => line.trimStart().startsWith("at "));
  process.stderr.write(
    `\nA defect in this software (${name}); please report these lines, they hold no data:\n${frames.join("\n")}\n`,
  );
  return EXIT.defect;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { INIT_CWD, npm_lifecycle_event } = process.env;
  if (INIT_CWD && npm_lifecycle_event === "observatory") process.chdir(INIT_CWD); // npm has left the caller's folder
  process.exitCode = await main(process.argv.slice(2));
}
