import { type Child, type Make, maker } from "./elements.ts";
import { percent, percentRange } from "./formats.ts";
import {
  type Cell,
  cellsOf,
  type FollowUp,
  followUpOf,
  type InstrumentEntry,
  instrumentsInUse,
  type MeasureEntry,
  mainInstrument,
  programmeCell,
  type Release,
  type Subject,
  subjectsOf,
  type View,
  type ViewContext,
} from "./release.ts";
import { absence, isReadable, plainly } from "./sentences.ts";
import { recentSignal } from "./signal_mark.ts";
import { sparkline } from "./sparkline.ts";
import { STRINGS } from "./strings.ts";
import { TARGET_STRINGS } from "./strings_targets.ts";
import { aside, type Column, mark, resultColumns, table } from "./table.ts";
import { targetMark, targetOf } from "./targets.ts";

const { headline: words, columns: labels } = STRINGS;

/** A measure of the first page: its series in the window that is read first, and those that stand beside it. */
interface Row {
  measure: MeasureEntry;
  subject: Subject;
  cell: Cell;
  cells: readonly Cell[];
  followUp: FollowUp;
  beside: readonly (Cell | undefined)[];
}

/** Where a series of a measure is found. */
interface Place {
  instrument: InstrumentEntry | null;
  window: string;
}

/** The programme at a glance: outcomes on the instrument that most people have, the other windows and instruments beside it, and the care given. */
export const headline: View = (context) => {
  const h = maker(context.document);
  const { release } = context;
  const main = mainInstrument(release);
  return h(
    "div",
    null,
    main ? outcomes(context, h, main) : h("p", { class: "absent" }, words.nothing),
    care(context, h),
    notComputable(h, release),
  );
};

function outcomes(context: ViewContext, h: Make, main: InstrumentEntry): Element | null {
  const { release } = context;
  const { headlines, measures, windows } = release.manifest;
  const asked = headlines.find(({ measure }) =>
    measures.some((one) => one.id === measure && one.by_instrument),
  );
  const [first = "", ...more] = asked?.windows ?? [];
  const besides: Place[] = [
    ...more.map((window) => ({ instrument: main, window })),
    ...instrumentsInUse(release.manifest)
      .filter((one) => one !== main)
      .map((instrument) => ({ instrument, window: first })),
  ];
  const named = ({ instrument, window }: Place) =>
    words.place(instrument?.name ?? "", windows.find(({ id }) => id === window)?.title ?? window);
  return section(context, h, {
    id: "outcomes",
    title: words.outcomes,
    meaning: words.scores(main.name, main.min, main.max, main.higher_is_worse),
    caption: words.outcomesCaption,
    rows: rowsOf(release, main, besides),
    result: named({ instrument: main, window: first }),
    columns: besides.map((place, i) => ({
      label: named(place),
      number: true,
      cell: ({ beside }) => figure(h, beside[i], "small"),
    })),
  });
}

function care(context: ViewContext, h: Make): Element | null {
  const eligible = resultColumns<Row>(h, "none").filter(({ label }) => label === labels.eligible);
  return section(context, h, {
    id: "care-given",
    title: words.care,
    meaning: words.careMeaning,
    caption: words.careCaption,
    rows: rowsOf(context.release, null, []),
    result: labels.result,
    columns: eligible,
  });
}

/** One table of the page; nothing where it would have no row. */
function section(
  { document, release }: ViewContext,
  h: Make,
  part: {
    id: string;
    title: string;
    meaning: string;
    caption: string;
    rows: readonly Row[];
    result: string;
    columns: readonly Column<Row>[];
  },
): Element | null {
  if (part.rows.length === 0) return null;
  const name: Column<Row> = {
    label: labels.measure,
    header: true,
    cell: ({ measure, subject, cell, followUp }) => [
      h("a", { href: `measures/${measure.id}.html` }, measure.title),
      subject.instrument === null && aside(h, subject.window.title),
      aside(h, STRINGS.polarity[measure.better]),
      h("span", { class: "sentence" }, plainly(measure, cell, followUp)),
    ],
  };
  const result: Column<Row> = {
    label: part.result,
    number: true,
    cell: ({ cell }) => figure(h, cell, "large"),
  };
  const trend: Column<Row> = {
    label: labels.trend,
    cell: ({ measure, cells, subject }) =>
      sparkline(document, measure, cells, targetOf(release, subject)?.target),
  };
  const target: Column<Row> = {
    label: TARGET_STRINGS.column,
    cell: ({ subject }) => targetMark(document, targetOf(release, subject)),
  };
  const hasTarget = part.rows.some(({ subject }) => targetOf(release, subject));
  const signal: Column<Row> = {
    label: labels.signal,
    cell: ({ subject }) => recentSignal(document, release, subject),
  };
  return h(
    "section",
    { class: "glance", "aria-labelledby": part.id },
    h("h2", { id: part.id }, part.title),
    h("p", { class: "muted" }, part.meaning),
    table(document, {
      caption: part.caption,
      hideCaption: true,
      columns: [name, result, ...(hasTarget ? [target] : []), trend, signal, ...part.columns],
      rows: part.rows,
      stack: true,
    }),
  );
}

/** A result with its likely range below it, or why there is none. */
function figure(h: Make, cell: Cell | undefined, size: "large" | "small"): Child {
  if (!isReadable(cell)) return mark(h, (cell && absence(cell)) ?? "no_value");
  return [
    h("span", { class: `value value-${size}` }, percent(cell.value, cell.denominator)),
    h("span", { class: "range" }, percentRange(cell.lower, cell.upper, cell.denominator)),
  ];
}

/** The headlines on an instrument, or those of care where it is null; `besides` are the series that stand beside each. */
function rowsOf(release: Release, instrument: InstrumentEntry | null, besides: readonly Place[]): Row[] {
  const { headlines, measures } = release.manifest;
  return headlines.flatMap(({ measure: id, windows: [window = ""] }) => {
    const measure = measures.find((entry) => entry.id === id);
    const series = measure && seriesOf(release, measure, { instrument, window });
    if (!series) return [];
    const beside = besides.map((place) => seriesOf(release, measure, place)?.cell);
    return [{ measure, ...series, followUp: followUpOf(release, measure), beside }];
  });
}

/** A series of a measure, with the cell of the whole programme over all time; undefined where the release does not hold it. */
function seriesOf(release: Release, measure: MeasureEntry, { instrument, window }: Place) {
  const subject = subjectsOf(release.manifest, measure).find(
    (one) => one.instrument === instrument && one.window.id === window,
  );
  const cells = subject ? cellsOf(release, subject) : [];
  const cell = programmeCell(cells);
  return subject && cell ? { subject, cells, cell } : undefined;
}

/** Headlines that this extract cannot give are named, not left out. */
function notComputable(h: Make, { manifest: { headlines, measures } }: Release): Element | null {
  const lost = measures.filter(
    ({ id, missing_tables }) => missing_tables.length > 0 && headlines.some(({ measure }) => measure === id),
  );
  if (lost.length === 0) return null;
  return h("p", { class: "absent" }, words.notComputable(lost.map(({ title }) => title).join(", ")));
}
