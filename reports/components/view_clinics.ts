import { clinicMark } from "./clinic_mark.ts";
import { clinicSlug } from "./clinic_paths.ts";
import { headlineSubjects, labelOf } from "./committee_signals.ts";
import { controlChart } from "./control_chart.ts";
import { type Child, type Make, maker } from "./elements.ts";
import { figureOf } from "./figures.ts";
import { count, day, period } from "./formats.ts";
import { clinicNames } from "./funnel_chart.ts";
import { source } from "./measure_frame.ts";
import { ALL, type Release, type Subject, type View, type ViewContext } from "./release.ts";
import { STRINGS } from "./strings.ts";
import { COMMITTEE_STRINGS } from "./strings_committee.ts";
import { aside, type Column, table } from "./table.ts";
import { fte, perFte } from "./view_committee_context.ts";
import { figureCell } from "./view_committee_signals.ts";

const { clinics: words, capacity, charts } = COMMITTEE_STRINGS;

/** Every clinic in a row: its caseload, and how it stands among the others on each measure of the first page that compares them. */
export const clinics: View = ({ document, release }) => {
  const h = maker(document);
  const nameOf = clinicNames(release);
  const ids = release.manifest.clinics.map(({ clinic_id }) => clinic_id);
  const compared = headlineSubjects(release).filter((subject) =>
    ids.some((clinic) => labelOf(release, subject, { kind: "funnel", clinic })),
  );
  const columns: Column<string>[] = [
    {
      label: words.columns.clinic,
      header: true,
      cell: (clinic) => h("a", { href: `${clinicSlug(clinic)}.html` }, nameOf(clinic)),
    },
    {
      label: words.columns.caseload,
      number: true,
      cell: (clinic) => {
        const found = release.clinic_care.find(({ clinic_id }) => clinic_id === clinic);
        return found ? count(found.caseload) : capacity.unknown;
      },
    },
    ...compared.map((subject) => ({
      label: subject.measure.title,
      cell: (clinic: string) => standing(document, release, { subject, clinic }),
    })),
  ];
  return table(document, { caption: words.caption, hideCaption: true, columns, rows: ids });
};

/** One clinic beside the programme: caseload and staff, results, signals, and its months where they hold enough people. */
export const clinic: View = (context, { id }) => {
  const { document, release } = context;
  const h = maker(document);
  const found = release.manifest.clinics.find(({ clinic_id }) => clinicSlug(clinic_id) === id);
  if (!found) return h("p", { class: "absent" }, words.absent);
  const { clinic_id, name } = found;
  const subjects = headlineSubjects(release);
  const drawn = subjects.flatMap((subject) => controlChart(context, subject, clinic_id) ?? []);
  const pooled = release.pooled.find((row) => row.clinic_id === clinic_id);
  return h(
    "div",
    { class: "clinic" },
    h("h1", null, name),
    h("p", { class: "lede" }, words.lede(release.manifest.program.name)),
    staff(h, release, clinic_id),
    h("h2", { id: "results" }, words.results),
    pooled && h("p", { class: "note-line" }, words.pooled(day(pooled.period_start), day(pooled.period_end))),
    results(context, subjects, clinic_id),
    h("h3", { id: "months" }, charts.heading),
    drawn.length === 0
      ? h("p", { class: "absent" }, words.noCharts)
      : [h("p", { class: "note-line" }, charts.limits), h("div", { class: "pair" }, drawn)],
    h("p", { class: "source" }, source(context)),
    h("p", { class: "more" }, h("a", { href: "index.html" }, words.index)),
  );
};

function staff(h: Make, { clinic_care }: Release, clinic: string): Child {
  const row = clinic_care.find(({ clinic_id }) => clinic_id === clinic);
  if (!row) return null;
  const month =
    row.fte_month === null ? undefined : period({ period_grain: "month", period_start: row.fte_month });
  const facts: [string, string][] = [
    [words.caseload, count(row.caseload)],
    [words.managers, count(row.care_managers)],
    [words.fte(month), row.care_manager_fte === null ? capacity.unknown : fte(row.care_manager_fte)],
    [words.perFte, perFte(row) ?? capacity.unknown],
  ];
  return [
    h("h2", { id: "staff" }, words.staff),
    h(
      "dl",
      { class: "facts" },
      facts.map(([name, value]) => h("div", null, h("dt", null, name), h("dd", null, value))),
    ),
  ];
}

function results({ document, release }: ViewContext, subjects: readonly Subject[], clinic: string): Element {
  const h = maker(document);
  const figure = (place: string) => (subject: Subject) => figureCell(h, figureOf(release, subject, place));
  return table(document, {
    caption: words.resultsCaption,
    hideCaption: true,
    stack: true,
    columns: [
      {
        label: STRINGS.columns.measure,
        header: true,
        cell: ({ measure, window }) => [
          h("a", { href: `../measures/${measure.id}.html` }, measure.title),
          aside(h, window.title),
          aside(h, STRINGS.polarity[measure.better]),
        ],
      },
      { label: words.here, number: true, cell: figure(clinic) },
      { label: words.programme, number: true, cell: figure(ALL) },
      { label: words.signal, cell: (subject) => standing(document, release, { subject, clinic }) },
    ],
    rows: subjects,
  });
}

/** How a clinic stands among the others on a series, by the funnel of all time. */
function standing(
  document: Document,
  release: Release,
  { subject, clinic }: { subject: Subject; clinic: string },
): Element {
  const label = labelOf(release, subject, { kind: "funnel", clinic });
  return label ? clinicMark(document, label) : maker(document)("span", { class: "muted" }, words.notJudged);
}
