import { chartFrame, WIDTHS } from "./chart_frame.ts";
import { drawBenchmarks } from "./draw_benchmarks.ts";
import { type Child, type Make, maker } from "./elements.ts";
import { count, percent } from "./formats.ts";
import type { Cell, Manifest, Subject, ViewContext } from "./release.ts";
import { isReadable } from "./sentences.ts";
import { STRINGS } from "./strings.ts";
import { FUNDER_STRINGS } from "./strings_funders.ts";
import { table } from "./table.ts";

const { benchmarks: words } = FUNDER_STRINGS;

export type Benchmark = Manifest["benchmarks"][number];
type Basis = Benchmark["basis"];

/** A figure on the axis: ours with its interval, or a published one with its range. */
export interface Mark {
  name: string;
  value: number;
  low: number;
  high: number;
  people: number | null;
  kind: Basis | "published";
  benchmark?: Benchmark;
}

/** The published figures that may be held beside a series: drawn where they are about the same thing, in words where not. */
export function benchmarksOf(
  { benchmarks }: Pick<Manifest, "benchmarks">,
  { measure, instrument, window }: Subject,
): { drawn: Benchmark[]; told: Benchmark[] } {
  const own = benchmarks.filter(
    (one) =>
      one.measure === measure.id &&
      one.instrument === (instrument?.id ?? null) &&
      (one.window === window.id || one.window === null),
  );
  return {
    drawn: own.filter(({ match }) => match !== "not_comparable"),
    told: own.filter(({ match }) => match === "not_comparable"),
  };
}

/** Charts of the programme beside published figures, one for each way of counting the missing, and in words what is not drawn. */
export function besidePublished(
  { document, release }: ViewContext,
  subject: Subject,
  cell: Cell | undefined,
): Child {
  const h = maker(document);
  const { drawn, told } = benchmarksOf(release.manifest, subject);
  const charts = (["everyone", "measured"] as const).flatMap((basis) => {
    const published = drawn.filter((one) => one.basis === basis);
    const ours = ourMark(cell, basis);
    return ours && published.length > 0
      ? [chart(document, subject, basis, [ours, ...published.map(markOf)])]
      : [];
  });
  if (charts.length === 0 && told.length === 0) return h("p", { class: "note-line" }, words.none);
  return [
    charts.length > 0 && h("div", { class: charts.length > 1 ? "pair" : "alone" }, charts),
    told.length > 0 && inWords(h, told),
  ];
}

function ourMark(cell: Cell | undefined, basis: Basis): Mark | undefined {
  if (!isReadable(cell)) return undefined;
  const ours = { name: words.ours, kind: basis };
  if (basis === "everyone")
    return { ...ours, value: cell.value, low: cell.lower, high: cell.upper, people: cell.denominator };
  const { observed_value: value, observed_lower: low, observed_upper: high, observed: people } = cell;
  return value === null || low === null || high === null ? undefined : { ...ours, value, low, high, people };
}

const markOf = (benchmark: Benchmark): Mark => ({
  name: `${benchmark.programme} (${words.match[benchmark.match]})`,
  value: (benchmark.low + benchmark.high) / 2,
  low: benchmark.low,
  high: benchmark.high,
  people: benchmark.n,
  kind: "published",
  benchmark,
});

/** What a mark says: our figure, or the published one or range. */
export function figure({ value, low, high, people, kind }: Mark): string {
  if (kind !== "published") return percent(value, people ?? 0);
  return low === high ? share(low) : words.range(share(low), share(high));
}

const share = (rate: number): string => `${Math.round(1000 * rate) / 10}%`;

function chart(document: Document, subject: Subject, basis: Basis, marks: readonly Mark[]): Element {
  const { measure, window } = subject;
  return chartFrame(document, {
    title: words.titles[basis],
    subtitle: words.subtitle(measure.title, window.title, STRINGS.polarity[measure.better]),
    alternative: marks.map((mark) => words.spoken(mark.name, figure(mark))).join("; "),
    drawing: drawBenchmarks(
      document,
      WIDTHS.half,
      marks.map((mark) => ({ ...mark, figure: figure(mark) })),
    ),
    notes: [words.shown],
    twin: table(document, {
      caption: words.caption(`${measure.title}, ${window.title}`, words.bases[basis]),
      columns: [
        { label: words.programme, header: true, cell: ({ name }) => name },
        { label: words.value, number: true, cell: figure },
        {
          label: words.people,
          number: true,
          cell: ({ people }) => (people === null ? words.noCount : count(people)),
        },
        {
          label: words.how,
          cell: ({ benchmark }) => benchmark && `${benchmark.definition}. Differs: ${benchmark.why}.`,
        },
        { label: words.source, cell: ({ benchmark }) => benchmark?.citation },
      ],
      rows: marks,
      stack: true,
    }),
  });
}

function inWords(h: Make, told: readonly Benchmark[]): Child {
  const value = ({ low, high }: Benchmark) =>
    low === high ? share(low) : words.range(share(low), share(high));
  return h(
    "div",
    { class: "not-drawn" },
    h("p", null, words.notDrawn),
    h(
      "ul",
      null,
      told.map((one) =>
        h(
          "li",
          null,
          words.told(one.programme, value(one), one.definition, one.why),
          h("span", { class: "citation" }, ` ${one.citation}.`),
        ),
      ),
    ),
  );
}
