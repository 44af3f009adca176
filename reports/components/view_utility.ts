import { maker } from "./elements.ts";
import { count } from "./formats.ts";
import type { View } from "./release.ts";
import { UTILITY_STRINGS as words } from "./strings_utility.ts";
import { table } from "./table.ts";
import figures from "./utility.json" with { type: "json" };

/** What protection costs readers: how far rates move, how often intervals hold the truth, and what is shown at all. */
export const utility: View = ({ document }) => {
  const h = maker(document);
  return h(
    "div",
    null,
    h("p", null, words.accuracy),
    table(document, {
      caption: words.accuracyCaption,
      hideCaption: true,
      columns: [
        { label: words.people, header: true, cell: ({ people }) => people },
        { label: words.rates, number: true, cell: ({ rates }) => count(rates) },
        { label: words.off, number: true, cell: ({ rms_points }) => words.points(rms_points.toFixed(2)) },
        { label: words.hold, number: true, cell: ({ intervals_hold }) => `${intervals_hold.toFixed(1)}%` },
      ],
      rows: figures.accuracy,
    }),
    table(document, {
      caption: words.coverageCaption,
      columns: [
        { label: words.breakdown, header: true, cell: ({ breakdown }) => breakdown },
        { label: words.cells, number: true, cell: ({ cells }) => count(cells) },
        { label: words.shown, number: true, cell: ({ shown }) => count(shown) },
        {
          label: words.share,
          number: true,
          cell: ({ cells, shown }) => `${Math.round((100 * shown) / cells)}%`,
        },
      ],
      rows: figures.coverage,
    }),
  );
};
