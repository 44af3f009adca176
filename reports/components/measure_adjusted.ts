import { chartFrame, WIDTHS } from "./chart_frame.ts";
import { drawCalibration } from "./draw_calibration.ts";
import { drawRatios } from "./draw_ratios.ts";
import { type Child, maker } from "./elements.ts";
import { count, inHundred, percent, percentRange } from "./formats.ts";
import { caption } from "./measure_frame.ts";
import type { Release, Subject, ViewContext } from "./release.ts";
import { STRINGS } from "./strings.ts";
import { MODEL_STRINGS } from "./strings_models.ts";
import { mark, table } from "./table.ts";

const { adjusted: words, calibration: promised } = MODEL_STRINGS;

type Adjusted = Release["adjusted"][number];
type ReadAdjusted = Adjusted &
  Record<
    | "people"
    | "met"
    | "expected"
    | "ratio"
    | "ratio_lower"
    | "ratio_upper"
    | "adjusted"
    | "adjusted_lower"
    | "adjusted_upper",
    number
  > & { label: NonNullable<Adjusted["label"]> };

type RiskGroup = Release["calibration"][number];
type ReadGroup = RiskGroup & Record<"people" | "expected_value" | "value" | "lower" | "upper", number>;

const isRead = (row: Adjusted): row is ReadAdjusted => row.ratio !== null;
const isReadGroup = (row: RiskGroup): row is ReadGroup => row.value !== null;

/** Clinics after adjustment for case mix, and how well the model behind it keeps its promises; nothing where there is no model. */
export function adjusted(context: ViewContext, subject: Subject): Child {
  const h = maker(context.document);
  const clinics = clinicsOf(context.release, subject);
  if (clinics.length < 2 || !clinics.some(({ row }) => isRead(row))) return null;
  return h(
    "div",
    { class: "adjusted" },
    h("h4", null, words.heading),
    h("p", { class: "note-line" }, words.explain),
    h("div", { class: "pair" }, clinicChart(context, subject, clinics), calibrationChart(context, subject)),
  );
}

/** Each clinic beside what its case mix leads one to expect. */
export function clinicChart(
  { document }: ViewContext,
  subject: Subject,
  clinics: readonly NamedClinic[],
): Element {
  const h = maker(document);
  const read = clinics.flatMap(({ name, row }) => (isRead(row) ? [{ name, row }] : []));
  const apart = read.filter(({ row }) => row.label !== "common_cause");
  const of = (row: Adjusted, write: (read: ReadAdjusted) => Child) =>
    isRead(row) ? write(row) : mark(h, "suppressed");
  const number = (label: string, write: (read: ReadAdjusted) => Child) => ({
    label,
    number: true,
    cell: ({ row }: NamedClinic) => of(row, write),
  });
  const two = (ratio: number) => ratio.toFixed(2);
  return chartFrame(document, {
    title:
      apart.length === 0 ? words.none(words.clinic) : words.some(count(apart.length), count(read.length)),
    subtitle: words.subtitle(caption(subject), STRINGS.polarity[subject.measure.better]),
    alternative: clinics
      .map(({ name, row }) =>
        isRead(row)
          ? words.spoken(name, two(row.ratio), two(row.ratio_lower), two(row.ratio_upper))
          : `${name}: ${STRINGS.status.suppressed}`,
      )
      .join("; "),
    drawing: drawRatios(
      document,
      WIDTHS.half,
      clinics.map(({ name, row }) => ({
        name,
        ratio: row.ratio,
        lower: row.ratio_lower,
        upper: row.ratio_upper,
      })),
    ),
    notes: apart.map(({ name, row }) => words.clinicSays(name, words.verdict[row.label])),
    twin: table(document, {
      caption: words.caption(caption(subject)),
      columns: [
        { label: words.columns.clinic, header: true, cell: ({ name }) => name },
        number(words.columns.ratio, ({ ratio }) => two(ratio)),
        number(words.columns.range, ({ ratio_lower, ratio_upper }) =>
          STRINGS.means.likely(two(ratio_lower), two(ratio_upper)),
        ),
        number(words.columns.met, ({ met }) => count(met)),
        number(words.columns.expected, ({ expected }) => count(expected)),
        number(
          words.columns.adjusted,
          (row) => `${percent(row.adjusted, 0)} (${percentRange(row.adjusted_lower, row.adjusted_upper, 0)})`,
        ),
        number(words.columns.people, ({ people }) => count(people)),
        { label: words.columns.judged, cell: ({ row }) => of(row, ({ label }) => words.verdict[label]) },
      ],
      rows: clinics,
    }),
  });
}

interface NamedClinic {
  name: string;
  row: Adjusted;
}

/** The clinics of a subject by name; none where it is not adjusted. */
export function clinicsOf({ adjusted: rows, manifest }: Release, subject: Subject): NamedClinic[] {
  const nameOf = (id: string) => manifest.clinics.find(({ clinic_id }) => clinic_id === id)?.name ?? id;
  return rows
    .filter((row) => isAbout(row, subject))
    .map((row) => ({ name: nameOf(row.clinic_id), row }))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
}

function calibrationChart({ document, release }: ViewContext, subject: Subject): Child {
  const groups = release.calibration.filter((row) => isAbout(row, subject));
  const read = groups.filter(isReadGroup);
  if (read.length < 2) return null;
  const h = maker(document);
  const off = read.filter(
    ({ lower, upper, expected_value }) => expected_value < lower || expected_value > upper,
  );
  const number = (label: string, write: (read: ReadGroup) => string) => ({
    label,
    number: true,
    cell: (row: RiskGroup) => (isReadGroup(row) ? write(row) : mark(h, "suppressed")),
  });
  return chartFrame(document, {
    title: off.length === 0 ? promised.good : promised.poor(count(off.length), count(read.length)),
    subtitle: promised.subtitle(caption(subject)),
    alternative: groups
      .map((row) =>
        isReadGroup(row)
          ? promised.spoken(String(row.risk_group), inHundred(row.expected_value), inHundred(row.value))
          : `${row.risk_group}: ${STRINGS.status.suppressed}`,
      )
      .join("; "),
    drawing: drawCalibration(document, WIDTHS.half, read),
    notes: [promised.note],
    twin: table(document, {
      caption: promised.caption(caption(subject)),
      columns: [
        { label: promised.columns.group, header: true, cell: ({ risk_group }) => String(risk_group) },
        number(promised.columns.expected, ({ expected_value }) => percent(expected_value, 0)),
        number(promised.columns.observed, ({ value }) => percent(value, 0)),
        number(promised.columns.range, ({ lower, upper }) => percentRange(lower, upper, 0)),
        number(promised.columns.people, ({ people }) => count(people)),
      ],
      rows: groups,
    }),
  });
}

const isAbout = (
  row: Pick<Adjusted, "measure" | "instrument" | "window">,
  { measure, instrument, window }: Subject,
): boolean => row.measure === measure.id && row.instrument === instrument?.id && row.window === window.id;
