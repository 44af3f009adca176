import { type Child, type Make, maker } from "./elements.ts";
import { count } from "./formats.ts";
import { intervalStrip } from "./interval_strip.ts";
import { breakdowns, isShown, isWhole, meansOf, type NamedMean, type ShownMean } from "./mean_groups.ts";
import type { Drawn } from "./measure_charts.ts";
import { caption } from "./measure_frame.ts";
import { cards, followedUp } from "./measure_missing.ts";
import {
  ALL,
  type Cell,
  cellsOf,
  isExact,
  type Mean,
  programmeCell,
  type Subject,
  type ViewContext,
} from "./release.ts";
import { STRINGS } from "./strings.ts";
import { type Column, mark, table } from "./table.ts";

const { means: words } = STRINGS;

/** How far scores moved: the whole programme in words, who is missing, how many left at which step, then over time, by clinic and by group. */
export function means(context: ViewContext, subject: Subject, steps: Drawn): Child {
  const { document, release } = context;
  const h = maker(document);
  const all = meansOf(release, subject);
  const programme = all.find((mean) => isWhole(mean) && mean.period_grain === ALL);
  const cell = programmeCell(cellsOf(release, subject));
  const reach = reachOf(all);
  const said = programme && isShown(programme) ? finding(programme) : absent(programme);
  return [
    h("p", { class: "finding" }, said),
    h(
      "div",
      { class: "pair" },
      cell && programme && isShown(programme) ? missing(document, h, cell, programme, reach) : null,
      typeof steps !== "string" && steps,
    ),
    h(
      "details",
      { class: "groups" },
      h("summary", null, h("h4", null, words.tables)),
      breakdowns(release.manifest, all).map(({ what, rows }) =>
        table(document, {
          caption: STRINGS.charts.captionBy(caption(subject), what),
          columns: columnsOf(document, h, reach),
          rows,
          stack: true,
        }),
      ),
    ),
    !isExact(release) && h("p", { class: "note-line" }, words.rounded),
  ];
}

/** Every scale and window of a mean in a table; `nameOf` gives what stands for each. */
export function meansInShort(
  { document, release }: ViewContext,
  options: {
    caption: string;
    label: string;
    subjects: readonly Subject[];
    nameOf: (subject: Subject) => Child;
  },
): Element {
  const rows = options.subjects.flatMap((subject) =>
    meansOf(release, subject)
      .filter((mean) => isWhole(mean) && mean.period_grain === ALL)
      .map((mean) => ({ name: "", mean, subject })),
  );
  const [, ...columns] = columnsOf(document, maker(document), reachOf(rows.map(({ mean }) => mean)));
  const name = {
    label: options.label,
    header: true,
    cell: ({ subject }: { subject: Subject }) => options.nameOf(subject),
  };
  return table(document, { caption: options.caption, columns: [name, ...columns], rows });
}

/** Signed, with one decimal: `−1.4`. */
const points = (value: number): string => value.toFixed(1).replace("-", "−");

function finding({ mean, lower, upper, n, effect_size }: ShownMean): string {
  const direction = mean < 0 ? words.worsened : words.improved;
  const said = words.finding(direction, points(Math.abs(mean)), points(lower), points(upper), count(n));
  return effect_size === null ? said : `${said} ${words.effect(points(effect_size))}`;
}

function absent(mean: Mean | undefined): string {
  if (!mean || mean.status === "shown") return STRINGS.finding.none;
  return STRINGS.statusMeaning[mean.status];
}

/** Follow-up, everyone with the missing as unchanged, and those measured. */
function missing(document: Document, h: Make, cell: Cell, told: ShownMean, reach: number): Element {
  const { mean, lower, upper, n, mean_if_unchanged: unchanged } = told;
  const people = cell.denominator === null ? STRINGS.status.suppressed : count(cell.denominator);
  return cards(
    document,
    [
      followedUp(h, cell),
      {
        kind: "result",
        name: words.unchanged,
        says: unchanged === null ? mark(h, "suppressed") : words.points(points(unchanged)),
        range: words.unchangedRange,
        strip: onScale({ value: unchanged, lower: null, upper: null }, reach),
        who: words.unchangedWho(people),
      },
      {
        kind: "observed",
        name: words.measured,
        says: words.points(points(mean)),
        range: words.likely(points(lower), points(upper)),
        strip: onScale({ value: mean, lower, upper }, reach),
        who: words.measuredWho(count(n)),
      },
    ],
    [words.noBounds],
  );
}

function columnsOf(document: Document, h: Make, reach: number): Column<NamedMean>[] {
  const { columns } = words;
  return [
    { label: STRINGS.columns.group, header: true, cell: ({ name }) => name },
    {
      label: columns.mean,
      number: true,
      cell: ({ mean }) => (isShown(mean) ? points(mean.mean) : mark(h, statusOf(mean))),
    },
    {
      label: columns.range,
      number: true,
      cell: ({ mean }) => (isShown(mean) ? words.likely(points(mean.lower), points(mean.upper)) : ""),
    },
    {
      label: columns.strip(String(reach)),
      cell: ({ mean: { mean, lower, upper } }) =>
        intervalStrip(document, "observed", onScale({ value: mean, lower, upper }, reach)),
    },
    {
      label: columns.effect,
      number: true,
      cell: ({ mean: { effect_size } }) => (effect_size === null ? "" : points(effect_size)),
    },
    {
      label: columns.people,
      number: true,
      cell: ({ mean: { n, ...mean } }) => (n === null ? mark(h, statusOf(mean)) : count(n)),
    },
  ];
}

const statusOf = ({ status }: Pick<Mean, "status">) => (status === "shown" ? "no_value" : status);

/** Half the length of a scale that has no change in its middle and room for every interval, in whole points. */
function reachOf(all: readonly Mean[]): number {
  return Math.max(5, ...all.filter(isShown).map(({ lower, upper }) => Math.ceil(Math.max(-lower, upper))));
}

/** Points as places on a strip from 0 to 1. */
function onScale(
  told: { value: number | null; lower: number | null; upper: number | null },
  reach: number,
): typeof told {
  const place = (value: number | null) => (value === null ? null : (value + reach) / (2 * reach));
  return { value: place(told.value), lower: place(told.lower), upper: place(told.upper) };
}
