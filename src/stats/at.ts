/** The entry at an index that must exist; throws where it does not, so that a slip never becomes `undefined`. */
export function at<T>(entries: readonly T[], index: number): T {
  const entry = entries[index];
  if (entry === undefined) throw new RangeError("There is no entry at this index.");
  return entry;
}
