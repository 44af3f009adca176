import type { Warehouse } from "../../src/warehouse/warehouse.ts";
import { buildRegistry } from "../support/registry.ts";
import type { Registry } from "./random_registry.ts";

/** Loads a random registry and builds every model and measure of it. */
export function warehouseOf({ asOf, patient, coverage, episode, assessment }: Registry): Promise<Warehouse> {
  return buildRegistry(
    {
      patient: patient.map((row) => ({ ...row })),
      clinic: ["north", "south", "west"].map((clinic_id) => ({ clinic_id })),
      coverage: coverage.map((row) => ({ ...row })),
      episode: episode.map((row) => ({ ...row })),
      assessment: assessment.map(({ items, ...row }) => ({
        ...row,
        ...Object.fromEntries(items.map((item, index) => [`item_${index + 1}`, item])),
      })),
    },
    asOf,
  );
}
