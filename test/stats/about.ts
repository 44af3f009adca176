import { expect } from "vitest";

/** The same shape, with each number matched to this many decimals: the printed digits of an expected result. */
export function about<T>(expected: T, digits: number): T {
  const matcher = (value: unknown): unknown => {
    if (typeof value === "number" && Number.isFinite(value)) return expect.closeTo(value, digits);
    if (Array.isArray(value)) return value.map(matcher);
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, matcher(entry)]));
  };
  return matcher(expected) as T;
}
