import { type Make, maker, slug } from "./elements.ts";
import { percent, percentRange } from "./formats.ts";
import { intervalStrip } from "./interval_strip.ts";
import {
  type Cell,
  cellsOf,
  type FollowUp,
  followUpOf,
  type InstrumentEntry,
  instrumentsInUse,
  programmeCell,
  type Subject,
  subjectsOf,
  type View,
  type ViewContext,
} from "./release.ts";
import { absence, finding, isReadable, measuredAgain } from "./sentences.ts";
import { STRINGS } from "./strings.ts";
import { type Column, mark, resultColumns, table } from "./table.ts";

const { headline: words, columns: labels } = STRINGS;

/** What stands beside a result on the first page. */
const BESIDE: readonly string[] = [labels.followedUp, labels.ofMeasured, labels.eligible];

/** Tiles are few, or they are no summary. */
const MOST_TILES = 4;

type Row = Subject & { cell: Cell; followUp: FollowUp };

/** Outcomes of the whole programme by instrument in use and window, then the care given: figures, strip and one plain sentence each. */
export const headline: View = (context) => {
  const h = maker(context.document);
  const instruments = instrumentsInUse(context.release.manifest);
  const care = rowsOf(context, null);
  return h(
    "div",
    null,
    instruments.length > 0
      ? instruments.map((instrument) => ofInstrument(context, h, instrument))
      : h("p", { class: "absent" }, words.nothing),
    care.length > 0 && careGiven(context.document, h, care),
  );
};

/** What was done for people, which belongs to no instrument. */
function careGiven(document: Document, h: Make, rows: readonly Row[]): Element {
  return h(
    "section",
    { class: "instrument", "aria-labelledby": "care-given" },
    h("h2", { id: "care-given" }, words.care),
    h("p", { class: "muted" }, words.careMeaning),
    resultTable(document, h, words.careCaption, rows),
  );
}

function ofInstrument(context: ViewContext, h: Make, instrument: InstrumentEntry): Element {
  const { windows } = context.release.manifest;
  const rows = rowsOf(context, instrument);
  const id = `by-${slug(instrument.id)}`;
  return h(
    "section",
    { class: "instrument", "aria-labelledby": id },
    h("h2", { id }, instrument.name),
    h("p", { class: "muted" }, words.scores(instrument.min, instrument.max, instrument.higher_is_worse)),
    tiles(
      context.document,
      h,
      rows.filter(({ window }) => window === windows.at(-1)),
    ),
    windows.map((window) => {
      const ofWindow = rows.filter((row) => row.window === window);
      return (
        ofWindow.length > 0 &&
        resultTable(context.document, h, words.caption(instrument.name, window.title), ofWindow)
      );
    }),
  );
}

function rowsOf({ release }: ViewContext, instrument: InstrumentEntry | null): Row[] {
  return release.manifest.measures
    .flatMap((measure) => subjectsOf(release.manifest, measure))
    .filter((subject) => subject.instrument === instrument)
    .flatMap((subject) => {
      const cell = programmeCell(cellsOf(release, subject));
      return cell ? [{ ...subject, cell, followUp: followUpOf(release, subject.measure) }] : [];
    });
}

/** The measures where higher is better, large, in the longest window. */
function tiles(document: Document, h: Make, rows: readonly Row[]): Element | null {
  const large = rows.flatMap(({ measure, window, cell }) =>
    measure.better === "higher" && isReadable(cell) ? [{ measure, window, cell }] : [],
  );
  if (large.length === 0) return null;
  return h(
    "ul",
    { class: "tiles" },
    large
      .slice(0, MOST_TILES)
      .map(({ measure, window, cell }) =>
        h(
          "li",
          null,
          h("a", { href: `measures/${measure.id}.html` }, measure.title),
          h("span", { class: "tile-value" }, percent(cell.value, cell.denominator)),
          h(
            "span",
            { class: "tile-range" },
            words.likely(percentRange(cell.lower, cell.upper, cell.denominator)),
          ),
          intervalStrip(document, "result", cell),
          h("span", { class: "tile-when" }, window.title),
        ),
      ),
  );
}

function resultTable(document: Document, h: Make, caption: string, rows: readonly Row[]): Element {
  const name: Column<Row> = {
    label: labels.measure,
    header: true,
    cell: ({ measure, instrument, window, cell, followUp }) => [
      h("a", { href: `measures/${measure.id}.html` }, measure.title),
      instrument === null && h("span", { class: "polarity" }, window.title),
      h("span", { class: "polarity" }, STRINGS.polarity[measure.better]),
      h("span", { class: "sentence" }, `${finding(measure, cell)} ${measuredAgain(cell, followUp)}`.trim()),
    ],
  };
  const value: Column<Row> = {
    label: labels.result,
    number: true,
    cell: ({ cell }) =>
      isReadable(cell)
        ? [
            h("span", { class: "value" }, percent(cell.value, cell.denominator)),
            h("span", { class: "range" }, percentRange(cell.lower, cell.upper, cell.denominator)),
          ]
        : mark(h, absence(cell) ?? "no_value"),
  };
  const strip: Column<Row> = {
    label: labels.strip,
    cell: ({ cell }) => intervalStrip(document, "result", cell),
  };
  const awaitsFollowUp = rows.some(({ followUp }) => followUp !== "none");
  const beside = resultColumns<Row>(h, awaitsFollowUp ? "part" : "none").filter(({ label }) =>
    BESIDE.includes(label),
  );
  return table(document, {
    caption,
    columns: [name, value, strip, ...beside.map(withoutSelfEvident)],
    rows,
    stack: true,
  });
}

/** That everyone who was measured was measured goes without saying. */
function withoutSelfEvident(column: Column<Row>): Column<Row> {
  if (column.label !== labels.ofMeasured) return column;
  return { ...column, cell: (row) => (row.followUp === "part" ? column.cell(row) : "") };
}
