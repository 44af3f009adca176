import { group } from "d3";
import { chartFrame, WIDTHS } from "./chart_frame.ts";
import { labelOf } from "./committee_signals.ts";
import { type ChartPoint, drawControlChart } from "./draw_control_chart.ts";
import { count, percent, percentRange, period } from "./formats.ts";
import { caption, subtitle } from "./measure_frame.ts";
import { monthRuns } from "./month_runs.ts";
import { ALL, ANY, type Subject, type ViewContext } from "./release.ts";
import { STRINGS } from "./strings.ts";
import { COMMITTEE_STRINGS } from "./strings_committee.ts";
import { TARGET_STRINGS } from "./strings_targets.ts";
import { table } from "./table.ts";
import { targetInWords, targetOf } from "./targets.ts";

const { charts: words } = COMMITTEE_STRINGS;

/** The months of a series that are charted, of the programme or of a clinic; none where there are too few. */
export function chartPoints(
  { release }: Pick<ViewContext, "release">,
  subject: Subject,
  clinic: string = ALL,
) {
  const { measure, instrument, window } = subject;
  return release.charts.filter(
    (row) =>
      row.clinic_id === clinic &&
      row.measure === measure.id &&
      row.instrument === (instrument?.id ?? ANY) &&
      row.window === window.id,
  );
}

/** The control chart of a series in its frame, of the programme or of a clinic; undefined where there is none to draw. */
export function controlChart(
  context: ViewContext,
  subject: Subject,
  clinic: string = ALL,
): Element | undefined {
  const points = chartPoints(context, subject, clinic);
  if (points.length === 0) return undefined;
  const target = targetOf(context.release, subject);
  const hits = hitsInWords(points);
  return chartFrame(context.document, {
    title: titleOf(context, subject, { clinic, points }),
    subtitle: subtitle(
      subject,
      subject.measure.by_instrument ? STRINGS.charts.byStart("month") : words.byMonth,
    ),
    alternative: [
      words.spoken(subject.measure.title, points.length, centreOf(points), hits),
      target ? TARGET_STRINGS.spoken(targetInWords(target)) : "",
    ]
      .filter(Boolean)
      .join(" "),
    drawing: drawControlChart(context.document, WIDTHS.half, { points, target: target?.target }),
    notes: [
      hits,
      ...phaseNotes(context, subject, points),
      points.at(-1)?.limits === "trial" ? words.trial : "",
      target ? TARGET_STRINGS.line(targetInWords(target)) : "",
    ],
    twin: twin(context, subject, points),
  });
}

/** The finding: by the label of the recent months for the programme; a clinic's chart has no label of its own, so it says its measure. */
function titleOf(
  { release }: ViewContext,
  subject: Subject,
  { clinic, points }: { clinic: string; points: readonly ChartPoint[] },
): string {
  const { title } = subject.measure;
  const label = clinic === ALL ? labelOf(release, subject, { kind: "recent" }) : undefined;
  if (label === "common_cause") return words.title.common_cause(title, centreOf(points));
  return words.title[label ?? "unjudged"](title);
}

function centreOf(points: readonly ChartPoint[]): string {
  const { centre, denominator } = points.findLast((point) => point.centre !== null) ?? {};
  return centre == null ? STRINGS.status.no_value : percent(centre, denominator ?? 0);
}

/** The months beyond chance, by the rule that says so. */
function hitsInWords(points: readonly ChartPoint[]): string {
  const found = [...group(points, ({ rule }) => rule)].flatMap(([rule, hits]) =>
    rule === null
      ? []
      : [words.hit(words.rules[rule], monthRuns(hits.map(({ period_start }) => period_start)))],
  );
  return found.length === 0 ? words.noHits : words.hits(found.join("; "));
}

const monthOf = ({ period_start }: Pick<ChartPoint, "period_start">): string =>
  period({ period_grain: "month", period_start }) ?? "";

/** Why limits start afresh, for each phase that the chart shows. */
function phaseNotes({ release }: ViewContext, { measure }: Subject, points: readonly ChartPoint[]): string[] {
  const first = points[0]?.period_start ?? "";
  const last = points.at(-1)?.period_start ?? "";
  return release.manifest.phases
    .filter((phase) => phase.measure === undefined || phase.measure === measure.id)
    .filter(({ from }) => from > first && from <= last)
    .map(({ from, reason }) => words.phase(monthOf({ period_start: from }), reason));
}

function twin({ document }: ViewContext, subject: Subject, points: readonly ChartPoint[]): Element {
  const { columns } = STRINGS;
  const rate = (value: number | null, people: number) =>
    value === null ? STRINGS.status.no_value : percent(value, people);
  return table(document, {
    caption: words.caption(caption(subject)),
    columns: [
      { label: columns.period, header: true, cell: monthOf },
      { label: columns.result, number: true, cell: ({ value, denominator }) => rate(value, denominator) },
      {
        label: words.columns.centre,
        number: true,
        cell: ({ centre, denominator }) => (centre === null ? "" : percent(centre, denominator)),
      },
      {
        label: words.columns.limits,
        number: true,
        cell: ({ lower, upper, denominator }) =>
          lower === null || upper === null ? "" : percentRange(lower, upper, denominator),
      },
      { label: columns.eligible, number: true, cell: ({ denominator }) => count(denominator) },
      { label: columns.met, number: true, cell: ({ numerator }) => count(numerator) },
      { label: words.columns.rule, cell: ({ rule }) => (rule === null ? "" : words.rules[rule]) },
    ],
    rows: points,
  });
}
