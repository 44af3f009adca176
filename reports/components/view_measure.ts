import { type Child, type Make, maker, slug } from "./elements.ts";
import { byClinic, byStratum, overTime } from "./measure_charts.ts";
import { means } from "./measure_means.ts";
import { missing, waterfall } from "./measure_missing.ts";
import {
  cellsOf,
  followUpOf,
  type MeasureEntry,
  programmeCell,
  type Subject,
  subjectsOf,
  type View,
  type ViewContext,
} from "./release.ts";
import { finding, measuredAgain } from "./sentences.ts";
import { STRINGS } from "./strings.ts";
import { definition } from "./view_definition.ts";

const { measure: words } = STRINGS;

/** One measure: a section per instrument in use and window, its definition and its download. */
export const measure: View = (context, { id }) => {
  const h = maker(context.document);
  const { manifest } = context.release;
  const entry = manifest.measures.find((one) => one.id === id);
  if (!entry) return h("p", { class: "absent" }, words.absent);
  const subjects = entry.missing_tables.length > 0 ? [] : subjectsOf(manifest, entry);
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
      : jumps(h, entry, subjects),
    subjects.map((subject) => section(context, h, subject)),
    definition(context, entry),
  );
};

function signOff(h: Make, { sign_off }: MeasureEntry): Element {
  return sign_off
    ? h("span", { class: "badge" }, words.signedOff(sign_off.by))
    : h("span", { class: "badge badge-open" }, words.notSignedOff);
}

const anchor = ({ instrument, window }: Subject) => slug(...(instrument ? [instrument.id] : []), window.id);

const heading = ({ instrument, window }: Subject) => words.section(instrument?.name, window.title);

function jumps(h: Make, { id }: MeasureEntry, subjects: readonly Subject[]): Element {
  return h(
    "nav",
    { class: "jumps", "aria-label": words.onThisPage },
    h(
      "ul",
      null,
      subjects.map((subject) => h("li", null, h("a", { href: `#${anchor(subject)}` }, heading(subject)))),
      h("li", null, h("a", { href: "#definition" }, STRINGS.definition.title)),
      h("li", null, h("a", { href: `../data/${id}.csv`, download: true }, words.download)),
    ),
  );
}

function section(context: ViewContext, h: Make, subject: Subject): Element {
  const id = anchor(subject);
  return h(
    "section",
    { class: "subject", "aria-labelledby": id },
    h("h2", { id, tabindex: -1 }, heading(subject)),
    subject.measure.kind === "mean" ? means(context, subject) : shares(context, h, subject),
    waterfall(context, subject),
  );
}

function shares(context: ViewContext, h: Make, subject: Subject): Child {
  const cell = programmeCell(cellsOf(context.release, subject));
  const again = measuredAgain(cell, followUpOf(context.release, subject.measure));
  return [
    h("p", { class: "finding" }, `${finding(subject.measure, cell)} ${again}`.trim()),
    missing(context, subject),
    overTime(context, subject),
    byClinic(context, subject),
    byStratum(context, subject),
  ];
}
