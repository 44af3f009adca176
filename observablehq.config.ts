import { MEASURES } from "./src/measures/index.ts";

const measurePath = (id: string) => `/measures/${id}`;

/** The site's shell. Pages hold placeholders; the `site` job builds this in a folder of its own and draws the release into them. */
export default {
  root: "reports",
  output: "dist",
  title: "Care Observatory",
  style: "style.css",
  pages: [
    { name: "Measures", pages: MEASURES.map(({ id, title }) => ({ name: title, path: measurePath(id) })) },
    {
      name: "How it is made",
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
