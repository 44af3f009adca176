import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeBeatTheBlues } from "./beat_the_blues.ts";
import { main } from "./cli.ts";

/** `npm start`: the whole line on the bundled data, into `data/` and `dist/` of this checkout. */
process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const extract = join("data", "extracts", "beat_the_blues");
await writeBeatTheBlues(extract);
process.exitCode = await main(["run", "--extract", extract]);
if (process.exitCode === 0)
  console.log("\nOpen dist/index.html through any web server, for example: npx http-server dist");
