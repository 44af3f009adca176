import { type Child, type Make, maker } from "./elements.ts";
import { count, inHundred, percent, percentRange } from "./formats.ts";
import {
  cellsOf,
  isExact,
  type MeasureEntry,
  programmeCell,
  type Step,
  type Subject,
  stepsOf,
  subjectsOf,
  type View,
  type ViewContext,
} from "./release.ts";
import { isReadable } from "./sentences.ts";
import { named, STRINGS } from "./strings.ts";
import { DEFINITION_STRINGS as words } from "./strings_definitions.ts";
import { type Column, mark, table, written } from "./table.ts";

/** The steps of a pair's reconciliation between those better by both and everyone, in reading order. */
const ONE_ONLY = [
  "first_only_not_counted",
  "first_only_no_score",
  "first_only_threshold",
  "second_only_not_counted",
  "second_only_no_score",
  "second_only_threshold",
] as const;

/** The same people by each definition of better, and for each two of them who is better by one and not by the other. */
export const definitionPanel: View = (context) => {
  const { document, release } = context;
  const h = maker(document);
  const find = (id: string) => release.manifest.measures.find((measure) => measure.id === id);
  const [panel, pairs] = [find("definition_panel"), find("definition_pairs")];
  if (!panel || !pairs) return h("p", { class: "absent" }, words.absent);
  if (panel.missing_tables.length > 0)
    return h("p", { class: "absent" }, words.needs(panel.missing_tables.join(", ")));
  return h(
    "div",
    null,
    h("section", null, h("h2", { id: "side", tabindex: -1 }, words.side), sideBySide(context, h, panel)),
    h(
      "section",
      null,
      h("h2", { id: "pairs", tabindex: -1 }, words.pairs),
      h("p", null, words.pairsIntro),
      reconciliation(context, h, pairs),
      h("p", { class: "note-line" }, isExact(release) ? words.exact : words.rounded),
    ),
    h("p", { class: "source" }, words.source),
  );
};

/** The steps of a subject by name. */
type Steps = ReadonlyMap<string, Step>;

const stepsBy = (context: ViewContext, subject: Subject): Steps =>
  new Map(stepsOf(context.release, subject).map((step) => [step.step, step]));

function people<Row extends { steps: Steps }>(h: Make, label: string, step: string): Column<Row> {
  return { label, number: true, cell: ({ steps }) => units(h, steps.get(step)) };
}

function units(h: Make, step: Step | undefined): Child {
  if (!step) return mark(h, "no_value");
  return step.units === null ? mark(h, "suppressed") : count(step.units);
}

function sideBySide(context: ViewContext, h: Make, panel: MeasureEntry): Child {
  const rows = subjectsOf(context.release.manifest, panel).map((subject) => ({
    subject,
    steps: stepsBy(context, subject),
    cell: programmeCell(cellsOf(context.release, subject)),
  }));
  const shares = rows.flatMap(({ cell }) => (isReadable(cell) ? [cell.value] : []));
  const everyone = rows.find(({ steps }) => steps.get("all")?.units)?.steps.get("all")?.units;
  const finding =
    shares.length > 1 && everyone
      ? words.finding(count(everyone), inHundred(Math.min(...shares)), inHundred(Math.max(...shares)))
      : words.hidden;
  return [
    h("p", { class: "finding" }, finding),
    table(context.document, {
      caption: words.side,
      hideCaption: true,
      stack: true,
      columns: [
        {
          label: words.definition,
          header: true,
          cell: ({ subject: { window } }) => [
            window.title,
            h("span", { class: "muted definition-rule" }, window.definition),
          ],
        },
        {
          label: words.share,
          number: true,
          cell: ({ cell }) =>
            cell
              ? written(h, cell, cell.value, (value) => percent(value, cell.denominator ?? 0))
              : mark(h, "no_value"),
        },
        {
          label: words.range,
          number: true,
          cell: ({ cell }) =>
            cell && isReadable(cell) ? percentRange(cell.lower, cell.upper, cell.denominator) : "",
        },
        people(h, words.better, "numerator"),
        people(h, words.notMet, "not_met"),
        people(h, words.noScore, "not_observed"),
        people(h, words.counted, "denominator"),
        people(h, words.notCounted, "not_in_definition"),
        people(h, words.pending, "not_judged_yet"),
      ],
      rows,
    }),
  ];
}

function reconciliation(context: ViewContext, h: Make, pairs: MeasureEntry): Child {
  return table(context.document, {
    caption: words.pairsCaption,
    hideCaption: true,
    stack: true,
    columns: [
      { label: words.two, header: true, cell: ({ subject }) => subject.window.title },
      people(h, words.both, "numerator"),
      ...ONE_ONLY.map((step) => people<PairRow>(h, named(STRINGS.steps, step), step)),
      people(h, words.neither, "better_by_neither"),
      people(h, words.all, "all"),
    ],
    rows: subjectsOf(context.release.manifest, pairs).map(
      (subject): PairRow => ({ subject, steps: stepsBy(context, subject) }),
    ),
  });
}

interface PairRow {
  subject: Subject;
  steps: Steps;
}
