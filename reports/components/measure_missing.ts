import { chartFrame, WIDTHS } from "./chart_frame.ts";
import { drawWaterfall } from "./draw_waterfall.ts";
import { type Child, type Make, maker } from "./elements.ts";
import { count, inHundred, percent, percentRange } from "./formats.ts";
import { intervalStrip, type StripKind } from "./interval_strip.ts";
import type { Drawn } from "./measure_charts.ts";
import { caption, when } from "./measure_frame.ts";
import { imputedFigure, imputedOf, tippingSentences } from "./measure_imputed.ts";
import {
  type Cell,
  cellsOf,
  followUpOf,
  isExact,
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

/** One figure of several: what it says, how sure it is, where it lies on a scale from 0 to 1, and who it is of. */
export interface Figure {
  kind: StripKind;
  name: string;
  says: Child;
  range: string;
  strip: { value: number | null; lower: number | null; upper: number | null };
  who: string;
}

/**
 * How many were seen again, and the result several ways: a missing score counted as not met, only those measured, the rest
 * estimated where they were, and the bounds that hold whatever became of them.
 */
export function missing(context: ViewContext, subject: Subject): Child {
  const { document, release } = context;
  const h = maker(document);
  const cell = programmeCell(cellsOf(release, subject));
  if (!isReadable(cell) || followUpOf(release, subject.measure) !== "part") return null;
  const imputed = imputedOf(release, subject);
  return cards(document, figures(h, cell, imputed && imputedFigure(imputed)), [
    bounds(cell),
    ...(imputed ? tippingSentences(imputed, cell.observed_value) : []),
    subject.measure.better === "lower" ? words.flatters : "",
  ]);
}

/** Figures side by side, with sentences below them. */
export function cards(document: Document, shown: readonly Figure[], notes: readonly string[]): Element {
  const h = maker(document);
  const card = ({ kind, name, says, range, strip, who }: Figure) =>
    h(
      "li",
      { class: `missing-${kind}` },
      h("span", { class: "missing-name" }, name),
      h("span", { class: "missing-value" }, says),
      h("span", { class: "missing-range" }, range),
      intervalStrip(document, kind, strip),
      h("span", { class: "missing-who" }, who),
    );
  return h(
    "div",
    { class: "missing" },
    h("h4", null, words.title),
    h("ul", { class: shown.length > 3 ? "three pairs" : "three" }, shown.map(card)),
    notes.filter(Boolean).map((note) => h("p", { class: "note-line" }, note)),
  );
}

/** How many were seen again: the first figure wherever somebody could be missing. */
export function followedUp(h: Make, cell: Cell): Figure {
  const { denominator, observed, follow_up } = cell;
  return {
    kind: "follow-up",
    name: words.followedUp,
    says: written(h, cell, follow_up, (rate) => percent(rate, denominator ?? 0)),
    range: words.share,
    strip: { value: follow_up, lower: null, upper: null },
    who: words.followedUpWho(people(observed), people(denominator)),
  };
}

function figures(h: Make, cell: ReadableCell, estimate: Figure | undefined): Figure[] {
  const { value, lower, upper, denominator, observed, highest_possible } = cell;
  const seen = { value: cell.observed_value, lower: cell.observed_lower, upper: cell.observed_upper };
  return [
    followedUp(h, cell),
    {
      kind: "result",
      name: words.everyone,
      says: percent(value, denominator),
      range: likely({ lower, upper }, denominator),
      strip: { value, lower, upper },
      who: words.everyoneWho(people(denominator)),
    },
    {
      kind: "observed",
      name: words.measured,
      says: written(h, cell, seen.value, (rate) => percent(rate, observed ?? 0)),
      range: likely(seen, observed),
      strip: seen,
      who: words.measuredWho(people(observed)),
    },
    ...(estimate ? [estimate] : []),
    {
      kind: "bounds",
      name: words.possible,
      says: written(h, cell, highest_possible, (highest) => percentRange(value, highest, denominator)),
      range: words.possibleRange,
      strip: { value: null, lower: highest_possible === null ? null : value, upper: highest_possible },
      who: words.possibleWho,
    },
  ];
}

const people = (number: number | null): string =>
  number === null ? STRINGS.status.suppressed : count(number);

function likely({ lower, upper }: Pick<Cell, "lower" | "upper">, of: number | null): string {
  if (lower === null || upper === null) return words.share;
  return STRINGS.headline.likely(percentRange(lower, upper, of ?? 0));
}

/** What the missing could change, in one sentence. */
function bounds({ value, highest_possible }: ReadableCell): string {
  if (highest_possible === null) return words.boundsHidden;
  return words.bounds(inHundred(value), inHundred(highest_possible));
}

/** From everyone enrolled to those who met the measure; every step has one reason. */
export function waterfall(context: ViewContext, subject: Subject): Drawn {
  const { document, release } = context;
  const h = maker(document);
  const steps = stepsOf(release, subject);
  const say = STRINGS.waterfall;
  const { kind, has_follow_up } = subject.measure;
  const ofMean = has_follow_up ? say.titleOfMean : say.titleOfCounted;
  const title = kind === "mean" ? ofMean : say.title;
  if (steps.length === 0) return say.none;
  const period_start = steps[0]?.period_start ?? null;
  const yearly = subject.measure.unit === "patient_year";
  const name = ({ step }: Step) => named(STRINGS.steps, step);
  const units = (step: Step) => (step.units === null ? STRINGS.status.suppressed : count(step.units));
  return chartFrame(document, {
    title,
    subtitle: say.subtitle(
      caption(subject),
      when({ period_grain: yearly ? "year" : "month", period_start }),
      STRINGS.polarity[subject.measure.better],
    ),
    alternative: steps.map((step) => `${name(step)}: ${units(step)}`).join("; "),
    drawing: drawWaterfall(document, WIDTHS.half, steps),
    notes: isExact(release) ? [] : [say.rounded(count(release.manifest.policy.round_to))],
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
