import { closeSync, openSync, writeSync } from "node:fs";
import type { Damage } from "../contracts/damage.ts";

const FLUSH_BYTES = 1024 * 1024;
const LF = 10;

/** A private file that is written once. The folder it is in must be private too. */
class PrivateFile {
  readonly path: string;
  readonly #fd: number;
  readonly #pending = Buffer.allocUnsafe(2 * FLUSH_BYTES);
  #used = 0;
  constructor(path: string) {
    this.path = path;
    this.#fd = openSync(path, "wx", 0o600);
  }

  text(value: string): void {
    this.#room(value.length * 3);
    this.#used += this.#pending.write(value, this.#used);
  }

  /** Copies at most FLUSH_BYTES. */
  bytes(source: Buffer, start: number, end: number): void {
    this.#room(end - start);
    this.#used += source.copy(this.#pending, this.#used, start, end);
  }

  byte(value: number): void {
    this.#room(1);
    this.#pending[this.#used++] = value;
  }

  close(): void {
    this.#flush();
    closeSync(this.#fd);
  }

  #room(bytes: number): void {
    if (this.#used + bytes > this.#pending.length) this.#flush();
  }

  #flush(): void {
    for (let from = 0; from < this.#used; )
      from += writeSync(this.#fd, this.#pending, from, this.#used - from);
    this.#used = 0;
  }
}

/** Writes whole records, each led by the line it stands on, and beside them a list of the damaged ones. */
export class CleanCopy {
  readonly path: string;
  readonly #records: PrivateFile;
  readonly #damagePath: string;
  readonly #delimiter: string;
  #damage: PrivateFile | null = null;

  constructor(path: string, delimiter: string) {
    this.path = path;
    this.#records = new PrivateFile(path);
    this.#damagePath = `${path}.damaged`;
    this.#delimiter = delimiter;
  }

  /** Where the damaged records are listed as `line,rule`. Null: there are none. */
  get damagePath(): string | null {
    return this.#damage?.path ?? null;
  }

  record(bytes: Buffer, start: number, end: number, line: number): void {
    this.#records.text(`${line}${this.#delimiter}`);
    this.#records.bytes(bytes, start, end);
    this.#records.byte(LF);
  }

  damaged(line: number, damage: Damage): void {
    this.#damage ??= new PrivateFile(this.#damagePath);
    this.#damage.text(`${line},${damage}\n`);
  }

  close(): void {
    this.#records.close();
    this.#damage?.close();
  }
}
