import { chartFrame } from "./chart_frame.ts";
import { drawGroups, type Group } from "./draw_groups.ts";
import { drawOverTime } from "./draw_over_time.ts";
import { type Child, maker } from "./elements.ts";
import { inHundred, period } from "./formats.ts";
import { timeline } from "./grains.ts";
import { absent, caption, legend, source, subtitle } from "./measure_frame.ts";
import {
  type Cell,
  cellsOf,
  clinicCells,
  followUpOf,
  programmeCell,
  type Subject,
  stratumCells,
  UNKNOWN,
  type ViewContext,
} from "./release.ts";
import { absence, apartFrom, comparison, isReadable, title, trend } from "./sentences.ts";
import { STRINGS } from "./strings.ts";
import { resultColumns, table } from "./table.ts";

const { charts: words } = STRINGS;

/** The measure over time in the finest grain that can be read, or a sentence that says why there is no line. */
export function overTime(context: ViewContext, subject: Subject): Element {
  const { document, release } = context;
  const cells = cellsOf(release, subject);
  const reference = programmeCell(cells);
  const line = timeline(cells);
  if (!line) return absent(context, words.overTime, words.noLine);
  const { periods } = line;
  const grain = STRINGS.grains[line.grain];
  const change = trend(subject.measure, periods);
  return chartFrame(document, {
    title: title(subject, reference),
    subtitle: subtitle(subject, subject.measure.by_instrument ? words.byStart(grain) : words.byGrain(grain)),
    alternative: [
      words.spokenTime(subject.measure.title, grain, periods.length),
      change,
      ...spoken(periods),
    ].join(" "),
    draw: (width) => drawOverTime(document, width, { periods, reference }),
    legend: legend(periods, isReadable(reference)),
    notes: [change, line.grain === "month" ? "" : words.coarser(grain)],
    source: `${source(context)} ${words.intervals}`,
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
export function byClinic(context: ViewContext, subject: Subject): Element {
  const names = new Map(context.release.manifest.clinics.map(({ clinic_id, name }) => [clinic_id, name]));
  const cells = clinicCells(cellsOf(context.release, subject));
  if (cells.length < 2) return absent(context, words.byClinic, words.oneClinic);
  if (!cells.some(isReadable)) return absent(context, words.byClinic, words.clinicsHidden);
  const groups = cells
    .map((cell) => ({ name: names.get(cell.clinic_id) ?? cell.clinic_id, cell }))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
  return groupChart(context, subject, words.clinic, groups);
}

/** Each stratum whose levels can be read; the others are named in one sentence. */
export function byStratum(context: ViewContext, subject: Subject): Child {
  const cells = cellsOf(context.release, subject);
  const reference = programmeCell(cells);
  const hidden: string[] = [];
  const unrecorded: string[] = [];
  const charts: Element[] = [];
  for (const { id, title: stratum, levels } of context.release.manifest.strata) {
    const name = stratum.toLowerCase();
    const groups = stratumCells(cells, id)
      .map((cell) => ({ name: levels.find((level) => level.id === cell.level)?.title ?? cell.level, cell }))
      .sort((a, b) => place(levels, a.cell) - place(levels, b.cell));
    const known = groups.filter(({ cell }) => cell.level !== UNKNOWN && absence(cell) !== "no_value");
    const unknown = groups.find(({ cell }) => cell.level === UNKNOWN)?.cell;
    const holdsAll = isReadable(unknown) && unknown.denominator === reference?.denominator;
    if (known.length === 0 || holdsAll) unrecorded.push(name);
    else if (!known.some(({ cell }) => isReadable(cell))) hidden.push(name);
    else charts.push(groupChart(context, subject, name, groups));
  }
  const said = [
    unrecorded.length > 0 ? words.notRecorded(list(unrecorded)) : "",
    hidden.length > 0 ? words.groupsHidden(list(hidden)) : "",
  ].filter(Boolean);
  return [charts, said.length > 0 && absent(context, words.otherGroups, said.join(" "))];
}

function groupChart(context: ViewContext, subject: Subject, by: string, groups: readonly Group[]): Element {
  const { document, release } = context;
  const reference = programmeCell(cellsOf(release, subject));
  const cells = groups.map(({ cell }) => cell);
  const said = comparison(cells, reference);
  return chartFrame(document, {
    title: groupTitle(by, cells, reference),
    subtitle: subtitle(subject, words.allTime(by)),
    alternative: [
      words.spokenGroups(subject.measure.title, by),
      said,
      groups.map(spokenGroup).join("; "),
    ].join(" "),
    draw: (width) => drawGroups(document, width, { groups, reference }),
    legend: legend(cells, isReadable(reference)),
    notes: [said],
    source: `${source(context)} ${words.intervals}`,
    twin: table(document, {
      caption: words.captionBy(caption(subject), by),
      columns: [
        {
          label: by === words.clinic ? STRINGS.columns.clinic : STRINGS.columns.group,
          header: true,
          cell: ({ name }) => name,
        },
        ...resultColumns<Group>(maker(document), followUpOf(release, subject.measure)),
      ],
      rows: groups,
    }),
  });
}

function groupTitle(by: string, cells: readonly Cell[], reference: Cell | undefined): string {
  const found = apartFrom(cells, reference);
  if (!found) return words.resultsBy(by);
  if (found.apart > 0) return words.someApart(by, found.apart, found.of);
  return words.noneApart(by, by === words.clinic ? words.clinic : words.group);
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

function spokenGroup({ name, cell }: Group): string {
  const why = absence(cell);
  return `${name}: ${why ? STRINGS.status[why] : words.spokenValue(inHundred(cell.value ?? 0))}`;
}

/** Levels stand in the manifest's order, those it does not list after them. */
function place(levels: readonly { id: string }[], { level }: Cell): number {
  const found = levels.findIndex(({ id }) => id === level);
  return found < 0 ? levels.length : found;
}

function list(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : words.and(names.slice(0, -1).join(", "), last);
}
