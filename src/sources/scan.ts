import type { RecordDamage } from "../contracts/damage.ts";

export interface ScanOptions {
  /** Byte between fields. */
  delimiter: number;
  /** Fields of each record. */
  fields: number;
  /** Bytes of the header without its line end: a record equal to it is damage. */
  header: Uint8Array;
  /** Line of the first record. */
  firstLine: number;
  /** A whole record lies at `start` to `end` of `bytes`; called only where given. */
  onRecord?: ((bytes: Buffer, start: number, end: number, line: number) => void) | undefined;
  onDamage: (line: number, damage: RecordDamage) => void;
}

/** Longest record that is read; a longer one is damage. */
export const MAX_RECORD_BYTES = 1024 * 1024;

const LF = 10;
const CR = 13;
const QUOTE = 34;

/** What a byte means to the scanner; 0 is nothing. `DOUBTFUL` bytes are, or begin, a control character or a space. */
const DOUBTFUL = 1;
const SPECIAL = 2;

const SPACE = 32;
const DELETE = 127;

/** First bytes of the characters beyond ASCII that are control characters or spaces (U+0085, U+00A0, U+1680, U+2000, U+3000, U+FEFF). */
const DOUBTFUL_LEADS = [0xc2, 0xe1, 0xe2, 0xe3, 0xef];

const MORE = -1;

/**
 * Splits RFC 4180 text in UTF-8 into records, strictly, as its bytes arrive. A damaged record costs its own first line and
 * no more: reading goes on at the next line, so that a stray quote can't swallow what follows. A line inside a
 * quoted field that has as many delimiters as a record is taken for a record that a stray quote ran into.
 */
export class RecordScanner {
  records = 0;
  damaged = 0;
  /** Lines without a character; they are not records. */
  blankLines = 0;
  /** Line ends inside quoted fields of whole records. */
  innerLines = 0;
  crlfEnds = 0;
  lfEnds = 0;
  /** No field holds a control character, or begins or ends with a space. */
  plain = true;
  /** The last record has no line end. */
  unterminated = false;

  readonly #options: ScanOptions;
  readonly #kinds = new Uint8Array(256);
  #line: number;
  #rest: Buffer = Buffer.alloc(0);
  #skipping = false;

  #end = 0;
  #contentEnd = 0;
  #inner = 0;
  #damage: RecordDamage | null = null;

  constructor(options: ScanOptions) {
    this.#options = options;
    this.#line = options.firstLine;
    this.#kinds.fill(DOUBTFUL, 0, SPACE);
    for (const byte of [DELETE, ...DOUBTFUL_LEADS]) this.#kinds[byte] = DOUBTFUL;
    for (const byte of [0, LF, CR, QUOTE, options.delimiter]) this.#kinds[byte] = SPECIAL;
  }

  /** The line that the next record begins on. */
  get line(): number {
    return this.#line;
  }

  write(chunk: Buffer): void {
    this.#consume(this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk, false);
  }

  /** Reads what is left when the text has ended. */
  end(): void {
    this.#consume(this.#rest, true);
  }

  #consume(bytes: Buffer, final: boolean): void {
    let from = this.#skipping ? this.#skipLine(bytes, 0) : 0;
    while (from < bytes.length) {
      const next = this.#scan(bytes, from, final);
      if (next === MORE) {
        if (bytes.length - from <= MAX_RECORD_BYTES) break;
        this.#setAside("record_too_long");
        from = this.#skipLine(bytes, from);
        continue;
      }
      if (this.#damage === null) this.#accept(bytes, from);
      else this.#setAside(this.#damage);
      from = next;
    }
    this.#rest = bytes.subarray(from);
  }

  #accept(bytes: Buffer, from: number): void {
    if (this.#contentEnd === from) this.blankLines++;
    else {
      this.records++;
      this.#options.onRecord?.(bytes, from, this.#contentEnd, this.#line);
    }
    this.innerLines += this.#inner;
    this.#line += this.#inner + 1;
  }

  #setAside(damage: RecordDamage): void {
    this.damaged++;
    this.#options.onDamage(this.#line, damage);
    this.#line++;
  }

  /** Passes over a line that may not have arrived whole. */
  #skipLine(bytes: Buffer, from: number): number {
    const end = bytes.indexOf(LF, from);
    this.#skipping = end < 0;
    return end < 0 ? bytes.length : end + 1;
  }

  /** Reads one record and returns where the next begins, or MORE. Leaves what it found in the private fields. */
  #scan(bytes: Buffer, from: number, final: boolean): number {
    const kinds = this.#kinds;
    const { delimiter } = this.#options;
    const length = bytes.length;
    this.#damage = null;
    this.#inner = 0;
    let fields = 1;
    let fieldStart = from;
    let at = from;
    while (at < length) {
      const byte = bytes[at] as number;
      const kind = kinds[byte];
      if (kind !== SPECIAL) {
        if (kind === DOUBTFUL) this.plain = false;
        at++;
      } else if (byte === delimiter) {
        fields++;
        this.#endField(bytes, fieldStart, at);
        fieldStart = ++at;
      } else if (byte === LF) {
        this.lfEnds++;
        this.#endField(bytes, fieldStart, at);
        return this.#close(bytes, from, at, at + 1, fields, final);
      } else if (byte === QUOTE) {
        if (at !== fieldStart) return this.#spoil(bytes, from, "stray_quote", final);
        if (!this.#readQuoted(bytes, at + 1, final)) return MORE;
        if (this.#damage !== null) return this.#spoil(bytes, from, this.#damage, final);
        at = this.#end;
        if (at >= length) break;
        const after = bytes[at] as number;
        if (after !== delimiter && after !== LF && after !== CR)
          return this.#spoil(bytes, from, "text_after_quote", final);
      } else if (byte === CR) {
        if (at + 1 >= length && !final) return MORE;
        if (bytes[at + 1] !== LF) return this.#spoil(bytes, from, "stray_carriage_return", final);
        this.crlfEnds++;
        this.#endField(bytes, fieldStart, at);
        return this.#close(bytes, from, at, at + 2, fields, final);
      } else return this.#spoil(bytes, from, "nul_byte", final);
    }
    if (!final) return MORE;
    this.unterminated = true;
    this.#endField(bytes, fieldStart, length);
    if (bytes[length - 1] === delimiter) return this.#spoil(bytes, from, "record_cut_off", final);
    return this.#close(bytes, from, length, length, fields, final);
  }

  #endField(bytes: Buffer, start: number, end: number): void {
    if (bytes[start] === SPACE || bytes[end - 1] === SPACE) this.plain = false;
  }

  /** Ends a record that is whole in itself: its fields must be as many as the header's. */
  #close(
    bytes: Buffer,
    from: number,
    contentEnd: number,
    next: number,
    fields: number,
    final: boolean,
  ): number {
    this.#contentEnd = contentEnd;
    const { fields: expected, header } = this.#options;
    if (contentEnd === from) return next;
    if (contentEnd - from > MAX_RECORD_BYTES) return this.#spoil(bytes, from, "record_too_long", final);
    if (fields !== expected) return this.#spoil(bytes, from, "wrong_field_count", final);
    if (
      contentEnd - from === header.length &&
      bytes.compare(header, 0, header.length, from, contentEnd) === 0
    )
      return this.#spoil(bytes, from, "repeated_header", final);
    return next;
  }

  /** Marks the record damaged and returns where its first line ends. */
  #spoil(bytes: Buffer, from: number, damage: RecordDamage, final: boolean): number {
    this.#damage = damage;
    const end = bytes.indexOf(LF, from);
    if (end >= 0) return end + 1;
    return final ? bytes.length : MORE;
  }

  /** Reads to behind the closing quote (`#end`) or to damage; false when more bytes are needed. */
  #readQuoted(bytes: Buffer, from: number, final: boolean): boolean {
    const length = bytes.length;
    for (let at = from; at < length; at++) {
      const byte = bytes[at] as number;
      if (byte === QUOTE) {
        if (at + 1 >= length && !final) return false;
        if (bytes[at + 1] !== QUOTE) {
          this.#endField(bytes, from, at);
          this.#end = at + 1;
          return true;
        }
        at++;
      } else if (byte === 0) {
        this.#damage = "nul_byte";
        return true;
      } else if (this.#kinds[byte] === DOUBTFUL || byte === LF || byte === CR) {
        this.plain = false;
        if (byte === LF) {
          const delimiters = this.#delimitersOfLine(bytes, at + 1, final);
          if (delimiters === MORE) return false;
          if (delimiters >= Math.max(1, this.#options.fields - 1)) {
            this.#damage = "unclosed_quote";
            return true;
          }
          this.#inner++;
        }
      }
    }
    if (final) this.#damage = "unclosed_quote";
    return final;
  }

  #delimitersOfLine(bytes: Buffer, from: number, final: boolean): number {
    const lineEnd = bytes.indexOf(LF, from);
    if (lineEnd < 0 && !final) return MORE;
    let count = 0;
    const end = lineEnd < 0 ? bytes.length : lineEnd;
    for (let at = from; at < end; at++) if (bytes[at] === this.#options.delimiter) count++;
    return count;
  }
}
