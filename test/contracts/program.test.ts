import { describe, expect, it } from "vitest";
import { DEFAULT_PROGRAM, parseProgram, programJsonSchema } from "../../src/contracts/program.ts";
import { PUBLIC, publicPolicy } from "../../src/disclosure/policy.ts";
import { ProgramError } from "../../src/errors.ts";

const faultsIn = (text: string): string[] => {
  try {
    parseProgram(text, "p.yaml");
  } catch (error) {
    if (error instanceof ProgramError) return error.message.split("\n");
    throw error;
  }
  throw new Error("the program file was read");
};

describe("the program file", () => {
  it("may say nothing", () => {
    expect(parseProgram("", "p.yaml")).toEqual(DEFAULT_PROGRAM);
    expect(DEFAULT_PROGRAM).toMatchObject({
      encoding: "utf-8",
      missing_values: [],
      disclosure: { public: { preset: "public" }, public_folders: [] },
      tables: {},
    });
  });

  it("protects by default as the public policy does", () => {
    expect(publicPolicy(DEFAULT_PROGRAM.disclosure.public)).toEqual(PUBLIC);
    expect(DEFAULT_PROGRAM.disclosure.internal).toBeUndefined();
  });

  it("takes one mapping of a table or several", () => {
    const { tables } = parseProgram(
      "tables: {clinic: {file: a.csv}, assessment: [{file: b.csv}, {file: c.csv}]}",
      "p.yaml",
    );
    expect(tables.clinic?.map(({ file }) => file)).toEqual(["a.csv"]);
    expect(tables.assessment?.map(({ file }) => file)).toEqual(["b.csv", "c.csv"]);
  });

  it("takes fees by code and first day, and no two for the same", () => {
    const { fees, currency } = parseProgram(
      "currency: USD\nfees: [{code: 99492, from: 2024-01-01, amount: 150}, {code: 99492, from: 2025-01-01, amount: 160, source: a schedule}]",
      "p.yaml",
    );
    expect(currency).toBe("USD");
    expect(fees).toEqual([
      { code: "99492", from: "2024-01-01", amount: 150, source: null },
      { code: "99492", from: "2025-01-01", amount: 160, source: "a schedule" },
    ]);
    expect(
      faultsIn(
        "fees: [{code: 99492, from: 2024-01-01, amount: 150}, {code: 99492, from: 2024-01-01, amount: 9}]",
      ),
    ).toEqual([expect.stringContaining("one fee for each code and first day")]);
    expect(faultsIn("fees: [{code: x, from: 2024-01-01, amount: 0}]")).toHaveLength(2);
  });

  it("takes codes written as numbers or truth values for texts", () => {
    const { tables, missing_values } = parseProgram(
      "{missing_values: [-99, NA], tables: {patient: {recode: {sex: {1: f, 2: null}}, columns: {race: {constant: 5}}}}}",
      "p.yaml",
    );
    expect(missing_values).toEqual(["-99", "NA"]);
    expect(tables.patient?.[0]).toMatchObject({
      recode: { sex: { 1: "f", 2: null } },
      columns: { race: { constant: "5" } },
    });
  });

  it("tells every fault with its place", () => {
    const text = `
targts: 1
as_of: 2024-02-30
encoding: ebcdic
program: {id: Not A Slug}
tables:
  patients: {}
  patient: {columns: {pid: x}, colums: 1}
  clinic: {columns: {clinic_id: {months_after: {anchor: soon, column: m}}, name: {joins: [a]}}}
  assessment: [{columns: {total: {join: [1]}}}]
`;
    const told = faultsIn(text).map((fault) => fault.replace(/: (?!unknown).*/, ""));
    expect(told.toSorted()).toEqual([
      "p.yaml, as_of",
      "p.yaml, encoding",
      "p.yaml, program.id",
      "p.yaml, tables.assessment.0.columns.total.join.0",
      "p.yaml, tables.clinic.columns.clinic_id.months_after.anchor",
      'p.yaml, tables.clinic.columns.name: unknown key "joins"; correct its spelling or remove it',
      'p.yaml, tables.patient.columns: unknown key "pid"; correct its spelling or remove it',
      'p.yaml, tables.patient: unknown key "colums"; correct its spelling or remove it',
      'p.yaml, tables: unknown key "patients"; correct its spelling or remove it',
      'p.yaml, top level: unknown key "targts"; correct its spelling or remove it',
    ]);
  });

  it("takes what was promised to a funder, with its day and its owner", () => {
    expect(
      parseProgram(
        "funder: {registered: 2024-01-31, owner: the board, measures: [{measure: remission, window: 6m}]}",
        "p.yaml",
      ).funder,
    ).toEqual({
      registered: "2024-01-31",
      owner: "the board",
      measures: [{ measure: "remission", instrument: null, window: "6m" }],
    });
    expect(faultsIn("funder: {registered: soon, measures: []}").map((fault) => fault.split(":")[0])).toEqual([
      "p.yaml, funder.registered",
      "p.yaml, funder.owner",
      "p.yaml, funder.measures",
    ]);
  });

  it.each(["a: [1", "a: 1\na: 2", "- x", "just words"])("refuses %j", (text) => {
    expect(faultsIn(text)[0]).toMatch(/^p\.yaml[:,]/);
  });

  it("has a JSON Schema that knows the tables and their columns", () => {
    expect(JSON.stringify(programJsonSchema())).toContain('"only_when_present"');
    expect(programJsonSchema()).toMatchObject({
      additionalProperties: false,
      properties: { tables: { properties: { patient: {}, population: {} } } },
    });
  });
});
