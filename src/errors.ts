/**
 * The exit codes of the command line, documented in the README: an operator may see only the code.
 * 1 is kept for defects (an error nobody foresaw).
 */
export const EXIT = { ok: 0, defect: 1, extract: 2, program: 3, gate: 4, busy: 5 } as const;

/** An error somebody foresaw. Its message is safe to print: what is wrong and what to do, never a value from a row. */
export abstract class ObservatoryError extends Error {
  abstract readonly exitCode: number;
  override get name(): string {
    return this.constructor.name;
  }
}

/** One fault of an extract: where it is, which rule it breaks and how to mend it. */
export interface Fault {
  file: string;
  line?: number;
  column?: string;
  rule: string;
  mend: string;
}

/** A file of the extract cannot be trusted, so nothing is published. Carries every fault found, not only the first. */
export class ExtractError extends ObservatoryError {
  readonly exitCode = EXIT.extract;
  readonly faults: readonly Fault[];
  constructor(faults: readonly Fault[]) {
    super(faults.map(describeFault).join("\n"));
    this.faults = faults;
  }
}

/** The program file or an option is wrong. */
export class ProgramError extends ObservatoryError {
  readonly exitCode = EXIT.program;
}

/** A gate between rows and readers said no: a check found offending rows, or a release is not protected. */
export class GateError extends ObservatoryError {
  readonly exitCode = EXIT.gate;
}

/** Another run holds the data folder. */
export class BusyError extends ObservatoryError {
  readonly exitCode = EXIT.busy;
}

/** Where a fault is, in words: `assessment.csv, line 12, column total: not_a_number. Mend.` */
function describeFault({ file, line, column, rule, mend }: Fault): string {
  const place = [file, line && `line ${line}`, column && `column ${column}`].filter(Boolean).join(", ");
  return `${place}: ${rule}. ${mend}`;
}
