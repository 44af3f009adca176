/** One layer of the house: what its code may import from `src`, and which schemas its SQL may read. */
export interface Layer {
  imports: readonly string[];
  reads: readonly string[];
}

const FOLDERS = [
  "errors",
  "layers",
  "reference",
  "stats",
  "contracts",
  "sources",
  "warehouse",
  "synthetic",
  "staging",
  "model",
  "checks",
  "measures",
  "compute",
  "disclosure",
  "publish",
  "worklists",
] as const;

/**
 * The layers, lowest first. Each only looks down; `test/architecture.test.ts` enforces it. A folder may always import itself.
 * `components` (reports/components) draws released tables and may import types only.
 */
export const LAYERS: Readonly<Record<string, Layer>> = {
  errors: { imports: [], reads: [] },
  layers: { imports: [], reads: [] },
  reference: { imports: ["errors"], reads: [] },
  stats: { imports: ["errors"], reads: [] },
  contracts: { imports: ["errors", "reference"], reads: [] },
  sources: { imports: ["errors", "reference", "contracts"], reads: [] },
  warehouse: { imports: ["errors", "contracts", "reference"], reads: [] },
  staging: { imports: [], reads: ["raw", "ref"] },
  model: { imports: [], reads: ["staging", "model", "ref"] },
  checks: { imports: [], reads: ["staging", "model", "ref"] },
  measures: { imports: ["errors", "reference"], reads: ["model", "ref"] },
  synthetic: {
    imports: ["errors", "reference", "contracts", "warehouse"],
    reads: ["given", "world", "extract", "planted", "truth"],
  },
  compute: {
    imports: ["errors", "reference", "stats", "measures", "warehouse"],
    reads: ["model", "measure"],
  },
  disclosure: { imports: ["errors", "reference", "stats"], reads: [] },
  publish: { imports: ["errors", "reference", "disclosure"], reads: [] },
  worklists: { imports: ["errors", "reference", "warehouse", "publish"], reads: ["model", "ref"] },
  components: { imports: ["publish"], reads: [] },
  pipelines: { imports: [...FOLDERS, "components"], reads: [] },
};
