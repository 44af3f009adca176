/** What a cell says, as a value: a number as it is written, a text, or null where the cell is empty. */
export type Value = string | ShownNumber | null;

/** A number with the digits that are shown of it; a share is from 0 to 1. */
export interface ShownNumber {
  value: number;
  decimals: number;
  isShare: boolean;
}

/** A table as somebody reads it on a page. A range stands in two columns; pictures are left out. */
export interface DrawnTable {
  caption: string;
  columns: readonly string[];
  rows: readonly (readonly Value[])[];
}

/** What one cell says: its name or number, the ends of its range, and the words beside it. */
interface Reading {
  main: Value;
  from: Value;
  to: Value;
  note: Value;
}

const SLOTS = [
  ["main", ""],
  ["from", ", from"],
  ["to", ", to"],
  ["note", ", note"],
] as const;

/** Reads a table of a page. `symbol` stands for each number that is hidden. */
export function readTable(table: HTMLTableElement, symbol: string): DrawnTable {
  const [head, ...more] = [...table.rows];
  const labels = [...(head?.children ?? [])].map((cell) => plain(cell));
  const readings = more.map((row) => [...row.children].map((cell) => readCell(cell, symbol)));
  const columns = labels.flatMap((label, index) =>
    SLOTS.filter(([slot]) => readings.some((row) => (row[index]?.[slot] ?? null) !== null)).map(
      ([slot, suffix]) => ({ label: `${label}${suffix}`, index, slot }),
    ),
  );
  return {
    caption: plain(table.caption ?? undefined) || (table.parentElement?.getAttribute("aria-label") ?? ""),
    columns: columns.map(({ label }) => label),
    rows: readings.map((row) => columns.map(({ index, slot }) => row[index]?.[slot] ?? null)),
  };
}

const EMPTY: Reading = { main: null, from: null, to: null, note: null };

function readCell(cell: Element, symbol: string): Reading {
  const hidden = partsOf(cell, ["mark-suppressed"]).length > 0;
  if (!cell.classList.contains("number")) {
    const aside = partsOf(cell, ["polarity", "sentence", "trend-caption"]);
    const name = plain(cell, aside);
    return {
      ...EMPTY,
      main: hidden ? symbol : name || null,
      note: aside.map((one) => plain(one)).join(". ") || null,
    };
  }
  if (hidden) return { ...EMPTY, main: symbol };
  const [range] = partsOf(cell, ["range"]);
  const alone = readNumber(plain(cell, range ? [range] : []));
  const ends = readRange(plain(range ?? cell));
  if (ends) return { ...EMPTY, ...ends, main: range ? alone : null };
  return { ...EMPTY, main: alone };
}

/** The elements inside one that are of a class, in order. jsdom's selectors search the whole page for each cell of a table. */
function partsOf(element: Element, classes: readonly string[]): Element[] {
  return [...element.children].flatMap((child) => [
    ...(classes.some((name) => child.classList.contains(name)) ? [child] : []),
    ...partsOf(child, classes),
  ]);
}

/** `1,234`, `24%`, `3.2`, `−1.5`; any other text as it is. */
function readNumber(text: string): Value {
  const [, sign = "", digits = "", fraction = "", unit = ""] =
    text.match(/^([−-]?)(\d[\d,]*)(?:\.(\d+))?(%?)$/) ?? [];
  if (digits === "") return text || null;
  const written = Number(`${sign && "-"}${digits.replaceAll(",", "")}.${fraction || 0}`);
  const isShare = unit !== "";
  const decimals = fraction.length;
  return { value: isShare ? Number((written / 100).toFixed(decimals + 2)) : written, decimals, isShare };
}

/** `17 to 35%`, `−0.4 to 1.2`; undefined where a text is no range of numbers. */
function readRange(text: string): Pick<Reading, "from" | "to"> | undefined {
  const [, from = "", to = ""] = text.match(/^([−-]?[\d.,]+%?) to ([−-]?[\d.,]+%?)$/) ?? [];
  if (to === "") return undefined;
  return {
    from: readNumber(to.endsWith("%") && !from.endsWith("%") ? `${from}%` : from),
    to: readNumber(to),
  };
}

/** The words of an element without pictures and without some parts of it, white space made plain. */
function plain(element: Element | undefined, without: readonly Element[] = []): string {
  const words = (node: Node): string => {
    if (node.nodeType === node.TEXT_NODE) return node.textContent ?? "";
    if (node.nodeName.toLowerCase() === "svg" || without.includes(node as Element)) return "";
    return [...node.childNodes].map(words).join(node === element ? " " : "");
  };
  return element ? words(element).replace(/\s+/g, " ").trim() : "";
}
