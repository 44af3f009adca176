import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { createGunzip } from "node:zlib";
import { FileFault } from "./file_fault.ts";

/** How much a file may hold, so that a small archive can't fill the machine. */
export interface ByteLimits {
  /** Most bytes of a file after decompression. */
  fileBytes: number;
  /** A compressed file may not grow more than this many times once it is larger than `ratioFrom` bytes. */
  ratio: number;
  ratioFrom: number;
}

const BYTE_LIMITS: ByteLimits = { fileBytes: 64 * 1024 ** 3, ratio: 200, ratioFrom: 64 * 1024 ** 2 };

const CHUNK_BYTES = 1024 * 1024;

/** Yields a file's bytes, decompressed where `gzip`. Refuses a link, a bomb and a damaged archive with a FileFault. */
export async function* readBytes(
  path: string,
  gzip: boolean,
  limits: ByteLimits = BYTE_LIMITS,
): AsyncGenerator<Buffer> {
  const file = await openFile(path);
  const stored = file.createReadStream({ highWaterMark: CHUNK_BYTES });
  const unpacked = gzip ? stored.pipe(createGunzip({ chunkSize: CHUNK_BYTES })) : stored;
  stored.on("error", (error) => unpacked.destroy(error));
  let total = 0;
  try {
    for await (const chunk of unpacked as AsyncIterable<Buffer>) {
      total += chunk.length;
      const grown = gzip && total > limits.ratioFrom && total > limits.ratio * stored.bytesRead;
      if (grown || total > limits.fileBytes)
        throw new FileFault(
          "too_large",
          "The file holds more than is believed; split it into smaller files.",
        );
      yield chunk;
    }
  } catch (error) {
    if (error instanceof FileFault) throw error;
    throw gzip
      ? new FileFault(
          "broken_archive",
          "The gzip archive is damaged or cut off; export and compress it again.",
        )
      : unreadable();
  } finally {
    stored.destroy();
    await file.close().catch(() => undefined);
  }
}

async function openFile(path: string): Promise<FileHandle> {
  try {
    return await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  } catch {
    throw unreadable();
  }
}

const unreadable = () =>
  new FileFault("unreadable", "The file could not be read to its end; check the disk and its permissions.");

/** SHA-256 of a file as it is stored, in hex. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of readBytes(path, false)) hash.update(chunk);
  return hash.digest("hex");
}
