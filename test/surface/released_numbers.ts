import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseCsv } from "../publish/build.ts";

/** Every way in which a page may write a released number. */
export interface ReleasedNumbers {
  counts: ReadonlySet<string>;
  /** Rates in hundredths, whole or with one decimal as there are people enough. */
  rates: ReadonlySet<string>;
  /** Means, spreads and differences in score points, and times read off curves: with up to two decimals. */
  others: ReadonlySet<string>;
}

type Row = Readonly<Record<string, string>>;

const COUNTS =
  "denominator observed numerator units n people at_risk events met expected billed unbilled more_needed more_needed_lower more_needed_upper".split(
    " ",
  );
const OTHERS =
  "mean lower upper sd mean_if_unchanged effect_size time ratio ratio_lower ratio_upper difference difference_lower difference_upper".split(
    " ",
  );
/** Below this many people a page writes a rate without decimals. */
const WHOLE_BELOW = 1000;

/** Reads the numbers of a release folder: those of one measure, or all of them. */
export function releasedNumbers(dir: string, measure?: string): ReleasedNumbers {
  const counts = new Set<string>();
  const rates = new Set<string>();
  const others = new Set<string>(["0"]);
  for (const name of readdirSync(dir).filter((file) => file.endsWith(".csv")))
    for (const row of readRows(join(dir, name))) {
      if (measure && row.measure !== measure) continue;
      for (const column of COUNTS)
        if (/^\d+$/.test(row[column] ?? "")) counts.add(withCommas(Number(row[column])));
      for (const text of writtenRates(row)) rates.add(text);
      if (name === "cells.csv") continue;
      for (const column of OTHERS)
        if (/^-?\d/.test(row[column] ?? ""))
          for (const digits of column === "time" ? [0] : [1, 2])
            others.add(Math.abs(Number(row[column])).toFixed(digits));
    }
  const { inputs, rules } = JSON.parse(readFileSync(join(dir, "manifest.json"), "utf8"));
  for (const entry of [...inputs, ...rules])
    for (const value of Object.values(entry)) if (typeof value === "number") counts.add(withCommas(value));
  counts.add(
    withCommas(inputs.reduce((total: number, { read }: { read: number | null }) => total + (read ?? 0), 0)),
  );
  return { counts, rates, others };
}

const RATES =
  "value lower upper observed_value observed_lower observed_upper follow_up highest_possible share adjusted adjusted_lower adjusted_upper of_missing of_missing_at_floor others steadied steadied_lower steadied_upper expected_value".split(
    " ",
  );

function writtenRates(row: Row): string[] {
  const people = Math.max(...["denominator", "people"].map((name) => Number(row[name] ?? 0) || 0));
  return RATES.filter((name) => /^\d/.test(row[name] ?? "")).flatMap((name) => {
    const hundredths = 100 * Number(row[name]);
    const texts = [hundredths.toFixed(0), String(Math.round(hundredths))];
    return people >= WHOLE_BELOW ? [...texts, hundredths.toFixed(1)] : texts;
  });
}

function readRows(path: string): Row[] {
  const [header = [], ...records] = parseCsv(readFileSync(path, "utf8"));
  return records.map((record) => Object.fromEntries(header.map((name, at) => [name, record[at] ?? ""])));
}

const withCommas = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ",");
