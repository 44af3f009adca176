import { type Child, type Make, maker, slug } from "./elements.ts";
import { count, percent, percentRange } from "./formats.ts";
import type { Cell, FollowUp } from "./release.ts";
import { type Absence, absence } from "./sentences.ts";
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
  // A row that a phone lays out as a card keeps its meaning only where it is said.
  const role = (name: string) => (stack ? name : undefined);
  const cells = (row: Row) =>
    columns.map(({ label, cell, number, header }) =>
      h(
        header ? "th" : "td",
        {
          scope: header ? "row" : undefined,
          role: role(header ? "rowheader" : "cell"),
          class: number ? "number" : undefined,
          "data-label": label,
        },
        cell(row),
      ),
    );
  const head = columns.map(({ label, number }) =>
    h("th", { scope: "col", role: role("columnheader"), class: number ? "number" : undefined }, label),
  );
  const body = rows.map((row) => h("tr", { role: role("row") }, cells(row)));
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
      { role: role("table") },
      h("caption", { id, class: hideCaption ? "visually-hidden" : undefined }, caption),
      h("thead", { role: role("rowgroup") }, h("tr", { role: role("row") }, head)),
      h("tbody", { role: role("rowgroup") }, body),
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

/** Small words beside a name, whole on the next line where they do not fit. */
export const aside = (h: Make, words: string): Child => [" ", h("span", { class: "polarity" }, words)];

/** The mark that stands where a number is not: each status has its own word and shape, and none looks like zero. */
export function mark(h: Make, why: Absence): Element {
  return h("span", { class: `mark mark-${why}`, title: STRINGS.statusMeaning[why] }, STRINGS.status[why]);
}

/** A number of a cell written out, or the mark of why it is not there. */
export function written(h: Make, cell: Cell, value: number | null, write: (value: number) => string): Child {
  if (value !== null) return write(value);
  return mark(h, absence(cell) ?? "suppressed");
}

/** The columns every table of results shares; a table puts its own name column before them. */
export function resultColumns<Row extends { cell: Cell }>(h: Make, followUp: FollowUp): Column<Row>[] {
  const { columns } = STRINGS;
  const number = (label: string, read: (cell: Cell) => Child): Column<Row> => ({
    label,
    number: true,
    cell: ({ cell }) => read(cell),
  });
  const rate = (
    label: string,
    value: "value" | "follow_up" | "observed_value",
    of: "denominator" | "observed",
  ) =>
    number(label, (cell) => {
      if (cell[value] === null && cell[of] === 0) return mark(h, "no_value");
      return written(h, cell, cell[value], (found) => percent(found, cell[of] ?? 0));
    });
  const people = (label: string, key: "denominator" | "observed" | "numerator") =>
    number(label, (cell) => written(h, cell, cell[key], count));
  const result = rate(columns.result, "value", "denominator");
  const range = number(columns.range, ({ lower, upper, denominator }) =>
    lower === null || upper === null ? "" : percentRange(lower, upper, denominator ?? 0),
  );
  const eligible = people(columns.eligible, "denominator");
  const seen = people(columns.measuredAgain, "observed");
  const met = people(columns.met, "numerator");
  if (followUp === "none") return [result, range, eligible, met];
  if (followUp === "result") return [result, range, eligible, seen];
  return [
    result,
    range,
    rate(columns.followedUp, "follow_up", "denominator"),
    rate(columns.ofMeasured, "observed_value", "observed"),
    eligible,
    seen,
    met,
  ];
}
