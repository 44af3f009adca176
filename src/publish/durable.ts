import { closeSync, fsyncSync, openSync, renameSync, symlinkSync, writeFileSync } from "node:fs";

/** Writes a new file and waits until the disk holds it. Throws where the file exists. */
export function writeDurable(path: string, bytes: Uint8Array, mode?: number): void {
  const file = openSync(path, "wx", mode);
  try {
    writeFileSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Waits until the disk holds the names in a folder: a file that was made, renamed or removed there. */
export function syncFolder(path: string): void {
  const folder = openSync(path, "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** Points a link at another target in one step: a reader finds the old target or the new one. `spare` is an unused name on the same disk. */
export function swapLink(link: string, target: string, spare: string): void {
  symlinkSync(target, spare);
  renameSync(spare, link);
}
