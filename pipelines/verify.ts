import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { GateError } from "../src/errors.ts";
import { sha256 } from "../src/publish/hash.ts";
import type { Manifest } from "../src/publish/manifest.ts";
import { type Mismatch, verifyRelease } from "../src/publish/verify_release.ts";
import { count, type Progress } from "./progress.ts";

/** `observatory verify`: holds a release against itself, and against the extract it was made from where that is named. */
export async function verifyCommand(
  { release, extract }: { release: string; extract?: string },
  progress: Progress,
): Promise<void> {
  const done = progress.step("work every published number out again");
  const { seal, files, numbers, faults } = verifyRelease(release);
  const inputs = extract && faults.length === 0 ? verifyInputs(release, extract) : [];
  const all = [...faults, ...inputs];
  if (all.length > 0)
    throw new GateError(
      [...all.map(({ file, what }) => `${file}: ${what}`), "The release is not what was published."].join(
        "\n",
      ),
    );
  done(`${count(files)} files and ${count(numbers)} numbers are as published`);
  progress.note(`seal ${seal}`);
}

/** Files of the extract that are not those of the manifest. */
function verifyInputs(release: string, extract: string): Mismatch[] {
  const { inputs } = JSON.parse(readFileSync(join(release, "manifest.json"), "utf8")) as Manifest;
  return inputs.flatMap(({ file, sha256: hash }) => {
    const path = join(extract, file);
    if (!existsSync(path)) return [{ file, what: "is missing from the extract" }];
    return sha256(readFileSync(path)) === hash ? [] : [{ file, what: "is not the file that was read" }];
  });
}
