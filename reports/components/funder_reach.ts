import { chartFrame, twinOf } from "./chart_frame.ts";
import { drawCounts } from "./draw_counts.ts";
import { type Child, type Make, maker } from "./elements.ts";
import { count, inHundred, percent } from "./formats.ts";
import { source } from "./measure_frame.ts";
import {
  type Cell,
  cellsOf,
  programmeCell,
  programmePeriods,
  type Subject,
  subjectsOf,
  type View,
  type ViewContext,
} from "./release.ts";
import { strataOf } from "./strata.ts";
import { STRINGS } from "./strings.ts";
import { FUNDER_STRINGS } from "./strings_funders.ts";
import { type Column, table, written } from "./table.ts";

const { reach: words } = FUNDER_STRINGS;

/** How wide a panel is drawn: three stand side by side. */
const PANEL = 250;

/** How many people were reached, each counted once: together, by year and by group. */
export const reach: View = (context) => {
  const { document, release } = context;
  const h = maker(document);
  const measure = release.manifest.measures.find(({ id }) => id === "people_reached");
  const [subject] =
    measure && measure.missing_tables.length === 0 ? subjectsOf(release.manifest, measure) : [];
  const cell = subject && programmeCell(cellsOf(release, subject));
  if (!subject || !cell) return h("p", { class: "absent" }, words.none);
  return h(
    "div",
    null,
    h("p", { class: "finding" }, said(cell)),
    years(context, h, subject),
    groups(context, h, subject, cell),
    h("p", { class: "source" }, source(context)),
  );
};

function said({ denominator, numerator, value }: Cell): string {
  if (denominator === null) return words.hidden;
  return numerator === null || value === null
    ? words.saidHidden(count(denominator))
    : words.said(count(denominator), count(numerator), inHundred(value));
}

interface Row {
  name: string;
  by: string;
  cell: Cell;
}

function columnsOf(h: Make, label: string): Column<Row>[] {
  return [
    { label, header: true, cell: ({ name }) => name },
    ...(["denominator", "numerator"] as const).map(
      (key): Column<Row> => ({
        label: key === "denominator" ? words.referred : words.enrolled,
        number: true,
        cell: ({ cell }) => written(h, cell, cell[key], count),
      }),
    ),
  ];
}

function years({ document, release }: ViewContext, h: Make, subject: Subject): Child {
  const periods = programmePeriods(cellsOf(release, subject), "year");
  if (periods.length < 2) return null;
  return table(document, {
    caption: words.years,
    columns: columnsOf(h, words.year),
    rows: periods.map((cell) => ({ name: cell.period_start?.slice(0, 4) ?? "", by: "", cell })),
  });
}

/** One panel for each attribute, in small multiples on one scale, with one table of all of them. */
function groups({ document, release }: ViewContext, h: Make, subject: Subject, whole: Cell): Child {
  const { shown, hidden, unrecorded } = strataOf(release, subject);
  const most = whole.numerator ?? whole.denominator ?? 0;
  const people = ({ cell }: { cell: Cell }) => cell.numerator;
  const panels = shown.map(({ title, groups: own }) =>
    chartFrame(document, {
      title: words.title(title),
      subtitle: words.subtitle,
      alternative: own
        .map((group) => words.spoken(group.name, people(group)?.toString() ?? STRINGS.status.suppressed))
        .join("; "),
      drawing: drawCounts(document, PANEL, {
        rows: own.map((group) => ({ name: group.name, people: people(group) })),
        most,
        hidden: STRINGS.status.suppressed,
      }),
    }),
  );
  const rows = shown.flatMap(({ title, groups: own }) =>
    own.map(({ name, cell }) => ({ by: words.title(title), name, cell })),
  );
  const share: Column<Row> = {
    label: words.share,
    number: true,
    cell: ({ cell }) =>
      written(h, cell, cell.numerator === null || !most ? null : cell.numerator / most, (found) =>
        percent(found, most),
      ),
  };
  const [name, ...numbers] = columnsOf(h, words.group);
  const severity = release.manifest.strata.find(({ id }) => id === "baseline_band")?.title.toLowerCase();
  const lacking = unrecorded.filter((title) => title !== severity);
  const absent = [
    hidden.length > 0 ? words.hiddenStrata(hidden.join(", ")) : "",
    lacking.length > 0 ? words.unrecorded(lacking.join(", ")) : "",
  ].filter(Boolean);
  return [
    panels.length > 0 && [
      h("div", { class: "panels" }, panels),
      name &&
        twinOf(
          document,
          table(document, {
            caption: words.caption,
            columns: [name, { label: words.attribute, cell: ({ by }) => by }, ...numbers, share],
            rows,
          }),
        ),
    ],
    absent.length > 0 && h("p", { class: "absent" }, absent.join(" ")),
  ];
}
