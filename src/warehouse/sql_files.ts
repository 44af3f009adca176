import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** The folders of `src` whose `.sql` files a build makes into tables, lowest first, and `checks`, whose files it only runs. */
const BUILT_LAYERS = ["staging", "model", "measures", "checks"] as const;
/** `worklists` are asked of a finished build and leave no table. */
export type SqlLayer = (typeof BUILT_LAYERS)[number] | "worklists";

/** One `.sql` file: a bare SELECT whose place gives the table it makes. */
export interface SqlFile {
  layer: SqlLayer;
  /** `model.episode` for `model/episode.sql`, `measure.response` for `measures/response/cases.sql`. */
  table: string;
  schema: string;
  name: string;
  /** Path below `src`, with `/`. */
  path: string;
  sql: string;
}

/** What the first line of a model says: what a row is, and the columns that tell rows apart. */
export interface Grain {
  grain: string;
  key: readonly string[];
}

const SOURCE = fileURLToPath(new URL("..", import.meta.url));

/** Every `.sql` file of the layers (default: those of a build), by layer and path. */
export function listSqlFiles(layers: readonly SqlLayer[] = BUILT_LAYERS): SqlFile[] {
  return layers.flatMap((layer) =>
    readdirSync(`${SOURCE}/${layer}`, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".sql"))
      .map((path) => `${SOURCE}/${layer}/${path}`)
      .sort()
      .map((path) => readSqlFile(layer, path)),
  );
}

/** The grain that a file's first line states, or undefined where it states none. */
export function readGrain({ sql }: SqlFile): Grain | undefined {
  const [, grain, key] = /^-- Grain: (.+?)\. Key: (.+?)\.\n/.exec(sql) ?? [];
  return grain && key ? { grain, key: key.replaceAll('"', "").split(", ") } : undefined;
}

function readSqlFile(layer: SqlLayer, path: string): SqlFile {
  const schema = layer === "measures" ? "measure" : layer;
  const name = layer === "measures" ? basename(dirname(path)) : basename(path, ".sql");
  return {
    layer,
    table: `${schema}.${name}`,
    schema,
    name,
    path: relative(SOURCE, path).replaceAll(sep, "/"),
    sql: readFileSync(path, "utf8"),
  };
}
