import { type Child, maker } from "./elements.ts";
import { day } from "./formats.ts";
import type { MeasureEntry, View, ViewContext } from "./release.ts";
import { named, STRINGS } from "./strings.ts";

const { definition: words } = STRINGS;

/** What a measure is: who counts, where the definition comes from, who signed it, and its download. */
export function definition({ document, release }: ViewContext, entry: MeasureEntry): Element {
  const h = maker(document);
  const windows = release.manifest.windows.filter(({ id }) => entry.windows.includes(id));
  const specs = entry.specs.map((spec) => h("p", null, specText(spec)));
  const facts: [string, Child][] = [
    [words.who, entry.definition],
    [
      words.windows,
      windows.map((window) => h("p", null, h("strong", null, window.title), `: ${window.definition}`)),
    ],
    ...(entry.has_follow_up ? [[words.missing, words.missingRule] satisfies [string, Child]] : []),
    ...["month", "year"]
      .filter((period) => entry.unit.endsWith(`_${period}`))
      .map((period): [string, Child] => [words.repeated, words.repeatedRule(period)]),
    [words.direction, STRINGS.polarity[entry.better]],
    [words.specs, specs.length > 0 ? specs : words.noSpecs],
    [words.source, `${entry.source} (${named(STRINGS.firmness, entry.firmness)})`],
    [words.signOff, entry.sign_off ? `${entry.sign_off.by}, ${day(entry.sign_off.date)}` : words.nobody],
    [words.numbers, h("a", { href: `../data/${entry.id}.csv`, download: true }, `${entry.id}.csv`)],
  ];
  return h(
    "section",
    { class: "definition", "aria-labelledby": "definition" },
    h("h2", { id: "definition", tabindex: -1 }, words.title),
    h(
      "dl",
      null,
      facts.map(([name, value]) => h("div", null, h("dt", null, name), h("dd", null, value))),
    ),
  );
}

/** `NYS CoCM metric 11 (2025; all payers): same definition`. */
export const specText = ({ id, version, match }: MeasureEntry["specs"][number]): string =>
  `${id} (${version}): ${named(words.match, match)}`;

/** All measures with their definitions in short, and the posts beside them, for the methods page. */
export const definitions: View = ({ document, release }) => {
  const h = maker(document);
  const { measures, posts } = release.manifest;
  const term = (href: string, title: string, text: string) =>
    h("div", null, h("dt", null, h("a", { href }, title)), h("dd", null, text));
  return h(
    "dl",
    { class: "terms" },
    measures.map(({ id, title, definition, better }) =>
      term(`../measures/${id}.html`, title, `${definition} ${STRINGS.polarity[better]}.`),
    ),
    term(
      "../planners.html#caseload-and-staff",
      posts.title,
      `${posts.definition} ${posts.specs.map(specText).join("; ")}.`,
    ),
  );
};
