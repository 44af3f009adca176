import type { Policy } from "../../../src/disclosure/policy.ts";

type Table<T> = readonly (readonly T[])[];

/**
 * The fewest values that any secret of a two-by-two table with its totals could have, found by trying every table. Secrets are
 * counts up to the threshold, but for a zero of everyone, and for every zero where the policy shows them. A hidden number that is small is known to be so.
 */
export function narrowest(table: Table<number>, shown: Table<boolean>, policy: Policy): number {
  const range = (row: number, column: number): [number, number] => {
    const count = table[row]?.[column] ?? Number.NaN;
    const isEveryone = row === 2 && column === 2;
    if (shown[row]?.[column]) {
      if (count === 0) return [0, 0];
      const rounded = policy.round_to * Math.round(count / policy.round_to);
      const reach = (policy.round_to - 1) / 2;
      return [Math.max(policy.hide_at_most + 1, rounded - reach), rounded + reach];
    }
    const isPositive = count > 0 && (isEveryone || policy.zeros === "shown");
    return [
      isPositive ? 1 : 0,
      count <= policy.hide_at_most ? policy.hide_at_most : Number.POSITIVE_INFINITY,
    ];
  };
  const ranges = [0, 1, 2].map((row) => [0, 1, 2].map((column) => range(row, column)));
  const fits = (row: number, column: number, count: number) => {
    const [lo, hi] = ranges[row]?.[column] ?? [0, 0];
    return lo <= count && count <= hi;
  };
  const largest = Math.max(...table.flat());
  const possible = [0, 1, 2].map(() => [0, 1, 2].map(() => new Set<number>()));
  const every = (row: number, column: number): number[] => {
    const [lo, hi] = ranges[row]?.[column] ?? [0, 0];
    const end = Math.min(hi, largest + 5);
    return Array.from({ length: end - lo + 1 }, (_, place) => lo + place);
  };
  for (const a of every(0, 0))
    for (const b of every(0, 1)) {
      if (!fits(0, 2, a + b)) continue;
      for (const c of every(1, 0)) {
        if (!fits(2, 0, a + c)) continue;
        for (const d of every(1, 1)) {
          if (!fits(1, 2, c + d) || !fits(2, 1, b + d) || !fits(2, 2, a + b + c + d)) continue;
          const filled = [
            [a, b, a + b],
            [c, d, c + d],
            [a + c, b + d, a + b + c + d],
          ];
          for (const [row, counts] of filled.entries())
            for (const [column, count] of counts.entries()) possible[row]?.[column]?.add(count);
        }
      }
    }
  const isNobody = table[2]?.[2] === 0;
  const widths = table.flatMap((counts, row) =>
    counts.flatMap((count, column) =>
      count <= policy.hide_at_most && !isNobody && (count > 0 || policy.zeros === "hidden")
        ? [possible[row]?.[column]?.size ?? 0]
        : [],
    ),
  );
  return Math.min(Number.POSITIVE_INFINITY, ...widths);
}
