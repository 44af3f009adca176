/** The objects of a PDF by number, as Chromium's writer (Skia) writes them: plain, each on lines of its own. */
function objectsOf(pdf: Uint8Array): Map<string, string> {
  const text = Buffer.from(pdf).toString("latin1");
  return new Map(
    [...text.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id = "", body = ""]) => [
      id,
      body,
    ]),
  );
}

const catalogue = (objects: Map<string, string>): string =>
  [...objects.values()].find((body) => body.includes("/Type /Catalog")) ?? "";

/** The object numbers of a PDF's sheets in order; none where another program wrote it. */
export function sheetsOf(pdf: Uint8Array): string[] {
  const objects = objectsOf(pdf);
  const leaves = (id: string): string[] => {
    const kids = objects.get(id)?.match(/\/Kids \[([^\]]*)\]/)?.[1];
    return kids === undefined
      ? [id]
      : [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid = ""]) => leaves(kid));
  };
  const tree = catalogue(objects).match(/\/Pages (\d+) 0 R/)?.[1];
  return tree === undefined ? [] : leaves(tree);
}

/** The sheet (from 1) on which each place that a link leads to stands, by the place's id. */
export function sheetsOfPlaces(pdf: Uint8Array): Map<string, number> {
  const objects = objectsOf(pdf);
  const sheets = new Map(sheetsOf(pdf).map((id, index) => [id, index + 1]));
  const places = objects.get(catalogue(objects).match(/\/Dests (\d+) 0 R/)?.[1] ?? "") ?? "";
  return new Map(
    [...places.matchAll(/\/(\S+) \[(\d+) 0 R \/XYZ/g)].flatMap(([, name = "", page = ""]) => {
      const sheet = sheets.get(page);
      return sheet === undefined ? [] : [[plainName(name), sheet] as const];
    }),
  );
}

/** A name as it was before characters were written as #hex. */
const plainName = (name: string): string =>
  name.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
