import { type SynthesisOptions, synthesise } from "../src/synthetic/generate.ts";
import type { Progress } from "./progress.ts";

/** `observatory synthesise`: writes a made-up programme, its extract and its truth. */
export async function synthesiseCommand(
  { out, ...options }: Omit<SynthesisOptions, "outDir"> & { out: string },
  progress: Progress,
): Promise<void> {
  const done = progress.step("make a synthetic programme");
  await synthesise({ outDir: out, ...options });
  done(out);
}
