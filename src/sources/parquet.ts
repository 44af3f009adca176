import { open } from "node:fs/promises";
import { FileFault } from "./file_fault.ts";

/** A Parquet file begins and ends with the same four letters. */
export async function checkParquet(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    const { size } = await handle.stat();
    const letters = async (position: number) =>
      (await handle.read(Buffer.alloc(4), 0, 4, position)).buffer.toString("latin1");
    if (size < 12 || (await letters(0)) !== "PAR1" || (await letters(size - 4)) !== "PAR1")
      throw new FileFault("not_parquet", "The file is not Parquet or was cut off; export it again.");
  } finally {
    await handle.close();
  }
}
