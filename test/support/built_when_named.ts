import { buildModels } from "../../src/warehouse/run_models.ts";
import { listSqlFiles, type SqlFile } from "../../src/warehouse/sql_files.ts";
import type { Warehouse } from "../../src/warehouse/warehouse.ts";

const FILES = listSqlFiles();
const MODELS = new Map(FILES.filter(({ layer }) => layer !== "checks").map((file) => [file.table, file]));
const CHECKS = FILES.filter(({ layer }) => layer === "checks");

/** The files of the tables that a statement names. */
const namedIn = (sql: string): SqlFile[] =>
  [...sql.matchAll(/\b(staging|model|measure)"?\."?(\w+)/g)].flatMap(
    ([, schema, name]) => MODELS.get(`${schema}.${name}`) ?? [],
  );

/** Those files and all that their tables are made of. */
function behind(sql: string, found = new Set<SqlFile>()): Set<SqlFile> {
  for (const file of namedIn(sql))
    if (!found.has(file)) {
      found.add(file);
      behind(file.sql, found);
    }
  return found;
}

/**
 * The same warehouse, in which a model or measure is built when a statement first names it, with all that it is made of; each check
 * is run once all that it reads is there. What a test does not ask about takes none of its time.
 */
export function builtWhenNamed(warehouse: Warehouse, asOf: string): Warehouse {
  const built = new Set<SqlFile>();
  const make = async (sql: string): Promise<void> => {
    const models = [...behind(sql)].filter((file) => !built.has(file));
    if (models.length === 0) return;
    const standing = [...built];
    for (const model of models) built.add(model);
    const checks = CHECKS.filter(
      (check) => !built.has(check) && namedIn(check.sql).every((one) => built.has(one)),
    );
    for (const check of checks) built.add(check);
    await buildModels(warehouse, { asOf, files: [...models, ...checks], standing });
  };
  let last: Promise<void> = Promise.resolve();
  const first = (sql: string): Promise<void> => {
    last = last.catch(() => undefined).then(() => make(sql));
    return last;
  };
  return {
    ...warehouse,
    run: (sql, parameters) => first(sql).then(() => warehouse.run(sql, parameters)),
    rows: (sql, parameters) => first(sql).then(() => warehouse.rows(sql, parameters)),
  };
}
