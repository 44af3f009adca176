import { MEASURES } from "./src/measures/index.ts";
import { topicsOf } from "./src/measures/topics.ts";

const measurePath = (id: string) => `/measures/${id}`;
const page = (id: string) => ({
  name: MEASURES.find((measure) => measure.id === id)?.title ?? id,
  path: measurePath(id),
});

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
      pages: measures.map(page),
    })),
    {
      name: "How it is made",
      collapsible: true,
      open: true,
      pages: [
        { name: "Methods", path: "/methods/" },
        { name: "Data quality", path: "/data" },
        { name: "Decisions", path: "/methods/decisions" },
      ],
    },
  ],
  dynamicPaths: MEASURES.map(({ id }) => measurePath(id)),
  interpreters: { ".ts": ["node", "--import", "tsx"] },
  globalStylesheets: [],
  preserveExtension: true,
  preserveIndex: true,
  head: "",
  footer: "",
  pager: false,
  search: true,
  toc: false,
};
