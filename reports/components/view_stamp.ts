import { maker } from "./elements.ts";
import { count, day } from "./formats.ts";
import type { View } from "./release.ts";

/** Programme name and description, and where these numbers come from: as-of, data through, run, kind of data. */
export const stamp: View = ({ document, release }) => {
  const h = maker(document);
  const { manifest } = release;
  const { program, extract, policy, inputs } = manifest;
  const rows = inputs.reduce((sum, { read }) => sum + read, 0);
  const facts: [string, string | null][] = [
    ["As of", day(manifest.as_of)],
    ["Data through", extract.coverage_end && day(extract.coverage_end)],
    ["Source", [extract.site, extract.system].filter(Boolean).join(", ") || null],
    ["Rows read", count(rows)],
    ["Small numbers", `${policy.hide_at_most} or fewer hidden, others to the nearest ${policy.round_to}`],
    ["Run", manifest.run_id],
  ];
  return h(
    "section",
    { class: "stamp", "aria-label": "About these numbers" },
    h(
      "dl",
      null,
      facts.map(([name, value]) =>
        value ? h("div", null, h("dt", null, name), h("dd", null, value)) : null,
      ),
    ),
    program.synthetic || program.data_note
      ? h(
          "p",
          { class: "data-note" },
          h("strong", null, program.synthetic ? "Synthetic data. " : "What the data are. "),
          program.data_note,
        )
      : null,
  );
};

/** The programme's own name as the page's heading, and what it is. */
export const programme: View = ({ document, release }) => {
  const h = maker(document);
  const { program } = release.manifest;
  return h(
    "header",
    { class: "hero" },
    h("p", { class: "eyebrow" }, "Collaborative care, measured"),
    h("h1", null, program.name),
    h("p", { class: "lede" }, program.description),
  );
};
