import { maker } from "./elements.ts";
import { count, day } from "./formats.ts";
import { funderSet } from "./funder_set.ts";
import type { MeasureEntry, View } from "./release.ts";
import { named, STRINGS } from "./strings.ts";
import { FUNDER_STRINGS } from "./strings_funders.ts";
import { table } from "./table.ts";
import { specText } from "./view_definition.ts";

const { certificate: words } = FUNDER_STRINGS;

/** What the figures of this page were made from, by what and under which policy, and who signed their definitions. */
export const certificate: View = ({ document, release }) => {
  const h = maker(document);
  const { manifest } = release;
  const { software, policy, suppression, extract } = manifest;
  const { cells, shown, suppressed, no_value, pending } = suppression;
  const facts: [string, string | null][] = [
    [words.software, `${software.name} ${software.version}`],
    [words.run, manifest.run_id],
    [words.asOf, day(manifest.as_of)],
    [words.through, extract.coverage_end && day(extract.coverage_end)],
    [words.policy, words.policyText(policy.id, policy.version, day(policy.date), policy.owner)],
    [words.seal, release.seal],
    [
      words.suppression,
      STRINGS.data.suppression(
        count(cells),
        count(shown),
        count(suppressed),
        count(no_value),
        count(pending),
      ),
    ],
  ];
  const measures = [...new Set(funderSet(release).subjects.map(({ measure }) => measure))];
  return h(
    "div",
    { class: "certificate" },
    h("h3", null, words.facts),
    h(
      "dl",
      { class: "terms" },
      facts.map(([name, value]) => value && h("div", null, h("dt", null, name), h("dd", null, value))),
    ),
    h("h3", null, words.rules),
    signOffs(document, measures),
  );
};

function signOffs(document: Document, measures: readonly MeasureEntry[]): Element {
  const h = maker(document);
  const unsigned = measures.filter(({ sign_off }) => sign_off === null).length;
  return h(
    "div",
    null,
    h(
      "p",
      { class: unsigned > 0 ? "data-note" : undefined },
      unsigned > 0
        ? words.unsigned(count(unsigned), count(measures.length))
        : words.allSigned(count(measures.length)),
    ),
    table(document, {
      caption: words.rules,
      hideCaption: true,
      columns: [
        { label: words.rule, header: true, cell: ({ title }) => title },
        {
          label: words.spec,
          cell: ({ specs }) =>
            specs.length === 0 ? words.noSpec : specs.map((spec) => h("p", null, specText(spec))),
        },
        {
          label: words.firmness,
          cell: ({ source, firmness }) => `${source} (${named(STRINGS.firmness, firmness)})`,
        },
        {
          label: words.signed,
          cell: ({ sign_off }) =>
            sign_off
              ? words.signedBy(sign_off.by, day(sign_off.date))
              : h("span", { class: "badge badge-open" }, words.notSigned),
        },
      ],
      rows: measures,
      stack: true,
    }),
  );
}
