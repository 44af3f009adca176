import { describe, expect, it } from "vitest";
import { columnSpecs } from "../../src/contracts/specs.ts";
import { contractOf, TABLE_NAMES, TABLES, type TableName } from "../../src/contracts/tables.ts";

describe("the contracts", () => {
  it("cover the 17 tables, four of them required", () => {
    expect(TABLE_NAMES).toHaveLength(17);
    expect(TABLE_NAMES.filter((table) => TABLES[table].required)).toEqual([
      "patient",
      "clinic",
      "episode",
      "assessment",
    ]);
  });

  it("are named as they are registered", () => {
    for (const table of TABLE_NAMES) expect(contractOf(table).name).toBe(table);
  });

  it("describe every column: what it is and what it tells about a person", () => {
    for (const table of TABLE_NAMES)
      for (const column of columnSpecs(table)) {
        expect(column.description.length, `${table}.${column.name}`).toBeGreaterThan(2);
        expect(["none", "indirect", "pseudonym", "direct"]).toContain(column.pii);
        if (column.kind === "integer" || column.kind === "decimal")
          expect(column.unit ?? column.description, `${table}.${column.name}`).toMatch(/\w/);
      }
  });

  it("name only columns that exist, in this table and in others", () => {
    for (const table of TABLE_NAMES) {
      const { key, surrogate, references, inOrder, happened, scored } = contractOf(table);
      const own = columnSpecs(table).map(({ name }) => name);
      const named = [...key, ...inOrder.flat(), ...happened, ...references.map(({ column }) => column)];
      expect(own, table).toEqual(expect.arrayContaining([...named, ...(surrogate ? [surrogate] : [])]));
      if (scored)
        expect(own).toEqual(expect.arrayContaining([scored.instrument, scored.total, ...scored.items]));
      for (const { table: other, same = [], notBefore = [] } of references) {
        const theirs = columnSpecs(other as TableName).map(({ name }) => name);
        expect(theirs).toEqual(expect.arrayContaining([...same, ...notBefore.map(([, column]) => column)]));
        expect(own).toEqual(expect.arrayContaining([...same, ...notBefore.map(([column]) => column)]));
      }
    }
  });

  it("stand after what they refer to, each by a single column", () => {
    for (const [position, table] of TABLE_NAMES.entries())
      for (const { table: other } of contractOf(table).references) {
        expect(TABLE_NAMES.indexOf(other as TableName)).toBeLessThan(position);
        expect(contractOf(other as TableName).key).toHaveLength(1);
      }
  });

  it("ask of a file only what the least extract has", () => {
    const required = Object.fromEntries(
      TABLE_NAMES.slice(0, 4).map((table) => [
        table,
        columnSpecs(table)
          .filter((c) => c.required)
          .map(({ name }) => name),
      ]),
    );
    expect(required).toEqual({
      patient: ["patient_id"],
      clinic: ["clinic_id"],
      episode: ["episode_id", "patient_id", "clinic_id", "enrolled_date"],
      assessment: ["assessment_id", "patient_id", "instrument", "assessed_date"],
    });
  });

  it("read ranges, lists and lengths off the zod schemas", () => {
    const spec = (table: TableName, name: string) => columnSpecs(table).find((c) => c.name === name);
    expect(spec("clinic", "setting")).toMatchObject({
      values: ["primary_care", "specialty_mh"],
      nullable: true,
      required: false,
    });
    expect(spec("contact", "minutes")).toMatchObject({ min: 0, max: 1440, unit: "minutes" });
    expect(spec("episode", "enrolled_date")).toMatchObject({
      required: true,
      nullable: true,
      earliest: "1900-01-01",
      planned: false,
    });
    expect(spec("coverage", "end_date")).toMatchObject({ planned: true });
    expect(spec("patient", "patient_id")).toMatchObject({
      maxLength: 128,
      nullable: false,
      pii: "pseudonym",
    });
  });
});
