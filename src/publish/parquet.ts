import { parquetWriteBuffer } from "hyparquet-writer";
import type { Released } from "../disclosure/released.ts";
import type { ColumnType, Table } from "./schema.ts";

const PARQUET_TYPE = {
  text: "STRING",
  day: "STRING",
  count: "INT32",
  rate: "DOUBLE",
  number: "DOUBLE",
} as const satisfies Record<ColumnType, string>;

/** A released table as a Parquet file. Hidden and absent numbers are null; `status` tells them apart. */
export function toParquet<Row>({ columns }: Table<Row>, rows: Released<readonly Row[]>): Uint8Array {
  const columnData = columns.map(({ name, type }) => ({
    name,
    type: PARQUET_TYPE[type],
    data: rows.map((row) => row[name]),
    nullable: true,
  }));
  return new Uint8Array(parquetWriteBuffer({ columnData, createdBy: "care-observatory" }));
}
