import { describe, expect, it } from "vitest";
import { toCsv } from "../../src/publish/csv.ts";
import { CELLS, WATERFALL } from "../../src/publish/schema.ts";
import type { CountCell } from "../../src/reference/cells.ts";
import { byRuleAlone, cell, clinicCell, randomCells, waterfall } from "../disclosure/build.ts";
import { parseCsv } from "./build.ts";

/** The rows of the CSV of these cells, each as a record by column name. */
function csvOf(...counted: CountCell[]): Record<string, string>[] {
  const [header = [], ...records] = parseCsv(toCsv(CELLS, byRuleAlone(counted, []).cells, "*"));
  return records.map((record) =>
    Object.fromEntries(header.map((name, place) => [name, record[place] ?? "absent"])),
  );
}

describe("a released table as CSV", () => {
  it("starts with the names of the columns and ends each line with LF", () => {
    const text = toCsv(CELLS, byRuleAlone([cell()], []).cells, "*");
    expect(text.split("\n")).toHaveLength(3);
    expect(text.split("\n")[0]).toBe(CELLS.columns.map(({ name }) => name).join());
    expect(text).not.toContain("\r");
    expect(text.endsWith("closed,shown\n")).toBe(true);
  });

  it("puts the symbol for every hidden number and keeps what is shown", () => {
    expect(csvOf(clinicCell({ numerator: 3 }))).toMatchObject([
      {
        denominator: "100",
        observed: "80",
        numerator: "*",
        value: "*",
        lower: "*",
        observed_upper: "*",
        follow_up: "0.8",
        period_start: "",
        status: "suppressed",
      },
    ]);
  });

  it("leaves blank what has no value and what is pending", () => {
    expect(
      csvOf(cell({ denominator: 0, observed: 0, numerator: 0 }), cell({ cohort: "open" })),
    ).toMatchObject([
      { denominator: "0", numerator: "0", value: "", follow_up: "", status: "no_value" },
      { denominator: "", numerator: "", value: "", follow_up: "", status: "pending" },
    ]);
  });

  it("puts the symbol in a waterfall too", () => {
    const { steps } = byRuleAlone(
      [],
      waterfall({ no_baseline: 4 }, { denominator: 100, observed: 80, numerator: 40 }),
    );
    expect(parseCsv(toCsv(WATERFALL, steps, "*")).map((record) => record.slice(-3).join())).toEqual([
      "step,units,status",
      "all,*,suppressed",
      "no_baseline,*,suppressed",
      "denominator,100,shown",
      "not_observed,20,shown",
      "observed,80,shown",
      "not_met,40,shown",
      "numerator,40,shown",
    ]);
  });

  it("gives every number back unchanged", () => {
    const { cells } = byRuleAlone(randomCells(3, 500), []);
    const [header = [], ...records] = parseCsv(toCsv(CELLS, cells, "*"));
    expect(records).toHaveLength(500);
    for (const [place, row] of cells.entries())
      for (const { name, type } of CELLS.columns) {
        const field = records[place]?.[header.indexOf(name)] ?? "absent";
        const isNumber = type === "count" || type === "rate";
        const hidden = isNumber && row.status === "suppressed" ? "*" : "";
        if (row[name] === null) expect(field).toBe(hidden);
        else expect(isNumber ? Number(field) : field).toBe(row[name]);
      }
  });

  it.each([
    'Dr "Who", north',
    "two\nlines",
    "two\r\nlines",
    "comma, semicolon;",
    "naïve 東京",
    "",
    " padded ",
  ])("gives the text %j back unchanged", (clinic_id) =>
    expect(csvOf(cell({ clinic_id }), cell())).toMatchObject([{ clinic_id }, { clinic_id: "all" }]),
  );

  it.each(["=1+1", '=HYPERLINK("http://x")', "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\0=1"])(
    "keeps a spreadsheet from running the text %j",
    (clinic_id) => expect(csvOf(cell({ clinic_id }))).toMatchObject([{ clinic_id: `'${clinic_id}` }]),
  );

  it("never starts a number with a quote mark", () => {
    for (const row of csvOf(...randomCells(4, 200)))
      for (const { name, type } of CELLS.columns)
        if (type === "count" || type === "rate") expect(row[name]).toMatch(/^(\*|[0-9.e-]*)$/);
  });
});
