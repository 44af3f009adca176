import {
  Table as ArrowTable,
  Dictionary,
  Float64,
  Int32,
  tableFromIPC,
  tableToIPC,
  Utf8,
  vectorFromArray,
} from "apache-arrow";
import type { Released } from "../disclosure/released.ts";
import type { Column, Table } from "./schema.ts";

/** A released table as an Arrow IPC file. Hidden and absent numbers are null; `status` tells them apart. */
export function toArrow<Row>({ columns }: Table<Row>, rows: Released<readonly Row[]>): Uint8Array {
  const vectors = columns.map((column, place) => [
    column.name,
    vectorFromArray(
      rows.map((row) => row[column.name]),
      arrowType(column, place),
    ),
  ]);
  return tableToIPC(new ArrowTable(Object.fromEntries(vectors)), "file");
}

/** The rows of an Arrow file that `toArrow` wrote. */
export function fromArrow<Row>({ columns }: Table<Row>, bytes: Uint8Array): Row[] {
  const table = tableFromIPC(bytes);
  return Array.from(table, (row) => Object.fromEntries(columns.map(({ name }) => [name, row[name]])) as Row);
}

/** Texts repeat, so they are dictionaries; each needs its own id, given here because the library's depend on what was built before. */
function arrowType<Row>({ type }: Column<Row>, place: number) {
  if (type === "count") return new Int32();
  if (type === "rate" || type === "number") return new Float64();
  return new Dictionary(new Utf8(), new Int32(), place);
}
