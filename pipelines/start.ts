import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { EXIT } from "../src/errors.ts";
import { writeBeatTheBlues } from "./beat_the_blues.ts";
import { main } from "./cli.ts";
import { createProgress } from "./progress.ts";
import { buildSite } from "./site.ts";
import { newestRelease, SITES } from "./site_command.ts";

/** What `npm start` makes lives apart from a site's own runs. */
const place = (programme: string) => {
  const home = join("data", "demonstration", programme);
  return { extract: join(home, "extract"), data: home };
};
const SYNTHETIC = place("synthetic");
const TRIAL = place("beat_the_blues");

/** The month before the programme's last: its release is what the pages tell changes from. */
const MONTH_BEFORE = "2024-11-30";

/** `npm start`: the whole line on two months of a synthetic programme and on the bundled trial, into `data/`, `dist/` and `dist-internal/` of this checkout. */
async function start(): Promise<number> {
  process.chdir(fileURLToPath(new URL("..", import.meta.url)));
  await writeBeatTheBlues(TRIAL.extract);
  const synthetic = ["run", "--extract", SYNTHETIC.extract, "--data", SYNTHETIC.data, "--no-site"];
  const commands = [
    ["synthesise", "--out", SYNTHETIC.extract],
    [...synthetic, "--as-of", MONTH_BEFORE],
    synthetic,
    ["run", "--extract", TRIAL.extract, "--data", TRIAL.data, "--no-site"],
  ];
  for (const command of commands) {
    process.stderr.write(`\nobservatory ${command.join(" ")}\n`);
    const code = await main(command);
    if (code !== EXIT.ok) return code;
  }
  const progress = createProgress(process.stderr);
  await buildSite({
    releaseDir: await newestRelease(SYNTHETIC.data),
    beside: [{ folder: "beat_the_blues", releaseDir: await newestRelease(TRIAL.data) }],
    outDir: SITES.public,
    progress,
  });
  await buildSite({
    releaseDir: await newestRelease(SYNTHETIC.data, { edition: "internal" }),
    outDir: SITES.internal,
    progress,
  });
  process.stderr.write(
    `\nThe public site is in ${SITES.public}/ and the internal one in ${SITES.internal}/: open ${SITES.public}/index.html.\n`,
  );
  return EXIT.ok;
}

process.exitCode = await start();
