import type { Drawing } from "./drawing.ts";
import { has } from "./sorted.ts";
import type { Triple } from "./triple.ts";

/** Scales on which a small line may be drawn. */
const TOPS = [0.5, 0.75, 1];

/** A small line of rates: its marks stand in equal steps, and on one of the scales all of them at released numbers. */
export function scanSparkline({ marks }: Drawing, known: readonly number[]): string[] {
  const of = (kind: string) => marks.filter(({ shape }) => shape.includes(kind));
  const [base] = of("spark-zero");
  const zero = base?.y[0] ?? 0;
  const [left = 0, right = 0] = base?.x ?? [];
  const edge = 5;
  const tall = zero - edge;
  const [intervals, gaps, drawn] = [
    of("spark-interval"),
    of("spark-gap"),
    [...of("spark-line"), ...of("spark-last")],
  ];
  const rates = [...intervals, ...drawn, ...of("spark-target")].flatMap(({ y }) => y);
  const isOn = (top: number) =>
    rates.every((at) => has(known, ((zero - at) / tall) * top, (0.06 / tall) * top));
  const step = (right - left - 2 * edge) / Math.max(1, intervals.length + gaps.length - 1);
  const isStep = (at: number) => Math.abs((at - edge) / step - Math.round((at - edge) / step)) * step < 0.06;
  const across = [...intervals, ...drawn].flatMap(({ x }) => x);
  const between = gaps.map(({ x: [from = 0, to = 0] }) => (from + to) / 2);
  const isFramed = [...of("spark-zero"), ...of("spark-target")].every(({ x }) => x.join() === "0,150");
  return [
    ...(TOPS.some(isOn) ? [] : ["a small line stands at no released number"]),
    ...([...across, ...between].every(isStep) && isFramed
      ? []
      : ["a small line has a mark between its steps"]),
  ];
}

/** Half the lengths of the scales on which changes in score points are drawn, no change in the middle. */
const REACHES = Array.from({ length: 300 }, (_, at) => at + 5);

/** A result on a track with marks at its ends and middle: it and its ends are those of one released row. */
export function scanStrip({ marks }: Drawing, triples: readonly Triple[]): string[] {
  const of = (kind: string) => marks.find(({ shape }) => shape.includes(kind));
  const ticks = marks.filter(({ shape }) => shape.includes("strip-tick")).map(({ x: [at = 0] }) => at);
  const [zero = 0, middle = 0, one = 1] = ticks;
  const share = (at: number | undefined) => (at === undefined ? undefined : (at - zero) / (one - zero));
  const [lower, upper] = of("strip-interval")?.x ?? [];
  const drawn = { value: share(of("strip-value")?.x[0]), lower: share(lower), upper: share(upper) };
  const within = 0.06 / (one - zero);
  const ends = ["value", "lower", "upper"] as const;
  const isTold = (scale: number, zero: number) =>
    triples.some((told) =>
      ends.every((end) => {
        const at = drawn[end];
        if (at === undefined) return true;
        return Math.abs((at - zero) * scale - (told[end] ?? Number.NaN)) <= within * scale;
      }),
    );
  const isPoints = () => REACHES.some((reach) => isTold(2 * reach, 0.5));
  const isTrack =
    of("strip-track")?.x.join() === [zero, one].join() && Math.abs(middle - (zero + one) / 2) < 0.06;
  return [
    ...(isTold(1, 0) || isPoints() ? [] : ["a strip shows no released row"]),
    ...(isTrack ? [] : ["a strip has another track"]),
  ];
}
