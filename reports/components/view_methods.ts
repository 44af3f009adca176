import { type Child, type Make, maker, slug } from "./elements.ts";
import { count, day } from "./formats.ts";
import { type InstrumentEntry, instrumentsInUse, type View } from "./release.ts";
import { named, STRINGS } from "./strings.ts";
import { table } from "./table.ts";

const { methods: words } = STRINGS;

interface Fact {
  name: string;
  text: string;
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
    release.manifest.instruments.map((instrument) => scale(document, h, instrument, used.has(instrument))),
  );
};

function scale(document: Document, h: Make, instrument: InstrumentEntry, inUse: boolean): Element {
  const { id, name, notes } = instrument;
  const heading = `scale-${slug(id)}`;
  return h(
    "section",
    { class: "scale", "aria-labelledby": heading },
    h("h3", { id: heading }, name, inUse && h("span", { class: "badge" }, words.inUse)),
    h("p", { class: "muted" }, describe(instrument)),
    table(document, {
      caption: words.facts(name),
      hideCaption: true,
      columns: [
        { label: words.fact, header: true, cell: (fact) => fact.name },
        { label: words.value, cell: ({ text }) => text },
        { label: words.firmness, cell: ({ firmness }) => firm(h, firmness) },
        { label: words.source, cell: ({ source }) => source },
      ],
      rows: facts(instrument),
    }),
    notes.length > 0 &&
      h(
        "ul",
        null,
        notes.map((note) => h("li", null, note)),
      ),
  );
}

function describe({ construct, items, item_min, item_max, min, max, ...rest }: InstrumentEntry): string {
  return [
    words.scale(construct, items, words.range(item_min, item_max), words.range(min, max)),
    words.direction(rest.higher_is_worse),
    words.scoring[rest.scoring],
    words.loinc(rest.loinc_total),
  ].join("");
}

function facts(instrument: InstrumentEntry): Fact[] {
  const { bands, elevated_min, response_divisor, remission_max, reliable_change, prorate_max_missing } =
    instrument;
  const none = { text: words.noValue, firmness: "", source: words.noValueSource };
  const worse = instrument.higher_is_worse;
  return [
    { ...elevated_min, name: words.elevated, text: words.atLeast(elevated_min.value, worse) },
    { ...response_divisor, name: words.response, text: words.fraction(response_divisor.value) },
    {
      name: words.remission,
      ...(remission_max ? { ...remission_max, text: words.atMost(remission_max.value, worse) } : none),
    },
    {
      name: words.reliable,
      ...(reliable_change ? { ...reliable_change, text: change(reliable_change) } : none),
    },
    {
      ...bands,
      name: words.bands,
      text: bands.value.map(({ label, min, max }) => `${label} ${words.range(min, max)}`).join(", "),
    },
    { ...prorate_max_missing, name: words.missingItems, text: String(prorate_max_missing.value) },
  ];
}

function change({ value, sd, reliability }: NonNullable<InstrumentEntry["reliable_change"]>): string {
  return sd && reliability ? words.psychometrics(value, sd, reliability) : words.points(value);
}

function firm(h: Make, firmness: string): Child {
  if (firmness === "") return "–";
  const text = named(STRINGS.firmness, firmness);
  return firmness === "unverified" ? h("strong", { class: "badge badge-open" }, text) : text;
}

/** The follow-up windows. */
export const windows: View = ({ document, release }) =>
  terms(
    document,
    release.manifest.windows.map(({ title, definition }) => [title, definition]),
  );

/** How people are grouped. */
export const strata: View = ({ document, release }) =>
  terms(
    document,
    release.manifest.strata.map(({ title, levels }) => [
      title,
      levels.map((level) => level.title).join(", ") || words.noLevels,
    ]),
  );

/** The disclosure policy in force, in words, and what its gate found. */
export const policy: View = ({ document, release }) => {
  const { policy: rule, audit } = release.manifest;
  const { id, version, date, owner, hide_at_most, round_to, zeros, symbol, source } = rule;
  const say = words.policyRule;
  const hides = [
    say.hidden(count(hide_at_most)),
    zeros === "hidden" ? say.zeros : "",
    round_to > 1 ? say.rounded(count(round_to)) : say.exact,
    say.symbol(symbol),
  ];
  const isOpen = hide_at_most === 0;
  return maker(document)(
    "p",
    null,
    words.policy(id, version, day(date), owner),
    isOpen ? say.open : hides.join(""),
    words.policySource(source),
    isOpen ? "" : words.audited(count(audit.secrets), count(audit.repairs)),
  );
};

function terms(document: Document, entries: readonly (readonly [string, string])[]): Element {
  const h = maker(document);
  return h(
    "dl",
    { class: "terms" },
    entries.map(([term, meaning]) => h("div", null, h("dt", null, term), h("dd", null, meaning))),
  );
}
