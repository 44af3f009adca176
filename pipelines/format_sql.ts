import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type FormatOptionsWithLanguage, format } from "sql-formatter";

/** Formats every SQL file under `src`; with `--write` in place, otherwise it lists the files that differ and exits 1. */
const root = fileURLToPath(new URL("../src/", import.meta.url));
const optionsFile = new URL("../.sql-formatter.json", import.meta.url);
const options = JSON.parse(await readFile(optionsFile, "utf8")) as FormatOptionsWithLanguage;
const files = (await readdir(root, { recursive: true })).filter((name) => name.endsWith(".sql")).sort();
if (files.length === 0) throw new Error("no SQL file found: this gate looks in the wrong place");

const unformatted: string[] = [];
for (const name of files) {
  const path = join(root, name);
  const text = await readFile(path, "utf8");
  const formatted = `${format(text, options).trimEnd()}\n`;
  if (formatted === text) continue;
  unformatted.push(name);
  if (process.argv.includes("--write")) await writeFile(path, formatted);
}
for (const name of unformatted)
  console.log(`${process.argv.includes("--write") ? "formatted" : "not formatted"}: src/${name}`);
console.log(`${files.length} SQL files read`);
process.exitCode = unformatted.length > 0 && !process.argv.includes("--write") ? 1 : 0;
