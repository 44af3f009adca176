import { greatest, group } from "d3";
import { judgeQuality, type MeasureToJudge, wholeOf } from "../src/disclosure/judge_quality.ts";
import { priceFixes } from "../src/disclosure/price_fixes.ts";
import type {
  ReleasedCell,
  ReleasedInput,
  ReleasedScores,
  ReleasedStep,
} from "../src/disclosure/released.ts";
import type { Measure } from "../src/measures/measure.ts";
import { HEADLINES } from "../src/measures/topics.ts";
import type { Manifest } from "../src/publish/manifest.ts";
import { ALL } from "../src/reference/cells.ts";
import { QUALITY_RULES } from "../src/reference/quality.ts";

/** What is published of a release beside its quality. */
interface Published {
  measures: readonly (Measure & { missing_tables: readonly string[] })[];
  cells: readonly ReleasedCell[];
  steps: readonly ReleasedStep[];
  inputs: readonly ReleasedInput[];
  scores: readonly ReleasedScores[];
}

/** How far each measure may be relied on, and what mending the data would do: from published numbers alone. */
export function describeQuality({ measures, scores, cells, ...others }: Published): Manifest["quality"] {
  const published = { ...others, cells: cells.filter(({ clinic_id }) => clinic_id === ALL) };
  const cellsOf = group(published.cells, ({ measure }) => measure);
  const judged = measures.map((measure) => ({
    ...measure,
    main: mainSeries(measure, cellsOf.get(measure.id) ?? []),
  }));
  const rowsOf = (fault: ReleasedScores["fault"]) => scores.find((one) => one.fault === fault)?.rows ?? null;
  const ofScores = { forms: rowsOf("forms"), unscorable: rowsOf("unscorable"), late: rowsOf("late") };
  return {
    rules: QUALITY_RULES,
    measures: judgeQuality(judged, { ...published, scores: ofScores }),
    fixes: priceFixes(judged, published),
  };
}

/** The window in which a measure is read first, on the instrument that most people have in it. */
function mainSeries(measure: Measure, cells: readonly ReleasedCell[]): MeasureToJudge["main"] {
  const own = HEADLINES.find((headline) => headline.measure === measure.id);
  const alike = HEADLINES.find(({ windows: [first] }) => measure.windows.includes(first));
  const window = (own ?? alike)?.windows[0] ?? measure.windows[0];
  const wholes = [...group(cells, ({ instrument }) => instrument).values()].flatMap(
    (ofInstrument) => wholeOf(ofInstrument.filter((cell) => cell.window === window)) ?? [],
  );
  const main = greatest(wholes, ({ denominator }) => denominator ?? 0);
  return main ? { instrument: main.instrument, window: main.window } : null;
}
