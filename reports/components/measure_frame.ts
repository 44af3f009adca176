import { day, period } from "./formats.ts";
import type { Cell, Subject, ViewContext } from "./release.ts";
import { absence } from "./sentences.ts";
import { STRINGS } from "./strings.ts";

const { charts: words } = STRINGS;

/** Names a subject for a table: unique on a page that holds one measure. */
export function caption({ measure, instrument, window }: Subject): string {
  return words.caption(measure.title, instrument?.name, window.title);
}

/** When a figure is of: a month, a year, all time. */
export const when = (of: Parameters<typeof period>[0] | undefined): string =>
  (of && period(of)) ?? STRINGS.grains.all;

/** Measure, instrument, window, how it is split and which way is better. */
export function subtitle({ measure, instrument, window }: Subject, split: string): string {
  return words.subtitle(
    measure.title,
    instrument?.name,
    window.title,
    split,
    STRINGS.polarity[measure.better],
  );
}

/** The source line of a chart: programme, as-of date, run, and whether anybody in it is real. */
export function source({ release: { manifest } }: Pick<ViewContext, "release">): string {
  const line = STRINGS.stamp.line(manifest.program.name, day(manifest.as_of), manifest.run_id);
  return manifest.program.synthetic ? `${line} ${STRINGS.stamp.synthetic}` : line;
}

/** Why some of these cells have no result: the marks that stand for them. */
export function legend(cells: readonly Cell[]): { shape: string; label: string }[] {
  const reasons = new Set(cells.map(absence));
  return (["suppressed", "pending", "no_value"] as const)
    .filter((why) => reasons.has(why))
    .map((shape) => ({ shape, label: words.legend[shape] }));
}
