import { type Make, maker, slug } from "./elements.ts";
import { byClinic, byStratum, overTime } from "./measure_charts.ts";
import { missing, waterfall } from "./measure_missing.ts";
import {
  cellsOf,
  countsSeen,
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

/** One measure: a section per instrument in use and window, its definition and its download. */
export const measure: View = (context, { id }) => {
  const h = maker(context.document);
  const { manifest } = context.release;
  const entry = manifest.measures.find((one) => one.id === id);
  if (!entry) return h("p", { class: "absent" }, "This release does not hold this measure.");
  if (entry.missing_tables.length > 0) {
    return h(
      "div",
      null,
      h(
        "p",
        { class: "absent" },
        `Not computable from this extract: it needs ${entry.missing_tables.join(", ")}.`,
      ),
      definition(context, entry),
    );
  }
  const subjects = subjectsOf(manifest, entry);
  return h(
    "div",
    null,
    h(
      "p",
      { class: "badges" },
      h("span", { class: "polarity" }, STRINGS.polarity[entry.better]),
      signOff(h, entry),
    ),
    subjects.length > 1 ? jumps(h, subjects) : null,
    subjects.map((subject) => section(context, h, subject)),
    definition(context, entry),
  );
};

function signOff(h: Make, { sign_off }: MeasureEntry): Element {
  return sign_off
    ? h("span", { class: "badge" }, `Signed off by ${sign_off.by}`)
    : h("span", { class: "badge badge-open" }, "Definition awaits clinical sign-off");
}

function anchor({ instrument, window }: Subject): string {
  return slug(instrument.id, window.id);
}

function jumps(h: Make, subjects: readonly Subject[]): Element {
  return h(
    "nav",
    { class: "jumps", "aria-label": "On this page" },
    h(
      "ul",
      null,
      subjects.map((subject) =>
        h(
          "li",
          null,
          h("a", { href: `#${anchor(subject)}` }, `${subject.instrument.name}, ${subject.window.title}`),
        ),
      ),
      h("li", null, h("a", { href: "#definition" }, "Definition")),
    ),
  );
}

function section(context: ViewContext, h: Make, subject: Subject): Element {
  const cell = programmeCell(cellsOf(context.release, subject));
  const id = anchor(subject);
  return h(
    "section",
    { class: "subject", "aria-labelledby": id },
    h("h2", { id, tabindex: -1 }, `${subject.instrument.name}, ${subject.window.title}`),
    h(
      "p",
      { class: "finding" },
      finding(subject, cell),
      " ",
      measuredAgain(cell, countsSeen(context.release, subject.measure)),
    ),
    missing(context, subject),
    overTime(context, subject),
    byClinic(context, subject),
    byStratum(context, subject),
    waterfall(context, subject),
  );
}
