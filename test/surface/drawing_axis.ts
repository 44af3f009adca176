import type { Direction, Drawing, Label } from "./drawing.ts";

/** An axis of numbers, as the marks of the axis tell it: a number stands at `zero + unit x number`. */
export interface Axis {
  zero: number;
  unit: number;
  /** Where its marks stand, in order. */
  ticks: readonly number[];
  /** Its texts, which are no numbers of anything. */
  texts: readonly string[];
}

/** The axis of numbers along a direction, read from the texts of one layer: three or more in a row, evenly spaced by what they say, zero among them. */
export function axisOf({ labels }: Drawing, direction: Direction): Axis | undefined {
  const other = direction === "x" ? "y" : "x";
  for (const layer of new Set(labels.map(({ layer }) => layer))) {
    const row = labels.filter((label) => label.layer === layer);
    const told = row.flatMap((label) => tick(label, direction));
    const [first, last] = [told[0], told.at(-1)];
    if (!first || !last || told.length < 3 || !told.some(({ number }) => number === 0)) continue;
    if (row.some((label) => Math.abs(label[other] - (row[0]?.[other] ?? 0)) > 1e-6)) continue;
    const unit = (last.at - first.at) / (last.number - first.number);
    const zero = first.at - unit * first.number;
    if (!Number.isFinite(unit) || told.some(({ at, number }) => Math.abs(zero + unit * number - at) > 1e-6))
      continue;
    const ticks = row.map((label) => label[direction]).sort((a, b) => a - b);
    return { zero, unit, ticks, texts: row.map(({ text }) => text) };
  }
  return undefined;
}

function tick(label: Label, direction: Direction): { number: number; at: number }[] {
  const number = label.text === "level" ? 0 : numberOf(label.text.replace(/ = .*$/, ""));
  return number === undefined ? [] : [{ number, at: label[direction] }];
}

/** `1,234`, `25%`, `+15`, `−0.5`; undefined where a text says more than a number. */
export function numberOf(text: string): number | undefined {
  const [, sign = "", digits = "", unit = ""] = /^([+−-]?)(\d[\d,]*(?:\.\d+)?)(%?)$/.exec(text) ?? [];
  if (digits === "") return undefined;
  return ((sign === "" || sign === "+" ? 1 : -1) * Number(digits.replaceAll(",", ""))) / (unit ? 100 : 1);
}
