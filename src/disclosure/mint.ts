import type { Released } from "./released.ts";

/** Marks rows as protected and freezes them. Nothing outside this folder may import it. */
export function mint<T extends object>(rows: T[]): Released<readonly T[]> {
  return Object.freeze(rows.map((row) => Object.freeze(row))) as Released<readonly T[]>;
}
