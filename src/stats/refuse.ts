/** Refuses an input no statistician would accept: throws a plain Error with the sentence. The sentence never quotes data. */
export function refuseUnless(isAcceptable: boolean, sentence: string): asserts isAcceptable {
  if (!isAcceptable) throw new Error(sentence);
}

/** Refuses a count that is not a whole number of zero or more. */
export function requireCount(count: number, name: string): void {
  refuseUnless(Number.isSafeInteger(count) && count >= 0, `${name} must be a whole number of zero or more.`);
}

/** Refuses a size (a population, an exposure, an expected count) that is not a finite number of zero or more. */
export function requireSize(size: number, name: string): void {
  refuseUnless(Number.isFinite(size) && size >= 0, `${name} must be a finite number of zero or more.`);
}

/** Refuses a list that holds anything but finite numbers. */
export function requireFinite(values: readonly number[], name: string): void {
  refuseUnless(values.every(Number.isFinite), `${name} must be finite numbers.`);
}
