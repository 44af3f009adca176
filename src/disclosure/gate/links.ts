import type { Sum } from "./sums.ts";

/** Sums and unknowns, each with its list of the others. In every table the parts of a sum less its whole are zero. */
export interface Links {
  /** The unknowns of each sum, its whole first. */
  members: readonly (readonly number[])[];
  /** The sums of each unknown: `sum` where it is a part and `~sum` where it is the whole. */
  sumsOf: readonly (readonly number[])[];
}

/** Links sums to `unknowns` unknowns. */
export function linkSums(unknowns: number, sums: readonly Sum[]): Links {
  const sumsOf = Array.from({ length: unknowns }, (): number[] => []);
  for (const [sum, { whole, parts }] of sums.entries()) {
    sumsOf[whole]?.push(~sum);
    for (const part of parts) sumsOf[part]?.push(sum);
  }
  return { members: sums.map(({ whole, parts }) => [whole, ...parts]), sumsOf };
}
