import { type Child, maker } from "./elements.ts";
import { day } from "./formats.ts";
import type { MeasureEntry, View, ViewContext } from "./release.ts";
import { firmnessName, STRINGS } from "./strings.ts";

/** What a measure is: who counts, where the definition comes from, who signed it, and its download. */
export function definition({ document, release }: ViewContext, entry: MeasureEntry): Element {
  const h = maker(document);
  const windows = release.manifest.windows.filter(({ id }) => entry.windows.includes(id));
  const facts: [string, Child][] = [
    ["Who counts", entry.definition],
    [
      "Windows",
      windows.map((window) => h("p", null, h("strong", null, window.title), ": ", window.definition)),
    ],
    [
      "Missing scores",
      "A person without a score in the window is never counted as a success. The share followed up stands beside every result.",
    ],
    ["Direction", STRINGS.polarity[entry.better]],
    [
      "Published specifications",
      entry.specs.length === 0
        ? "None"
        : entry.specs.map(({ id, version, match }) =>
            h("p", null, `${id} (${version}): ${STRINGS.match[match] ?? match}`),
          ),
    ],
    ["Source", `${entry.source} (${firmnessName(entry.firmness)})`],
    ["Sign-off", entry.sign_off ? `${entry.sign_off.by}, ${day(entry.sign_off.date)}` : "Nobody yet"],
    ["Numbers", h("a", { href: `../data/${entry.id}.csv`, download: true }, `${entry.id}.csv`)],
  ];
  return h(
    "section",
    { class: "definition", "aria-labelledby": "definition" },
    h("h2", { id: "definition", tabindex: -1 }, "Definition"),
    h(
      "dl",
      null,
      facts.map(([name, value]) => h("div", null, h("dt", null, name), h("dd", null, value))),
    ),
  );
}

/** All measures with their definitions in short, for the methods page. */
export const definitions: View = ({ document, release }) => {
  const h = maker(document);
  return h(
    "dl",
    { class: "terms" },
    release.manifest.measures.map((entry) =>
      h(
        "div",
        null,
        h("dt", null, h("a", { href: `../measures/${entry.id}.html` }, entry.title)),
        h("dd", null, entry.definition, " ", STRINGS.polarity[entry.better], "."),
      ),
    ),
  );
};
