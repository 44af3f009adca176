import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ColumnSpec, columnSpecs } from "../../src/contracts/specs.ts";
import { contractOf, TABLE_NAMES } from "../../src/contracts/tables.ts";
import { textName } from "../../src/warehouse/judge_check.ts";
import { columnChecks, readColumn } from "../../src/warehouse/judge_columns.ts";
import { identifier, literal, openWarehouse, type Warehouse } from "../../src/warehouse/warehouse.ts";

/** Texts that a column could hold in the form that zod knows too. */
const WORDS = [
  "a",
  "A-1",
  " a",
  "a ",
  "two words",
  "a\tb",
  "a\u0085",
  "é".repeat(127),
  "é".repeat(200),
  "x".repeat(129),
  "x".repeat(1001),
];
const LISTED = ["primary_care", "treatment", "care_plan", "housing", "Housing"];
const DAYS = [
  "2024-02-29",
  "2023-02-29",
  "1899-12-31",
  "1900-01-01",
  "2024-13-01",
  "2024-1-1",
  "20240101",
  "9999-12-31",
  "0000-01-01",
];
const MONTHS = ["2024-02", "2024-02-01", "2024-02-02", "2024-13", "1899-12", "2024"];
const TIMES = [
  "2024-02-29T23:59:59",
  "2024-02-29T10:30:00Z",
  "2024-02-29T10:30:00.25+05:30",
  "2024-02-29T24:00:00",
  "2024-02-30T10:00:00",
  "1899-01-01T00:00:00",
];
const NUMBERS = [
  "0",
  "-1",
  "3",
  "27",
  "1440",
  "1441",
  "1900",
  "2100",
  "2101",
  "1.5",
  "-0.5",
  "1000",
  "1000.5",
  "-1001",
  "1e3",
  "NaN",
  "Infinity",
  "ten",
];
const TEXTS = [...WORDS, ...LISTED, ...DAYS, ...MONTHS, ...TIMES, ...NUMBERS];

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await openWarehouse({ path: ":memory:", tempDir: ".tmp/judge", threads: 1 });
});
afterAll(() => warehouse.close());

async function acceptedBySql(spec: ColumnSpec): Promise<string[]> {
  const text = identifier(textName(spec.name));
  const broken = columnChecks(spec, { asOf: "2024-12-31", extractedOn: null }, false).map(
    (check) => `(${check.broken})`,
  );
  const rows = await warehouse.rows<{ text: string }>(
    `WITH texts AS (SELECT unnest([${TEXTS.map(literal).join(", ")}]) AS ${text}),
    site AS (SELECT *, ${readColumn(spec, text, false)} AS ${identifier(spec.name)} FROM texts)
    SELECT ${text} AS text FROM site WHERE (${broken.join(" OR ")}) IS NOT TRUE`,
  );
  return rows.map(({ text }) => text).toSorted();
}

function acceptedByZod(table: (typeof TABLE_NAMES)[number], { name, kind }: ColumnSpec): string[] {
  const schema = contractOf(table).schema.shape[name];
  const value = (text: string) =>
    (kind === "integer" || kind === "decimal") && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
  return TEXTS.filter((text) => schema?.safeParse(value(text)).success).toSorted();
}

describe("the SQL that judges a column", () => {
  const columns = TABLE_NAMES.flatMap((table) => columnSpecs(table).map((spec) => ({ table, spec })));

  it("has columns of every kind to judge", () => {
    expect(new Set(columns.map(({ spec }) => spec.kind)).size).toBe(9);
  });

  it.each(TABLE_NAMES)("accepts in %s what its zod schema accepts, and nothing else", async (table) => {
    for (const spec of columnSpecs(table)) {
      if (spec.kind === "flag") continue;
      const zod = acceptedByZod(table, spec);
      const sql = await acceptedBySql(spec);
      expect({ column: spec.name, sql }).toEqual({ column: spec.name, sql: forms(spec, zod) });
    }
  });
});

/** Beyond zod's one form, a day may be written with its clock time, and a month is a day's beginning. */
function forms({ kind }: ColumnSpec, zod: readonly string[]): string[] {
  if (kind !== "date") return [...zod];
  return [
    ...zod,
    ...TIMES.filter((time) => zod.includes(time.slice(0, 10)) && !time.includes("T24")),
  ].toSorted();
}
