import { svgMaker } from "./elements.ts";
import { count } from "./formats.ts";

const ROW = 34;
const NUMBER = 56;

/** How many people are in each group: a bar under each name, its count at the end; a hidden count has no bar. */
export function drawCounts(
  document: Document,
  width: number,
  {
    rows,
    most,
    hidden,
  }: { rows: readonly { name: string; people: number | null }[]; most: number; hidden: string },
): Element {
  const s = svgMaker(document);
  const height = rows.length * ROW;
  const reach = width - NUMBER;
  return s(
    "svg",
    { class: "counts", viewBox: `0 0 ${width} ${height}`, width, height },
    rows.map(({ name, people }, at) => {
      const top = at * ROW;
      const length = (reach * (people ?? 0)) / Math.max(1, most);
      return [
        s("text", { class: "counts-name", x: 0, y: top + 13 }, name),
        s("rect", { class: "counts-track", x: 0, y: top + 18, width: reach, height: 9, rx: 2 }),
        s("rect", { class: "counts-bar", x: 0, y: top + 18, width: length.toFixed(1), height: 9, rx: 2 }),
        s(
          "text",
          { class: people === null ? "counts-hidden" : "counts-number", x: width, y: top + 27 },
          people === null ? `× ${hidden}` : count(people),
        ),
      ];
    }),
  );
}
