import { spawnSync } from "node:child_process";

/** `npm run check`: every read-only gate over the code, in order, stopping at none; exits 1 if one of them failed. */
const GATES: Readonly<Record<string, readonly string[]>> = {
  types: ["npx", "tsc"],
  style: ["npx", "biome", "ci", "."],
  "sql format": ["node", "--import", "tsx", "pipelines/format_sql.ts"],
  "unused code": ["npx", "knip"],
  tests: ["npx", "vitest", "run"],
};

const failed = Object.entries(GATES).filter(([name, [command = "", ...words]]) => {
  console.log(`\n== ${name}: ${[command, ...words].join(" ")}`);
  return spawnSync(command, words, { stdio: "inherit" }).status !== 0;
});
console.log(
  failed.length === 0 ? "\nAll gates passed." : `\nFailed: ${failed.map(([name]) => name).join(", ")}.`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
