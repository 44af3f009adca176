/** Numbers in order, each once. */
export const sorted = (values: readonly number[]): number[] => [...new Set(values)].sort((a, b) => a - b);

/** Whether a sorted list holds a number near enough. */
export function has(known: readonly number[], value: number, within: number): boolean {
  const near = within + 1e-9 * Math.max(1, Math.abs(value));
  let [low, high] = [0, known.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((known[middle] ?? 0) < value - near) low = middle + 1;
    else high = middle;
  }
  return (known[low] ?? Number.POSITIVE_INFINITY) <= value + near;
}
