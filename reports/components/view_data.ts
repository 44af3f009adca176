import { type Child, maker } from "./elements.ts";
import { count, day } from "./formats.ts";
import type { Manifest, View } from "./release.ts";
import { STRINGS } from "./strings.ts";
import { table } from "./table.ts";

type File = Manifest["inputs"][number];

/** Whether every row of a file is accounted for. */
function balances({ read, accepted, rejected, duplicate, out_of_scope }: File): boolean {
  return read === accepted + rejected + duplicate + out_of_scope;
}

/** Every file of the extract: rows read = accepted + set aside + counted once + out of scope. */
export const reconciliation: View = ({ document, release }) => {
  const h = maker(document);
  const { inputs } = release.manifest;
  const bad = inputs.filter((file) => !balances(file));
  const rows = inputs.reduce((sum, { read }) => sum + read, 0);
  const verdict =
    bad.length === 0
      ? `All ${count(rows)} rows of ${inputs.length} files are accounted for.`
      : `${bad.length} of ${inputs.length} files do not balance.`;
  const number = (label: string, key: "read" | "accepted" | "rejected" | "duplicate" | "out_of_scope") => ({
    label,
    number: true,
    cell: (file: File): Child => count(file[key]),
  });
  return h(
    "div",
    null,
    h("p", { class: "finding" }, verdict),
    table(document, {
      caption: "Rows of each file",
      hideCaption: true,
      columns: [
        { label: "File", header: true, cell: ({ file }) => file },
        { label: "Table", cell: ({ table: name }) => name },
        number("Read", "read"),
        number("Accepted", "accepted"),
        number("Set aside", "rejected"),
        number("Duplicate", "duplicate"),
        number("Out of scope", "out_of_scope"),
        {
          label: "Balances",
          cell: (file) => (balances(file) ? "✓ yes" : h("strong", { class: "bad" }, "✗ no")),
        },
        { label: "SHA-256", cell: ({ sha256 }) => h("code", { title: sha256 }, sha256.slice(0, 12)) },
      ],
      rows: inputs,
    }),
  );
};

/** Which rules rows broke, how often, and how to mend them. */
export const rules: View = ({ document, release }) => {
  const h = maker(document);
  const broken = release.manifest.rules;
  if (broken.length === 0) return h("p", { class: "absent" }, "No row broke a rule.");
  return table(document, {
    caption: "Rules that rows broke",
    hideCaption: true,
    columns: [
      { label: "Rule", header: true, cell: ({ rule }) => rule.replaceAll("_", " ") },
      { label: "Where", cell: ({ file, column }) => [file, column ? `, column ${column}` : ""] },
      { label: "Rows", number: true, cell: ({ rows }) => count(rows) },
      { label: "Outcome", cell: ({ verdict }) => STRINGS.verdicts[verdict] ?? verdict },
      { label: "How to mend it", cell: ({ mend }) => mend },
    ],
    rows: broken,
  });
};

/** What the run wants a reader to know. */
export const notices: View = ({ document, release }) => {
  const h = maker(document);
  const { notices: said } = release.manifest;
  return said.length === 0
    ? h("p", { class: "absent" }, "Nothing to report.")
    : h(
        "ul",
        null,
        said.map((notice) => h("li", null, notice)),
      );
};

/** Which tables the extract holds, and what the absent ones cost. */
export const tables: View = ({ document, release, tables: contract }) => {
  const h = maker(document);
  const { inputs, measures } = release.manifest;
  const rows = contract.map(({ name, required }) => ({
    name,
    required,
    present: inputs.some((file) => file.table === name),
    lost: measures.filter(({ missing_tables }) => missing_tables.includes(name)).map(({ title }) => title),
  }));
  return table(document, {
    caption: "Tables of the extract",
    hideCaption: true,
    columns: [
      { label: "Table", header: true, cell: ({ name }) => name },
      {
        label: "In this extract",
        cell: ({ present }) => (present ? "✓ present" : h("span", { class: "muted" }, "absent")),
      },
      { label: "Required", cell: ({ required }) => (required ? "required" : "optional") },
      { label: "Not computable without it", cell: ({ lost }) => lost.join(", ") || "–" },
    ],
    rows,
  });
};

/** Measures this extract cannot answer, by name. */
export const notComputable: View = ({ document, release }) => {
  const h = maker(document);
  const lost = release.manifest.measures.filter(({ missing_tables }) => missing_tables.length > 0);
  return lost.length === 0
    ? h("p", null, "Every registered measure could be computed from this extract.")
    : h(
        "ul",
        null,
        lost.map(({ title, missing_tables }) =>
          h("li", null, `${title}: needs ${missing_tables.join(", ")}.`),
        ),
      );
};

/** How much of the release is shown, and its files with their hashes. */
export const files: View = ({ document, release }) => {
  const h = maker(document);
  const { suppression, files: written, run_id, software, as_of } = release.manifest;
  const { cells, shown, suppressed, no_value, pending } = suppression;
  return h(
    "div",
    null,
    h(
      "p",
      null,
      `Of ${count(cells)} cells, ${count(shown)} are shown, ${count(suppressed)} are hidden because so few people are in them, ${count(no_value)} have no value and ${count(pending)} are pending. `,
      `Run ${run_id}, ${software.name} ${software.version}, as of ${day(as_of)}.`,
    ),
    table(document, {
      caption: "Files of this release",
      hideCaption: true,
      columns: [
        {
          label: "File",
          header: true,
          cell: ({ name }) => h("a", { href: `data/${name}`, download: true }, name),
        },
        { label: "Rows", number: true, cell: ({ rows }) => count(rows) },
        { label: "Bytes", number: true, cell: ({ bytes }) => count(bytes) },
        { label: "SHA-256", cell: ({ sha256 }) => h("code", { title: sha256 }, sha256.slice(0, 12)) },
      ],
      rows: written,
    }),
  );
};
