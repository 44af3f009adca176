import { type FitResult, normalName } from "../contracts/fit.ts";
import { FileFault } from "./file_fault.ts";

/** The delimiters that are read, the likelier first. */
const DELIMITERS = [",", ";", "\t"] as const;
type Delimiter = (typeof DELIMITERS)[number];

const MAX_COLUMNS = 2000;
const LF = 10;
const CR = 13;

/** Where the header ends: at the first line end, quoted or not, for a name that runs on would swallow the first record. */
export function headerEnd(text: Buffer, final: boolean): { content: number; next: number } | null {
  const end = text.indexOf(LF);
  if (end >= 0) return { content: text[end - 1] === CR ? end - 1 : end, next: end + 1 };
  return final ? { content: text.length, next: text.length } : null;
}

/** A header line as names. Null when its quotes do not fit. */
function splitHeader(line: string, delimiter: Delimiter): string[] | null {
  const names: string[] = [];
  let at = 0;
  for (;;) {
    let name: string;
    if (line[at] === '"') {
      const quoted = /^"((?:[^"]|"")*)"/.exec(line.slice(at));
      if (!quoted) return null;
      name = (quoted[1] ?? "").replaceAll('""', '"');
      at += quoted[0].length;
    } else {
      const end = line.indexOf(delimiter, at);
      name = line.slice(at, end < 0 ? undefined : end);
      if (name.includes('"')) return null;
      at += name.length;
    }
    names.push(name);
    if (at >= line.length) return names;
    if (line[at] !== delimiter) return null;
    at++;
  }
}

/** A header under the delimiter that makes it fit the contract best. */
export interface Header {
  names: string[];
  delimiter: Delimiter;
}

/**
 * Chooses the delimiter under which `fit` succeeds, else the one with the fewest faults. Refuses a header that can't be
 * split, has a name twice or is not one.
 */
export function readHeader(line: string, fits: readonly ((names: string[]) => FitResult)[]): Header {
  if (line.trim() === "")
    throw new FileFault("no_header", "The first line must hold the column names.", { line: 1 });
  if (line.includes("\r"))
    throw new FileFault("line_ends", "Lines end in a lone carriage return; save the file with line feeds.", {
      line: 1,
    });
  if (line.includes("\0"))
    throw new FileFault("nul_byte", "The header holds a NUL byte; export the file again as text.", {
      line: 1,
    });
  const candidates = DELIMITERS.flatMap((delimiter) => {
    const names = splitHeader(line, delimiter);
    return names ? [{ names, delimiter, faults: countFaults(names, fits) }] : [];
  });
  const best = candidates.toSorted((a, b) => a.faults - b.faults || b.names.length - a.names.length)[0];
  if (!best)
    throw new FileFault("broken_header", "The quotes of the header line do not match; write it again.", {
      line: 1,
    });
  if (best.names.length > MAX_COLUMNS)
    throw new FileFault(
      "too_many_columns",
      `More than ${MAX_COLUMNS} columns; export only those of the contract.`,
      { line: 1 },
    );
  const twice = repeated(best.names);
  if (twice)
    throw new FileFault(
      "duplicate_column",
      `Columns ${twice.join(" and ")} have the same name; remove or rename one.`,
      { line: 1 },
    );
  return { names: best.names, delimiter: best.delimiter };
}

function countFaults(names: string[], fits: readonly ((names: string[]) => FitResult)[]): number {
  return fits.reduce((sum, fitNames) => {
    const result = fitNames(names);
    return sum + ("faults" in result ? result.faults.length : 0);
  }, 0);
}

/** The positions, counted from 1, of two columns with one name; unnamed columns do not count. */
function repeated(names: readonly string[]): [number, number] | null {
  const seen = new Map<string, number>();
  for (const [index, name] of names.entries()) {
    const key = normalName(name);
    const first = seen.get(key);
    if (key !== "" && first !== undefined) return [first + 1, index + 1];
    seen.set(key, index);
  }
  return null;
}
