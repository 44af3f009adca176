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

/** How far scores moved, or how long it took: the whole programme in words, who is missing, how many left at which step, then over time, by clinic and by group. */
export function means(context: ViewContext, subject: Subject, steps: Drawn): Child {
  const { document, release } = context;
  const h = maker(document);
  const all = meansOf(release, subject);
  const programme = all.find((mean) => isWhole(mean) && mean.period_grain === ALL);
  const cell = programmeCell(cellsOf(release, subject));
  const ends = endsOf(all);
  const said = programme && isShown(programme) ? finding(programme) : absent(programme);
  const hasMissing = cell && subject.measure.has_follow_up;
  return [
    h("p", { class: "finding" }, said),
    h(
      "div",
      { class: "pair" },
      hasMissing && programme && isShown(programme) ? missing(document, h, cell, programme, ends) : null,
      typeof steps !== "string" && steps,
    ),
    h(
      "details",
      { class: "groups" },
      h("summary", null, h("h4", null, words.tables)),
      breakdowns(release.manifest, all).map(({ what, rows }) =>
        table(document, {
          caption: STRINGS.charts.captionBy(caption(subject), what),
          columns: columnsOf(document, h, ends),
          rows,
          stack: true,
        }),
      ),
    ),
    !isExact(release) && h("p", { class: "note-line" }, words[ends.unit].rounded),
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
  const [, ...columns] = columnsOf(document, maker(document), endsOf(rows.map(({ mean }) => mean)));
  const name = {
    label: options.label,
    header: true,
    cell: ({ subject }: { subject: Subject }) => options.nameOf(subject),
  };
  return table(document, { caption: options.caption, columns: [name, ...columns], rows });
}

/** A mean as a folded section is called by it: `3.2 points (likely 2.9 to 3.5)`. */
export function meanInShort({ release }: ViewContext, subject: Subject): string | undefined {
  const programme = meansOf(release, subject).find((mean) => isWhole(mean) && mean.period_grain === ALL);
  if (!programme || !isShown(programme)) return undefined;
  const range = likely(programme);
  return `${words[programme.unit].value(tenths(programme.mean))}${range && ` (${range})`}`;
}

/** Signed, with one decimal: `−1.4`. */
const tenths = (value: number): string => value.toFixed(1).replace("-", "−");

const likely = ({ lower, upper }: Mean): string =>
  lower === null || upper === null ? "" : words.likely(tenths(lower), tenths(upper));

function finding({ unit, mean, lower, upper, n, effect_size }: ShownMean): string {
  const between = lower === null || upper === null ? "" : words.between(tenths(lower), tenths(upper));
  const said = words[unit].finding(
    mean,
    tenths(unit === "points" ? Math.abs(mean) : mean),
    count(n),
    between,
  );
  return effect_size === null ? said : `${said} ${words.effect(tenths(effect_size))}`;
}

function absent(mean: Mean | undefined): string {
  if (!mean || mean.status === "shown") return STRINGS.finding.none;
  return STRINGS.statusMeaning[mean.status];
}

/** Follow-up, everyone with the missing as unchanged, and those measured. */
function missing(document: Document, h: Make, cell: Cell, told: ShownMean, ends: Ends): Element {
  const { mean, lower, upper, n, mean_if_unchanged: unchanged } = told;
  const people = cell.denominator === null ? STRINGS.status.suppressed : count(cell.denominator);
  const { value } = words[ends.unit];
  return cards(
    document,
    [
      followedUp(h, cell),
      {
        kind: "result",
        name: words.unchanged,
        says: unchanged === null ? mark(h, "suppressed") : value(tenths(unchanged)),
        range: words.unchangedRange,
        strip: onScale({ value: unchanged, lower: null, upper: null }, ends),
        who: words.unchangedWho(people),
      },
      {
        kind: "observed",
        name: words.measured,
        says: value(tenths(mean)),
        range: likely(told),
        strip: onScale({ value: mean, lower, upper }, ends),
        who: words.measuredWho(count(n)),
      },
    ],
    [words.noBounds],
  );
}

function columnsOf(document: Document, h: Make, ends: Ends): Column<NamedMean>[] {
  const { mean, people, strip } = words[ends.unit];
  const effect: Column<NamedMean> = {
    label: words.columns.effect,
    number: true,
    cell: ({ mean: { effect_size } }) => (effect_size === null ? "" : tenths(effect_size)),
  };
  return [
    { label: STRINGS.columns.group, header: true, cell: ({ name }) => name },
    {
      label: mean,
      number: true,
      cell: (row) => (isShown(row.mean) ? tenths(row.mean.mean) : mark(h, statusOf(row.mean))),
    },
    { label: words.columns.range, number: true, cell: (row) => likely(row.mean) },
    {
      label: strip(tenths(ends.from).replace(".0", ""), String(ends.to)),
      cell: ({ mean: { mean, lower, upper } }) =>
        intervalStrip(document, "observed", onScale({ value: mean, lower, upper }, ends)),
    },
    ...(ends.unit === "points" ? [effect] : []),
    {
      label: people,
      number: true,
      cell: ({ mean: { n, ...mean } }) => (n === null ? mark(h, statusOf(mean)) : count(n)),
    },
  ];
}

const statusOf = ({ status }: Pick<Mean, "status">) => (status === "shown" ? "no_value" : status);

/** The ends of a scale, in whole units. */
interface Ends {
  unit: Mean["unit"];
  from: number;
  to: number;
}

/** Room for every interval: with no change in the middle, or from no time at all. */
function endsOf(all: readonly Mean[]): Ends {
  const unit = all[0]?.unit ?? "points";
  const furthest = all
    .filter(isShown)
    .map(({ mean, lower, upper }) => Math.ceil(Math.max(-(lower ?? mean), upper ?? mean)));
  const to = Math.max(5, ...furthest);
  return { unit, from: unit === "points" ? -to : 0, to };
}

/** Values as places on a strip from 0 to 1; an interval that goes beyond an end stops there. */
function onScale(
  told: { value: number | null; lower: number | null; upper: number | null },
  { from, to }: Ends,
): typeof told {
  const place = (value: number | null) => (value === null ? null : Math.max(0, (value - from) / (to - from)));
  return { value: place(told.value), lower: place(told.lower), upper: place(told.upper) };
}
