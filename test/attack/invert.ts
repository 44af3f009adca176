import type { Knowledge } from "./knowledge.ts";
import type { Published } from "./read_published.ts";
import { namer, type Row } from "./unknowns.ts";

type Count = "denominator" | "observed" | "numerator";
type Rate = (part: number, whole: number) => number;

const share: Rate = (part, whole) => part / whole;

/** An end of Wilson's 95 % interval. */
const wilson =
  (sign: 1 | -1): Rate =>
  (part, whole) => {
    const z = 1.959963984540054;
    const centre = part + z ** 2 / 2;
    const reach = z * Math.sqrt((part * (whole - part)) / whole + z ** 2 / 4);
    return (centre + sign * reach) / (whole + z ** 2);
  };

/** The rates of a row and the counts they are made of. */
const RATES: readonly (readonly [column: string, part: Count, whole: Count, rate: Rate])[] = [
  ["value", "numerator", "denominator", share],
  ["lower", "numerator", "denominator", wilson(-1)],
  ["upper", "numerator", "denominator", wilson(1)],
  ["observed_value", "numerator", "observed", share],
  ["observed_lower", "numerator", "observed", wilson(-1)],
  ["observed_upper", "numerator", "observed", wilson(1)],
  ["follow_up", "observed", "denominator", share],
];

/** Takes every rate that is not made of the published counts for one of the exact counts, and tries all pairs that give it as printed. */
export function invert(knowledge: Knowledge, { cells }: Published): void {
  const nameOf = namer(cells);
  for (const row of cells) {
    const unknowns = nameOf(row);
    for (const [column, part, whole, rate] of RATES) {
      const told = printed(row, column);
      if (!told || told.fits(rate(Number(row[part]), Number(row[whole])))) continue;
      const pairs = pairsWithin(knowledge, unknowns[part], unknowns[whole]).filter(([p, w]) =>
        told.fits(rate(p, w)),
      );
      if (pairs.length === 0) continue;
      const [parts, wholes] = [pairs.map(([p]) => p), pairs.map(([, w]) => w)];
      knowledge.narrow(unknowns[part], Math.min(...parts), Math.max(...parts));
      knowledge.narrow(unknowns[whole], Math.min(...wholes), Math.max(...wholes));
    }
  }
}

/** A printed number, and whether another would have been printed so. */
function printed(row: Row, column: string): { fits: (value: number) => boolean } | null {
  const text = row[column] ?? "";
  if (!/^\d/.test(text)) return null;
  const digits = text.split(".")[1]?.length ?? 0;
  const half = Math.max(0.5 * 10 ** -digits, 1e-12);
  return { fits: (value) => Math.abs(value - Number(text)) <= half * (1 + 1e-9) };
}

/** Too many pairs to try tell nothing. */
const MOST = 100_000;

function pairsWithin(knowledge: Knowledge, part: string, whole: string): [number, number][] {
  const [p, w] = [knowledge.of(part), knowledge.of(whole)];
  const wholes = w.hi - w.lo + 1;
  if (wholes * (Math.min(p.hi, w.hi) - p.lo + 1) > MOST) return [];
  return Array.from({ length: wholes }, (_, at) => w.lo + at).flatMap((n) =>
    Array.from({ length: Math.max(0, Math.min(p.hi, n) - p.lo + 1) }, (_, at): [number, number] => [
      p.lo + at,
      n,
    ]),
  );
}
