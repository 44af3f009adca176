import { group } from "d3";
import { type Child, type Make, maker, slug } from "./elements.ts";
import { percent, percentRange } from "./formats.ts";
import { adjusted } from "./measure_adjusted.ts";
import { byClinic, byStratum, overTime } from "./measure_charts.ts";
import { source, when } from "./measure_frame.ts";
import { meanInShort, means } from "./measure_means.ts";
import { missing, waterfall } from "./measure_missing.ts";
import { anchor, heading, summary } from "./measure_summary.ts";
import {
  cellsOf,
  followUpOf,
  type MeasureEntry,
  mainWindow,
  programmeCell,
  type Subject,
  subjectsOf,
  type View,
  type ViewContext,
} from "./release.ts";
import { absence, finding, isReadable, measuredAgain } from "./sentences.ts";
import { STRINGS } from "./strings.ts";
import { definition } from "./view_definition.ts";

const { measure: words } = STRINGS;

/** One measure: every scale and window in a table, then a section per scale with its main window open and the others folded. */
export const measure: View = (context, { id }) => {
  const h = maker(context.document);
  const { manifest } = context.release;
  const entry = manifest.measures.find((one) => one.id === id);
  if (!entry) return h("p", { class: "absent" }, words.absent);
  const subjects = entry.missing_tables.length > 0 ? [] : subjectsOf(manifest, entry);
  const main = mainWindow(manifest, entry);
  return h(
    "div",
    null,
    h(
      "p",
      { class: "badges" },
      h("span", { class: "badge" }, STRINGS.polarity[entry.better]),
      signOff(h, entry),
    ),
    entry.missing_tables.length > 0
      ? h("p", { class: "absent" }, words.notComputable(entry.missing_tables.join(", ")))
      : summary(context, entry, subjects, main),
    [...group(subjects, ({ instrument }) => instrument)].map(([instrument, ofInstrument], i) => {
      const title = instrument?.name ?? words.results;
      const first = ofInstrument.find(({ window }) => window.id === main) ?? ofInstrument[0];
      return h(
        "section",
        { class: "instrument", "aria-labelledby": slug("on", title) },
        h("h2", { id: slug("on", title) }, title),
        first && unfolded(context, h, first, i === 0),
        ofInstrument.filter((subject) => subject !== first).map((subject) => folded(context, h, subject)),
      );
    }),
    definition(context, entry),
  );
};

function signOff(h: Make, { sign_off }: MeasureEntry): Element {
  return sign_off
    ? h("span", { class: "badge" }, words.signedOff(sign_off.by))
    : h("span", { class: "badge badge-open" }, words.notSignedOff);
}

function unfolded(context: ViewContext, h: Make, subject: Subject, isFirst: boolean): Element {
  return h(
    "div",
    { class: "window" },
    h("h3", { id: anchor(subject), tabindex: -1 }, subject.window.title),
    results(context, h, subject, isFirst),
  );
}

/** A window that opens when it is asked for, or when a link leads into it; its figure can be read while it is shut. */
function folded(context: ViewContext, h: Make, subject: Subject): Element {
  return h(
    "details",
    { class: "window" },
    h("summary", null, h("h3", null, inShort(context, subject))),
    h(
      "div",
      { id: anchor(subject), tabindex: -1, "aria-label": heading(subject), role: "group" },
      results(context, h, subject, false),
    ),
  );
}

/** A window with its figure. */
function inShort(context: ViewContext, subject: Subject): string {
  const { measure, window } = subject;
  const cell = programmeCell(cellsOf(context.release, subject));
  const absent = STRINGS.status[(cell && absence(cell)) ?? "no_value"];
  if (measure.kind === "mean")
    return words.foldedWithout(window.title, meanInShort(context, subject) ?? absent);
  if (!isReadable(cell)) return words.foldedWithout(window.title, absent);
  const { value, lower, upper, denominator } = cell;
  return words.folded(window.title, percent(value, denominator), percentRange(lower, upper, denominator));
}

/** What is known of one series: the finding, how it went and where, by groups of people, and who is missing. */
function results(context: ViewContext, h: Make, subject: Subject, isFirst: boolean): Child {
  const { kind } = subject.measure;
  return [
    kind === "mean"
      ? means(context, subject, waterfall(context, subject))
      : shares(context, h, subject, isFirst),
    h(
      "p",
      { class: "source" },
      `${source(context)} ${STRINGS.charts.intervals(when(programmeCell(cellsOf(context.release, subject))))}`,
    ),
  ];
}

function shares(context: ViewContext, h: Make, subject: Subject, isFirst: boolean): Child {
  const cell = programmeCell(cellsOf(context.release, subject));
  const again = measuredAgain(cell, followUpOf(context.release, subject.measure));
  const groups = byStratum(context, subject, isFirst);
  const [time, clinics, steps] = [
    overTime(context, subject),
    byClinic(context, subject),
    waterfall(context, subject),
  ];
  const absent = [time, clinics, ...groups.absent, steps].filter(
    (one) => typeof one === "string" && one !== "",
  );
  return [
    h("p", { class: "finding" }, `${finding(subject.measure, cell)} ${again}`.trim()),
    pair(h, time, clinics),
    groups.charts,
    pair(h, missing(context, subject), steps),
    adjusted(context, subject),
    absent.length > 0 && h("p", { class: "absent" }, words.notShown(absent.join(" "))),
  ];
}

/** Two charts side by side; a sentence in place of one stands elsewhere. */
function pair(h: Make, ...charts: readonly Child[]): Child {
  const drawn = charts.filter((one) => Boolean(one) && typeof one !== "string");
  return drawn.length > 0 && h("div", { class: "pair" }, drawn);
}
