import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { LAYERS } from "../src/layers.ts";
import { sqlTables } from "./support/sql_tables.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const filesUnder = (folder: string, ending: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending) && !name.includes(".observablehq"))
    .map((name) => join(folder, name));

/** `src/model/x.sql` -> `model`; `src/errors.ts` -> `errors`; `reports/components/x.ts` -> `components`. */
function layerOf(path: string): string {
  return (
    path
      .replace(/^(src|reports)\//, "")
      .replace(/\.ts$/, "")
      .split("/")[0] ?? ""
  );
}

/** Every relative import or re-export in TypeScript text, as a path from the root, with whether only types pass. */
function importsOf(path: string, text: string) {
  return [...text.matchAll(/(import|export)\s+(type\s)?[^;]*?from\s+"(\.[^"]+)"|import\("(\.[^"]+)"\)/g)].map(
    (found) => ({
      target: relative(root, resolve(root, dirname(path), found[3] ?? found[4] ?? "")),
      typesOnly: found[2] !== undefined,
    }),
  );
}

function importFaults(path: string, text: string): string[] {
  const layer = layerOf(path);
  return importsOf(path, text)
    .filter(({ target, typesOnly }) => {
      const targetLayer = layerOf(target);
      if (targetLayer === layer) return false;
      if (layer === "components" && !typesOnly) return true;
      return !LAYERS[layer]?.imports.includes(targetLayer);
    })
    .map(({ target }) => `${path} (${layer}) may not import ${target}`);
}

async function readFaults(path: string, text: string): Promise<string[]> {
  const layer = layerOf(path);
  return (await sqlTables(text))
    .filter((table) => !LAYERS[layer]?.reads.includes(table.split(".")[0] ?? ""))
    .map((table) => `${path} (${layer}) may not read ${table}`);
}

describe("the house has one direction", () => {
  const sources = [
    ...filesUnder("src", ".ts"),
    ...filesUnder("pipelines", ".ts"),
    ...filesUnder("reports", ".ts"),
  ];
  const models = filesUnder("src", ".sql");

  it("knows a layer for every folder of src, and no layer without one", () => {
    const folders = new Set([...sources, ...models].map(layerOf));
    expect([...folders].filter((name) => !LAYERS[name])).toEqual([]);
    expect(Object.keys(LAYERS).filter((name) => !folders.has(name))).toEqual([]);
  });

  it("lists layers from low to high, each importing only lower ones", () => {
    const order = Object.keys(LAYERS);
    for (const [position, name] of order.entries())
      for (const target of LAYERS[name]?.imports ?? []) expect(order.indexOf(target)).toBeLessThan(position);
  });

  it("imports only downwards", () => {
    expect(sources.length).toBeGreaterThan(30);
    const imports = sources.flatMap((path) => importsOf(path, readFileSync(join(root, path), "utf8")));
    expect(imports.length).toBeGreaterThan(60);
    expect(sources.flatMap((path) => importFaults(path, readFileSync(join(root, path), "utf8")))).toEqual([]);
  });

  it("reads only downwards in SQL", async () => {
    expect(models.length).toBeGreaterThan(10);
    const faults = await Promise.all(
      models.map((path) => readFaults(path, readFileSync(join(root, path), "utf8"))),
    );
    expect(faults.flat()).toEqual([]);
  });

  it("sees a planted upward import", () => {
    const planted = 'import { protect } from "../disclosure/protect.ts";\nexport const x = protect;';
    expect(importFaults("src/stats/planted.ts", planted)).toEqual([
      "src/stats/planted.ts (stats) may not import src/disclosure/protect.ts",
    ]);
    expect(
      importFaults("reports/components/planted.ts", 'import { writeCsv } from "../../src/publish/csv.ts";'),
    ).toHaveLength(1);
    expect(
      importFaults(
        "reports/components/planted.ts",
        'import type { Manifest } from "../../src/publish/manifest.ts";',
      ),
    ).toEqual([]);
  });

  it("sees a planted upward read", async () => {
    const planted = "SELECT episode_id FROM raw.episode JOIN measure.response ON unit_id = episode_id";
    expect(await readFaults("src/model/planted.sql", planted)).toEqual([
      "src/model/planted.sql (model) may not read measure.response",
      "src/model/planted.sql (model) may not read raw.episode",
    ]);
  });

  it("lets only the warehouse touch DuckDB", () => {
    const users = sources.filter((path) =>
      readFileSync(join(root, path), "utf8").includes('from "@duckdb/node-api"'),
    );
    expect(users.map(layerOf).filter((layer) => layer !== "warehouse")).toEqual([]);
    expect(users).toContain("src/warehouse/warehouse.ts");
  });

  it("keeps every file under 400 lines", () => {
    const long = [...sources, ...models].filter(
      (path) => readFileSync(join(root, path), "utf8").split("\n").length > 400,
    );
    expect(long).toEqual([]);
  });
});
