import { maker } from "./elements.ts";
import { day } from "./formats.ts";
import type { Cell, Subject, ViewContext } from "./release.ts";
import { absence } from "./sentences.ts";
import { STRINGS } from "./strings.ts";

const { charts: words } = STRINGS;

/** A breakdown that cannot be drawn still has its place, and says why. */
export function absent({ document }: ViewContext, heading: string, why: string): Element {
  const h = maker(document);
  return h("div", { class: "absent" }, h("h3", null, heading), h("p", null, why));
}

/** Names a subject for a table: unique on a page that holds one measure. */
export function caption({ measure, instrument, window }: Subject): string {
  return words.caption(measure.title, instrument?.name, window.title);
}

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

/** The marks that occur among these cells. */
export function legend(cells: readonly Cell[], withReference: boolean): { shape: string; label: string }[] {
  const reasons = new Set(cells.map(absence));
  const shapes = [
    reasons.has(undefined) && ("result" as const),
    withReference && ("reference" as const),
    ...(["suppressed", "pending", "no_value"] as const).filter((why) => reasons.has(why)),
  ];
  return shapes.filter((shape) => shape !== false).map((shape) => ({ shape, label: words.legend[shape] }));
}
