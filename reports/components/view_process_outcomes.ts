import { chartFrame, WIDTHS } from "./chart_frame.ts";
import { drawDifferences } from "./draw_differences.ts";
import { maker } from "./elements.ts";
import { count, inHundred, percent } from "./formats.ts";
import type { Release, View } from "./release.ts";
import { named, STRINGS } from "./strings.ts";
import { COMMITTEE_STRINGS } from "./strings_committee.ts";
import { table } from "./table.ts";

const { links: words } = COMMITTEE_STRINGS;

type Row = Release["process_outcomes"][number];
type Compared = Row & { difference: number; lower: number; upper: number };

const isCompared = (row: Row): row is Compared =>
  row.difference !== null && row.lower !== null && row.upper !== null;

/** Whether those who got a step of care did better than those who did not: sentences, a chart of the differences, and its table. */
export const processOutcomes: View = ({ document, release }) => {
  const h = maker(document);
  const { process_outcomes: rows } = release;
  if (rows.length === 0) return h("p", { class: "absent" }, words.none);
  const compared = rows.filter(isCompared);
  const better = compared.filter(({ lower }) => lower > 0).length;
  const sentences = rows.map((row) => sentence(release, row));
  return h(
    "div",
    null,
    sentences.map((said) => h("p", { class: "finding" }, said)),
    h("p", { class: "caveat" }, words.caveat),
    compared.length > 0 &&
      h(
        "div",
        { class: "pair" },
        chartFrame(document, {
          title: better === 0 ? words.titleNone : words.title(count(better), count(compared.length)),
          subtitle: words.subtitle(titleOf(release, compared[0]?.outcome ?? "")),
          alternative: sentences.join(" "),
          drawing: drawDifferences(
            document,
            WIDTHS.half,
            compared.map(({ process, difference, lower, upper }) => ({
              name: titleOf(release, process),
              value: difference,
              lower,
              upper,
            })),
          ),
          twin: twin(document, release, rows),
        }),
      ),
  );
};

/** The finding of one row, all from that row. */
function sentence(release: Release, row: Row): string {
  const process = titleOf(release, row.process);
  if (!isCompared(row)) return words.empty(process);
  const outcome = release.manifest.measures.find(({ id }) => id === row.outcome);
  return words.sentence(
    count(row.with_people),
    process,
    inHundred(row.with_met / row.with_people),
    outcome?.in_words ?? STRINGS.finding.metMeasure(outcome?.title ?? row.outcome),
    count(row.without_people),
    inHundred(row.without_met / row.without_people),
    differenceInWords(row),
  );
}

function differenceInWords({ difference, lower, upper }: Compared): string {
  const size = inHundred(Math.abs(difference));
  if (size === "0") return words.same(signed(lower), signed(upper));
  const [from, to] = difference > 0 ? [lower, upper] : [-upper, -lower];
  return words[difference > 0 ? "more" : "fewer"](size, signed(from), signed(to));
}

/** A share as people in a hundred, a negative one with a minus sign. */
const signed = (value: number): string => inHundred(value).replace(/^-0$/, "0").replace("-", "−");

const titleOf = ({ manifest }: Release, id: string): string =>
  manifest.measures.find((measure) => measure.id === id)?.title ?? named({}, id);

function twin(document: Document, release: Release, rows: readonly Row[]): Element {
  const { columns } = words;
  const rate = (met: number, people: number) =>
    people === 0
      ? STRINGS.status.no_value
      : words.rate(count(met), count(people), percent(met / people, people));
  const share = (measured: number, people: number) =>
    people === 0 ? STRINGS.status.no_value : percent(measured / people, people);
  return table(document, {
    caption: words.caption,
    columns: [
      { label: columns.process, header: true, cell: ({ process }) => titleOf(release, process) },
      { label: columns.withStep, number: true, cell: (row) => rate(row.with_met, row.with_people) },
      { label: columns.without, number: true, cell: (row) => rate(row.without_met, row.without_people) },
      {
        label: columns.difference,
        number: true,
        cell: (row) =>
          isCompared(row)
            ? words.range(signed(row.difference), signed(row.lower), signed(row.upper))
            : STRINGS.status.no_value,
      },
      {
        label: columns.measured,
        number: true,
        cell: (row) =>
          words.both(
            share(row.with_measured, row.with_people),
            share(row.without_measured, row.without_people),
          ),
      },
    ],
    rows,
  });
}
