/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const HURT = ['"', ",", "\n", "\r", "\0", "x", ";", "\t", "\u0085", "9", '""', ',"', '",', "\r\n"];

/** Damages a text at a few places behind the header: flips, insertions, deletions, cuts. */
export function damage(text: string, draw: () => number): string {
  let hurt = text;
  const header = text.indexOf("\n") + 1;
  for (let count = 1 + Math.floor(draw() * 6); count > 0; count--) {
    const at = header + Math.floor(draw() * (hurt.length - header));
    const sign = HURT[Math.floor(draw() * HURT.length)] ?? "x";
    const kind = draw();
    if (kind < 0.4) hurt = hurt.slice(0, at) + sign + hurt.slice(at);
    else if (kind < 0.7) hurt = hurt.slice(0, at) + hurt.slice(at + 1);
    else if (kind < 0.95) hurt = hurt.slice(0, at) + sign + hurt.slice(at + 1);
    else hurt = hurt.slice(0, Math.max(at, header));
  }
  return hurt;
}

/** Another reading of RFC 4180, written for this test: a line is a row when it parses by itself into `fields` fields. */
export function readLine(line: string, fields: number): string[] | null {
  const found: string[] = [];
  const pattern = /(?:"((?:[^"\0]|"")*)"|([^",\r\n\0]*))(,|$)/y;
  for (;;) {
    const match = pattern.exec(line);
    if (!match) return null;
    found.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    if (match[3] === "") return found.length === fields ? found : null;
  }
}

/** A record or a damaged line, as it is told by lines alone. */
export interface Stretch {
  /** Index of its first line. */
  line: number;
  /** Lines of a whole record; 0 where the line is damaged. */
  lines: number;
}

/** Splits the lines behind a header (index 0): a line is a record, or with those that follow it, or damaged by itself. */
export function stretchesOf(lines: readonly string[], fields: number): Stretch[] {
  const stretches: Stretch[] = [];
  for (let line = 1; line < lines.length; ) {
    if (bare(lines[line]) === "") {
      line++;
      continue;
    }
    const count = linesOfRecord(lines, line, fields);
    stretches.push({ line, lines: count });
    line += count || 1;
  }
  return stretches;
}

function linesOfRecord(lines: readonly string[], start: number, fields: number): number {
  for (let end = start + 1; end <= lines.length; end++) {
    if (readLine(bare(lines.slice(start, end).join("\n")), fields)) return end - start;
    if ((lines[end]?.split(",").length ?? 0) >= fields) return 0;
  }
  return 0;
}

/** A line without the carriage return of its end. */
export const bare = (line: string | undefined): string => line?.replace(/\r$/, "") ?? "";
