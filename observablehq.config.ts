import { MEASURES } from "./src/measures/index.ts";
import { topicsOf } from "./src/measures/topics.ts";

const page = (id: string) => ({
  name: MEASURES.find((measure) => measure.id === id)?.title ?? id,
  path: `/measures/${id}`,
});

/** Pages that stand with the measures of a topic. */
const BESIDE: Readonly<Record<string, readonly { name: string; path: string }[]>> = {
  outcomes: [{ name: "Time to improvement", path: "/time_to_improvement" }],
};

/** The site's shell. Pages hold placeholders; the `site` job builds this in a folder of its own and draws the release into them. */
export default {
  root: "reports",
  output: "dist",
  title: "Care Observatory",
  style: "style.css",
  pages: [
    ...topicsOf(MEASURES).map(({ id, title, measures }) => ({
      name: title,
      collapsible: true,
      open: id === "outcomes",
      pages: [...measures.map(page), ...(BESIDE[id] ?? [])],
    })),
    {
      name: "How it is made",
      collapsible: true,
      open: true,
      pages: [
        { name: "Methods", path: "/methods/" },
        { name: "Data quality", path: "/data" },
        { name: "Speed", path: "/methods/speed" },
        { name: "Decisions", path: "/methods/decisions" },
      ],
    },
  ],
  globalStylesheets: [],
  preserveExtension: true,
  preserveIndex: true,
  head: "",
  footer: "",
  pager: false,
  search: true,
  toc: false,
};
