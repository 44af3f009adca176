import { chartFrame } from "./chart_frame.ts";
import { drawWaterfall } from "./draw_waterfall.ts";
import { type Child, maker } from "./elements.ts";
import { count, percent, percentRange } from "./formats.ts";
import { intervalStrip, type StripKind } from "./interval_strip.ts";
import { absent, caption, source } from "./measure_frame.ts";
import {
  cellsOf,
  followUpOf,
  programmeCell,
  type Step,
  type Subject,
  stepsOf,
  type ViewContext,
} from "./release.ts";
import { isReadable, type ReadableCell } from "./sentences.ts";
import { named, STRINGS } from "./strings.ts";
import { mark, table, written } from "./table.ts";

const { missing: words } = STRINGS;

/** One figure of three: a rate of `of` people with its interval, and who they are. */
interface Figure {
  kind: StripKind;
  name: string;
  value: number | null;
  lower: number | null;
  upper: number | null;
  of: number | null;
  who: string;
}

/** How many were seen again, and the result both ways: a missing score counted as not met, and only those measured. */
export function missing(context: ViewContext, subject: Subject): Child {
  const { document, release } = context;
  const h = maker(document);
  const cell = programmeCell(cellsOf(release, subject));
  if (!isReadable(cell) || followUpOf(release, subject.measure) !== "part") return null;
  const card = ({ kind, name, value, lower, upper, of, who }: Figure) =>
    h(
      "li",
      { class: `missing-${kind}` },
      h("span", { class: "missing-name" }, name),
      h(
        "span",
        { class: "missing-value" },
        written(h, cell, value, (rate) => percent(rate, of ?? 0)),
      ),
      h(
        "span",
        { class: "missing-range" },
        lower !== null && upper !== null
          ? STRINGS.headline.likely(percentRange(lower, upper, of ?? 0))
          : words.share,
      ),
      intervalStrip(document, kind, { value, lower, upper }),
      h("span", { class: "missing-who" }, who),
    );
  return h(
    "div",
    { class: "missing" },
    h("h3", null, words.title),
    h("ul", { class: "three" }, figures(cell).map(card)),
    subject.measure.better === "lower" && h("p", { class: "note-line" }, words.flatters),
  );
}

function figures(cell: ReadableCell): Figure[] {
  const people = count(cell.denominator);
  const seen = cell.observed === null ? STRINGS.status.suppressed : count(cell.observed);
  return [
    {
      kind: "follow-up",
      name: words.followedUp,
      value: cell.follow_up,
      lower: null,
      upper: null,
      of: cell.denominator,
      who: words.followedUpWho(seen, people),
    },
    { ...cell, kind: "result", name: words.everyone, of: cell.denominator, who: words.everyoneWho(people) },
    {
      kind: "observed",
      name: words.measured,
      value: cell.observed_value,
      lower: cell.observed_lower,
      upper: cell.observed_upper,
      of: cell.observed,
      who: words.measuredWho(seen),
    },
  ];
}

/** From everyone enrolled to those who met the measure; every step has one reason. */
export function waterfall(context: ViewContext, subject: Subject): Element {
  const { document, release } = context;
  const h = maker(document);
  const steps = stepsOf(release, subject);
  const { title, ...say } = STRINGS.waterfall;
  if (steps.length === 0) return absent(context, title, say.none);
  const name = ({ step }: Step) => named(STRINGS.steps, step);
  const units = (step: Step) => (step.units === null ? STRINGS.status.suppressed : count(step.units));
  return chartFrame(document, {
    title,
    subtitle: say.subtitle(caption(subject)),
    alternative: steps.map((step) => `${name(step)}: ${units(step)}`).join("; "),
    draw: (width) => drawWaterfall(document, width, steps),
    notes: [say.rounded(count(release.manifest.policy.round_to))],
    source: source(context),
    twin: table(document, {
      caption: say.caption(caption(subject)),
      columns: [
        { label: STRINGS.columns.step, header: true, cell: name },
        {
          label: STRINGS.columns.people,
          number: true,
          cell: (step) => (step.units === null ? mark(h, "suppressed") : units(step)),
        },
      ],
      rows: steps,
    }),
  });
}
