import figures from "./attack.json" with { type: "json" };
import { maker } from "./elements.ts";
import { count } from "./formats.ts";
import type { View } from "./release.ts";
import { ATTACK_STRINGS as words } from "./strings_attack.ts";
import { table } from "./table.ts";

type Figure = Exclude<keyof (typeof figures.attacks)[number], "what">;

/** What an attacker of our own found in releases of made-up programmes, with the date and how to repeat it. */
export const attack: View = ({ document }) => {
  const h = maker(document);
  const column = (label: string, name: Figure) => ({
    label,
    number: true,
    cell: (row: (typeof figures.attacks)[number]) => count(row[name]),
  });
  return h(
    "div",
    null,
    h("p", null, words.intro),
    table(document, {
      caption: words.caption,
      hideCaption: true,
      columns: [
        { label: words.what, header: true, cell: ({ what }) => words.kinds[what] ?? what },
        column(words.releases, "releases"),
        column(words.refused, "refused"),
        column(words.cells, "cells"),
        column(words.secrets, "protected"),
        column(words.exact, "exact"),
        column(words.cornered, "cornered"),
        column(words.tightest, "tightest"),
        column(words.alarms, "alarms"),
      ],
      rows: figures.attacks,
    }),
    h("p", null, words.limits),
    h("p", null, words.source(figures.date, count(figures.minutes))),
  );
};
