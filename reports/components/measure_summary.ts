import { maker, slug } from "./elements.ts";
import { meansInShort } from "./measure_means.ts";
import {
  type Cell,
  cellsOf,
  followUpOf,
  type MeasureEntry,
  programmeCell,
  type Subject,
  type ViewContext,
} from "./release.ts";
import { recentSignal } from "./signal_mark.ts";
import { sparkline } from "./sparkline.ts";
import { STRINGS } from "./strings.ts";
import { resultColumns, table } from "./table.ts";

const { measure: words, columns: labels } = STRINGS;

/** Counts that the sections below tell. */
const LEFT_TO_SECTIONS: readonly string[] = [labels.measuredAgain, labels.met];

/** Where the section of a series starts. */
export const anchor = ({ instrument, window }: Subject): string =>
  slug(...(instrument ? [instrument.id] : []), window.id);

/** A series as its section is called. */
export const heading = ({ instrument, window }: Subject): string =>
  words.section(instrument?.name, window.title);

interface Row {
  subject: Subject;
  cell: Cell;
  cells: readonly Cell[];
}

/** Every scale and window of a measure in a table: result, range, follow-up and course, each row leading to its section. */
export function summary(
  context: ViewContext,
  measure: MeasureEntry,
  subjects: readonly Subject[],
  main: string | undefined,
): Element {
  const { document, release } = context;
  const h = maker(document);
  const caption = words.summary;
  const label = measure.by_instrument ? labels.series : labels.window;
  const nameOf = (subject: Subject): Element =>
    h(
      "a",
      { href: `#${anchor(subject)}`, class: subject.window.id === main ? "main" : undefined },
      heading(subject),
    );
  const inShort =
    measure.kind === "mean"
      ? meansInShort(context, { caption, label, subjects, nameOf })
      : table(document, {
          caption,
          columns: [
            { label, header: true, cell: ({ subject }) => nameOf(subject) },
            ...resultColumns<Row>(h, followUpOf(release, measure)).filter(
              (column) => !LEFT_TO_SECTIONS.includes(column.label),
            ),
            { label: labels.trend, cell: ({ cells }) => sparkline(document, measure, cells) },
            { label: labels.signal, cell: ({ subject }) => recentSignal(document, release, subject) },
          ],
          rows: subjects.flatMap((subject): Row[] => {
            const cells = cellsOf(release, subject);
            const cell = programmeCell(cells);
            return cell ? [{ subject, cell, cells }] : [];
          }),
        });
  return h(
    "div",
    { class: "summary" },
    inShort,
    h("p", { class: "take" }, h("a", { href: `../data/${measure.id}.csv`, download: true }, words.download)),
  );
}
