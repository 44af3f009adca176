import { chartFrame, twinOf, WIDTHS } from "./chart_frame.ts";
import { drawCaseload } from "./draw_caseload.ts";
import { maker } from "./elements.ts";
import { type FlowRow, flowOver, isKnown, latestMonth } from "./flow.ts";
import { count, period } from "./formats.ts";
import { source } from "./measure_frame.ts";
import { ALL, type Manifest, type View, type ViewContext } from "./release.ts";
import { STRINGS } from "./strings.ts";
import { mark, table } from "./table.ts";
import { specText } from "./view_definition.ts";

const { planners } = STRINGS;
const { caseload: words } = planners;

type Norm = Manifest["caseload_norms"][number];

/** People in care for each care manager in the latest month, in the programme and by clinic, against the published ranges. */
export const caseload: View = (context) => {
  const { document, release } = context;
  const h = maker(document);
  const finding = caseloadFinding(context);
  const rows = latestMonth(release, "caseload");
  const [norm] = release.manifest.caseload_norms;
  const absent = absence(context);
  if (!finding || !norm) return h("p", { class: "absent" }, absent);
  const month = monthOf(rows);
  const clinics = rows.filter(({ clinic_id, per_fte }) => clinic_id !== ALL && per_fte !== null);
  return h(
    "div",
    null,
    h("p", { class: "finding" }, finding, " ", startedSentence(context)),
    clinics.length > 0
      ? h(
          "div",
          { class: "alone" },
          chartFrame(document, {
            title: clinicTitle(clinics, norm),
            subtitle: words.subtitle(month),
            alternative: clinics
              .map((row) => words.spoken(nameOf(context, row), whole(row.per_fte ?? 0)))
              .join("; "),
            drawing: drawCaseload(document, WIDTHS.half, {
              rows: clinics.map((row) => ({ name: nameOf(context, row), per_fte: row.per_fte })),
              range: norm.value,
            }),
            legend: [
              { shape: "value", label: words.value },
              { shape: "norm", label: words.band(norm.title, ...ends(norm)) },
            ],
            notes: [words.note],
            twin: clinicTable(context, rows, norm),
          }),
        )
      : clinicTable(context, rows, norm),
    h("p", { class: "note-line" }, words.posts(release.manifest.posts.specs.map(specText).join("; "))),
    twinOf(document, normTable(context, rows), words.norms),
    h(
      "p",
      { class: "source" },
      `${source(context)} ${planners.source} ${norm.source}. `,
      h("a", { href: "data/capacity.csv", download: true }, planners.download),
    ),
  );
};

/** `About 75 people in care for each full-time care manager in December 2024: within the published 60 to 80.` */
export function caseloadFinding({ release }: ViewContext): string | undefined {
  const rows = latestMonth(release, "caseload");
  const programme = rows.find(({ clinic_id }) => clinic_id === ALL);
  const [norm] = release.manifest.caseload_norms;
  if (!norm || programme?.per_fte == null) return undefined;
  return words.finding(
    whole(programme.per_fte),
    monthOf(rows),
    words.place[placeOf(programme.per_fte, norm)],
    ...ends(norm),
  );
}

function absence({ release }: ViewContext): string {
  const measure = release.manifest.measures.find(({ id }) => id === "caseload_within_norm");
  return measure?.missing_tables.includes("staffing") ? planners.absent.staffing : planners.absent.caseload;
}

function startedSentence({ release }: ViewContext): string {
  const last = flowOver(release, "started", { grain: "quarter" }).findLast(({ per_fte }) => per_fte !== null);
  return last ? words.started(whole(last.per_fte ?? 0), period(last) ?? "") : "";
}

const whole = (value: number): string => count(Math.round(value));
const ends = ({ value: [low, high] }: Norm): [string, string] => [String(low), String(high)];
const monthOf = (rows: readonly FlowRow[]): string => (rows[0] && period(rows[0])) ?? "";

function placeOf(perFte: number, { value: [low, high] }: Norm): keyof typeof words.place {
  if (perFte > high) return "above";
  return perFte < low ? "below" : "within";
}

const clinicTitle = (clinics: readonly FlowRow[], norm: Norm): string =>
  words.title(
    clinics.filter(({ per_fte }) => placeOf(per_fte ?? 0, norm) === "above").length,
    clinics.length,
    ...ends(norm),
  );

function nameOf({ release }: ViewContext, { clinic_id }: FlowRow): string {
  if (clinic_id === ALL) return words.whole;
  return release.manifest.clinics.find((clinic) => clinic.clinic_id === clinic_id)?.name ?? clinic_id;
}

const tenths = (value: number): string => value.toFixed(1);

/** Posts that people in care ask for at both ends of a range. */
const needed = (people: number, { value: [low, high] }: Norm): [number, number] => [
  people / high,
  people / low,
];

const span = ([low, high]: readonly [number, number]): string => words.to(tenths(low), tenths(high));

function needs({ people, fte }: FlowRow, norm: Norm): { needed: string; gap: string } {
  if (people === null || fte === null) return { needed: words.notKnown, gap: words.notKnown };
  const [low, high] = needed(people, norm);
  return { needed: span([low, high]), gap: span([low - fte, high - fte]) };
}

function clinicTable(context: ViewContext, rows: readonly FlowRow[], norm: Norm): Element {
  const { document, release } = context;
  const h = maker(document);
  const { columns } = words;
  const areaOf = ({ clinic_id }: FlowRow) =>
    release.manifest.clinics.find((clinic) => clinic.clinic_id === clinic_id)?.area_code ?? "";
  const number = (label: string, cell: (row: FlowRow) => string | Element) => ({ label, number: true, cell });
  return table(document, {
    caption: words.caption(monthOf(rows)),
    columns: [
      { label: columns.clinic, header: true, cell: (row) => nameOf(context, row) },
      ...(rows.some(areaOf) ? [{ label: columns.area, cell: areaOf }] : []),
      number(columns.people, (row) => (isKnown(row) ? count(row.people) : mark(h, "suppressed"))),
      number(columns.fte, ({ fte }) => (fte === null ? words.notKnown : tenths(fte))),
      number(columns.perFte, ({ per_fte }) => (per_fte === null ? words.notKnown : whole(per_fte))),
      number(columns.needed, (row) => needs(row, norm).needed),
      number(columns.gap, (row) => needs(row, norm).gap),
    ],
    rows,
  });
}

/** What every published range would ask of the whole programme. */
function normTable(context: ViewContext, rows: readonly FlowRow[]): Element {
  const programme = rows.find(({ clinic_id }) => clinic_id === ALL);
  const { columns } = words;
  const of = (norm: Norm) =>
    programme ? needs(programme, norm) : { needed: words.notKnown, gap: words.notKnown };
  return table(context.document, {
    caption: words.normsCaption(monthOf(rows)),
    columns: [
      { label: columns.norm, header: true, cell: ({ title }: Norm) => title },
      { label: columns.range, number: true, cell: (norm) => words.to(...ends(norm)) },
      { label: columns.needed, number: true, cell: (norm) => of(norm).needed },
      { label: columns.gap, number: true, cell: (norm) => of(norm).gap },
      { label: columns.source, cell: (norm) => norm.source },
    ],
    rows: context.release.manifest.caseload_norms,
  });
}
