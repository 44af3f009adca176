import { type Child, maker } from "./elements.ts";
import { count, day } from "./formats.ts";
import { isExact, type Manifest, type View } from "./release.ts";
import { named, STRINGS } from "./strings.ts";
import { type Column, table } from "./table.ts";

const { data: words } = STRINGS;

/** A published count of rows; few are not counted out. */
const rowCount = (rows: number | null, { hide_at_most }: Manifest["policy"]): string =>
  rows === null ? words.fewRows(count(hide_at_most)) : count(rows);

type InputFile = Manifest["inputs"][number];

/** Every file of the extract: rows read = accepted + set aside + counted once + out of scope, exactly; shown rounded. */
export const reconciliation: View = ({ document, release }) => {
  const h = maker(document);
  const { inputs, policy } = release.manifest;
  const bad = inputs.filter(({ balances }) => !balances).length;
  const number = (
    label: string,
    key: "read" | "accepted" | "rejected" | "duplicate" | "out_of_scope",
  ): Column<InputFile> => ({ label, number: true, cell: (file) => rowCount(file[key], policy) });
  return h(
    "div",
    null,
    h(
      "p",
      { class: "finding" },
      bad === 0 ? words.balanced(count(inputs.length)) : words.unbalanced(count(bad), count(inputs.length)),
    ),
    !isExact(release) && h("p", { class: "muted" }, words.roundedRows(count(policy.round_to))),
    table(document, {
      caption: words.rows,
      hideCaption: true,
      columns: [
        { label: words.file, header: true, cell: ({ file }) => file },
        { label: words.table, cell: ({ table: name }) => name },
        number(words.read, "read"),
        number(words.accepted, "accepted"),
        number(words.rejected, "rejected"),
        number(words.duplicate, "duplicate"),
        number(words.outOfScope, "out_of_scope"),
        {
          label: words.balances,
          cell: ({ balances }) => (balances ? words.yes : h("strong", { class: "bad" }, words.no)),
        },
        { label: words.hash, cell: ({ sha256 }) => hash(document, sha256) },
      ],
      rows: inputs,
    }),
  );
};

/** Which rules rows broke, how often, and how to mend them. */
export const rules: View = ({ document, release }) => {
  const { rules: broken, policy } = release.manifest;
  if (broken.length === 0) return maker(document)("p", { class: "absent" }, words.noRules);
  return table(document, {
    caption: words.rules,
    hideCaption: true,
    columns: [
      { label: words.rule, header: true, cell: ({ rule }) => rule.replaceAll("_", " ") },
      { label: words.where, cell: ({ file, column }) => (column ? words.column(file, column) : file) },
      { label: words.count, number: true, cell: ({ rows }) => rowCount(rows, policy) },
      { label: words.outcome, cell: ({ verdict }) => named(words.verdicts, verdict) },
      { label: words.mend, cell: ({ mend }) => mend },
    ],
    rows: broken,
  });
};

/** What the run wants a reader to know. */
export const notices: View = ({ document, release }) => {
  const said = release.manifest.notices;
  return said.length === 0 ? maker(document)("p", null, words.noNotices) : list(document, said);
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
    caption: words.tables,
    hideCaption: true,
    columns: [
      { label: words.table, header: true, cell: ({ name }) => name },
      {
        label: words.inExtract,
        cell: ({ present }) => (present ? words.present : h("span", { class: "muted" }, words.absent)),
      },
      { label: words.required, cell: ({ required }) => (required ? words.isRequired : words.isOptional) },
      { label: words.cost, cell: ({ lost }) => lost.join(", ") || "–" },
    ],
    rows,
  });
};

/** Measures this extract cannot answer, by name. */
export const notComputable: View = ({ document, release }) => {
  const lost = release.manifest.measures.filter(({ missing_tables }) => missing_tables.length > 0);
  if (lost.length === 0) return maker(document)("p", null, words.allComputable);
  return list(
    document,
    lost.map(({ title, missing_tables }) => words.needs(title, missing_tables.join(", "))),
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
      words.suppression(count(cells), count(shown), count(suppressed), count(no_value), count(pending)),
    ),
    h("p", null, STRINGS.stamp.line(`${software.name} ${software.version}`, day(as_of), run_id)),
    table(document, {
      caption: words.files,
      hideCaption: true,
      columns: [
        {
          label: words.file,
          header: true,
          cell: ({ name }) => h("a", { href: `data/${name}`, download: true }, name),
        },
        { label: words.count, number: true, cell: ({ rows }) => count(rows) },
        { label: words.bytes, number: true, cell: ({ bytes }) => count(bytes) },
        { label: words.hash, cell: ({ sha256 }) => hash(document, sha256) },
      ],
      rows: written,
    }),
  );
};

function hash(document: Document, sha256: string): Child {
  return maker(document)("code", { title: sha256 }, sha256.slice(0, 12));
}

function list(document: Document, sentences: readonly string[]): Element {
  const h = maker(document);
  return h(
    "ul",
    null,
    sentences.map((sentence) => h("li", null, sentence)),
  );
}
