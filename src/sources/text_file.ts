import type { Encoding } from "../contracts/encodings.ts";
import type { FitResult } from "../contracts/fit.ts";
import type { PreparedSource, PreparedText } from "../contracts/prepared.ts";
import { readBytes } from "./bytes.ts";
import { type Detected, detectEncoding, toUtf8 } from "./decode.ts";
import { FileFault } from "./file_fault.ts";

/** What preparing a text file needs. */
export interface TextRequest {
  /** Absolute path. */
  path: string;
  gzip: boolean;
  encoding: Encoding;
  /** How the tables that the file feeds read a header. */
  fits: readonly ((names: readonly string[]) => FitResult)[];
  /** Where a clean copy may be written. */
  copyPath: string;
}

/** A text file whose records are whole: how to read it, its column names, and sentences for the reader. */
export interface TextFile {
  text: Omit<PreparedText, "fit">;
  names: string[];
  damaged: PreparedSource["damaged"];
  notices: string[];
}

/** A text as pieces of UTF-8 without a byte-order mark. */
export interface OpenText {
  detected: Detected;
  pieces: AsyncGenerator<Buffer>;
}

/** Opens a text file for one reading and closes it behind it. Refuses an empty file. */
export async function withText<T>(
  { path, gzip, encoding }: TextRequest,
  read: (text: OpenText) => Promise<T>,
): Promise<T> {
  const bytes = readBytes(path, gzip);
  try {
    const first = await bytes.next();
    if (first.done) throw new FileFault("empty_file", "The file is empty; export it again, or remove it.");
    const detected = detectEncoding(first.value, encoding);
    return await read({ detected, pieces: toUtf8(resume(first.value, bytes), detected) });
  } finally {
    await bytes.return(undefined);
  }
}

/** Adds the line to a fault that was found while reading a text. */
export function atLine(error: unknown, line: number): unknown {
  if (!(error instanceof FileFault) || error.line !== undefined) return error;
  return new FileFault(error.rule, error.mend, { line });
}

async function* resume(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}
