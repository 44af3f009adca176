import { unzipSync, zipSync } from "fflate";
import writeExcelFile, { type Cell, type CellObject, type Sheet } from "write-excel-file/node";
import { inertText } from "./spreadsheet_text.ts";

/** A cell of text that no spreadsheet computes. */
export const textCell = (value: string): CellObject => ({ type: String, value: inertText(value) });

export const boldCell = (value: string): Cell => ({ ...textCell(value), fontWeight: "bold" });

export const wrappedCell = (value: string): Cell => ({ ...textCell(value), wrap: true });

/** Sheets as the bytes of a workbook. `day` (ISO) is the date of the files inside, so that the same sheets give the same bytes. */
export async function workbookBytes(sheets: Sheet<never>[], day: string): Promise<Uint8Array> {
  const workbook = await writeExcelFile(sheets).toBuffer();
  return zipSync(unzipSync(workbook), { mtime: new Date(`${day}T00:00:00`) });
}
