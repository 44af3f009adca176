import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** The folders of `src` whose `.sql` files become tables, lowest first, and `checks`, whose files are only run. */
const SQL_LAYERS = ["staging", "model", "measures", "checks"] as const;
export type SqlLayer = (typeof SQL_LAYERS)[number];

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

/** Every `.sql` file of the layers, by layer and path. */
export function listSqlFiles(source: string = SOURCE): SqlFile[] {
  return SQL_LAYERS.flatMap((layer) =>
    readdirSync(`${source}/${layer}`, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".sql"))
      .map((path) => `${source}/${layer}/${path}`)
      .sort()
      .map((path) => readSqlFile(layer, path, source)),
  );
}

/** The grain that a file's first line states, or undefined where it states none. */
export function readGrain({ sql }: SqlFile): Grain | undefined {
  const [, grain, key] = /^-- Grain: (.+?)\. Key: (.+?)\.\n/.exec(sql) ?? [];
  return grain && key ? { grain, key: key.replaceAll('"', "").split(", ") } : undefined;
}

function readSqlFile(layer: SqlLayer, path: string, source: string): SqlFile {
  const schema = layer === "measures" ? "measure" : layer;
  const name = layer === "measures" ? basename(dirname(path)) : basename(path, ".sql");
  return {
    layer,
    table: `${schema}.${name}`,
    schema,
    name,
    path: relative(source, path).replaceAll(sep, "/"),
    sql: readFileSync(path, "utf8"),
  };
}
