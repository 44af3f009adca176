import { type Child, maker } from "./elements.ts";
import { ANY, type Release, type Subject } from "./release.ts";
import { TARGET_STRINGS as words } from "./strings_targets.ts";

export type JudgedTarget = Release["targets"][number];

/** The target of a series, if one is set. */
export function targetOf(
  { targets }: Release,
  { measure, instrument, window }: Subject,
): JudgedTarget | undefined {
  return targets.find(
    (target) =>
      target.measure === measure.id &&
      target.instrument === (instrument?.id ?? ANY) &&
      target.window === window.id,
  );
}

/** A target in words: `at least 80%`. */
export const targetInWords = ({ bound, target }: JudgedTarget): string =>
  words.bound[bound](`${Number((100 * target).toFixed(1))}%`);

/** A target with the word for how it is met, or that none is set. */
export function targetMark(document: Document, target: JudgedTarget | undefined): Child {
  const h = maker(document);
  if (!target) return h("span", { class: "muted" }, words.none);
  const { assurance, source } = target;
  return [
    h("span", { class: "target", title: source }, targetInWords(target)),
    assurance &&
      h(
        "span",
        { class: `assurance assurance-${assurance}`, title: words.meaning[assurance] },
        words.assurance[assurance],
      ),
  ];
}
