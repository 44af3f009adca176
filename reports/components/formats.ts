import type { Cell } from "./release.ts";

const COUNT = new Intl.NumberFormat("en-US");
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** Below this many people a percentage has no decimals: the second digit already says more than is known. */
const WHOLE_BELOW = 1000;

/** 1234 -> `1,234`. */
export function count(value: number): string {
  return COUNT.format(value);
}

/** A rate (0 to 1) as a percentage: whole below 1000 people, one decimal from there. */
export function percent(rate: number, people: number): string {
  return `${(100 * rate).toFixed(digits(people))}%`;
}

/** An interval of rates as `17 to 35%`. */
export function percentRange(lower: number, upper: number, people: number): string {
  return `${(100 * lower).toFixed(digits(people))} to ${percent(upper, people)}`;
}

/** The top of a scale of rates, from 0 to the quarter above the largest interval, or to a tenth where all are small: never cut at the bottom, never mostly empty. */
export function scaleTop(cells: readonly Pick<Cell, "upper">[]): number {
  const largest = Math.max(0, ...cells.map(({ upper }) => upper ?? 0));
  if (largest > 0 && largest <= 0.1) return 0.1;
  return Math.min(1, Math.max(0.5, Math.ceil(largest * 4) / 4));
}

/** The ticks of a scale of rates up to its top: quarters of the whole, or twentieths where rates are small. */
export function rateTicks(top: number): number[] {
  if (top <= 0.1) return [0, 0.05, 0.1];
  return [0, 0.25, 0.5, 0.75, 1].filter((tick) => tick <= top);
}

/** A rate (0 to 1) as people in a hundred, for sentences. */
export function inHundred(rate: number): string {
  return String(Math.round(100 * rate));
}

function digits(people: number): 0 | 1 {
  return people < WHOLE_BELOW ? 0 : 1;
}

/** `2024-03-01` -> `1 March 2024`. */
export function day(iso: string): string {
  const [year, month, date] = parts(iso);
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

/** The period of a cell in words: `March 2024`, `Jan to Mar 2024`, `2024`; undefined for all time. */
export function period(cell: Pick<Cell, "period_grain" | "period_start">): string | undefined {
  if (!cell.period_start) return undefined;
  const [year, month] = parts(cell.period_start);
  if (cell.period_grain === "year") return String(year);
  if (cell.period_grain === "month") return `${MONTHS[month - 1]} ${year}`;
  return `${short(month)} to ${short(month + 2)} ${year}`;
}

/** A short period for an axis: `Mar 24`, `Q1 24`, `2024`. */
export function shortPeriod(cell: Pick<Cell, "period_grain" | "period_start">): string {
  const [year, month] = parts(cell.period_start ?? "");
  const yy = String(year).slice(2);
  if (cell.period_grain === "year") return String(year);
  return cell.period_grain === "month" ? `${short(month)} ${yy}` : `Q${Math.ceil(month / 3)} ${yy}`;
}

function short(month: number): string {
  return (MONTHS[month - 1] ?? "").slice(0, 3);
}

function parts(iso: string): [year: number, month: number, date: number] {
  const [year = 0, month = 0, date = 0] = iso.split("-").map(Number);
  return [year, month, date];
}
