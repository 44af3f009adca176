import { group } from "d3";
import { chartFrame, twinOf, WIDTHS } from "./chart_frame.ts";
import { type Curve, halfway, isRead, type Point, type ReadPoint } from "./curves.ts";
import { drawCurve } from "./draw_curve.ts";
import { maker } from "./elements.ts";
import { count, inHundred, percent, percentRange } from "./formats.ts";
import { source } from "./measure_frame.ts";
import { ALL, type View, type ViewContext } from "./release.ts";
import { STRINGS } from "./strings.ts";
import { type Column, mark, table } from "./table.ts";

const { planners } = STRINGS;
const { waits: words } = planners;

/** What is told of every clinic. */
const DAYS = [14, 28];

/** How long people wait from referral until they are seen, in the programme and by clinic. */
export const waits: View = (context) => {
  const { document } = context;
  const h = maker(document);
  const points = programmeWaits(context);
  const finding = waitFinding(context);
  if (!finding) return h("p", { class: "absent" }, planners.absent.waits);
  const clinics = clinicWaits(context);
  const [first] = clinics.flatMap((clinic) => clinic.points);
  return h(
    "div",
    null,
    h("p", { class: "finding" }, finding),
    h(
      "div",
      { class: "alone" },
      chartFrame(document, {
        title: title(points),
        subtitle: words.subtitle,
        alternative: points
          .filter(isRead)
          .map(({ time, share }) => words.spoken(String(time), inHundred(share)))
          .join("; "),
        drawing: drawCurve(document, WIDTHS.half, { points }),
        notes: first ? [words.difference[first.difference]] : [],
        twin: dayTable(document, points),
      }),
    ),
    clinics.length > 1 && twinOf(document, clinicTable(document, clinics), words.byClinic),
    h(
      "p",
      { class: "source" },
      `${source(context)} ${STRINGS.survival.source} `,
      h("a", { href: "data/waits.csv", download: true }, planners.download),
    ),
  );
};

/** `Half of those referred are seen by day 14, nine in ten by day 28.` */
export function waitFinding(context: ViewContext): string | undefined {
  const points = programmeWaits(context);
  const last = points.findLast(isRead);
  if (!last) return undefined;
  const half = halfway(points)?.time;
  const [share, day] = [inHundred(last.share), String(last.time)];
  if (half === undefined) return words.notHalf(share, day);
  const most = mostSeen(points)?.time;
  return words.finding(
    String(half),
    most === undefined ? words.notMost(share, day) : words.most(String(most)),
  );
}

const programmeWaits = ({ release }: ViewContext): Point[] =>
  release.waits.filter(({ clinic_id }) => clinic_id === ALL);

function clinicWaits({ release }: ViewContext): Curve[] {
  const nameOf = (id: string) =>
    release.manifest.clinics.find(({ clinic_id }) => clinic_id === id)?.name ?? id;
  return [...group(release.waits, ({ clinic_id }) => clinic_id)]
    .filter(([id]) => id !== ALL)
    .map(([id, points]) => ({ name: nameOf(id), points }))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
}

/** The first day that is read by which nine in ten are seen. */
const mostSeen = (points: readonly Point[]): ReadPoint | undefined =>
  points.filter(isRead).find(({ share }) => share >= 0.9);

function title(points: readonly Point[]): string {
  const at = points.filter(isRead).find(({ time }) => time === DAYS[0]) ?? points.findLast(isRead);
  return at ? words.title(inHundred(at.share), String(at.time)) : words.caption;
}

function dayTable(document: Document, points: readonly Point[]): Element {
  const h = maker(document);
  const number = (label: string, cell: Column<Point>["cell"]): Column<Point> => ({
    label,
    number: true,
    cell,
  });
  const people = (label: string, key: "people" | "at_risk") =>
    number(label, (point) => {
      const value = point[key];
      return value === null ? mark(h, "suppressed") : count(value);
    });
  return table(document, {
    caption: words.caption,
    columns: [
      { label: words.columns.day, header: true, cell: ({ time }) => String(time) },
      number(words.columns.share, (point) =>
        isRead(point) ? percent(point.share, point.people) : mark(h, whyNot(point)),
      ),
      number(STRINGS.columns.range, ({ lower, upper, people: all }) =>
        lower === null || upper === null ? "" : percentRange(lower, upper, all ?? 0),
      ),
      people(words.columns.waiting, "at_risk"),
      people(words.columns.referred, "people"),
    ],
    rows: points,
  });
}

function clinicTable(document: Document, clinics: readonly Curve[]): Element {
  const h = maker(document);
  const number = (label: string, cell: Column<Curve>["cell"]): Column<Curve> => ({
    label,
    number: true,
    cell,
  });
  const orLater = (points: readonly Point[], time: number | undefined) => {
    const last = points.findLast(isRead);
    if (time !== undefined) return String(time);
    return last ? words.later(String(last.time)) : mark(h, "suppressed");
  };
  return table(document, {
    caption: words.clinicCaption,
    columns: [
      { label: STRINGS.columns.clinic, header: true, cell: ({ name }) => name },
      number(words.columns.half, ({ points }) => orLater(points, halfway(points)?.time)),
      number(words.columns.most, ({ points }) => orLater(points, mostSeen(points)?.time)),
      ...DAYS.map((day) =>
        number(words.columns.at(String(day)), ({ points }) => {
          const at = points.find(({ time }) => time === day);
          if (!at) return "";
          return isRead(at) ? percent(at.share, at.people) : mark(h, whyNot(at));
        }),
      ),
      number(words.columns.referred, ({ points: [first] }) =>
        first?.people == null ? mark(h, "suppressed") : count(first.people),
      ),
    ],
    rows: clinics,
  });
}

const whyNot = ({ status }: Point) => (status === "shown" ? "suppressed" : status);
