import { writeRelease } from "../../src/publish/write_release.ts";
import { release } from "./build.ts";

/** Publishes release after release into the folder named on the command line, no two alike, until it is killed or its starter is gone. */
const [releaseDir = "", name = ""] = process.argv.slice(2);
const input = release(releaseDir, 1, 200);
const starter = process.ppid;
for (let turn = 0; process.ppid === starter; turn++) {
  writeRelease({ ...input, manifest: { ...input.manifest, notices: [`${name}, turn ${turn}`] } });
  if (turn === 1) process.stdout.write("publishing\n");
}
