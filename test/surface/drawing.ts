/** Which way a coordinate runs: `x` to the right, `y` down. */
export type Direction = "x" | "y";

/** A mark with one or two ends in each direction: a line, a bar, a dot, a corner of a path. */
export interface Mark {
  shape: string;
  x: readonly number[];
  y: readonly number[];
  /** How far the drawing's own rounding can have moved it. */
  within: number;
}

/** A text of a drawing, where it stands, and the layer it stands in. */
export interface Label {
  text: string;
  x: number;
  y: number;
  layer: number;
}

export interface Drawing {
  /** The class of the drawing itself, and what it is called for those who cannot see it. */
  kind: string;
  marks: readonly Mark[];
  labels: readonly Label[];
}

/** Reads every drawing of a page from its text alone. */
export function drawingsOf(page: string): Drawing[] {
  return [...page.matchAll(/<svg\b[^>]*>[\s\S]*?<\/svg>/g)].map(([svg]) => readDrawing(svg));
}

const TAG = /<(\/?)([a-zA-Z]+)((?:"[^"]*"|[^>"])*)>([^<]*)/g;

function readDrawing(svg: string): Drawing {
  const marks: Mark[] = [];
  const labels: Label[] = [];
  let layer = 0;
  let kind = "";
  for (const [, end, name = "", written = "", text = ""] of svg.matchAll(TAG)) {
    if (end) continue;
    const own = attributes(written);
    const number = (of: string) => Number(own.get(of) ?? 0);
    const [dx, dy] = shift(own.get("transform"));
    if (name === "svg") kind = own.get("class") ?? "";
    else if (name === "g") layer++;
    else if (name === "text") labels.push({ text, x: number("x") + dx, y: number("y") + dy || dy, layer });
    else if (name === "tspan") labels.push({ text, x: 0, y: 0, layer });
    else
      marks.push(
        ...readMark(name, { number, dx, dy, path: own.get("d") ?? "" }).map((mark) => ({
          ...mark,
          shape: `${name} ${own.get("class") ?? ""}`.trim(),
          within: precision(written),
        })),
      );
  }
  return { kind, marks, labels };
}

interface Read {
  number: (name: string) => number;
  dx: number;
  dy: number;
  path: string;
}

function readMark(name: string, { number, dx, dy, path }: Read): Pick<Mark, "x" | "y">[] {
  if (name === "line") return [{ x: [number("x1"), number("x2")], y: [number("y1"), number("y2")] }];
  if (name === "circle") return [{ x: [number("cx") + dx], y: [number("cy") + dy] }];
  if (name === "rect")
    return [
      {
        x: [number("x"), number("x") + number("width")],
        y: [number("y"), number("y") + number("height")],
      },
    ];
  if (name !== "path") return [];
  if (dx !== 0 || dy !== 0) return [{ x: [dx], y: [dy] }];
  return [...path.matchAll(/[MLC]((?:[ ,]*-?[\d.]+)+)/g)].map(([, numbers = ""]) => {
    const [x, y] = numbers.trim().split(/[ ,]+/).slice(-2).map(Number);
    return { x: [x ?? 0], y: [y ?? 0] };
  });
}

const attributes = (written: string): Map<string, string> =>
  new Map([...written.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, value]));

function shift(transform = ""): [number, number] {
  const [, x = "0", y = "0"] = /translate\((-?[\d.e-]+)(?:,\s*(-?[\d.e-]+))?\)/.exec(transform) ?? [];
  return [Number(x), Number(y)];
}

/** Half of the last decimal that is written, where fewer are written than a computer holds. */
function precision(written: string): number {
  const decimals = [...written.matchAll(/\d\.(\d+)/g)].map(([, digits = ""]) => digits.length);
  const most = Math.max(0, ...decimals);
  return most === 0 || most > 4 ? 1e-6 : 0.6 * 10 ** -most;
}
