import { count, inHundred, percent, percentRange } from "./formats.ts";
import type { Figure } from "./measure_missing.ts";
import type { Release, Subject } from "./release.ts";
import { STRINGS } from "./strings.ts";
import { MODEL_STRINGS } from "./strings_models.ts";

const { imputed: words } = MODEL_STRINGS;

type Imputed = Release["imputed"][number];
type ReadImputed = Imputed & Record<"people" | "value" | "lower" | "upper", number>;

/** The result with those without a score estimated; undefined where it was not, or is hidden. */
export function imputedOf({ imputed }: Release, subject: Subject): ReadImputed | undefined {
  const found = imputed.find(
    ({ measure, instrument, window }) =>
      measure === subject.measure.id && instrument === subject.instrument?.id && window === subject.window.id,
  );
  return found && isRead(found) ? found : undefined;
}

const isRead = (row: Imputed): row is ReadImputed => row.value !== null;

/** The estimate as a figure beside those that assume nothing. */
export function imputedFigure({ value, lower, upper, people, imputations }: ReadImputed): Figure {
  return {
    kind: "bounds",
    name: words.name,
    says: percent(value, people),
    range: STRINGS.headline.likely(percentRange(lower, upper, people)),
    strip: { value, lower, upper },
    who: words.who(count(imputations)),
  };
}

/** What the estimate allows to be said, and how badly those without a score must have done to take it away. */
export function tippingSentences(
  { floor, of_missing, of_missing_at_floor }: ReadImputed,
  measured: number | null,
): string[] {
  if (floor === null || of_missing === null) return [words.assumes];
  const tips =
    of_missing_at_floor === null || measured === null
      ? words.stands
      : words.tips(inHundred(of_missing_at_floor), inHundred(of_missing), inHundred(measured));
  return [`${words.floor(inHundred(floor))} ${tips}`, words.assumes];
}
