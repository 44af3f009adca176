import { type Child, type Make, maker } from "./elements.ts";
import { count, day } from "./formats.ts";
import { ALL, ANY, mainInstrument, type Release, type View } from "./release.ts";
import type { Absence } from "./sentences.ts";
import { named } from "./strings.ts";
import { FUNDER_STRINGS } from "./strings_funders.ts";
import { mark, table } from "./table.ts";

const { cost: words } = FUNDER_STRINGS;

type CostRow = Release["costs"][number];

/** What staff cost for each person enrolled, who responded or is in remission; said by name where the release cannot tell. */
export const cost: View = ({ document, release }) => {
  const h = maker(document);
  const scales = [ANY, mainInstrument(release)?.id];
  const rows = release.costs.filter(
    (row) =>
      row.period_grain === ALL &&
      row.clinic_id === ALL &&
      row.stratum === ALL &&
      scales.includes(row.instrument),
  );
  const [told] = rows.filter(({ status }) => status === "shown");
  if (!told) return h("p", { class: "absent" }, words.none);
  const { cost_start, cost_end } = told;
  return h(
    "div",
    null,
    table(document, {
      caption: words.caption,
      hideCaption: true,
      columns: [
        { label: words.each, header: true, cell: ({ outcome }) => named(words.outcomes, outcome) },
        { label: words.perPerson, number: true, cell: (row) => amount(h, row, row.cost_per_person) },
        { label: words.range, number: true, cell: rangeOf },
        { label: words.people, number: true, cell: (row) => amount(h, row, row.people) },
        { label: words.cost, number: true, cell: (row) => amount(h, row, row.cost) },
        { label: words.months, cell: monthsOf },
      ],
      rows,
      stack: true,
    }),
    h("p", { class: "note-line" }, words.how),
    cost_start && cost_end && h("p", { class: "note-line" }, words.caveat),
  );
};

function amount(h: Make, { status }: CostRow, value: number | null): Child {
  if (value !== null) return count(Math.round(value));
  return mark(h, status === "shown" ? "no_value" : (status satisfies Absence));
}

const rangeOf = ({ lower, upper }: CostRow): string =>
  lower === null || upper === null ? "" : words.fromTo(count(Math.round(lower)), count(Math.round(upper)));

const monthsOf = ({ cost_start, cost_end }: CostRow): string =>
  cost_start && cost_end ? words.fromTo(day(cost_start), day(cost_end)) : "";
