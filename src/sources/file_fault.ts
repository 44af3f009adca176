/** One reason why a whole file can't be trusted; becomes a Fault of an ExtractError when its file is known. */
export class FileFault extends Error {
  readonly rule: string;
  readonly mend: string;
  readonly line: number | undefined;
  readonly column: string | undefined;
  constructor(rule: string, mend: string, place: { line?: number; column?: string } = {}) {
    super(rule);
    this.rule = rule;
    this.mend = mend;
    this.line = place.line;
    this.column = place.column;
  }
}
