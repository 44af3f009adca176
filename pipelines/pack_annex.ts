import { maker } from "../reports/components/elements.ts";
import { PACK_STRINGS as words } from "../reports/components/strings_pack.ts";

/** Where the annex stands in a pack. */
export const ANNEX = { id: "annex", title: words.annex } as const;

/**
 * Moves the tables that tell what charts show out of the way of a reader on paper, to an annex in the same order. In the place of
 * each stands which table it is and on which sheet; undefined where no chart has one.
 */
export function moveTwins(document: Document, within: Element): Element | undefined {
  const h = maker(document);
  const moved = [...within.querySelectorAll(".twin")].map((twin, index) => {
    const number = String(index + 1);
    const id = `${ANNEX.id}-${number}`;
    const tables = [...twin.querySelectorAll(".table-region")];
    twin.replaceWith(
      h(
        "p",
        { class: "twin-place" },
        h("a", { href: `#${id}` }, words.numbers(number), h("span", { class: "sheet", "data-sheet-of": id })),
      ),
    );
    return h("section", { id, class: "twin-moved" }, h("h2", null, words.table(number)), tables);
  });
  if (moved.length === 0) return undefined;
  return h(
    "div",
    { class: "part annex", id: ANNEX.id },
    h("article", null, h("h1", null, ANNEX.title), h("p", { class: "lede" }, words.annexLede), moved),
  );
}
