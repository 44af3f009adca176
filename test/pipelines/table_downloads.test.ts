import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { readTable } from "../../pipelines/drawn_tables.ts";
import { pageWorkbook } from "../../pipelines/page_workbook.ts";
import { offerTables, tableCsv } from "../../pipelines/table_downloads.ts";
import type { Manifest } from "../../src/publish/manifest.ts";
import { readWorkbook } from "../support/read_workbook.ts";

const table = (rows: string) => `<div class="table-region"><table><caption>Response, by clinic</caption>
<thead><tr><th>Clinic</th><th class="number">Result</th><th class="number">Likely range</th><th class="number">Change</th><th>Trend</th></tr></thead>
<tbody>${rows}</tbody></table></div>`;
const row = (name: string, ...numbers: string[]) =>
  `<tr><th scope="row">${name}</th>${numbers.map((one) => `<td class="number">${one}</td>`).join("")}<td><svg role="img"><text>x</text></svg></td></tr>`;
const hidden = '<span class="mark mark-suppressed">hidden</span>';

const ROWS = table(
  [
    row("Ash Grove", "39.1%", "31.2 to 47%", "−1.5"),
    row("=cmd()", hidden, "", '<span class="mark mark-no_value">no value</span>'),
    row("&lt;script&gt;", "1,234", "", "0%"),
    row(
      '@sum, "quoted"',
      '<span class="value">24%</span><span class="range">−0.5 to 1.25</span>',
      "",
      "12 or fewer",
    ),
    row("+1", "", "", ""),
    row("-2", "", "", ""),
    row("\t=3", "", "", ""),
  ].join(""),
);

const documentOf = (main: string) => new JSDOM(`<main>${main}</main>`).window.document;
const drawn = () => {
  const found = documentOf(ROWS).querySelector("table");
  if (!found) throw new Error("no table");
  return readTable(found, "[c]");
};

const MANIFEST = {
  program: { name: "=Made programme" },
  as_of: "2025-02-01",
  run_id: "0123456789ab",
  policy: { edition: "public", symbol: "[c]" },
} as Manifest;

describe("a table of a page, read as values", () => {
  it("has numbers as numbers with their digits, ranges in two columns, and no pictures", () => {
    const { columns, rows } = drawn();
    expect(columns).toEqual([
      "Clinic",
      "Result",
      "Result, from",
      "Result, to",
      "Likely range, from",
      "Likely range, to",
      "Change",
    ]);
    expect(rows[0]).toEqual([
      "Ash Grove",
      { value: 0.391, decimals: 1, isShare: true },
      null,
      null,
      { value: 0.312, decimals: 1, isShare: true },
      { value: 0.47, decimals: 0, isShare: true },
      { value: -1.5, decimals: 1, isShare: false },
    ]);
    expect(rows[2]?.[1]).toEqual({ value: 1234, decimals: 0, isShare: false });
    expect(rows[2]?.[6]).toEqual({ value: 0, decimals: 0, isShare: true });
    expect(rows[3]?.slice(1, 4)).toMatchObject([{ value: 0.24 }, { value: -0.5 }, { value: 1.25 }]);
  });

  it("keeps hidden, no value, few and nothing apart", () => {
    const { rows } = drawn();
    expect(rows[1]?.[1]).toBe("[c]");
    expect(rows[1]?.[6]).toBe("no value");
    expect(rows[3]?.[6]).toBe("12 or fewer");
    expect(rows[4]?.[1]).toBeNull();
  });
});

describe("a table taken along", () => {
  it("is a CSV whose texts no spreadsheet computes", () => {
    expect(tableCsv(drawn()).split("\n")).toEqual([
      'Clinic,Result,"Result, from","Result, to","Likely range, from","Likely range, to",Change',
      "Ash Grove,0.391,,,0.312,0.47,-1.5",
      "'=cmd(),[c],,,,,no value",
      "<script>,1234,,,,,0",
      `"'@sum, ""quoted""",0.24,-0.5,1.25,,,12 or fewer`,
      "'+1,,,,,,",
      "'-2,,,,,,",
      "'=3,,,,,,",
      "",
    ]);
  });

  it("is a sheet of a workbook that says what is in it and what its words mean", async () => {
    const bytes = await pageWorkbook([drawn(), drawn()], MANIFEST);
    const book = readWorkbook(bytes);
    expect([...book.keys()]).toEqual([
      "Contents",
      "Response, by clinic",
      "Response, by clinic (2)",
      "Status words",
    ]);
    expect(book.get("Contents")?.[0]?.[0]).toEqual({ type: "text", value: "'=Made programme" });
    const sheet = book.get("Response, by clinic") ?? [];
    expect(sheet[1]?.[1]).toEqual({ type: "number", value: "0.391" });
    expect(sheet[2]?.slice(0, 2)).toEqual([
      { type: "text", value: "'=cmd()" },
      { type: "text", value: "[c]" },
    ]);
    expect([...book.values()].flat(2).filter(({ type }) => type === "formula")).toEqual([]);
    expect(book.get("Status words")?.map(([word]) => word?.value)).toEqual([
      "In a cell",
      "[c]",
      "pending",
      "no value",
      "0",
    ]);
    expect(Buffer.from(await pageWorkbook([drawn(), drawn()], MANIFEST)).equals(bytes)).toBe(true);
  });

  it("is offered below the table, under a name without a word of the data", () => {
    const document = documentOf(ROWS + ROWS);
    expect(offerTables(document, "measures/response.html", "[c]")).toHaveLength(2);
    const links = [...document.querySelectorAll<HTMLAnchorElement>(".take a")];
    expect(links.map((link) => link.getAttribute("href"))).toEqual([
      "../tables/measures/response/1.csv",
      "../tables/measures/response/2.csv",
      "../tables/measures/response.xlsx",
    ]);
    expect(links[0]?.getAttribute("aria-label")).toBe("CSV: Response, by clinic");
    expect(links[0]?.closest(".take")?.previousElementSibling?.className).toBe("table-region");
  });
});
