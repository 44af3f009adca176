import { isUtf8 } from "node:buffer";
import type { Encoding } from "../contracts/encodings.ts";
import { FileFault } from "./file_fault.ts";

/** How a file turned out to be encoded: a byte-order mark wins over what was declared. */
export interface Detected {
  encoding: Encoding;
  /** Bytes of the byte-order mark. */
  markBytes: number;
}

const MARKS: readonly { bytes: readonly number[]; encoding: Encoding }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: "utf-8" },
  { bytes: [0xff, 0xfe], encoding: "utf-16le" },
  { bytes: [0xfe, 0xff], encoding: "utf-16be" },
];

const LF = 10;

/** Tells the encoding from a file's first bytes. Refuses UTF-16 that is neither marked nor declared. */
export function detectEncoding(start: Buffer, declared: Encoding): Detected {
  const mark = MARKS.find(({ bytes }) => bytes.every((byte, index) => start[index] === byte));
  if (mark) return { encoding: mark.encoding, markBytes: mark.bytes.length };
  if (!declared.startsWith("utf-16") && looksLikeUtf16(start))
    throw new FileFault(
      "utf16_without_mark",
      "The file looks like UTF-16 without a byte-order mark; save it as UTF-8, or say encoding: utf-16le in the program file.",
    );
  return { encoding: declared, markBytes: 0 };
}

/** Every other byte of the header line is zero: a text in UTF-16. */
function looksLikeUtf16(start: Buffer): boolean {
  const [first, second, third, fourth] = start;
  return start.length >= 4 && ((first === 0 && third === 0) || (second === 0 && fourth === 0));
}

/**
 * Yields the text as UTF-8 without its mark. Bytes that the encoding does not allow are a FileFault; all text before
 * the line they stand on is yielded first, so that the reader can name the line.
 */
export async function* toUtf8(
  chunks: AsyncIterable<Buffer>,
  { encoding, markBytes }: Detected,
): AsyncGenerator<Buffer> {
  const convert = encoding === "utf-8" ? checkUtf8() : transcode(encoding);
  let skip = markBytes;
  for await (const chunk of chunks) {
    const bytes = skip > 0 ? chunk.subarray(skip) : chunk;
    skip = Math.max(0, skip - chunk.length);
    yield* convert(bytes, false);
  }
  yield* convert(Buffer.alloc(0), true);
}

type Convert = (bytes: Buffer, final: boolean) => Generator<Buffer>;

function checkUtf8(): Convert {
  let rest: Buffer = Buffer.alloc(0);
  return function* (bytes, final) {
    const text = rest.length > 0 ? Buffer.concat([rest, bytes]) : bytes;
    const whole = final ? text.length : wholeCharacters(text);
    const checked = text.subarray(0, whole);
    if (!isUtf8(checked)) {
      yield goodLines(checked);
      throw new FileFault(
        "not_utf8",
        "The file is not UTF-8; save it as UTF-8, or say encoding: windows-1252 or latin-1 in the program file.",
      );
    }
    rest = text.subarray(whole);
    yield checked;
  };
}

/** Bytes up to the last character that is whole: a character of UTF-8 can be cut by the end of a chunk. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const size = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return size > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}

function goodLines(bytes: Buffer): Buffer {
  let end = 0;
  for (;;) {
    const next = bytes.indexOf(LF, end) + 1;
    if (next === 0 || !isUtf8(bytes.subarray(end, next))) return bytes.subarray(0, end);
    end = next;
  }
}

function transcode(encoding: Exclude<Encoding, "utf-8">): Convert {
  if (encoding === "latin-1")
    return function* (bytes) {
      yield Buffer.from(bytes.toString("latin1"), "utf8");
    };
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  return function* (bytes, final) {
    let text: string;
    try {
      text = decoder.decode(bytes, { stream: !final });
    } catch {
      throw new FileFault(
        `not_${encoding.replace("-", "")}`,
        `The file is not ${encoding}; save it as UTF-8.`,
      );
    }
    yield Buffer.from(text, "utf8");
  };
}
