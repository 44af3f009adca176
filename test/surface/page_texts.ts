import { drawingsOf } from "./drawing.ts";
import { axisOf } from "./drawing_axis.ts";

/** Attributes that say where a mark stands: they are read as drawings, not as numbers. */
const GEOMETRY = new Set(
  "x y x1 x2 y1 y2 dx dy cx cy r rx ry d points transform viewbox width height font-size font-weight stroke-width stroke-dasharray".split(
    " ",
  ),
);

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: " " };

/** Every text of a page and every attribute that is not geometry, in which there is a digit; blanks made alike. Marks of an axis are left out. */
export function textsOf(page: string): string[] {
  const html = page.replace(/<svg\b[\s\S]*?<\/svg>/g, withoutAxes);
  const parts = [...html.matchAll(/(<[a-z/!](?:"[^"]*"|[^">])*>)([^<]*)/gi)];
  const texts = parts.flatMap(([, , text = ""]) => (/\d/.test(text) ? [text] : []));
  const attributes = parts.flatMap(([, tag = ""]) =>
    [...tag.matchAll(/\s([\w:-]+)="([^"]*\d[^"]*)"/g)].flatMap(([, name = "", value = ""]) =>
      GEOMETRY.has(name.toLowerCase()) ? [] : [value],
    ),
  );
  return [...texts, ...attributes].map(plain);
}

function withoutAxes(svg: string): string {
  const texts = drawingsOf(svg).flatMap((drawing) =>
    (["x", "y"] as const).flatMap((direction) => axisOf(drawing, direction)?.texts ?? []),
  );
  return svg.replace(/>([^<]+)<\/text>/g, (whole, text: string) =>
    texts.includes(text) ? "></text>" : whole,
  );
}

const plain = (text: string): string =>
  text
    .replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/\s+/g, " ")
    .trim();
