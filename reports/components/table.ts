import { type Child, type Make, maker, slug } from "./elements.ts";
import { count, percent, percentRange } from "./formats.ts";
import type { Cell } from "./release.ts";
import { STRINGS } from "./strings.ts";

/** One column: its heading, how a row reads in it, and whether it holds numbers (set to the right). */
export interface Column<Row> {
  label: string;
  cell: (row: Row) => Child;
  number?: boolean;
  /** The row's name: a header cell. */
  header?: boolean;
}

/** A table in a region that scrolls by itself, so that a wide one never widens the page. `caption` names both. */
export function table<Row>(
  document: Document,
  { caption, columns, rows, hideCaption, stack }: TableOptions<Row>,
): Element {
  const h = maker(document);
  const id = `table-${slug(caption)}`;
  const cells = (row: Row) =>
    columns.map(({ label, cell, number, header }) =>
      h(
        header ? "th" : "td",
        {
          scope: header ? "row" : undefined,
          role: header ? "rowheader" : "cell",
          class: number ? "number" : undefined,
          "data-label": label,
        },
        cell(row),
      ),
    );
  const head = columns.map(({ label, number }) =>
    h("th", { scope: "col", role: "columnheader", class: number ? "number" : undefined }, label),
  );
  const body = rows.map((row) => h("tr", { role: "row" }, cells(row)));
  return h(
    "div",
    {
      class: stack ? "table-region stack" : "table-region",
      role: "region",
      tabindex: 0,
      "aria-labelledby": id,
    },
    h(
      "table",
      { role: "table" },
      h("caption", { id, class: hideCaption ? "visually-hidden" : undefined }, caption),
      h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, head)),
      h("tbody", { role: "rowgroup" }, body),
    ),
  );
}

interface TableOptions<Row> {
  /** Must be unique on its page: it names the region too. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  hideCaption?: boolean;
  /** Turns each row into a card on a phone. */
  stack?: boolean;
}

/** The mark of a cell that has no number to show: each status has its own word and shape, and none looks like zero. */
export function mark(h: Make, status: Cell["status"]): Child {
  if (status === "shown") return null;
  return h(
    "span",
    { class: `mark mark-${status}`, title: STRINGS.statusMeaning[status] },
    STRINGS.status[status],
  );
}

/** The columns every table of results shares; a table puts its own name column before them. */
export function resultColumns<Row extends { cell: Cell }>(h: Make, countsSeen: boolean): Column<Row>[] {
  const number = (label: string, read: (cell: Cell) => Child): Column<Row> => ({
    label,
    number: true,
    cell: ({ cell }) => read(cell),
  });
  const known = (cell: Cell, value: number | null, write: (value: number) => string): Child =>
    value === null ? mark(h, cell.status === "shown" ? "no_value" : cell.status) : write(value);
  const rates = [
    number("Result", (cell) => known(cell, cell.value, (value) => percent(value, cell.denominator ?? 0))),
    number("Likely range", ({ lower, upper, denominator }) =>
      lower === null || upper === null ? "" : percentRange(lower, upper, denominator ?? 0),
    ),
  ];
  const missing = [
    number("Followed up", (cell) =>
      known(cell, cell.follow_up, (value) => percent(value, cell.denominator ?? 0)),
    ),
    number("Of those measured", (cell) =>
      known(cell, cell.observed_value, (value) => percent(value, cell.observed ?? 0)),
    ),
  ];
  const counts = [
    number("Eligible", (cell) => known(cell, cell.denominator, count)),
    number("Measured again", (cell) => known(cell, cell.observed, count)),
    number("Met the measure", (cell) => known(cell, cell.numerator, count)),
  ];
  return countsSeen ? [...rates, ...counts.slice(0, 2)] : [...rates, ...missing, ...counts];
}
