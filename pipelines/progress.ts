/** Says what a job is doing. Only counts, names and durations are ever passed in. */
export interface Progress {
  /** Starts a step; the returned function ends it with a detail such as a row count. */
  step(name: string): (detail?: string) => void;
  note(text: string): void;
}

/** Progress for a stream: on a terminal a step's line is rewritten when it ends, otherwise one plain line a step. */
export function createProgress(
  stream: NodeJS.WriteStream,
  clock: () => number = performance.now.bind(performance),
): Progress {
  return {
    step(name) {
      const start = clock();
      if (stream.isTTY) stream.write(`  ... ${name}`);
      return (detail = "") => {
        const seconds = `${((clock() - start) / 1000).toFixed(1)} s`;
        stream.write(
          `${stream.isTTY ? "\r\x1b[2K" : ""}${seconds.padStart(8)}  ${name}${detail && `: ${detail}`}\n`,
        );
      };
    },
    note: (text) => void stream.write(`${" ".repeat(10)}${text}\n`),
  };
}

/** A whole number with thousands separators, as in `12,345`. */
export const count = (n: number): string => n.toLocaleString("en-GB");
