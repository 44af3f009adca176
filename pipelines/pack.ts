import { existsSync } from "node:fs";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ProgramError } from "../src/errors.ts";
import type { Manifest } from "../src/publish/manifest.ts";
import { type Audience, PACKS } from "./pack_contents.ts";
import { count, type Progress } from "./progress.ts";
import { SITES } from "./site_command.ts";

interface PackOptions {
  audience: Audience;
  site?: string;
  out: string;
  singleFile?: boolean;
}

/** `observatory pack`: the pages for one audience out of a built site, as a PDF or as one HTML file that needs no server. */
export async function packCommand(options: PackOptions, progress: Progress): Promise<void> {
  const { audience, out, singleFile } = options;
  const pack = PACKS[audience];
  const siteDir = options.site ?? SITES[pack.edition];
  const manifest = join(siteDir, "data", "manifest.json");
  if (!existsSync(manifest))
    throw new ProgramError(
      `there is no site at ${siteDir}; build it with \`observatory site --out ${siteDir}\`, or name one with --site`,
    );
  const { as_of, policy } = JSON.parse(await readFile(manifest, "utf8")) as Manifest;
  if (policy.edition !== pack.edition)
    throw new ProgramError(
      `the ${audience} pack is made of the ${pack.edition} edition, and ${siteDir} is the ${policy.edition} one; name the other with --site`,
    );
  const { packDocument } = await import("./pack_document.ts");
  const { fileInside } = await import("./pack_files.ts");
  const done = progress.step(`bind the ${audience} pack`);
  const document = packDocument(siteDir, pack, singleFile ? fileInside(siteDir) : undefined);
  done();
  if (singleFile) return replaceFile(out, document.html());
  const printed = progress.step("print it");
  const { printPack } = await import("./pack_print.ts");
  const { pdf, sheets } = await printPack(document, as_of);
  await replaceFile(out, pdf);
  printed(`${count(sheets)} sheets`);
}

/** Puts a file in its place only when it is whole. */
async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  const draft = `${path}.draft-${process.pid}`;
  try {
    await writeFile(draft, content);
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
}
