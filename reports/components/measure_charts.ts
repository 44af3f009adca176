import { chartFrame, twinOf, WIDTHS } from "./chart_frame.ts";
import { drawGroups, type Group } from "./draw_groups.ts";
import { drawOverTime } from "./draw_over_time.ts";
import { type Child, maker } from "./elements.ts";
import { inHundred, period } from "./formats.ts";
import { timeline } from "./grains.ts";
import { caption, legend, subtitle, when } from "./measure_frame.ts";
import {
  type Cell,
  cellsOf,
  clinicCells,
  followUpOf,
  programmeCell,
  type Subject,
  type ViewContext,
} from "./release.ts";
import { absence, apartFrom, comparison, isReadable, title, trend } from "./sentences.ts";
import { clinicSentence, clinicsApart, recentSentence } from "./signal_mark.ts";
import { strataOf } from "./strata.ts";
import { STRINGS } from "./strings.ts";
import { TARGET_STRINGS } from "./strings_targets.ts";
import { resultColumns, table } from "./table.ts";
import { targetInWords, targetOf } from "./targets.ts";

const { charts: words } = STRINGS;

/** A chart, or the sentence that says why there is none. */
export type Drawn = Element | string;

/** The measure over time in the finest grain that can be read. */
export function overTime(context: ViewContext, subject: Subject): Drawn {
  const { document, release } = context;
  const cells = cellsOf(release, subject);
  const reference = programmeCell(cells);
  const line = timeline(cells);
  if (!line) return words.noLine;
  const { periods } = line;
  const grain = STRINGS.grains[line.grain];
  const change = trend(subject.measure, periods);
  const target = targetOf(release, subject);
  return chartFrame(document, {
    title: title(subject, reference),
    subtitle: subtitle(subject, subject.measure.by_instrument ? words.byStart(grain) : words.byGrain(grain)),
    alternative: [
      words.spokenTime(subject.measure.title, grain, periods.length),
      change,
      target ? TARGET_STRINGS.spoken(targetInWords(target)) : "",
      ...spoken(periods),
    ]
      .filter(Boolean)
      .join(" "),
    drawing: drawOverTime(document, WIDTHS.half, { periods, reference, target: target?.target }),
    legend: legend(periods),
    notes: [
      recentSentence(release, subject) || change,
      target ? TARGET_STRINGS.line(targetInWords(target)) : "",
      line.grain === "month" ? "" : words.coarser(grain),
    ],
    twin: table(document, {
      caption: words.captionBy(caption(subject), grain),
      columns: [
        {
          label: STRINGS.columns.period,
          header: true,
          cell: ({ cell }) => period(cell) ?? STRINGS.grains.all,
        },
        ...resultColumns<{ cell: Cell }>(maker(document), followUpOf(release, subject.measure)),
      ],
      rows: periods.map((cell) => ({ cell })),
    }),
  });
}

/** Every clinic beside the programme, by name. */
export function byClinic(context: ViewContext, subject: Subject): Drawn {
  const { document, release } = context;
  const names = new Map(release.manifest.clinics.map(({ clinic_id, name }) => [clinic_id, name]));
  const nameOf = (clinic: string) => names.get(clinic) ?? clinic;
  const all = cellsOf(release, subject);
  const cells = clinicCells(all);
  if (cells.length < 2) return words.oneClinic;
  if (!cells.some(isReadable)) return words.clinicsHidden;
  const groups = cells
    .map((cell) => ({ name: nameOf(cell.clinic_id), cell }))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
  const reference = programmeCell(all);
  return chartFrame(document, {
    title: clinicTitle(context, subject, { cells, reference }),
    subtitle: subtitle(subject, words.byIn(words.clinic, when(reference))),
    alternative: spokenGroups(subject, words.clinic, groups, reference),
    drawing: drawGroups(document, WIDTHS.half, { groups, reference }),
    legend: legend(cells),
    notes: [clinicSentence(release, subject, nameOf)],
    twin: groupTable(context, subject, words.clinic, STRINGS.columns.clinic, groups),
  });
}

/** Groups of people as small multiples with one fold of tables; and what cannot be shown, by name. */
export function byStratum(
  context: ViewContext,
  subject: Subject,
  isOpen: boolean,
): { charts: Child; absent: string[] } {
  const { document, release } = context;
  const h = maker(document);
  const { shown, hidden, unrecorded } = strataOf(release, subject);
  const reference = programmeCell(cellsOf(release, subject));
  const panels = shown.map(({ title: stratum, groups }) => {
    const cells = groups.map(({ cell }) => cell);
    return chartFrame(document, {
      title: stratum,
      subtitle: `${panelFinding(cells, reference)} ${STRINGS.polarity[subject.measure.better]}.`,
      alternative: spokenGroups(subject, stratum.toLowerCase(), groups, reference),
      drawing: drawGroups(document, WIDTHS.panel, { groups, reference }),
    });
  });
  const tables = shown.map(({ title: stratum, groups }) =>
    groupTable(context, subject, stratum.toLowerCase(), STRINGS.columns.group, groups),
  );
  return {
    charts:
      panels.length > 0 &&
      h(
        "details",
        { class: "groups", open: isOpen },
        h("summary", null, h("h4", null, words.groups(when(reference)))),
        h("div", { class: "panels" }, panels),
        twinOf(document, tables),
      ),
    absent: [
      unrecorded.length > 0 ? words.notRecorded(list(unrecorded)) : "",
      hidden.length > 0 ? words.groupsHidden(list(hidden)) : "",
    ],
  };
}

function groupTable(
  { document, release }: ViewContext,
  subject: Subject,
  by: string,
  label: string,
  groups: readonly Group[],
): Element {
  return table(document, {
    caption: words.captionBy(caption(subject), by),
    columns: [
      { label, header: true, cell: ({ name }) => name },
      ...resultColumns<Group>(maker(document), followUpOf(release, subject.measure)),
    ],
    rows: groups,
  });
}

/** By the funnel, which allows for how much clinics differ anyway; by the likely ranges where too few clinics were judged. */
function clinicTitle(
  { release }: ViewContext,
  subject: Subject,
  { cells, reference }: { cells: readonly Cell[]; reference: Cell | undefined },
): string {
  const by = words.clinic;
  const judged = clinicsApart(release, subject);
  const found = judged.of > 0 ? { apart: judged.apart.length, of: judged.of } : apartFrom(cells, reference);
  if (!found) return words.resultsBy(by);
  return found.apart > 0 ? words.someApart(by, found.apart, found.of) : words.noneApart(by, by);
}

function panelFinding(cells: readonly Cell[], reference: Cell | undefined): string {
  const found = apartFrom(cells, reference);
  if (!found) return words.tooFewToCompare;
  return found.apart > 0 ? words.panelApart(found.apart, found.of) : words.panelNoneApart;
}

function spoken(periods: readonly Cell[]): string[] {
  const count = (why: string) => periods.filter((cell) => absence(cell) === why).length;
  const hidden = count("suppressed");
  const pending = count("pending");
  return [
    hidden > 0 ? words.spokenHidden(hidden) : "",
    pending > 0 ? words.spokenPending(pending) : "",
    words.spokenTwin,
  ].filter(Boolean);
}

function spokenGroups(
  { measure }: Subject,
  by: string,
  groups: readonly Group[],
  reference: Cell | undefined,
): string {
  const said = comparison(
    groups.map(({ cell }) => cell),
    reference,
  );
  return [words.spokenGroups(measure.title, by), said, groups.map(spokenGroup).join("; ")].join(" ");
}

function spokenGroup({ name, cell }: Group): string {
  const why = absence(cell);
  return `${name}: ${why ? STRINGS.status[why] : words.spokenValue(inHundred(cell.value ?? 0))}`;
}

function list(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : words.and(names.slice(0, -1).join(", "), last);
}
