import { chartFrame } from "./chart_frame.ts";
import { drawGroups, type Group } from "./draw_groups.ts";
import { drawOverTime } from "./draw_over_time.ts";
import { type Child, maker } from "./elements.ts";
import { day, inHundred, period } from "./formats.ts";
import { timeline } from "./grains.ts";
import {
  type Cell,
  cellsOf,
  clinicCells,
  countsSeen,
  programmeCell,
  type Subject,
  stratumCells,
  type ViewContext,
} from "./release.ts";
import { comparison, isShown, title, trend } from "./sentences.ts";
import { STRINGS } from "./strings.ts";
import { resultColumns, table } from "./table.ts";

/** The measure over time in the finest grain that can be read, or a sentence that says why there is no line. */
export function overTime(context: ViewContext, subject: Subject): Child {
  const { document, release } = context;
  const h = maker(document);
  const cells = cellsOf(release, subject);
  const reference = programmeCell(cells);
  const line = timeline(cells);
  if (!line)
    return absent(
      context,
      "Over time",
      "There are not two periods that can be shown, so there is no line to draw yet.",
    );
  const { grain, periods, because } = line;
  const change = trend(subject.measure, periods);
  const rows = periods.map((cell) => ({ cell }));
  return chartFrame(document, {
    title: title(subject, reference),
    subtitle: subtitle(subject, `by ${STRINGS.grains[grain]} of the starting score`),
    alternative:
      `${subject.measure.title} by ${grain}, ${periods.length} periods. ${change} ${spoken(periods)}`.trim(),
    draw: (width) => drawOverTime(document, width, { periods, reference }),
    legend: legend(periods, isShown(reference)),
    notes: [change, because],
    source: source(context),
    twin: table(document, {
      caption: `${caption(subject)}, by ${grain}`,
      columns: [
        { label: "Period", header: true, cell: ({ cell }) => period(cell) ?? STRINGS.grains.all },
        ...resultColumns<{ cell: Cell }>(h, countsSeen(release, subject.measure)),
      ],
      rows,
    }),
  });
}

/** Every clinic beside the programme. */
export function byClinic(context: ViewContext, subject: Subject): Child {
  const { clinics } = context.release.manifest;
  const names = new Map(clinics.map(({ clinic_id, name }) => [clinic_id, name]));
  const cells = clinicCells(cellsOf(context.release, subject));
  const groups = cells.map((cell) => ({ name: names.get(cell.clinic_id) ?? cell.clinic_id, cell }));
  if (groups.length < 2)
    return absent(context, "By clinic", "This extract has one clinic, so there is nothing to compare.");
  if (!cells.some(isShown))
    return absent(context, "By clinic", "Every clinic has too few people to be shown by itself.");
  return groupChart(
    context,
    subject,
    "clinic",
    groups.sort((a, b) => a.name.localeCompare(b.name, "en")),
  );
}

/** Each stratum whose levels can be read; the others are named in one sentence. */
export function byStratum(context: ViewContext, subject: Subject): Child {
  const cells = cellsOf(context.release, subject);
  const hidden: string[] = [];
  const unrecorded: string[] = [];
  const charts: Child[] = [];
  for (const { id, title: name, levels } of context.release.manifest.strata) {
    const ofStratum = stratumCells(cells, id);
    const titles = new Map(levels.map((level) => [level.id, level.title]));
    const order = levels.map((level) => level.id);
    const known = ofStratum.filter(({ level }) => level !== STRINGS.unknownLevel);
    if (known.length === 0) unrecorded.push(name.toLowerCase());
    else if (!known.some(isShown)) hidden.push(name.toLowerCase());
    else {
      const sorted = ofStratum.toSorted((a, b) => order.indexOf(a.level) - order.indexOf(b.level));
      const groups = sorted.map((cell) => ({ name: titles.get(cell.level) ?? cell.level, cell }));
      charts.push(groupChart(context, subject, name.toLowerCase(), groups));
    }
  }
  const said = [
    unrecorded.length > 0 ? `Not recorded in this extract: ${list(unrecorded)}.` : "",
    hidden.length > 0 ? `Too few people in every group to show: ${list(hidden)}.` : "",
  ].filter(Boolean);
  return [charts, said.length > 0 ? absent(context, "Other groups", said.join(" ")) : null];
}

function groupChart(context: ViewContext, subject: Subject, by: string, groups: readonly Group[]): Element {
  const { document, release } = context;
  const h = maker(document);
  const reference = programmeCell(cellsOf(release, subject));
  const cells = groups.map(({ cell }) => cell);
  const said = comparison(cells, reference);
  return chartFrame(document, {
    title: groupTitle(by, cells, reference),
    subtitle: subtitle(subject, `by ${by}, all time`),
    alternative: `${subject.measure.title} by ${by}. ${said} ${spokenGroups(groups)}`.trim(),
    draw: (width) => drawGroups(document, width, { groups, reference }),
    legend: legend(cells, isShown(reference)),
    notes: [said],
    source: source(context),
    twin: table(document, {
      caption: `${caption(subject)}, by ${by}`,
      columns: [
        { label: by === "clinic" ? "Clinic" : "Group", header: true, cell: ({ name }) => name },
        ...resultColumns<Group>(h, countsSeen(release, subject.measure)),
      ],
      rows: groups,
    }),
  });
}

function groupTitle(by: string, cells: readonly Cell[], reference: Cell | undefined): string {
  const shown = cells.filter(isShown);
  if (!isShown(reference) || shown.length < 2) return `Results by ${by}`;
  const apart = shown.filter(({ lower, upper }) => lower > reference.value || upper < reference.value).length;
  const noun = by === "clinic" ? "clinic" : "group";
  if (apart === 0) return `By ${by}: no ${noun} stands apart from the programme`;
  return `By ${by}: ${apart} of ${shown.length} stand${apart === 1 ? "s" : ""} apart from the programme`;
}

/** A breakdown that cannot be drawn still has its place, and says why. */
export function absent({ document }: ViewContext, heading: string, why: string): Element {
  const h = maker(document);
  return h("div", { class: "absent" }, h("h3", null, heading), h("p", null, why));
}

/** Names a subject for a table: unique on a page that holds one measure. */
export function caption({ measure, instrument, window }: Subject): string {
  return `${measure.title}, ${instrument.name}, ${window.title}`;
}

/** Measure, instrument, window, how it is split and which way is better. */
export function subtitle({ measure, instrument, window }: Subject, split: string): string {
  return `${measure.title} on ${instrument.name}, ${window.title}, ${split}. ${STRINGS.polarity[measure.better]}.`;
}

/** The source line of a chart. */
export function source({ release: { manifest } }: ViewContext): string {
  const kind = manifest.program.synthetic ? " Synthetic data." : "";
  return `${manifest.program.name}, as of ${day(manifest.as_of)}, run ${manifest.run_id}. Bars are 95% intervals.${kind}`;
}

function legend(cells: readonly Cell[], reference: boolean): { shape: string; label: string }[] {
  const has = (status: Cell["status"]) => cells.some((cell) => cell.status === status);
  return [
    has("shown") && { shape: "result", label: "Result and likely range" },
    reference && { shape: "reference", label: "Whole programme, all time" },
    has("suppressed") && { shape: "suppressed", label: "Hidden: too few people" },
    has("pending") && { shape: "pending", label: "Pending: windows still open" },
    has("no_value") && { shape: "no-value", label: "No value: nobody eligible" },
  ].filter((item) => item !== false);
}

function spoken(periods: readonly Cell[]): string {
  const hidden = periods.filter(({ status }) => status === "suppressed").length;
  const pending = periods.filter(({ status }) => status === "pending").length;
  return [
    hidden && `${hidden} hidden.`,
    pending && `${pending} pending.`,
    "The table below has every figure.",
  ]
    .filter(Boolean)
    .join(" ");
}

function spokenGroups(groups: readonly Group[]): string {
  return groups
    .map(
      ({ name, cell }) =>
        `${name}: ${isShown(cell) ? `${inHundred(cell.value)} in 100` : cell.status === "shown" ? "" : STRINGS.status[cell.status]}`,
    )
    .join("; ");
}

function list(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
