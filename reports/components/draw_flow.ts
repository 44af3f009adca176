import { type Child, svgMaker } from "./elements.ts";
import { count } from "./formats.ts";

/** One stage of a flow, and what was lost on the way to it from the stage before. Null: hidden. */
export interface Stage {
  name: string;
  units: number | null;
  colour: string;
  losses: readonly { name: string; units: number | null }[];
}

const WIDTH = 480;
/** What remains flows down on the left; what leaves is told on the right. */
const TRUNK = 190;
const ASIDE = TRUNK + 22;
const BAR = 22;
const NAME = 22;
const LINE = 17;
/** Room between two stages for as many losses as there are. */
const gap = (losses: number): number => Math.max(26, losses * LINE + 10);

/**
 * Stages from top to bottom, each as wide as its count; between two the part that goes on narrows to the next, and the part that
 * leaves bends aside with its reasons. A stage whose count is hidden has no bar.
 */
export function drawFlow(
  document: Document,
  stages: readonly Stage[],
  write: (units: number | null) => string,
): Element {
  const s = svgMaker(document);
  const most = Math.max(1, ...stages.map(({ units }) => units ?? 0));
  const across = (units: number | null) => (TRUNK * (units ?? 0)) / most;
  const marks: Child[] = [];
  let top = 0;
  for (const [at, stage] of stages.entries()) {
    const before = stages[at - 1];
    if (before) {
      const bottom = top + gap(stage.losses.length);
      marks.push(passage(s, { top, bottom, from: across(before.units), to: across(stage.units) }));
      marks.push(
        stage.losses.map(({ name, units }, line) =>
          s("text", { class: "flow-loss", x: ASIDE, y: top + 16 + line * LINE }, `− ${write(units)} ${name}`),
        ),
      );
      top = bottom;
    }
    marks.push(
      s(
        "text",
        { class: "flow-name", x: 0, y: top + NAME - 7 },
        stage.name,
        s("tspan", { class: "flow-count", dx: 8 }, write(stage.units)),
      ),
      s("rect", {
        x: 0,
        y: top + NAME,
        width: Math.max(stage.units ? 1.5 : 0, across(stage.units)).toFixed(1),
        height: BAR,
        rx: 2,
        fill: stage.colour,
      }),
    );
    top += NAME + BAR;
  }
  return s("svg", { class: "flow", viewBox: `0 0 ${WIDTH} ${top}`, width: WIDTH, height: top }, marks);
}

/** What goes on, and beside it what leaves. */
function passage(
  s: ReturnType<typeof svgMaker>,
  { top, bottom, from, to }: { top: number; bottom: number; from: number; to: number },
): Child {
  const end = Math.min(from, to);
  const y = (bottom + NAME).toFixed(1);
  const [a, b] = [from.toFixed(1), end.toFixed(1)];
  const middle = ((top + bottom) / 2).toFixed(1);
  const leaves = Math.min(top + 20, bottom);
  return [
    s("path", {
      class: "flow-on",
      d: `M0 ${top} H${b} C${b} ${middle} ${to.toFixed(1)} ${middle} ${to.toFixed(1)} ${y} H0 Z`,
    }),
    from - end > 0.5 &&
      s("path", {
        class: "flow-off",
        d: `M${b} ${top} H${a} C${a} ${leaves - 6} ${ASIDE - 8} ${top + 6} ${ASIDE - 8} ${top + 10} V${leaves} C${b} ${leaves} ${b} ${leaves - 4} ${b} ${top} Z`,
      }),
  ];
}

/** A count, or the word that stands for a hidden one. */
export const writeUnits =
  (hidden: string) =>
  (units: number | null): string =>
    units === null ? hidden : count(units);
