import { type Make, maker, slug } from "./elements.ts";
import { percent, percentRange } from "./formats.ts";
import { intervalStrip } from "./interval_strip.ts";
import {
  cellsOf,
  countsSeen,
  type InstrumentEntry,
  instrumentsInUse,
  programmeCell,
  type Subject,
  subjectsOf,
  type View,
  type ViewContext,
} from "./release.ts";
import { finding, isShown, measuredAgain } from "./sentences.ts";
import { STRINGS } from "./strings.ts";
import { type Column, mark, resultColumns, table } from "./table.ts";

/** What stands beside a result on the first page. */
const OTHERS = ["Followed up", "Of those measured", "Eligible"];

type Row = Subject & { cell: NonNullable<ReturnType<typeof programmeCell>>; seenOnly: boolean };

/** Every measure x instrument in use x window of the whole programme: the figures, their strip and one plain sentence each. */
export const headline: View = (context) => {
  const h = maker(context.document);
  const instruments = instrumentsInUse(context.release.manifest);
  if (instruments.length === 0)
    return h("p", null, "No instrument has a starting score in this extract, so nothing could be measured.");
  return h(
    "div",
    null,
    instruments.map((instrument) => ofInstrument(context, h, instrument)),
  );
};

function ofInstrument(context: ViewContext, h: Make, instrument: InstrumentEntry): Element {
  const rows = rowsOf(context, instrument);
  const longest = context.release.manifest.windows.at(-1);
  const tiles = rows.filter(
    ({ window, measure, cell }) => window === longest && measure.better !== "lower" && isShown(cell),
  );
  return h(
    "section",
    { class: "instrument", "aria-labelledby": `by-${slug(instrument.id)}` },
    h("h2", { id: `by-${slug(instrument.id)}` }, instrument.name),
    h(
      "p",
      { class: "muted" },
      `Scores from ${instrument.min} to ${instrument.max}; ${instrument.higher_is_worse ? STRINGS.higherIsWorse : STRINGS.lowerIsWorse}.`,
    ),
    tiles.length > 0
      ? h(
          "ul",
          { class: "tiles" },
          tiles.slice(0, 4).map((row) => tile(context.document, h, row)),
        )
      : null,
    context.release.manifest.windows.map((window) => {
      const ofWindow = rows.filter((row) => row.window === window);
      return ofWindow.length > 0
        ? windowTable(context.document, h, `${instrument.name}: ${window.title}`, ofWindow)
        : null;
    }),
  );
}

function rowsOf({ release }: ViewContext, instrument: InstrumentEntry): Row[] {
  return release.manifest.measures
    .flatMap((measure) => subjectsOf(release.manifest, measure))
    .filter((subject) => subject.instrument === instrument)
    .flatMap((subject) => {
      const cell = programmeCell(cellsOf(release, subject));
      return cell ? [{ ...subject, cell, seenOnly: countsSeen(release, subject.measure) }] : [];
    });
}

function tile(document: Document, h: Make, { measure, window, cell }: Row): Element {
  const people = cell.denominator ?? 0;
  return h(
    "li",
    null,
    h("a", { href: `measures/${measure.id}.html` }, measure.title),
    h("span", { class: "tile-value" }, percent(cell.value ?? 0, people)),
    h("span", { class: "tile-range" }, `likely ${percentRange(cell.lower ?? 0, cell.upper ?? 0, people)}`),
    intervalStrip(document, "result", cell),
    h("span", { class: "tile-when" }, window.title),
  );
}

function windowTable(document: Document, h: Make, caption: string, rows: readonly Row[]): Element {
  const name: Column<Row> = {
    label: "Measure",
    header: true,
    cell: ({ measure, cell, seenOnly }) => [
      h("a", { href: `measures/${measure.id}.html` }, measure.title),
      h("span", { class: "polarity" }, STRINGS.polarity[measure.better]),
      h(
        "span",
        { class: "sentence" },
        [finding({ measure }, cell), measuredAgain(cell, seenOnly)].filter(Boolean).join(" "),
      ),
    ],
  };
  const strip: Column<Row> = {
    label: "0 to 100%",
    cell: ({ cell }) => intervalStrip(document, "result", cell),
  };
  const value: Column<Row> = {
    label: "Result",
    number: true,
    cell: ({ cell }) =>
      isShown(cell)
        ? [
            h("span", { class: "value" }, percent(cell.value, cell.denominator)),
            h("span", { class: "range" }, percentRange(cell.lower, cell.upper, cell.denominator)),
          ]
        : mark(h, cell.status),
  };
  const others = resultColumns<Row>(h, false).filter(({ label }) => OTHERS.includes(label));
  const columns = [name, value, strip, ...others.map(withoutSelfEvident)];
  return table(document, { caption, columns, rows, stack: true });
}

/** That everyone who was measured was measured goes without saying. */
function withoutSelfEvident(column: Column<Row>): Column<Row> {
  if (column.label !== "Of those measured") return column;
  return { ...column, cell: (row) => (row.seenOnly ? "" : column.cell(row)) };
}
