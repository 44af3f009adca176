import { headlineSubjects, labelOf } from "./committee_signals.ts";
import { controlChart } from "./control_chart.ts";
import { isOutside } from "./draw_funnel.ts";
import { maker } from "./elements.ts";
import { figureOf } from "./figures.ts";
import { funnelChart, funnelPoints } from "./funnel_chart.ts";
import { source } from "./measure_frame.ts";
import type { Subject, View, ViewContext } from "./release.ts";
import { recentSignal } from "./signal_mark.ts";
import { STRINGS } from "./strings.ts";
import { COMMITTEE_STRINGS as words } from "./strings_committee.ts";
import { TARGET_STRINGS } from "./strings_targets.ts";
import { aside, table } from "./table.ts";
import { targetMark, targetOf } from "./targets.ts";
import { figureCell } from "./view_committee_signals.ts";

/** The outcomes of the first page: a row each, then their control charts, and the funnels in which a clinic lies outside. */
export const committeeOutcomes: View = (context) =>
  charted(
    context,
    { caption: words.sections.outcomes, none: STRINGS.headline.nothing },
    headlineSubjects(context.release).filter(({ measure }) => measure.by_instrument),
  );

/** The same of the care given. */
export const committeeProcess: View = (context) =>
  charted(
    context,
    { caption: words.sections.process, none: words.noCare },
    headlineSubjects(context.release).filter(({ measure }) => !measure.by_instrument),
  );

function charted(
  context: ViewContext,
  { caption, none }: { caption: string; none: string },
  subjects: readonly Subject[],
): Element {
  const h = maker(context.document);
  const { document, release } = context;
  if (subjects.length === 0) return h("p", { class: "absent" }, none);
  const charts = subjects.flatMap((subject) => controlChart(context, subject) ?? []);
  const funnels = subjects
    .filter((subject) => funnelPoints(release, subject).some(isOutside))
    .flatMap((subject) => funnelChart(context, subject) ?? []);
  return h(
    "div",
    null,
    table(document, {
      caption,
      hideCaption: true,
      stack: true,
      columns: [
        {
          label: STRINGS.columns.measure,
          header: true,
          cell: ({ measure, instrument, window }) => [
            h("a", { href: `measures/${measure.id}.html` }, measure.title),
            aside(h, [instrument?.name, window.title].filter(Boolean).join(", ")),
            aside(h, STRINGS.polarity[measure.better]),
          ],
        },
        {
          label: words.figure.column,
          number: true,
          cell: (subject) => figureCell(h, figureOf(release, subject)),
        },
        { label: TARGET_STRINGS.column, cell: (subject) => targetMark(document, targetOf(release, subject)) },
        {
          label: STRINGS.columns.signal,
          cell: (subject) =>
            labelOf(release, subject, { kind: "recent" })
              ? recentSignal(document, release, subject)
              : h("span", { class: "muted" }, words.clinics.notJudged),
        },
      ],
      rows: subjects,
    }),
    charts.length === 0 && h("p", { class: "absent" }, words.charts.none),
    charts.length > 0 && [
      h("h3", null, words.charts.heading),
      h("p", { class: "note-line" }, words.charts.limits),
      h("div", { class: "pair" }, charts),
      funnels.length > 0 && [
        h("h3", null, words.funnel.heading),
        h("p", { class: "note-line" }, words.funnel.note),
        h("div", { class: "pair" }, funnels),
      ],
    ],
    h("p", { class: "source" }, source(context)),
  );
}
