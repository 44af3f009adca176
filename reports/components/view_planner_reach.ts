import { maker } from "./elements.ts";
import { inHundred, percent, period } from "./formats.ts";
import { source } from "./measure_frame.ts";
import {
  type Cell,
  cellsOf,
  clinicCells,
  programmeCell,
  subjectsOf,
  type View,
  type ViewContext,
} from "./release.ts";
import { absence, isReadable } from "./sentences.ts";
import { STRINGS } from "./strings.ts";
import { mark, table } from "./table.ts";

const { planners } = STRINGS;
const { reach: words } = planners;

const COLUMNS = [
  { id: "screening_reach", label: words.columns.screened },
  { id: "screening_yield", label: words.columns.positive },
  { id: "first_contact_wait", label: words.columns.seen },
] as const;

/** Who is asked about depression, how many of them need help, and how many are seen in time, by clinic and area. */
export const reach: View = (context) => {
  const { document, release } = context;
  const h = maker(document);
  const found = COLUMNS.map(({ id, label }) => ({ id, label, cells: cellsIn(context, id) }));
  const programme = programmeCell(found[0]?.cells ?? []);
  if (!programme) return h("p", { class: "absent" }, planners.absent.reach);
  const finding = reachFinding(context) ?? STRINGS.statusMeaning[absence(programme) ?? "suppressed"];
  const clinics = release.manifest.clinics.map(({ clinic_id, name, area_code }) => ({
    clinic_id,
    name,
    area: area_code,
  }));
  const rows = [{ clinic_id: null, name: planners.caseload.whole, area: null }, ...clinics];
  const cellOf = (cells: readonly Cell[], clinic: string | null) =>
    clinic === null ? programmeCell(cells) : clinicCells(cells).find(({ clinic_id }) => clinic_id === clinic);
  return h(
    "div",
    null,
    h("p", { class: "finding" }, finding),
    table(document, {
      caption: words.caption(period(programme) ?? ""),
      columns: [
        { label: words.columns.clinic, header: true, cell: ({ name }: (typeof rows)[number]) => name },
        ...(rows.some(({ area }) => area)
          ? [{ label: words.columns.area, cell: ({ area }: (typeof rows)[number]) => area ?? "" }]
          : []),
        ...found
          .filter(({ cells }) => cells.length > 0)
          .map(({ label, cells }) => ({
            label,
            number: true,
            cell: ({ clinic_id }: (typeof rows)[number]) => {
              const cell = cellOf(cells, clinic_id);
              if (isReadable(cell)) return percent(cell.value, cell.denominator);
              return mark(h, cell ? (absence(cell) ?? "suppressed") : "suppressed");
            },
          })),
      ],
      rows,
    }),
    h("p", { class: "note-line" }, words.polarity),
    h("p", { class: "source" }, source(context)),
  );
};

/** How many with a visit were asked, and how many of the first answers were positive. */
export function reachFinding(context: ViewContext): string | undefined {
  const shareOf = (id: string) => {
    const cell = programmeCell(cellsIn(context, id));
    return isReadable(cell) ? inHundred(cell.value) : undefined;
  };
  const screened = shareOf("screening_reach");
  if (screened === undefined) return undefined;
  const positive = shareOf("screening_yield");
  return words.finding(screened, positive === undefined ? "" : words.positive(positive));
}

function cellsIn({ release }: ViewContext, id: string): readonly Cell[] {
  const measure = release.manifest.measures.find((entry) => entry.id === id);
  const [subject] = measure ? subjectsOf(release.manifest, measure) : [];
  return subject ? cellsOf(release, subject) : [];
}
