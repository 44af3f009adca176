import { derivedPlanning } from "./derived_planning.ts";
import { derivedResults } from "./derived_results.ts";
import { all, type DerivedPhrase, phrase, points, rowsOf } from "./phrase.ts";
import type { Published, Row } from "./published.ts";
import { withCommas } from "./released_numbers.ts";

/** Every function of released rows that a page may write, worked out here once more from the files. */
export function derivedPhrases(published: Published): DerivedPhrase[] {
  const { policy, billing_codes, clinics } = published.manifest;
  return [
    ...equity(published),
    ...derivedResults(published),
    ...derivedPlanning(published),
    phrase("the base to which counts are rounded", /rounded to the nearest (\d+)/g, [[policy.round_to]]),
    phrase(
      "where a clinic is",
      /^(\d+)$/g,
      clinics.map(({ area_code = "" }) => [area_code]),
    ),
    phrase(
      "a billing code",
      /^(\d{5})$/g,
      billing_codes.map(({ code }) => [code]),
    ),
  ];
}

/** Gaps in points, in patients, and how many there are. */
function equity(published: Published): DerivedPhrase[] {
  const gaps = rowsOf(published, "gaps");
  const differences = gaps.flatMap((row) => {
    const values = all(row, "difference", "difference_lower", "difference_upper");
    return values ? [values.map((value) => points(value))] : [];
  });
  const patients = (row: Row) => {
    const values = all(row, "more_needed", "more_needed_lower", "more_needed_upper");
    const [about = 0, ...ends] = (values ?? []).map((value) => Math.max(1, Math.round(Math.abs(value))));
    return values ? [about, ...ends.sort((a, b) => a - b)] : [];
  };
  const needed = gaps.map(patients).filter(({ length }) => length > 0);
  const better = new Map(published.manifest.measures.map(({ id, better }) => [id, better]));
  const read = gaps.filter((row) => all(row, "difference"));
  const isBehind = ({ measure = "", finding }: Row) =>
    finding === (better.get(measure) === "lower" ? "more" : "fewer");
  const isAhead = ({ measure = "", finding }: Row) =>
    finding === (better.get(measure) === "lower" ? "fewer" : "more");
  const counted = sets(gaps, "instrument", (rows) => {
    const known = read.filter((row) => rows.includes(row));
    return [
      known.length,
      known.filter(isBehind).length,
      known.filter(isAhead).length,
      Math.round(0.05 * known.length),
    ];
  });
  return [
    phrase("a gap in points", /(\d+) \(likely (?:between )?−?(\d+) (?:to|and) −?(\d+)\)/g, differences),
    phrase(
      "a gap in patients",
      /(\d[\d,]*) (?:more [a-z]+|fewer)(?: \(|, )likely (\d[\d,]*) to (\d[\d,]*)/gi,
      needed.map((one) => one.map(withCommas)),
    ),
    phrase(
      "a gap in patients",
      /(\d[\d,]*) (?:more|fewer)\b/g,
      needed.map(([about = 0]) => [withCommas(about)]),
    ),
    phrase(
      "how many gaps there are",
      /of (?:the )?(\d+) comparisons that can be made/gi,
      counted.map(([n = 0]) => [n]),
    ),
    phrase(
      "how many gaps there are",
      /Of (\d+) comparisons (\d+) show .* and (\d+) clearly ahead; about (\d+)/g,
      counted,
    ),
    phrase(
      "how many gaps there are",
      /^(\d+) clearly apart/g,
      counted.flatMap(([n = 0]) => Array.from({ length: n }, (_, at) => [at])),
    ),
  ];
}

/** The same of all rows that speak of one instrument, or of none. */
function sets(rows: readonly Row[], column: string, count: (rows: readonly Row[]) => number[]): number[][] {
  const kinds = new Set(rows.map((row) => row[column] ?? ""));
  return [...kinds].map((kind) => count(rows.filter((row) => row[column] === kind || row[column] === "any")));
}
