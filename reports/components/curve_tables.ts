import { type Curve, type CurveSet, halfway, isRead, type Point } from "./curves.ts";
import { type Child, type Make, maker } from "./elements.ts";
import { count, percent, percentRange } from "./formats.ts";
import { named, STRINGS } from "./strings.ts";
import { type Column, mark, table } from "./table.ts";

const { survival: words } = STRINGS;

/** Everyone's curve, a row a time. */
export function pointTable(document: Document, { programme, event, instrument, scale }: CurveSet): Element {
  const h = maker(document);
  const number = (label: string, cell: (point: Point) => Child): Column<Point> => ({
    label,
    number: true,
    cell,
  });
  const people = (label: string, key: "at_risk" | "events") =>
    number(label, (point) => written(h, point, point[key]));
  return table(document, {
    caption: words.caption(event.title, instrument.name, named(words.by, scale.id)),
    columns: [
      { label: words.time(named(words.noun, scale.id)), header: true, cell: ({ time }) => String(time) },
      number(words.columns.share, (point) => shareOf(h, point)),
      number(STRINGS.columns.range, ({ lower, upper, people }) =>
        lower === null || upper === null ? "" : percentRange(lower, upper, people ?? 0),
      ),
      people(words.columns.watched, "at_risk"),
      people(words.columns.events, "events"),
    ],
    rows: programme,
  });
}

/** Three, six and twelve months: what a table of groups has room for. */
const WEEKS = [12, 26, 52];

/** A row a curve in weeks: how many are on it, the share by three, six and twelve months, and when half had the event. */
export function groupTable(
  document: Document,
  { event, instrument, scale }: CurveSet,
  { what, curves }: { what: string; curves: readonly Curve[] },
): Element {
  const h = maker(document);
  const at = (time: number): Column<Curve> => ({
    label: words.at(named(words.noun, scale.id), String(time)),
    number: true,
    cell: ({ points }) => points.filter((point) => point.time === time).map((point) => shareOf(h, point)),
  });
  return table(document, {
    caption: words.captionBy(event.title, instrument.name, what),
    columns: [
      { label: STRINGS.columns.group, header: true, cell: ({ name }) => name },
      {
        label: STRINGS.columns.people,
        number: true,
        cell: ({ points: [first] }) => first && written(h, first, first.people),
      },
      ...scale.times.filter((time) => WEEKS.includes(time)).map(at),
      { label: words.columns.half, number: true, cell: ({ points }) => String(halfway(points)?.time ?? "–") },
    ],
    rows: curves,
  });
}

const shareOf = (h: Make, point: Point): Child =>
  isRead(point) ? percent(point.share, point.people) : absent(h, point);

const written = (h: Make, point: Point, people: number | null): Child =>
  people === null ? absent(h, point) : count(people);

const absent = (h: Make, { status }: Point): Child => mark(h, status === "shown" ? "suppressed" : status);
