import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { main } from "../../pipelines/cli.ts";

const CLI = fileURLToPath(new URL("../../pipelines/cli.ts", import.meta.url));
const command = (words: readonly string[]) => ["--import", "tsx", CLI, ...words];

/** What a command said, on either stream, and the code it ended with. */
export interface Ended {
  code: number | null;
  output: string;
}

/** Runs the command line to its end in a process of its own, as a user would. */
export function observatory(...words: string[]): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, command(words), { encoding: "utf8" });
  return { code: status, output: stdout + stderr };
}

/** Runs the same command line to its end in this process, which has read the program already. */
export async function observatoryHere(...words: string[]): Promise<Ended> {
  const said: string[] = [];
  const streams = [process.stdout, process.stderr].map((stream) => ({ stream, write: stream.write }));
  for (const { stream } of streams) stream.write = (text: string | Uint8Array) => said.push(String(text)) > 0;
  try {
    const code = await main(words);
    return { code, output: said.join("") };
  } finally {
    for (const { stream, write } of streams) stream.write = write;
  }
}

/** Starts the command line and leaves it running, to be killed. */
export function startObservatory(...words: string[]): ChildProcess {
  return spawn(process.execPath, command(words), { stdio: "ignore" });
}
