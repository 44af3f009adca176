import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { columnSpecs } from "../../src/contracts/specs.ts";
import { TABLE_NAMES } from "../../src/contracts/tables.ts";
import { listSyntheticSql } from "../../src/synthetic/sql_files.ts";
import { type MadeProgramme, madeProgramme } from "./made_programme.ts";

describe("the extract of a synthetic programme", () => {
  let made: MadeProgramme;
  beforeAll(async () => {
    made = await madeProgramme({ patients: 2000, months: 30, clinics: 8, seed: 3 });
  });
  afterAll(() => made.close());

  it("has the 17 tables with columns of their contracts, and every one that a file must have", async () => {
    const files = listSyntheticSql().filter(({ folder }) => folder === "extract");
    expect(files.map(({ name }) => name)).toEqual([...TABLE_NAMES].sort());
    for (const table of TABLE_NAMES) {
      const columns = await made.rows<{ column_name: string }>(`DESCRIBE extract.${table}`);
      const names = columns.map(({ column_name }) => column_name);
      const specs = columnSpecs(table);
      expect(specs.map(({ name }) => name)).toEqual(expect.arrayContaining(names));
      expect(names).toEqual(expect.arrayContaining(specs.filter((s) => s.required).map((s) => s.name)));
    }
  });

  it("has rows in every table, told apart by the key that each file states", async () => {
    const keyed = listSyntheticSql().filter(({ folder }) => folder !== "planted");
    expect(keyed.length).toBeGreaterThan(40);
    for (const { table, key } of keyed) {
      const columns = key.map((column) => `"${column}"`).join(", ");
      const { rows, keys } = await made.row<{ rows: number; keys: number }>(
        `SELECT count(*) AS rows, count(DISTINCT (${columns})) AS keys FROM ${table}`,
      );
      expect({ table, rows: rows > 0, keys }).toEqual({ table, rows: true, keys: rows });
    }
  });

  it("has items that add up to their total, with thoughts of self-harm the rarest answer", async () => {
    const { off, forms } = await made.row<{ off: number; forms: number }>(
      `SELECT count(*) AS forms, count(*) FILTER (WHERE total <> item_1 + item_2 + item_3 + item_4 + item_5
         + coalesce(item_6, 0) + coalesce(item_7, 0) + coalesce(item_8, 0) + coalesce(item_9, 0)
         + coalesce(item_10, 0) + coalesce(item_11, 0) + coalesce(item_12, 0)) AS off
       FROM extract.assessment WHERE instrument <> 'bprs18'`,
    );
    expect(forms).toBeGreaterThan(10_000);
    expect(off).toBe(0);
    const items = Array.from({ length: 9 }, (_, index) => `sum(item_${index + 1}) AS item_${index + 1}`);
    const sums = await made.row(
      `SELECT ${items.join(", ")} FROM extract.assessment WHERE instrument = 'phq9'`,
    );
    const [ninth, ...others] = Object.values(sums).map(Number).reverse();
    expect(ninth).toBeLessThan(Math.min(...others) / 2);
    expect(ninth).toBeGreaterThan(0);
  });

  it("keeps the order of a person's events", async () => {
    const wrong = await made.row<{ wrong: number }>(
      `SELECT count(*) AS wrong FROM extract.episode
       WHERE enrolled_date <= referred_date OR ended_date < enrolled_date OR (ended_date IS NULL) <> (end_reason IS NULL)`,
    );
    expect(wrong).toEqual({ wrong: 0 });
    const outside = await made.row<{ outside: number }>(
      `SELECT count(*) AS outside FROM extract.assessment JOIN extract.episode USING (episode_id)
       WHERE assessed_date < enrolled_date OR assessed_date > coalesce(ended_date, assessed_date)`,
    );
    expect(outside).toEqual({ outside: 0 });
  });

  it("lets nobody be seen at a weekend, after death or after the last day", async () => {
    const { weekend, late } = await made.row<{ weekend: number; late: number }>(
      `SELECT count(*) FILTER (WHERE isodow(contact_date) > 5) AS weekend, count(*) FILTER (WHERE contact_date > end_date) AS late
       FROM extract.contact CROSS JOIN given.parameter WHERE kind = 'treatment'`,
    );
    expect({ weekend, late }).toEqual({ weekend: 0, late: 0 });
    const { dead } = await made.row<{ dead: number }>(
      `SELECT count(*) AS dead FROM extract.patient JOIN extract.assessment USING (patient_id) WHERE assessed_date > deceased_date`,
    );
    expect(dead).toBe(0);
  });

  it("bills the minutes that the contacts of a month add up to", async () => {
    const { lines, wrong } = await made.row<{ lines: number; wrong: number }>(
      `WITH worked AS (
         SELECT episode_id, date_trunc('month', contact_date) AS service_month, sum(minutes) AS minutes
         FROM extract.contact WHERE kind = 'treatment' GROUP BY ALL
       ),
       line AS (
         SELECT billing.*, minutes, date_trunc('month', enrolled_date) = billing.service_month AS is_first
         FROM extract.billing
         JOIN extract.episode ON episode_id = split_part(billing_id, '-', 1)
         JOIN worked ON worked.episode_id = episode.episode_id AND worked.service_month = billing.service_month
       )
       SELECT count(*) AS lines, count(*) FILTER (WHERE NOT CASE code
         WHEN '99492' THEN is_first AND minutes >= 36
         WHEN '99493' THEN NOT is_first AND minutes >= 31
         WHEN '99494' THEN minutes - CASE WHEN is_first THEN 70 ELSE 60 END BETWEEN 30 * units - 14 AND 30 * units + 15
         WHEN 'G2214' THEN minutes BETWEEN 16 AND 35
         ELSE FALSE END) AS wrong
       FROM line`,
    );
    expect(lines).toBeGreaterThan(5000);
    expect(wrong).toBe(0);
  });
});
