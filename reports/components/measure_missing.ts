import { chartFrame } from "./chart_frame.ts";
import { drawWaterfall } from "./draw_waterfall.ts";
import { type Child, maker } from "./elements.ts";
import { count, percent, percentRange } from "./formats.ts";
import { intervalStrip, type StripKind } from "./interval_strip.ts";
import { absent, caption, source } from "./measure_charts.ts";
import { cellsOf, countsSeen, programmeCell, type Subject, stepsOf, type ViewContext } from "./release.ts";
import { isShown } from "./sentences.ts";
import { STRINGS, stepName } from "./strings.ts";
import { mark, table } from "./table.ts";

/** How many were seen again, and the result both ways: a missing score counted as not met, and only those measured. */
export function missing(context: ViewContext, subject: Subject): Child {
  const { document, release } = context;
  const h = maker(document);
  const cell = programmeCell(cellsOf(release, subject));
  if (!isShown(cell) || countsSeen(release, subject.measure)) return null;
  const { denominator, observed } = cell;
  const card = (
    kind: StripKind,
    name: string,
    rate: number | null,
    bounds: [number | null, number | null],
    of: number,
    who: string,
  ) =>
    h(
      "li",
      { class: `missing-${kind}` },
      h("span", { class: "missing-name" }, name),
      h("span", { class: "missing-value" }, rate === null ? mark(h, "no_value") : percent(rate, of)),
      h(
        "span",
        { class: "missing-range" },
        bounds[0] === null || bounds[1] === null
          ? "share of those eligible"
          : `likely ${percentRange(bounds[0], bounds[1], of)}`,
      ),
      intervalStrip(document, kind, { value: rate, lower: bounds[0], upper: bounds[1] }),
      h("span", { class: "missing-who" }, who),
    );
  return h(
    "div",
    { class: "missing" },
    h("h3", null, "Who is missing, and what difference it makes"),
    h(
      "ul",
      { class: "three" },
      card(
        "follow-up",
        "Followed up",
        cell.follow_up,
        [null, null],
        denominator,
        `About ${count(observed)} of ${count(denominator)} eligible people have a score in the window.`,
      ),
      card(
        "result",
        "Counting everyone",
        cell.value,
        [cell.lower, cell.upper],
        denominator,
        `All ${count(denominator)} eligible; no score counts as not met. This is the figure on every page.`,
      ),
      card(
        "observed",
        "Only those measured",
        cell.observed_value,
        [cell.observed_lower, cell.observed_upper],
        observed,
        `The ${count(observed)} with a score. Those who come back may differ from those who do not.`,
      ),
    ),
    subject.measure.better === "lower"
      ? h(
          "p",
          { class: "note-line" },
          "Lower is better here, so counting a missing score as “not met” flatters the result: read the figure of those measured first.",
        )
      : null,
  );
}

/** From everyone enrolled to those who met the measure; every step has one reason. */
export function waterfall(context: ViewContext, subject: Subject): Child {
  const { document, release } = context;
  const steps = stepsOf(release, subject);
  if (steps.length === 0)
    return absent(context, "From everyone to the result", "This release holds no steps for this measure.");
  const { round_to } = release.manifest.policy;
  const units = (step: (typeof steps)[number]) =>
    step.units === null ? STRINGS.status.suppressed : count(step.units);
  return chartFrame(document, {
    title: "From everyone enrolled to those who met the measure",
    subtitle: `${caption(subject)}, all time. Each person leaves at one step, for one reason.`,
    alternative: steps.map((step) => `${stepName(step.step)}: ${units(step)}`).join("; "),
    draw: (width) => drawWaterfall(document, width, steps),
    notes: [`Counts are rounded to the nearest ${round_to}, so the steps may not add up exactly.`],
    source: source(context).replace(" Bars are 95% intervals.", ""),
    twin: table(document, {
      caption: `${caption(subject)}: steps`,
      columns: [
        { label: "Step", header: true, cell: (step) => stepName(step.step) },
        {
          label: "People",
          number: true,
          cell: (step) => (step.units === null ? mark(maker(document), "suppressed") : count(step.units)),
        },
      ],
      rows: steps,
    }),
  });
}
