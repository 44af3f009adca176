import { chartFrame, WIDTHS } from "./chart_frame.ts";
import { type DrawnFlow, drawBacklog } from "./draw_backlog.ts";
import { maker } from "./elements.ts";
import { type FlowRow, flowOver, isKnown } from "./flow.ts";
import { count, period } from "./formats.ts";
import { source } from "./measure_frame.ts";
import type { View, ViewContext } from "./release.ts";
import { STRINGS } from "./strings.ts";
import { mark, table } from "./table.ts";

const { planners } = STRINGS;
const { backlog: words } = planners;

const DRAWN = ["waiting", "referred", "enrolled"] as const;
const LISTED = ["referred", "enrolled", "left_unseen", "waiting", "ended", "in_care"];

/** Who comes, is taken on, leaves and waits, month by month, in the whole programme. */
export const backlog: View = (context) => {
  const { document, release } = context;
  const h = maker(document);
  const flows = DRAWN.map(
    (shape): DrawnFlow => ({ shape, title: titleOf(context, shape), rows: flowOver(release, shape) }),
  );
  if (!flows.some(({ rows }) => rows.filter(isKnown).length > 1))
    return h("p", { class: "absent" }, planners.absent.backlog);
  return h(
    "div",
    null,
    h("p", { class: "finding" }, backlogFinding(context)),
    h(
      "div",
      { class: "alone" },
      chartFrame(document, {
        title: trendTitle(flowOver(release, "waiting")),
        subtitle: words.subtitle,
        alternative: words.alternative,
        drawing: drawBacklog(document, WIDTHS.half, flows),
        legend: flows.map(({ shape, title }) => ({ shape, label: title })),
        notes: flows.some(({ rows }) => !rows.every(isKnown)) ? [words.hidden] : [],
        twin: monthTable(context),
      }),
    ),
    h(
      "p",
      { class: "source" },
      `${source(context)} ${planners.source} `,
      h("a", { href: "data/capacity.csv", download: true }, planners.download),
    ),
  );
};

/** How many wait at the end of the latest month, and how long the longest have: by bands, never to the day. */
export function backlogFinding({ release }: ViewContext): string | undefined {
  const last = flowOver(release, "waiting").at(-1);
  if (!last) return undefined;
  const month = period(last) ?? "";
  if (last.people === null) return `${words.few(month)}${words.stop}`;
  if (last.people === 0) return `${words.none(month)}${words.stop}`;
  return words.finding(count(last.people), month) + longest(release);
}

/** The bands of waiting, the longest first. */
const BANDS = [
  { flow: "waiting_over_90d", days: "90" },
  { flow: "waiting_over_28d", days: "28" },
];

function longest(release: ViewContext["release"]): string {
  const bands = BANDS.map(({ flow, days }) => ({
    days,
    people: flowOver(release, flow).at(-1)?.people ?? null,
  }));
  const longer = bands.find(({ people }) => people !== null && people > 0);
  if (longer) return words.longer(count(longer.people ?? 0), longer.days);
  const free = bands.findLast(({ people }) => people === 0);
  return free ? words.longest(free.days) : words.stop;
}

/** Counts that are rounded to five differ by ten before anybody need have come or gone. */
const CLEAR = 10;

function trendTitle(waiting: readonly FlowRow[]): string {
  const [now, then] = [waiting.at(-1), waiting.at(-13)];
  if (!isKnown(now) || !isKnown(then)) return words.title.unknown;
  const change = now.people - then.people;
  if (Math.abs(change) < CLEAR) return words.title.steady;
  return change > 0 ? words.title.rising(count(change)) : words.title.falling(count(-change));
}

const titleOf = ({ release }: ViewContext, flow: string): string =>
  release.manifest.flows.find(({ id }) => id === flow)?.title ?? flow;

function monthTable(context: ViewContext): Element {
  const { document, release } = context;
  const h = maker(document);
  const byFlow = LISTED.map((flow) => ({ flow, rows: flowOver(release, flow) }));
  const months = [
    ...new Set(byFlow.flatMap(({ rows }) => rows.map(({ period_start }) => period_start ?? ""))),
  ];
  return table(document, {
    caption: words.caption,
    columns: [
      {
        label: words.columns.month,
        header: true,
        cell: (month: string) => period({ period_grain: "month", period_start: month }),
      },
      ...byFlow.map(({ flow, rows }) => ({
        label: titleOf(context, flow),
        number: true,
        cell: (month: string) => {
          const row = rows.find(({ period_start }) => period_start === month);
          return isKnown(row) ? count(row.people) : mark(h, row ? "suppressed" : "no_value");
        },
      })),
    ],
    rows: months.sort().toReversed(),
  });
}
