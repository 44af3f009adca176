import { tableFromIPC } from "apache-arrow";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { describe, expect, it } from "vitest";
import { PUBLIC } from "../../src/disclosure/policy.ts";
import { protectSurvival } from "../../src/disclosure/protect_survival.ts";
import { fromArrow, toArrow } from "../../src/publish/arrow.ts";
import { toParquet } from "../../src/publish/parquet.ts";
import { CELLS, SURVIVAL, WATERFALL } from "../../src/publish/schema.ts";
import { byRuleAlone, clinicCell, randomCells, waterfall } from "../disclosure/build.ts";
import { curvesOf, madePeople } from "../disclosure/made_curves.ts";

const steps = waterfall({ no_baseline: 4 }, { denominator: 100, observed: 80, numerator: 40 });
const released = byRuleAlone(
  [clinicCell({ clinic_id: "naïve 東京", numerator: 2 }), ...randomCells(5, 1_000)],
  steps,
);
const points = protectSurvival(curvesOf(madePeople(3, 400, 4)), PUBLIC);
const parquetRows = (bytes: Uint8Array) => parquetReadObjects({ file: bytes.slice().buffer });

describe("Arrow and Parquet", () => {
  it("give back the rows that were released", async () => {
    expect(fromArrow(CELLS, toArrow(CELLS, released.cells))).toEqual(released.cells);
    expect(fromArrow(WATERFALL, toArrow(WATERFALL, released.steps))).toEqual(released.steps);
    expect(fromArrow(SURVIVAL, toArrow(SURVIVAL, points))).toEqual(points);
    expect(await parquetRows(toParquet(CELLS, released.cells))).toEqual(released.cells);
    expect(await parquetRows(toParquet(WATERFALL, released.steps))).toEqual(released.steps);
  });

  it("hold a table without rows", async () => {
    const { cells } = byRuleAlone([], []);
    expect(fromArrow(CELLS, toArrow(CELLS, cells))).toEqual([]);
    expect(await parquetRows(toParquet(CELLS, cells))).toEqual([]);
  });

  it("name and type their columns as the schema does", () => {
    const types = {
      text: "Dictionary<Int32, Utf8>",
      day: "Dictionary<Int32, Utf8>",
      count: "Int32",
      rate: "Float64",
      number: "Float64",
    };
    const { fields } = tableFromIPC(toArrow(CELLS, released.cells)).schema;
    expect(fields.map(({ name, type }) => [name, String(type)])).toEqual(
      CELLS.columns.map(({ name, type }) => [name, types[type]]),
    );
    const metadata = parquetMetadata(toParquet(CELLS, released.cells).slice().buffer);
    expect(metadata.schema.slice(1).map(({ name }) => name)).toEqual(CELLS.columns.map(({ name }) => name));
  });

  it("are the same bytes for the same rows, whatever was written before", () => {
    const first = [toArrow(CELLS, released.cells), toParquet(CELLS, released.cells)];
    toArrow(WATERFALL, released.steps);
    expect([toArrow(CELLS, released.cells), toParquet(CELLS, released.cells)]).toEqual(first);
  });

  it("name every field of a released row once", () => {
    const fieldsOf = (rows: readonly object[]) => Object.keys(rows[0] ?? {}).sort();
    expect(CELLS.columns.map(({ name }) => String(name)).sort()).toEqual(fieldsOf(released.cells));
    expect(WATERFALL.columns.map(({ name }) => String(name)).sort()).toEqual(fieldsOf(released.steps));
    expect(SURVIVAL.columns.map(({ name }) => String(name)).sort()).toEqual(fieldsOf(points));
  });
});
