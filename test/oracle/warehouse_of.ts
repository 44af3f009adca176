import type { Row, Warehouse } from "../../src/warehouse/warehouse.ts";
import { buildRegistry } from "../support/registry.ts";
import type { Registry } from "./random_registry.ts";

/** Loads a random registry, with whatever tables it has, and builds every model and measure of it. */
export function warehouseOf({ asOf, assessment, ...tables }: Registry): Promise<Warehouse> {
  const rows = Object.entries(tables).map(([table, records]) => [
    table,
    records as readonly object[] as Row[],
  ]);
  return buildRegistry(
    {
      clinic: ["north", "south", "west"].map((clinic_id) => ({ clinic_id })),
      ...Object.fromEntries(rows),
      assessment: assessment.map(({ items, ...row }) => ({
        ...row,
        ...Object.fromEntries(items.map((item, index) => [`item_${index + 1}`, item])),
      })),
    },
    asOf,
  );
}
