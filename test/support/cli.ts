import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const CLI = fileURLToPath(new URL("../../pipelines/cli.ts", import.meta.url));
const command = (words: readonly string[]) => ["--import", "tsx", CLI, ...words];

/** Runs the command line to its end, as a user would. */
export function observatory(...words: string[]): { code: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, command(words), { encoding: "utf8" });
  return { code: status, output: stdout + stderr };
}

/** Starts the command line and leaves it running, to be killed. */
export function startObservatory(...words: string[]): ChildProcess {
  return spawn(process.execPath, command(words), { stdio: "ignore" });
}
