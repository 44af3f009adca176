/** Attributes that say where a mark stands. They are compared with a page drawn again from the release, not read as numbers. */
const GEOMETRY = new Set(
  "x y x1 x2 y1 y2 dx dy cx cy r rx ry d points transform viewbox width height font-size font-weight stroke-width stroke-dasharray".split(
    " ",
  ),
);

/** The labels of an axis stand where the scale says, as marks do. */
const AXIS = /<g aria-label="[xy]-axis tick label"[^>]*>.*?<\/g>/gs;

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: " " };

/** Every text of a page and every attribute that is not geometry, in which there is a digit; blanks made alike. */
export function textsOf(page: string): string[] {
  const html = page.replace(AXIS, "");
  const texts = [...html.matchAll(/>([^<]*\d[^<]*)</g)].map(([, text = ""]) => text);
  const attributes = [...html.matchAll(/<[a-z][^<>]*>/gi)].flatMap(([tag]) =>
    [...tag.matchAll(/\s([\w:-]+)="([^"]*\d[^"]*)"/g)].flatMap(([, name = "", value = ""]) =>
      GEOMETRY.has(name.toLowerCase()) ? [] : [value],
    ),
  );
  return [...texts, ...attributes].map(plain);
}

const plain = (text: string): string =>
  text
    .replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/\s+/g, " ")
    .trim();
