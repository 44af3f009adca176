import { numbersIn, type Published, type Row, read } from "./published.ts";

/** Every way in which a page may write released numbers; all without their signs. */
export interface ReleasedNumbers {
  counts: ReadonlySet<string>;
  /** Rates in hundredths, whole or with one decimal as there are people enough. */
  rates: ReadonlySet<string>;
  /** Means, spreads, ratios and differences with up to two decimals, and times read off curves. */
  others: ReadonlySet<string>;
  /** Two ends, both of one row. */
  ranges: ReadonlySet<string>;
  /** So many of so many people, both of one row. */
  parts: ReadonlySet<string>;
}

const COUNTS =
  "denominator observed numerator units n people at_risk events met expected billed unbilled with_people with_measured with_met without_people without_measured without_met caseload care_managers cost cost_per_person unbilled_value".split(
    " ",
  );
const RATES =
  "value lower upper observed_value observed_lower observed_upper follow_up highest_possible share adjusted adjusted_lower adjusted_upper of_missing floor of_missing_at_floor others steadied steadied_lower steadied_upper expected_value centre lower_95 upper_95 lower_998 upper_998 target".split(
    " ",
  );
const OTHERS =
  "mean lower upper sd mean_if_unchanged effect_size time ratio ratio_lower ratio_upper difference difference_lower difference_upper expected per_fte fte care_manager_fte fee risk_group".split(
    " ",
  );
const ENDS: readonly (readonly [lower: string, upper: string])[] = [
  ["lower", "upper"],
  ["observed_lower", "observed_upper"],
  ["adjusted_lower", "adjusted_upper"],
  ["steadied_lower", "steadied_upper"],
  ["ratio_lower", "ratio_upper"],
  ["difference_lower", "difference_upper"],
  ["more_needed_lower", "more_needed_upper"],
  ["more_needed_upper", "more_needed_lower"],
  ["lower_95", "upper_95"],
  ["lower_998", "upper_998"],
  ["value", "highest_possible"],
];
const PARTS: readonly (readonly [part: string, whole: string])[] = [
  ["numerator", "denominator"],
  ["numerator", "observed"],
  ["observed", "denominator"],
  ["met", "people"],
  ["with_met", "with_people"],
  ["without_met", "without_people"],
];
/** Below this many people a page writes a rate without decimals. */
const WHOLE_BELOW = 1000;

/** Reads what rows of a release, and the counts of its manifest, may be written as. */
export function releasedNumbers({ tables, manifest }: Published): ReleasedNumbers {
  const numbers = {
    counts: new Set<string>(),
    rates: new Set<string>(),
    others: new Set<string>(["0"]),
    ranges: new Set<string>(),
    parts: new Set<string>(),
  };
  for (const [table, rows] of tables) for (const row of rows) addRow(numbers, row, table);
  for (const told of [manifest.inputs, manifest.rules, manifest.scores])
    for (const value of numbersIn(told)) numbers.counts.add(withCommas(value));
  const rowsRead = numbersIn(manifest.inputs.map((input) => input.read));
  numbers.counts.add(withCommas(rowsRead.reduce((total, value) => total + value, 0)));
  for (const { people, now, after } of manifest.quality.fixes) {
    numbers.counts.add(withCommas(people));
    for (const { lower = 0, upper = 0 } of [now, after]) addRange(numbers.ranges, lower, upper);
  }
  return numbers;
}

type Sets = { [Name in keyof ReleasedNumbers]: Set<string> };

function addRow({ counts, rates, others, ranges, parts }: Sets, row: Row, table: string): void {
  for (const column of COUNTS)
    for (const value of read(row[column])) counts.add(withCommas(Math.round(Math.abs(value))));
  const people = Math.max(...["denominator", "people"].map((name) => Number(row[name] ?? 0) || 0));
  for (const column of RATES) {
    for (const value of read(row[column])) for (const text of hundredths(value, people)) rates.add(text);
  }
  for (const column of table === "cells" ? [] : OTHERS)
    for (const value of read(row[column])) for (const text of decimals(value)) others.add(text);
  for (const [lower, upper] of ENDS)
    for (const from of read(row[lower])) for (const to of read(row[upper])) addRange(ranges, from, to);
  for (const [part, whole] of PARTS)
    for (const of of read(row[part]))
      for (const all of read(row[whole])) parts.add(`${withCommas(of)} ${withCommas(all)}`);
}

/** Both ends in one way of writing. */
function addRange(ranges: Set<string>, lower: number, upper: number): void {
  const ways = [
    (value: number) => Math.abs(100 * value).toFixed(0),
    (value: number) => String(Math.abs(Math.round(100 * value))),
    (value: number) => Math.abs(100 * value).toFixed(1),
    (value: number) => Math.abs(value).toFixed(1),
    (value: number) => Math.abs(value).toFixed(2),
    (value: number) => withCommas(Math.abs(Math.round(value))),
    (value: number) => String(Math.max(1, Math.round(Math.abs(value)))),
  ];
  for (const write of ways) ranges.add(`${write(lower)} ${write(upper)}`);
}

function hundredths(value: number, people: number): string[] {
  const share = Math.abs(100 * value);
  const texts = [share.toFixed(0), String(Math.round(share))];
  return people >= WHOLE_BELOW ? [...texts, share.toFixed(1)] : texts;
}

const decimals = (value: number): string[] =>
  [0, 1, 2].flatMap((digits) =>
    digits > 0 || Number.isInteger(value) ? Math.abs(value).toFixed(digits) : [],
  );

export const withCommas = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ",");
