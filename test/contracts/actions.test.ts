import { describe, expect, it } from "vitest";
import { parseActions } from "../../src/contracts/actions.ts";
import { ExtractError } from "../../src/errors.ts";

const KNOWN = { measures: ["response", "early_follow_up"], clinics: ["north"] };
const HEADER = "id,measure,clinic,owner,due,text,opened,closed";
const GOOD = 'a1,response,north,Dr Haddad,2025-01-15,"Read twenty records, and bring them",2024-11,2025-01';

/** The faults of a file as `line column rule`. */
function faultsOf(csv: string): string[] {
  try {
    parseActions(csv, KNOWN);
    return [];
  } catch (error) {
    if (!(error instanceof ExtractError)) throw error;
    return error.faults.map(({ line, column, rule }) => [line, column, rule].filter(Boolean).join(" "));
  }
}

describe("actions.csv", () => {
  it("gives each row as an action, months as their first day, blanks as null", () => {
    const rows = [GOOD, "a2,early_follow_up,,Jo Weber,2025-02-28,Cover the post,2024-12-01,", ""];
    expect(parseActions(`\uFEFF${[HEADER, ...rows].join("\r\n")}`, KNOWN)).toEqual([
      {
        id: "a1",
        measure: "response",
        clinic: "north",
        owner: "Dr Haddad",
        due: "2025-01-15",
        text: "Read twenty records, and bring them",
        opened: "2024-11-01",
        closed: "2025-01-01",
      },
      {
        id: "a2",
        measure: "early_follow_up",
        clinic: null,
        owner: "Jo Weber",
        due: "2025-02-28",
        text: "Cover the post",
        opened: "2024-12-01",
        closed: null,
      },
    ]);
  });

  it("may leave out the columns that may be blank, in any order, and hold no action", () => {
    const csv = "text,opened,due,owner,measure,id\nCall,2024-12,2025-01-01,Jo,response,a1\n";
    expect(parseActions(csv, KNOWN)).toMatchObject([{ id: "a1", clinic: null, closed: null }]);
    expect(parseActions(`${HEADER}\n`, KNOWN)).toEqual([]);
  });

  it("refuses columns that are unknown, repeated or missing", () => {
    expect(faultsOf(`${HEADER},note,id\n`)).toEqual(["1 unknown_column", "1 unknown_column"]);
    expect(faultsOf("id,measure,due,text,opened\n")).toEqual(["1 owner missing_column"]);
    expect(faultsOf("")).toHaveLength(6);
  });

  it("names every fault by line and column, and quotes no value", () => {
    const csv = [
      HEADER,
      "a1,response,north,,2025-13-01,Call,2024-11,",
      "a2,responses,south,Jo,2025-01-01,Call,2024-11,2024-10",
      "a3,response,north,Jo,2025-01-01,Call",
      GOOD,
      GOOD,
    ].join("\n");
    expect(faultsOf(csv)).toEqual([
      "2 owner not_as_agreed",
      "2 due not_as_agreed",
      "3 measure unknown",
      "3 clinic unknown",
      "3 closed before_opened",
      "4 wrong_number_of_fields",
      "6 id repeated",
    ]);
    expect(() => parseActions(csv, KNOWN)).not.toThrow(/responses|Haddad/);
  });
});
