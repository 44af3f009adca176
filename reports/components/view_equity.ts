import { chartFrame, WIDTHS } from "./chart_frame.ts";
import { drawGaps, type NamedGap } from "./draw_gaps.ts";
import { type Child, type Make, maker, slug } from "./elements.ts";
import { count, day, inHundred, percent, period } from "./formats.ts";
import { gapSentence, inPatients, list, patients, stepsBehind, trace } from "./gap_sentences.ts";
import {
  type ComparedMeasure,
  type ComparedStratum,
  comparedGroups,
  type Gap,
  isAhead,
  isBehind,
  isRead,
} from "./gaps.ts";
import { source } from "./measure_frame.ts";
import type { MeasureEntry, View, ViewContext } from "./release.ts";
import { STRINGS } from "./strings.ts";
import { EQUITY_STRINGS as words } from "./strings_equity.ts";
import { type Column, mark, table } from "./table.ts";

/** One comparison in twenty is clear by chance alone; half of those are on the worse side. */
const BY_CHANCE = 0.05;

/** Every group that is clearly behind, in patients, and the steps of care that it is behind in too. */
export const equityFindings: View = (context) => {
  const { document, release } = context;
  const h = maker(document);
  const { measures, strata } = comparedGroups(release);
  const entries = new Map(measures.map(({ measure }) => [measure.id, measure]));
  const groups = strata.flatMap(({ title, groups: own }) =>
    own.map((one) => ({ by: title.toLowerCase(), ...one })),
  );
  const all = groups.flatMap(({ gaps }) => gaps.flatMap((gap) => pairOf(gap, entries)));
  const compared = all.filter(({ gap }) => isRead(gap));
  if (measures.length === 0) return h("p", { class: "absent" }, words.none);
  if (compared.length === 0) return h("p", { class: "absent" }, words.nobody);
  const outcomes = groups.flatMap(({ name, by, gaps }) =>
    gaps.flatMap((gap) => {
      const measure = entries.get(gap.measure);
      return gap.role === "outcome" && measure && isBehind(gap, measure)
        ? [{ name, by, gaps, gap, measure }]
        : [];
    }),
  );
  const careOnly = groups.filter(
    (one) => !outcomes.some(({ gaps }) => gaps === one.gaps) && stepsBehind(one.gaps, entries).length > 0,
  );
  const behind = compared.filter(({ gap, measure }) => isBehind(gap, measure)).length;
  const ahead = compared.filter(({ gap, measure }) => isAhead(gap, measure)).length;
  return h(
    "div",
    { class: "equity-findings" },
    outcomes.length === 0
      ? h("p", { class: "finding" }, words.noClear(count(compared.length)))
      : [
          h("h3", null, words.results),
          h(
            "ul",
            { class: "gap-list" },
            outcomes.map(({ name, by, gaps, gap, measure }) =>
              h(
                "li",
                null,
                h("strong", null, `${words.group(name, by)}: ${measure.title}. `),
                `${gapSentence(gap, measure)} ${trace(gaps, entries)}`,
              ),
            ),
          ),
        ],
    careOnly.length > 0 && [
      h("h3", null, words.careOnly),
      h(
        "ul",
        { class: "gap-list" },
        careOnly.map(({ name, by, gaps }) =>
          h("li", null, words.careGap(name, by, list(stepsBehind(gaps, entries)))),
        ),
      ),
    ],
    h(
      "p",
      { class: "note-line" },
      `${words.chance(count(behind), count(ahead), count(compared.length), count(Math.round(BY_CHANCE * compared.length)))} ${words.pooled(day(release.manifest.as_of))}`,
    ),
  );
};

const pairOf = (gap: Gap, entries: ReadonlyMap<string, MeasureEntry>) => {
  const measure = entries.get(gap.measure);
  return measure ? [{ gap, measure }] : [];
};

/** Each attribute with its groups: a chart a measure and one table of results and care; open where a group is behind. */
export const equityGroups: View = (context) => {
  const { document, release } = context;
  const h = maker(document);
  const compared = comparedGroups(release);
  if (compared.strata.length === 0) return h("p", { class: "absent" }, words.none);
  return h(
    "div",
    { class: "equity-groups" },
    compared.strata.map((stratum) => section(context, h, stratum, compared.measures)),
    h(
      "p",
      { class: "source" },
      `${source(context)} ${words.drawn} `,
      h("a", { href: "data/gaps.csv", download: true }, words.download),
    ),
  );
};

function section(
  context: ViewContext,
  h: Make,
  stratum: ComparedStratum,
  measures: readonly ComparedMeasure[],
): Element {
  const entries = new Map(measures.map(({ measure }) => [measure.id, measure]));
  const isLate = (gap: Gap) => pairOf(gap, entries).some(({ measure }) => isBehind(gap, measure));
  const late = stratum.groups.filter(({ gaps }) => gaps.some(isLate)).map(({ name }) => name);
  const isHidden = !stratum.groups.some(({ gaps }) => gaps.some(isRead));
  const title = isHidden
    ? words.sectionHidden(stratum.title)
    : late.length > 0
      ? words.sectionClear(stratum.title, list(late))
      : words.sectionNone(stratum.title);
  return h(
    "details",
    { class: "groups", open: late.length > 0, id: slug("by", stratum.title) },
    h("summary", null, h("h3", null, title)),
    h(
      "div",
      { class: "panels" },
      measures.map((compared) => panel(context, stratum, compared)),
    ),
    groupTable(context, h, stratum, measures),
  );
}

/** How far either way a scale of points reaches: the largest interval of an attribute, in tens. */
const reachOf = ({ groups }: ComparedStratum): number => {
  const ends = groups.flatMap(({ gaps }) =>
    gaps
      .filter(isRead)
      .flatMap(({ difference_lower, difference_upper }) => [difference_lower, difference_upper]),
  );
  return Math.min(50, Math.max(10, 10 * Math.ceil(10 * Math.max(0, ...ends.map(Math.abs)))));
};

function panel(context: ViewContext, stratum: ComparedStratum, { measure }: ComparedMeasure): Child {
  const rows = stratum.groups.flatMap(({ name, gaps }): NamedGap[] =>
    gaps.filter((gap) => gap.measure === measure.id).map((gap) => ({ name, gap })),
  );
  const read = rows.filter(({ gap }) => isRead(gap));
  if (read.length === 0) return null;
  const clear = read.filter(({ gap }) => gap.finding !== "no_clear_difference").length;
  const by = stratum.title.toLowerCase();
  return chartFrame(context.document, {
    title: measure.title,
    subtitle: `${clear > 0 ? words.panelClear(clear) : words.panelNone}. ${words.panel(whichWindow(context, rows), whenOf(rows), STRINGS.polarity[measure.better])}`,
    alternative: [words.spoken(measure.title, by), ...rows.map(spoken)].join(" "),
    drawing: drawGaps(context.document, WIDTHS.panel, { rows, reach: reachOf(stratum) }),
  });
}

const whenOf = ([first]: readonly NamedGap[]): string => (first && period(first.gap)) ?? STRINGS.grains.all;

function whichWindow({ release }: ViewContext, [first]: readonly NamedGap[]): string {
  return release.manifest.windows.find(({ id }) => id === first?.gap.window)?.title ?? "";
}

function spoken({ name, gap }: NamedGap): string {
  if (!isRead(gap))
    return `${words.spokenAbsent(name, gap.status === "shown" ? words.notCompared : STRINGS.status[gap.status])}.`;
  const points = (share: number) => inHundred(share).replace("-", "−");
  const { difference, difference_lower, difference_upper } = gap;
  return `${words.spokenGap(name, points(difference), points(difference_lower), points(difference_upper), inPatients(gap))}.`;
}

/** Results and care of each group in one row, so that a gap in one can be seen beside a gap in the other. */
function groupTable(
  { document }: ViewContext,
  h: Make,
  { title, groups }: ComparedStratum,
  measures: readonly ComparedMeasure[],
): Element {
  type Row = (typeof groups)[number];
  const gapOf = ({ gaps }: Row, id: string) => gaps.find(({ measure }) => measure === id);
  const columns = measures.flatMap(({ measure, role }, at): Column<Row>[] => [
    { label: measure.title, cell: (row) => told(h, gapOf(row, measure.id)) },
    ...(role === "outcome" && at === 0
      ? [
          {
            label: words.columns.steadied(measure.title),
            cell: (row: Row) => steadied(h, gapOf(row, measure.id)),
          },
        ]
      : []),
  ]);
  return table(document, {
    caption: words.caption(title.toLowerCase()),
    columns: [{ label: words.columns.group, header: true, cell: ({ name }) => name }, ...columns],
    rows: groups,
    stack: true,
  });
}

function told(h: Make, gap: Gap | undefined): Child {
  if (!gap) return null;
  if (gap.value === null || gap.people === null)
    return mark(h, gap.status === "shown" ? "no_value" : gap.status);
  return [
    h("span", { class: "value" }, percent(gap.value, gap.people)),
    h("span", { class: "range" }, ` ${inPatients(gap)}`),
    isRead(gap) &&
      gap.finding !== "no_clear_difference" &&
      h("span", { class: "range" }, ` (${likely(gap)})`),
  ];
}

function likely(gap: Parameters<typeof patients>[0]): string {
  const { lower, upper } = patients(gap);
  return words.likely(lower, upper);
}

function steadied(h: Make, gap: Gap | undefined): Child {
  if (!gap) return null;
  if (gap.steadied === null) return mark(h, gap.status === "shown" ? "no_value" : gap.status);
  return percent(gap.steadied, 0);
}
