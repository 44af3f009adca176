import { type Child, type Make, maker, slug } from "./elements.ts";
import { count, inHundred, percent, percentRange, period } from "./formats.ts";
import { besidePublished } from "./funder_benchmarks.ts";
import { funderSet, whenOf } from "./funder_set.ts";
import { intervalStrip } from "./interval_strip.ts";
import { source } from "./measure_frame.ts";
import { means } from "./measure_means.ts";
import { missing } from "./measure_missing.ts";
import { plainShare } from "./plain_share.ts";
import {
  type Cell,
  cellsOf,
  followUpOf,
  type MeasureEntry,
  programmeCell,
  type Subject,
  type View,
  type ViewContext,
} from "./release.ts";
import { finding, isReadable } from "./sentences.ts";
import { named, STRINGS } from "./strings.ts";
import { FUNDER_STRINGS } from "./strings_funders.ts";
import { aside, table, written } from "./table.ts";

const { outcome: words } = FUNDER_STRINGS;

/** Every promised measure: all in a table, then each in plain words with who is missing and what others published. */
export const outcomes: View = (context) => {
  const h = maker(context.document);
  const { subjects, registration } = funderSet(context.release);
  if (subjects.length === 0) return h("p", { class: "absent" }, STRINGS.finding.none);
  return h(
    "div",
    null,
    inShort(context, h, subjects, registration ? words.caption : words.captionUnpromised),
    subjects.map((subject) => section(context, h, subject)),
    h("p", { class: "source" }, source(context)),
  );
};

const anchorOf = ({ measure, instrument, window }: Subject): string =>
  slug("outcome", measure.id, instrument?.id ?? "", window.id);

function inShort(context: ViewContext, h: Make, subjects: readonly Subject[], caption: string): Element {
  const { document, release } = context;
  const rows = subjects.flatMap((subject) => {
    const cell = programmeCell(cellsOf(release, subject));
    return cell ? [{ subject, cell }] : [];
  });
  const { columns } = STRINGS;
  return table(document, {
    caption,
    hideCaption: true,
    columns: [
      {
        label: columns.measure,
        header: true,
        cell: ({ subject }) => [
          h("a", { href: `#${anchorOf(subject)}` }, subject.measure.title),
          aside(h, STRINGS.polarity[subject.measure.better]),
        ],
      },
      { label: columns.window, cell: ({ subject }) => whenOf(subject) },
      {
        label: columns.result,
        number: true,
        cell: ({ cell }) => written(h, cell, cell.value, (value) => percent(value, cell.denominator ?? 0)),
      },
      {
        label: columns.range,
        number: true,
        cell: ({ cell }) => (isReadable(cell) ? percentRange(cell.lower, cell.upper, cell.denominator) : ""),
      },
      {
        label: columns.strip,
        cell: ({ cell }) => intervalStrip(document, "result", isReadable(cell) ? cell : NO_INTERVAL),
      },
      {
        label: columns.followedUp,
        number: true,
        cell: ({ subject, cell }) =>
          subject.measure.has_follow_up
            ? written(h, cell, cell.follow_up, (rate) => percent(rate, cell.denominator ?? 0))
            : STRINGS.trend.none,
      },
    ],
    rows,
    stack: true,
  });
}

const NO_INTERVAL = { value: null, lower: null, upper: null };

function section(context: ViewContext, h: Make, subject: Subject): Element {
  const { measure } = subject;
  const cell = programmeCell(cellsOf(context.release, subject));
  return h(
    "section",
    { class: "promised", "aria-labelledby": anchorOf(subject) },
    h(
      "h3",
      { id: anchorOf(subject), tabindex: -1 },
      measure.title,
      h("span", { class: "badge" }, whenOf(subject)),
      h("span", { class: "badge" }, STRINGS.polarity[measure.better]),
    ),
    measure.kind === "mean" ? means(context, subject, "") : told(context, h, subject, cell),
    besidePublished(context, subject, cell),
    h("p", { class: "more" }, h("a", { href: `measures/${measure.id}.html` }, words.page)),
  );
}

function told(context: ViewContext, h: Make, subject: Subject, cell: Cell | undefined): Child {
  const { measure } = subject;
  return [
    h("p", { class: "finding" }, statement(measure, cell)),
    followUpOf(context.release, measure) === "part" && missingSentence(h, cell),
    cell?.period_start && h("p", { class: "note-line" }, words.monthly),
    missing(context, subject),
  ];
}

/** The finding of one cell for a lay reader: `About 1 in 3 (likely between 1 in 4 and 2 in 5) of the 72 eligible people ...` */
export function statement(measure: MeasureEntry, cell: Cell | undefined): string {
  if (!isReadable(cell)) return finding(measure, cell);
  const who = words.who[measure.unit] ?? named(STRINGS.units, measure.unit);
  const when = period(cell);
  const people = words.people(count(cell.denominator), when ? words.inMonth(who, when) : who);
  return words.said(plainShare(cell), people, measure.in_words ?? STRINGS.finding.metMeasure(measure.title));
}

function missingSentence(h: Make, cell: Cell | undefined): Child {
  if (!isReadable(cell) || cell.follow_up === null) return null;
  return h("p", { class: "note-line" }, words.missing(`${inHundred(1 - cell.follow_up)} in 100`));
}
