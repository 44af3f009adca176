import { describe, expect, it } from "vitest";
import { INSTRUMENTS } from "../../src/reference/instruments.ts";
import { loadReference } from "../../src/warehouse/reference_tables.ts";
import { openWarehouse } from "../../src/warehouse/warehouse.ts";

describe("loadReference", () => {
  it("writes every instrument once, however often it runs, with no value where none is known", async () => {
    const warehouse = await openWarehouse({ path: ":memory:", tempDir: ".tmp", threads: 1 });
    await loadReference(warehouse);
    await loadReference(warehouse);
    const scales = await warehouse.rows(
      "SELECT instrument, elevated_min, reliable_change FROM ref.instrument",
    );
    expect(scales).toHaveLength(INSTRUMENTS.length);
    expect(scales).toContainEqual({ instrument: "phq9", elevated_min: 10, reliable_change: 6 });
    expect(scales).toContainEqual({ instrument: "hamd17", elevated_min: 14, reliable_change: null });
    await warehouse.close();
  });

  it("knows instruments by id, name and LOINC code of the total, in lower case", async () => {
    const warehouse = await openWarehouse({ path: ":memory:", tempDir: ".tmp", threads: 1 });
    await loadReference(warehouse);
    const aliases = await warehouse.rows(
      "SELECT alias FROM ref.instrument_alias WHERE instrument = 'gad7' AND alias IN ('gad7', 'gad-7', '70274-6')",
    );
    expect(aliases).toHaveLength(3);
    expect(
      await warehouse.rows("SELECT alias FROM ref.instrument_alias WHERE alias <> lower(alias)"),
    ).toEqual([]);
    await warehouse.close();
  });
});
