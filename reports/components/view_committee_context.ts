import { sum } from "d3";
import { headlineSubjects } from "./committee_signals.ts";
import { type Make, maker } from "./elements.ts";
import { figureOf } from "./figures.ts";
import { count } from "./formats.ts";
import { clinicNames } from "./funnel_chart.ts";
import { cellsOf, programmeCell, type Release, type View } from "./release.ts";
import { plainly } from "./sentences.ts";
import { COMMITTEE_STRINGS as words } from "./strings_committee.ts";
import { table } from "./table.ts";
import { figureSentence } from "./view_committee_signals.ts";
import { equityFindings } from "./view_equity.ts";

/** The groups that are clearly behind in results or in care, as the equity page finds them. */
export const committeeEquity: View = (context, options) => {
  const h = maker(context.document);
  return h(
    "div",
    null,
    equityFindings(context, options),
    more(h, { page: "equity", text: words.equity.link }),
  );
};

/** Waits in a sentence, then who is cared for at each clinic, and by how many. */
export const committeeCapacity: View = ({ document, release }) => {
  const h = maker(document);
  const { clinic_care: clinics } = release;
  const wait = headlineSubjects(release).find(({ measure }) => measure.id === "first_contact_wait");
  const figure = wait && figureOf(release, wait);
  const caseload = sum(clinics, (clinic) => clinic.caseload);
  const managers = sum(clinics, (clinic) => clinic.care_managers);
  return h(
    "div",
    null,
    wait && figure && h("p", null, words.capacity.waits(wait.measure.title, figureSentence(figure))),
    clinics.length === 0
      ? h("p", { class: "absent" }, words.capacity.none)
      : [h("p", null, words.capacity.total(count(caseload), count(managers))), careTable(document, release)],
    more(h, { page: "planners", text: words.capacity.link }),
  );
};

function careTable(document: Document, release: Release): Element {
  const { columns, unknown, caption } = words.capacity;
  const nameOf = clinicNames(release);
  return table(document, {
    caption,
    hideCaption: true,
    columns: [
      { label: columns.clinic, header: true, cell: ({ clinic_id }) => nameOf(clinic_id) },
      { label: columns.caseload, number: true, cell: ({ caseload }) => count(caseload) },
      { label: columns.managers, number: true, cell: ({ care_managers }) => count(care_managers) },
      {
        label: columns.fte,
        number: true,
        cell: ({ care_manager_fte }) => (care_manager_fte === null ? unknown : fte(care_manager_fte)),
      },
      { label: columns.perFte, number: true, cell: (row) => perFte(row) ?? unknown },
    ],
    rows: release.clinic_care,
  });
}

/** Full-time equivalents with one decimal, two where the second says something. */
export const fte = (value: number): string => String(Number(value.toFixed(2)));

/** People in care for each full-time equivalent; undefined where staff in post is not known or nobody is. */
export function perFte({ caseload, care_manager_fte }: Release["clinic_care"][number]): string | undefined {
  return care_manager_fte ? count(Math.round(caseload / care_manager_fte)) : undefined;
}

/** How far the numbers can be trusted: rows set aside, how many were seen again, and what cannot be computed. */
export const committeeQuality: View = ({ document, release }) => {
  const h = maker(document);
  const { inputs, measures } = release.manifest;
  const read = sum(inputs, ({ read }) => read ?? 0);
  const aside = sum(inputs, ({ rejected }) => rejected ?? 0);
  const lost = measures.filter(({ missing_tables }) => missing_tables.length > 0);
  const seen = headlineSubjects(release).find(({ measure }) => measure.id === "follow_up");
  const cell = seen && programmeCell(cellsOf(release, seen));
  const { quality } = words;
  return h(
    "div",
    null,
    h(
      "p",
      null,
      quality.rows(count(read), count(aside)),
      ` ${inputs.every(({ balances }) => balances) ? quality.balanced : quality.unbalanced}`,
    ),
    seen && cell && h("p", null, `${quality.followUp} ${plainly(seen.measure, cell, "result")}`),
    lost.length > 0 &&
      h("p", { class: "absent" }, quality.missing(lost.map(({ title }) => title).join(", "))),
    more(h, { page: "data", text: quality.link }),
  );
};

/** What the measures of the pack count, and who signed that off. */
export const committeeDefinitions: View = ({ document, release }) => {
  const h = maker(document);
  const { columns, caption, awaits, link } = words.definitions;
  const measures = [...new Set(headlineSubjects(release).map(({ measure }) => measure))];
  return h(
    "div",
    null,
    table(document, {
      caption,
      hideCaption: true,
      stack: true,
      columns: [
        { label: columns.measure, header: true, cell: ({ title }) => title },
        { label: columns.definition, cell: ({ definition }) => definition },
        { label: columns.signOff, cell: ({ sign_off }) => sign_off?.by ?? awaits },
      ],
      rows: measures,
    }),
    more(h, { page: "methods/index", text: link }),
  );
};

/** A link to the page that says more. */
function more(h: Make, { page, text }: { page: string; text: string }): Element {
  return h("p", { class: "more" }, h("a", { href: `${page}.html` }, text));
}
