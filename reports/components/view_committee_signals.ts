import { clinicMark } from "./clinic_mark.ts";
import { type Carried, carryActions } from "./committee_actions.ts";
import { askNext, type Flag, flagFigure, rankSignals } from "./committee_signals.ts";
import { type Child, type Make, maker } from "./elements.ts";
import type { Figure } from "./figures.ts";
import { count, day, inHundred, percent, percentRange, period, shortPeriod } from "./formats.ts";
import { clinicNames } from "./funnel_chart.ts";
import { ALL, type Release, type View } from "./release.ts";
import { signalMark } from "./signal_mark.ts";
import { COMMITTEE_STRINGS as STRINGS } from "./strings_committee.ts";
import { aside, table } from "./table.ts";

const { signals: words, actions: acts } = STRINGS;

const monthName = (iso: string): string => period({ period_grain: "month", period_start: iso }) ?? "";

/** At most five signals, each with its figure, what to ask next, and who sees to it. */
export const committeeSignals: View = ({ document, release, earlier = [] }) => {
  const h = maker(document);
  const flags = rankSignals(release);
  const carried = carryActions(release, earlier).filter(({ action }) => action.closed === null);
  return h(
    "div",
    { class: "signals" },
    h("p", { class: "muted" }, words.rule),
    flags.length === 0
      ? h("p", { class: "absent" }, words.none)
      : h(
          "ol",
          { class: "flags" },
          flags.map((flag) => h("li", { class: "flag" }, flagItem(h, document, { release, flag, carried }))),
        ),
  );
};

function flagItem(
  h: Make,
  document: Document,
  { release, flag, carried }: { release: Release; flag: Flag; carried: readonly Carried[] },
): Child {
  const { measure } = flag.subject;
  const figure = flagFigure(release, flag);
  const own = carried.filter(
    ({ action }) => action.measure === measure.id && (action.clinic ?? ALL) === flag.clinic,
  );
  return [
    h(
      "p",
      { class: "flag-head" },
      flag.kind === "recent" ? signalMark(document, flag.label) : clinicMark(document, flag.label),
      h("a", { href: `measures/${measure.id}.html` }, measure.title),
    ),
    h("p", { class: "sentence" }, flagSentence(release, flag), figure && ` ${figureSentence(figure)}`),
    h("p", { class: "ask" }, h("strong", null, `${words.ask}: `), askNext(release, measure)),
    own.length === 0
      ? h("p", { class: "muted" }, words.noOwner)
      : own.map(({ action }) =>
          h(
            "p",
            { class: "owner" },
            h("strong", null, `${words.owner}: `),
            action.owner,
            h("strong", null, ` ${words.due}: `),
            `${day(action.due)}. ${action.text}.`,
          ),
        ),
  ];
}

/** What a signal says, in a sentence: of the programme's recent months, or of a clinic among the others. */
export function flagSentence(release: Release, { subject, kind, clinic, label }: Flag): string {
  const { title } = subject.measure;
  return kind === "recent"
    ? words.recent[label](title)
    : words.funnel[label](clinicNames(release)(clinic), title);
}

/** The figure beside a signal: a rate in a hundred with its likely range, and when it is of. */
export const figureSentence = ({ kind, value, lower, upper, period_start, period_end }: Figure): string =>
  words.figure[kind](
    `${inHundred(value)} in 100`,
    inHundred(lower),
    inHundred(upper),
    monthName(period_start),
    monthName(`${period_end.slice(0, 7)}-01`),
  );

/** Every action that is open, or was closed in the month, with what its measure was when it was agreed and what it is now. */
export const committeeActions: View = ({ document, release, earlier = [] }) => {
  const h = maker(document);
  const carried = carryActions(release, earlier);
  if (carried.length === 0) return h("p", { class: "absent" }, acts.none);
  const nameOf = clinicNames(release);
  const { columns } = acts;
  return table(document, {
    caption: acts.caption,
    hideCaption: true,
    stack: true,
    columns: [
      {
        label: columns.action,
        header: true,
        cell: ({ action }) => [
          action.text,
          aside(
            h,
            [acts.opened(monthName(action.opened)), action.closed && acts.closed(monthName(action.closed))]
              .filter(Boolean)
              .join(", "),
          ),
        ],
      },
      {
        label: columns.about,
        cell: ({ action, subject }) => [
          subject?.measure.title ?? action.measure,
          aside(h, action.clinic === null ? words.programme : nameOf(action.clinic)),
        ],
      },
      { label: columns.owner, cell: ({ action }) => action.owner },
      {
        label: columns.due,
        cell: ({ action, isOverdue }) => [
          day(action.due),
          isOverdue && h("strong", { class: "overdue" }, acts.overdue),
        ],
      },
      {
        label: columns.before,
        number: true,
        cell: ({ before, hasEarlier }) => (hasEarlier ? figureCell(h, before) : acts.noEarlier),
      },
      { label: columns.now, number: true, cell: ({ now }) => figureCell(h, now) },
      { label: columns.since, cell: ({ since }) => acts.since[since] },
    ],
    rows: carried,
  });
};

/** A figure with its likely range, its people and its months, for a table. */
export function figureCell(h: Make, figure: Figure | undefined): Child {
  const { of, span, none } = STRINGS.figure;
  if (!figure) return h("span", { class: "muted" }, none);
  const { kind, value, lower, upper, denominator, period_start, period_end } = figure;
  const month = (iso: string) => shortPeriod({ period_grain: "month", period_start: iso });
  const when = kind === "month" ? month(period_start) : span(month(period_start), month(period_end));
  return [
    h("span", { class: "value value-small" }, percent(value, denominator)),
    h("span", { class: "range" }, percentRange(lower, upper, denominator)),
    h("span", { class: "figure-of" }, of(count(denominator), when)),
  ];
}
