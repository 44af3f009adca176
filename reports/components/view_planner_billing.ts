import { sum } from "d3";
import { chartFrame, twinOf, WIDTHS } from "./chart_frame.ts";
import { drawCodes } from "./draw_codes.ts";
import { maker } from "./elements.ts";
import { count, inHundred, period, shortPeriod } from "./formats.ts";
import { source } from "./measure_frame.ts";
import {
  ALL,
  cellsOf,
  programmeCell,
  type Release,
  subjectsOf,
  type View,
  type ViewContext,
} from "./release.ts";
import { isReadable } from "./sentences.ts";
import { STRINGS } from "./strings.ts";
import { mark, table } from "./table.ts";

const { planners } = STRINGS;
const { billing: words } = planners;

type Row = Release["billing"][number];

const NONE = "none";
/** How many months are drawn. */
const MONTHS = 12;

/** Minutes of care by billing code and month, what was not billed of it, and what that is worth. */
export const billing: View = (context) => {
  const { document, release } = context;
  const h = maker(document);
  const needs = measureOf(release, "billable_month")?.missing_tables ?? [];
  if (needs.includes("contact")) return h("p", { class: "absent" }, planners.absent.contacts);
  const rows = recent(release);
  if (rows.length === 0) return h("p", { class: "absent" }, planners.absent.minutes);
  const codes = [...mainCodes(release), NONE];
  const months = [...new Set(rows.map(({ period_start }) => period_start ?? ""))];
  const labels = new Map(codes.map((code) => [code, labelOf(code)]));
  const drawn = rows.flatMap((row) =>
    row.people !== null && labels.has(row.code)
      ? [{ month: shortMonth(row), code: row.code, people: row.people }]
      : [],
  );
  return h(
    "div",
    null,
    billingSentences(context).map((sentence) => h("p", { class: "finding" }, sentence)),
    h(
      "div",
      { class: "alone" },
      chartFrame(document, {
        title: title(rows, release),
        subtitle: words.subtitle(months.length),
        alternative: words.alternative,
        drawing: drawCodes(document, WIDTHS.half, {
          rows: drawn,
          codes,
          months: months.map((period_start) => shortPeriod({ period_grain: "month", period_start })),
        }),
        legend: codes.map((code, i) => ({ shape: `code-${i + 1}`, label: labels.get(code) ?? code })),
        twin: monthTable(document, rows),
      }),
    ),
    twinOf(document, codeTable(context), words.codes),
    h(
      "p",
      { class: "source" },
      `${source(context)} ${planners.source} `,
      h("a", { href: "data/billing.csv", download: true }, planners.download),
    ),
  );
};

/** What share reaches a code, how near others are, what is billed of it and what the rest is worth. */
export function billingSentences({ release }: ViewContext): string[] {
  const shareOf = (id: string) => {
    const measure = measureOf(release, id);
    const [subject] = measure ? subjectsOf(release.manifest, measure) : [];
    const cell = subject && programmeCell(cellsOf(release, subject));
    return isReadable(cell) ? { share: inHundred(cell.value), month: period(cell) ?? "" } : undefined;
  };
  const reached = shareOf("billable_month");
  const near = shareOf("near_billing_threshold");
  const billed = shareOf("billable_month_billed");
  const noClaims = measureOf(release, "billable_month_billed")?.missing_tables.includes("billing");
  return [
    reached ? words.finding(reached.share, reached.month) : "",
    near ? words.near(near.share) : "",
    billed ? words.billed(billed.share) : "",
    noClaims ? planners.absent.billing : worth(release),
  ].filter(Boolean);
}

/** The value of what was not billed in the recent months: of numbers that can be read, so at least so much. */
function worth(release: Release): string {
  if (release.manifest.fees.length === 0) return words.noFee;
  const told = recent(release).filter(({ unbilled_value }) => unbilled_value !== null);
  const months = new Set(told.map(({ period_start }) => period_start)).size;
  return months === 0
    ? ""
    : words.value(
        money(
          release,
          sum(told, ({ unbilled_value }) => unbilled_value ?? 0),
        ),
        months,
      );
}

/** An amount in the programme's currency, to three digits: it rests on rounded counts. */
function money({ manifest: { currency } }: Release, amount: number): string {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, amount))) - 2);
  const rounded = count(Math.round(amount / step) * step);
  return currency ? `${currency} ${rounded}` : rounded;
}

const measureOf = ({ manifest }: Release, id: string) =>
  manifest.measures.find((measure) => measure.id === id);

const mainCodes = ({ manifest }: Release): string[] =>
  manifest.billing_codes.filter(({ role }) => role === "main").map(({ code }) => code);

const labelOf = (code: string): string => (code === NONE ? words.none : code === ALL ? words.all : code);

const shortMonth = ({ period_start }: Row): string => shortPeriod({ period_grain: "month", period_start });

/** The latest months that had time to be billed. */
function recent({ billing: all }: Release): Row[] {
  const told = all.filter(({ status }) => status !== "pending");
  const months = [...new Set(told.map(({ period_start }) => period_start ?? ""))].sort().slice(-MONTHS);
  return told.filter(({ period_start }) => months.includes(period_start ?? ""));
}

/** Of people with minutes in the months drawn, the share whose minutes reach the full code of their month; short months do not. */
function title(rows: readonly Row[], release: Release): string {
  const full = release.manifest.billing_codes.filter(
    ({ role, months }) => role === "main" && months !== "any",
  );
  const people = (codes: readonly string[]) =>
    rows.filter(({ code }) => codes.includes(code)).map((row) => row.people);
  const [reached, all] = [people(full.map(({ code }) => code)), people([ALL])];
  const isWhole = [...reached, ...all].every((number) => number !== null) && sum(all, (n) => n ?? 0) > 0;
  if (!isWhole) return words.noTitle;
  return words.title(inHundred(sum(reached, (n) => n ?? 0) / sum(all, (n) => n ?? 0)));
}

function monthTable(document: Document, rows: readonly Row[]): Element {
  const h = maker(document);
  const { columns } = words;
  const number = (label: string, key: "people" | "billed" | "unbilled" | "unbilled_value") => ({
    label,
    number: true,
    cell: (row: Row) => {
      const value = row[key];
      if (value !== null) return count(Math.round(value));
      return row.status === "suppressed" && key !== "unbilled_value" ? mark(h, "suppressed") : "";
    },
  });
  return table(document, {
    caption: words.caption,
    columns: [
      {
        label: columns.month,
        header: true,
        cell: ({ period_start }: Row) => period({ period_grain: "month", period_start }),
      },
      { label: columns.code, cell: ({ code }) => labelOf(code) },
      number(columns.people, "people"),
      number(columns.billed, "billed"),
      number(columns.unbilled, "unbilled"),
      number(columns.value, "unbilled_value"),
    ],
    rows: [...rows].sort((a, b) => ((a.period_start ?? "") > (b.period_start ?? "") ? -1 : 1)),
  });
}

function codeTable({ document, release }: ViewContext): Element {
  const { columns } = words;
  const { billing_codes, fees, as_of } = release.manifest;
  const feeOf = (code: string) => {
    const held = fees.filter((fee) => fee.code === code && fee.from <= as_of);
    return held.sort((a, b) => (a.from < b.from ? -1 : 1)).at(-1);
  };
  return table(document, {
    caption: words.codesCaption,
    columns: [
      { label: columns.code, header: true, cell: ({ code }: (typeof billing_codes)[number]) => code },
      { label: columns.what, cell: ({ title: what }) => what },
      {
        label: columns.minutes,
        number: true,
        cell: ({ minutes_min, role }) => {
          if (minutes_min === null) return words.noRule;
          return role === "add_on" ? words.beyond(String(minutes_min)) : String(minutes_min);
        },
      },
      {
        label: columns.fee,
        number: true,
        cell: ({ code }) => {
          const fee = feeOf(code);
          return fee ? `${fee.amount} (${fee.from})` : words.noFeeGiven;
        },
      },
    ],
    rows: billing_codes,
  });
}
