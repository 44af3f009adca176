import { chartFrame, WIDTHS } from "./chart_frame.ts";
import { drawFunnel, isOutside } from "./draw_funnel.ts";
import { count, percent, percentRange } from "./formats.ts";
import { caption, subtitle } from "./measure_frame.ts";
import { ANY, type Release, type Subject, type ViewContext } from "./release.ts";
import { STRINGS } from "./strings.ts";
import { COMMITTEE_STRINGS } from "./strings_committee.ts";
import { TARGET_STRINGS } from "./strings_targets.ts";
import { table } from "./table.ts";
import { targetInWords, targetOf } from "./targets.ts";

const { funnel: words } = COMMITTEE_STRINGS;

/** A clinic's name; its id where the release names none. */
export const clinicNames = ({ manifest }: Pick<Release, "manifest">) => {
  const names = new Map(manifest.clinics.map(({ clinic_id, name }) => [clinic_id, name]));
  return (clinic: string): string => names.get(clinic) ?? clinic;
};

/** The clinics of a series in a funnel; none where they were not compared. */
export const funnelPoints = ({ funnels }: Release, { measure, instrument, window }: Subject) =>
  funnels.filter(
    (row) =>
      row.measure === measure.id && row.instrument === (instrument?.id ?? ANY) && row.window === window.id,
  );

/** The funnel of a series in its frame; undefined where the clinics were not compared. */
export function funnelChart({ document, release }: ViewContext, subject: Subject): Element | undefined {
  const points = funnelPoints(release, subject);
  if (points.length === 0) return undefined;
  const nameOf = clinicNames(release);
  const target = targetOf(release, subject);
  const names = points.filter(isOutside).map(({ clinic_id }) => nameOf(clinic_id));
  const title =
    names.length === 0
      ? words.noneApart(subject.measure.title)
      : words.apart(subject.measure.title, names.join(", "));
  return chartFrame(document, {
    title,
    subtitle: subtitle(subject, words.split),
    alternative: words.spoken(subject.measure.title, points.length, title),
    drawing: drawFunnel(document, WIDTHS.half, { points, nameOf, target: target?.target }),
    notes: [target ? TARGET_STRINGS.line(targetInWords(target)) : ""],
    twin: table(document, {
      caption: words.caption(caption(subject)),
      columns: [
        { label: STRINGS.columns.clinic, header: true, cell: ({ clinic_id }) => nameOf(clinic_id) },
        {
          label: STRINGS.columns.result,
          number: true,
          cell: ({ value, denominator }) => percent(value, denominator),
        },
        {
          label: words.limits95,
          number: true,
          cell: ({ lower_95, upper_95, denominator }) => percentRange(lower_95, upper_95, denominator),
        },
        {
          label: words.limits998,
          number: true,
          cell: ({ lower_998, upper_998, denominator }) => percentRange(lower_998, upper_998, denominator),
        },
        { label: STRINGS.columns.eligible, number: true, cell: ({ denominator }) => count(denominator) },
        { label: STRINGS.columns.met, number: true, cell: ({ numerator }) => count(numerator) },
      ],
      rows: points,
    }),
  });
}
