/** The words around the numbers that somebody takes along. */
export const TAKE_STRINGS = {
  csv: "CSV",
  csvOf: (caption: string) => `CSV: ${caption}`,
  workbook: (tables: number) =>
    tables === 1
      ? "The table of this page as a workbook (.xlsx)"
      : `All ${tables} tables of this page as one workbook (.xlsx)`,
  contents: "Contents",
  statusSheet: "Status words",
  columns: { sheet: "Sheet", table: "Table", rows: "Rows", status: "In a cell", meaning: "Meaning" },
  source: (asOf: string, run: string, edition: string) => `As of ${asOf}, run ${run}, ${edition} edition.`,
  shares: "Shares are from 0 to 1, with the digits that the page shows.",
  zero: "People were eligible, and none met the measure.",
} as const;
