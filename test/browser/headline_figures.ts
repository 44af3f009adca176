import { percent } from "../../reports/components/formats.ts";
import { cellsOf, programmeCell, type Release, subjectsOf } from "../../reports/components/release.ts";
import { isReadable } from "../../reports/components/sentences.ts";

/** The headline numbers of a release as they are written: each measure of the first page in each of its windows. */
export function headlineFigures(release: Release): string[] {
  const { headlines, measures } = release.manifest;
  return headlines
    .flatMap(({ measure: id, windows }) =>
      measures
        .filter((measure) => measure.id === id)
        .flatMap((measure) => subjectsOf(release.manifest, measure))
        .filter(({ window }) => windows.includes(window.id))
        .map((subject) => programmeCell(cellsOf(release, subject))),
    )
    .filter(isReadable)
    .map(({ value, denominator }) => percent(value, denominator));
}
