import { type Child, type Make, maker, slug } from "./elements.ts";
import { day } from "./formats.ts";
import { type InstrumentEntry, instrumentsInUse, type View } from "./release.ts";
import { firmnessName, STRINGS } from "./strings.ts";
import { table } from "./table.ts";

interface Fact {
  name: string;
  value: Child;
  firmness: string;
  source: string;
}

/** Every instrument with every fact, its source and how firm it is; unverified facts are flagged. */
export const instruments: View = ({ document, release }) => {
  const h = maker(document);
  const used = new Set(instrumentsInUse(release.manifest));
  return h(
    "div",
    null,
    release.manifest.instruments.map((instrument) =>
      h(
        "section",
        { class: "scale", "aria-labelledby": `scale-${slug(instrument.id)}` },
        h(
          "h3",
          { id: `scale-${slug(instrument.id)}` },
          instrument.name,
          used.has(instrument) ? h("span", { class: "badge" }, "in use") : null,
        ),
        h("p", { class: "muted" }, scale(instrument)),
        table(document, {
          caption: `Facts about ${instrument.name}`,
          hideCaption: true,
          columns: [
            { label: "Fact", header: true, cell: ({ name }) => name },
            { label: "Value", cell: ({ value }) => value },
            { label: "How firm", cell: ({ firmness }) => firm(h, firmness) },
            { label: "Source", cell: ({ source }) => source },
          ],
          rows: facts(instrument),
        }),
        instrument.notes.length > 0
          ? h(
              "ul",
              null,
              instrument.notes.map((note) => h("li", null, note)),
            )
          : null,
      ),
    ),
  );
};

function scale({
  construct,
  items,
  item_min,
  item_max,
  min,
  max,
  higher_is_worse,
  scoring,
  loinc_total,
}: InstrumentEntry): string {
  return [
    `${construct}, ${items} items of ${item_min} to ${item_max}, total ${min} to ${max}`,
    higher_is_worse ? STRINGS.higherIsWorse : STRINGS.lowerIsWorse,
    scoring === "sum" ? "the total is the sum of the items" : "the site’s total is the score",
    loinc_total ? `LOINC ${loinc_total}` : "no LOINC code recorded",
  ]
    .join("; ")
    .concat(".");
}

function facts(instrument: InstrumentEntry): Fact[] {
  const {
    bands,
    elevated_min,
    response_divisor,
    remission_max,
    reliable_change,
    prorate_max_missing,
    higher_is_worse,
  } = instrument;
  const beyond = higher_is_worse ? "or more" : "or less";
  const within = higher_is_worse ? "or less" : "or more";
  const none = { firmness: "", source: "no usable published value; the measure excludes people by name" };
  return [
    { ...elevated_min, name: "Elevated at the start", value: `${elevated_min.value} ${beyond}` },
    {
      ...response_divisor,
      name: "Response",
      value: `score falls to 1/${response_divisor.value} of the first one ${within}`,
    },
    remission_max
      ? { ...remission_max, name: "Remission", value: `${remission_max.value} ${within}` }
      : { ...none, name: "Remission", value: "none" },
    reliable_change
      ? {
          ...reliable_change,
          name: "Reliable change",
          value: `${reliable_change.value} points ${psychometrics(reliable_change)}`,
        }
      : { ...none, name: "Reliable change", value: "none" },
    {
      ...bands,
      name: "Severity bands",
      value: bands.value.map(({ label, min, max }) => `${label} ${min} to ${max}`).join(", "),
    },
    { ...prorate_max_missing, name: "Missing items allowed", value: String(prorate_max_missing.value) },
  ];
}

function psychometrics({ sd, reliability }: NonNullable<InstrumentEntry["reliable_change"]>): string {
  return sd && reliability ? `(SD ${sd}, reliability ${reliability})` : "";
}

function firm(h: Make, firmness: string): Child {
  if (firmness === "") return "–";
  return firmness === "unverified"
    ? h("strong", { class: "badge badge-open" }, firmnessName(firmness))
    : firmnessName(firmness);
}

/** The follow-up windows. */
export const windows: View = ({ document, release }) => {
  const h = maker(document);
  return h(
    "dl",
    { class: "terms" },
    release.manifest.windows.map(({ title, definition }) =>
      h("div", null, h("dt", null, title), h("dd", null, definition)),
    ),
  );
};

/** The disclosure policy in force, in words. */
export const policy: View = ({ document, release }) => {
  const h = maker(document);
  const { policy: rule } = release.manifest;
  return h(
    "p",
    null,
    `Policy “${rule.id}”, version ${rule.version}, of ${day(rule.date)}, owned by ${rule.owner}: counts of ${rule.hide_at_most} or fewer are hidden, and so are the zeros of groups; `,
    `every other count is rounded to the nearest ${rule.round_to}. In files the symbol ${rule.symbol} stands for a hidden number.`,
  );
};

/** How people are grouped. */
export const strata: View = ({ document, release }) => {
  const h = maker(document);
  return h(
    "dl",
    { class: "terms" },
    release.manifest.strata.map(({ title, levels }) =>
      h(
        "div",
        null,
        h("dt", null, title),
        h("dd", null, levels.map((level) => level.title).join(", ") || "not recorded"),
      ),
    ),
  );
};
