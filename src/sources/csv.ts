import type { RecordDamage } from "../contracts/damage.ts";
import { CleanCopy } from "./clean_copy.ts";
import type { Detected } from "./decode.ts";
import { FileFault } from "./file_fault.ts";
import { type Header, headerEnd, readHeader } from "./header.ts";
import { MAX_RECORD_BYTES, RecordScanner } from "./scan.ts";
import { atLine, type TextFile, type TextRequest, withText } from "./text_file.ts";

/** What to do with the records of a scan. */
interface Sink {
  record?: (bytes: Buffer, start: number, end: number, line: number) => void;
  damaged: (line: number, damage: RecordDamage) => void;
}

/** What a scan found. */
interface Scan {
  header: Header;
  scanner: RecordScanner;
  detected: Detected;
}

/**
 * Checks every record of a delimited text file. A clean file is left for DuckDB to read in place; of any other a clean
 * copy in UTF-8 is written. Throws FileFault where the file as a whole can't be trusted.
 */
export async function prepareCsv(request: TextRequest): Promise<TextFile> {
  const found = await scan(request, () => ({ damaged: () => undefined }));
  const { header, scanner } = found;
  const text = {
    format: "csv",
    delimiter: header.delimiter,
    fields: header.names.length,
    records: scanner.records,
    plain: scanner.plain,
  } as const;
  const common = { names: header.names, notices: describe(scanner) };
  if (isClean(found)) {
    const compression = request.gzip ? ("gzip" as const) : ("none" as const);
    const place = { path: request.path, compression, layout: "header" as const };
    return { ...common, text: { ...text, ...place }, damaged: { records: 0, path: null } };
  }
  const copy = new CleanCopy(request.copyPath, header.delimiter);
  try {
    await scan(request, () => ({ record: copy.record.bind(copy), damaged: copy.damaged.bind(copy) }));
  } finally {
    copy.close();
  }
  return {
    ...common,
    text: { ...text, path: copy.path, compression: "none", layout: "numbered" },
    damaged: { records: scanner.damaged, path: copy.damagePath },
  };
}

/** DuckDB can read it as it is: the n-th record stands on line n + 1, and nothing in it has two readings. */
const isClean = ({ scanner, detected }: Scan): boolean =>
  detected.encoding === "utf-8" &&
  scanner.damaged === 0 &&
  scanner.blankLines === 0 &&
  scanner.innerLines === 0 &&
  (scanner.crlfEnds === 0 || scanner.lfEnds === 0);

async function scan(request: TextRequest, sink: (header: Header) => Sink): Promise<Scan> {
  return await withText(request, async ({ detected, pieces }) => {
    const head = await readHead(pieces);
    const line = head.bytes.toString("utf8", 0, head.content);
    const header = readHeader(line, request.fits);
    const { record, damaged } = sink(header);
    const scanner = new RecordScanner({
      delimiter: header.delimiter.charCodeAt(0),
      fields: header.names.length,
      header: head.bytes.subarray(0, head.content),
      firstLine: line.split("\n").length + 1,
      onRecord: record,
      onDamage: damaged,
    });
    if (head.next - head.content === 2) scanner.crlfEnds++;
    else scanner.lfEnds++;
    try {
      scanner.write(head.bytes.subarray(head.next));
      for await (const piece of pieces) scanner.write(piece);
      scanner.end();
    } catch (error) {
      throw atLine(error, scanner.line);
    }
    return { header, scanner, detected };
  });
}

/** Reads until the header line is whole. */
async function readHead(
  pieces: AsyncGenerator<Buffer>,
): Promise<{ bytes: Buffer; content: number; next: number }> {
  let bytes: Buffer = Buffer.alloc(0);
  for (;;) {
    const { value, done } = await pieces.next().catch((error: unknown) => Promise.reject(atLine(error, 1)));
    if (!done) bytes = Buffer.concat([bytes, value]);
    const end = headerEnd(bytes, done === true);
    if (end) return { bytes, ...end };
    if (bytes.length > MAX_RECORD_BYTES)
      throw new FileFault("header_too_long", "The first line must hold the column names and no more.", {
        line: 1,
      });
  }
}

function describe(scanner: RecordScanner): string[] {
  const notices: string[] = [];
  if (scanner.records + scanner.damaged === 0) notices.push("has a header and no rows");
  if (scanner.blankLines > 0) notices.push(`has ${scanner.blankLines} blank lines, which are not records`);
  if (scanner.unterminated) notices.push("has no line end after its last record; it may have been cut off");
  return notices;
}
