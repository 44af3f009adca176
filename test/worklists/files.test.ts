import { describe, expect, it } from "vitest";
import { sheetNames } from "../../src/publish/sheet_names.ts";
import { worklistsCsv } from "../../src/worklists/csv.ts";
import type { Worklists } from "../../src/worklists/draw_up.ts";
import { WORKLISTS } from "../../src/worklists/lists.ts";
import { worklistsWorkbook } from "../../src/worklists/workbook.ts";
import type { ListedRow } from "../../src/worklists/worklist.ts";
import { readWorkbook } from "../support/read_workbook.ts";

const ROW: ListedRow = {
  care_manager_id: "cm1",
  clinic: "North clinic",
  patient_id: "007",
  episode_id: "1e5",
  rank: 1,
  reason: "contact_overdue",
  detail: null,
  days_waiting: 40,
  last_instrument: "phq9",
  last_score: 9.5,
  last_score_date: "2024-05-01",
  last_contact_date: "2024-05-21",
};

/** The first lists with these rows, one list each. */
function worklists(...lists: ListedRow[][]): Worklists {
  const drawn = WORKLISTS.slice(0, lists.length).map((list, index) => ({
    ...list,
    rows: lists[index] ?? [],
  }));
  const absent = WORKLISTS.slice(lists.length).map((list) => ({ ...list, missing: ["contact"] }));
  return { asOf: "2024-06-30", drawn, absent };
}

const HOSTILE = ['=HYPERLINK("http://x")', "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=1,\n2", "</v><f>1</f>"];

describe("the CSV file", () => {
  it("has a line for each row, the reason in words, and texts as they are", () => {
    expect(worklistsCsv(worklists([ROW], [{ ...ROW, care_manager_id: null, episode_id: null }]))).toBe(
      `care_manager_id,clinic,patient_id,episode_id,list,rank,reason,days_waiting,last_instrument,last_score,last_score_date,last_contact_date
cm1,North clinic,007,1e5,No safety follow-up,1,last treatment contact 40 days ago,40,phq9,9.5,2024-05-01,2024-05-21
,North clinic,007,,Relapsing after remission,1,last treatment contact 40 days ago,40,phq9,9.5,2024-05-01,2024-05-21
`,
    );
  });

  it("holds no field that a spreadsheet would compute", () => {
    const rows = HOSTILE.map((patient_id) => ({ ...ROW, patient_id, clinic: patient_id }));
    const fields = worklistsCsv(worklists(rows)).split(/,|\n/);
    expect(fields.length).toBeGreaterThan(HOSTILE.length * 10);
    expect(fields.filter((field) => /^"?[=+\-@\t\r]/.test(field))).toEqual([]);
  });
});

describe("the workbook", () => {
  it("has a cover that says what each list means, of which day, and that it is not for release", async () => {
    const [[name, rows] = ["", []]] = readWorkbook(await worklistsWorkbook(worklists([ROW, ROW])));
    const lines = rows.map((row) => row.map(({ value }) => value).join(" | "));
    expect(name).toBe("Cover");
    expect(lines[0]).toBe("Worklists as of 2024-06-30");
    expect(lines[1]).toContain("Not for release");
    for (const { title } of WORKLISTS) expect(lines.filter((line) => line.startsWith(title))).toHaveLength(1);
    expect(lines.find((line) => line.startsWith("No safety follow-up"))).toContain(" | 2 | In care");
    expect(lines.find((line) => line.startsWith("Overdue for a score"))).toContain(
      "Not drawn up: the extract has no contact.",
    );
  });

  it("has a sheet for each care manager and one for people without, and every row once", async () => {
    const of = (care_manager_id: string | null) => ({ ...ROW, care_manager_id });
    const sheets = readWorkbook(
      await worklistsWorkbook(worklists([of("b"), of("a"), of(null)], [of("a"), of("Cover")])),
    );
    expect([...sheets].map(([name, rows]) => [name, rows.length - 1]).slice(1)).toEqual([
      ["Cover (2)", 1],
      ["a", 2],
      ["b", 1],
      ["No care manager", 1],
    ]);
  });

  it("keeps identifiers as texts and numbers as numbers", async () => {
    const row = readWorkbook(await worklistsWorkbook(worklists([ROW]))).get("cm1")?.[1];
    expect(row?.slice(2, 4)).toEqual([
      { type: "text", value: "007" },
      { type: "text", value: "1e5" },
    ]);
    expect(row?.[9]).toEqual({ type: "number", value: "9.5" });
  });

  it("holds no formula, whatever an extract calls its people and places", async () => {
    const rows = HOSTILE.map((text) => ({
      ...ROW,
      care_manager_id: text,
      clinic: text,
      patient_id: text,
      episode_id: text,
    }));
    const cells = [...readWorkbook(await worklistsWorkbook(worklists(rows))).values()].flat(2);
    expect(cells.filter(({ type }) => type === "text").length).toBeGreaterThan(HOSTILE.length * 4);
    expect(cells.filter(({ type, value }) => type === "formula" || /^[=+\-@\t\r]/.test(value))).toEqual([]);
    expect(cells.filter(({ value }) => value === "</v><f>1</f>")).toHaveLength(4);
  });

  it("is the same bytes whenever and wherever it is written", async () => {
    const first = await worklistsWorkbook(worklists([ROW]));
    const zone = process.env.TZ;
    process.env.TZ = "Pacific/Auckland";
    try {
      expect(Buffer.compare(await worklistsWorkbook(worklists([ROW])), first)).toBe(0);
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });
});

describe("the name of a sheet", () => {
  it("has at most 31 characters, none that spreadsheets refuse, and no twin in any case", () => {
    const long = "x".repeat(40);
    const names = sheetNames(["a/b", "A:B", "cover", "", long, long, "'q'", "\u0000", "history"], ["Cover"]);
    expect(names).toEqual([
      "a_b",
      "A_B (2)",
      "cover (2)",
      "_",
      "x".repeat(31),
      `${"x".repeat(27)} (2)`,
      "_q_",
      "_ (2)",
      "history (2)",
    ]);
  });
});
