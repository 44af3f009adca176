import { type Make, maker } from "./elements.ts";
import { count, day } from "./formats.ts";
import { isExact, type Manifest, type View } from "./release.ts";
import { STRINGS } from "./strings.ts";

const { stamp: words } = STRINGS;

/** Where these numbers come from, on every page. */
export const stamp: View = ({ document, release: { manifest } }) => stampOf(maker(document), manifest);

/** As-of, data through, run, policy and what kind of data they are. */
export function stampOf(h: Make, manifest: Manifest): Element {
  const { program, extract, policy, inputs } = manifest;
  const rows = inputs.reduce((sum, { read }) => sum + (read ?? 0), 0);
  const { status, lag_days } = manifest.reporting;
  const facts: [string, string | null][] = [
    [words.status, words.reporting[status](String(lag_days))],
    [words.asOf, day(manifest.as_of)],
    [words.dataThrough, extract.coverage_end && day(extract.coverage_end)],
    [words.source, [extract.site, extract.system].filter(Boolean).join(", ") || null],
    [isExact({ manifest }) ? words.rowsRead : words.rowsReadRounded, count(rows)],
    [words.smallNumbers, smallNumbers(policy)],
    [words.run, manifest.run_id],
  ];
  const note = program.synthetic || program.data_note !== "";
  return h(
    "section",
    { class: "stamp", "aria-label": words.label },
    h(
      "dl",
      null,
      facts.map(([name, value]) =>
        value ? h("div", null, h("dt", null, name), h("dd", null, value)) : null,
      ),
    ),
    note &&
      h(
        "p",
        { class: "data-note" },
        h("strong", null, program.synthetic ? words.synthetic : words.dataNote),
        ` ${program.data_note}`,
      ),
  );
}

function smallNumbers({ hide_at_most, round_to }: Manifest["policy"]): string {
  if (hide_at_most === 0) return words.smallNumbersOpen;
  if (round_to === 1) return words.smallNumbersExact(count(hide_at_most));
  return words.smallNumbersRule(count(hide_at_most), count(round_to));
}

/** The programme's own name as the page's heading, and what it is. */
export const programme: View = ({ document, release }) => {
  const h = maker(document);
  const { name, description } = release.manifest.program;
  return h(
    "header",
    { class: "hero" },
    h("p", { class: "eyebrow" }, words.eyebrow),
    h("h1", null, name),
    h("p", { class: "lede" }, description),
  );
};

/** Which other programmes have a site beside this one. */
export const beside: View = ({ document, beside: sites }) => {
  const h = maker(document);
  if (sites.length === 0) return h("div", { hidden: true });
  const links = sites.map(({ name, href }) => h("a", { href }, name));
  return h(
    "p",
    { class: "beside" },
    `${words.beside} `,
    links.flatMap((link, index) => (index ? [", ", link] : [link])),
    ".",
  );
};
