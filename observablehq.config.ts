import { existsSync } from "node:fs";
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

/** The reports, in reading order; those that an edition lacks are not there when its pages are built. */
const REPORTS = [
  { name: "Committee", path: "/committee" },
  { name: "Clinics", path: "/clinics/" },
  { name: "Funders", path: "/funders" },
  { name: "Planners", path: "/planners" },
  { name: "Equity", path: "/equity" },
  { name: "Data quality", path: "/data" },
].filter(({ path }) => existsSync(new URL(`reports${path.replace(/\/$/, "/index")}.md`, import.meta.url)));

/** The site's shell. Pages hold placeholders; the `site` job builds this in a folder of its own and draws the release into them. */
export default {
  root: "reports",
  output: "dist",
  title: "Care Observatory",
  style: "style.css",
  pages: [
    { name: "Reports", collapsible: true, open: true, pages: REPORTS },
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
        { name: "Definitions side by side", path: "/methods/definitions" },
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
