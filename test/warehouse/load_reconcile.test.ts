import { describe, expect, it } from "vitest";
import { loadPrepared } from "../../src/warehouse/load.ts";
import { load } from "../sources/extract_folder.ts";

describe("counting records twice", () => {
  it("stops when DuckDB reads another number than the scanner counted", async () => {
    const { prepared, warehouse } = await load({});
    const files = prepared.files.map((source) =>
      source.table === "clinic" && source.content.format === "csv"
        ? { ...source, content: { ...source.content, records: 2 } }
        : source,
    );
    await expect(
      loadPrepared(warehouse, { ...prepared, files }, { asOf: "2024-12-31" }),
    ).rejects.toMatchObject({
      exitCode: 2,
      faults: [{ file: "clinic.csv", rule: "readers_disagree" }],
    });
  });

  it("stops when a record was neither accepted nor set aside", async () => {
    const { prepared, warehouse } = await load({});
    const files = prepared.files.map((source) =>
      source.table === "patient" ? { ...source, damaged: { records: 1, path: null } } : source,
    );
    await expect(
      loadPrepared(warehouse, { ...prepared, files }, { asOf: "2024-12-31" }),
    ).rejects.toMatchObject({
      faults: [{ file: "patient.csv", rule: "rows_not_accounted_for" }],
    });
  });

  it("gives the same answer when it is done again in the same warehouse", async () => {
    const { prepared, warehouse, report } = await load({});
    expect(await loadPrepared(warehouse, prepared, { asOf: "2024-12-31" })).toEqual(report);
  });
});
