import { describe, expect, it } from "vitest";
import { readLineage } from "../../src/warehouse/lineage.ts";
import { listSqlFiles } from "../../src/warehouse/sql_files.ts";
import type { Warehouse } from "../../src/warehouse/warehouse.ts";
import { assessments, buildRegistry, enrolled } from "../support/registry.ts";

const AS_OF = "2024-12-31";
const CHECKS = listSqlFiles().filter(({ layer }) => layer === "checks");

/** For each check, the damage to sound tables that it is there to see. */
const DAMAGE: Record<string, string> = {
  baseline_before_enrolment: "UPDATE model.baseline SET baseline_date = DATE '2024-01-09'",
  baseline_without_band: "UPDATE model.baseline SET baseline_band = NULL",
  followup_outside_window:
    "UPDATE model.outcome_window SET followup_date = DATE '2024-05-01' WHERE \"window\" = '10w'",
  score_counted_twice: "INSERT INTO model.episode_score SELECT * FROM model.episode_score",
  score_out_of_range: "UPDATE model.scored_assessment SET score = 28",
  unit_counted_twice: "INSERT INTO model.outcome_window SELECT * FROM model.outcome_window",
};

const soundTables = (): Promise<Warehouse> =>
  buildRegistry(
    {
      episode: enrolled("2024-01-10"),
      assessment: assessments(`
        assessed_date | total
        2024-01-10    | 20
        2024-04-09    | 8`),
    },
    AS_OF,
  );

async function offending(warehouse: Warehouse, sql: string): Promise<number> {
  const { parameters } = await readLineage(warehouse, sql);
  return (await warehouse.rows(sql, parameters.length > 0 ? { as_of: AS_OF } : {})).length;
}

describe("the checks", () => {
  it("each have damage here that they must see", () => {
    expect(CHECKS.map(({ name }) => name)).toEqual(Object.keys(DAMAGE).sort());
  });

  it.each(CHECKS.map((check) => [check.name, check] as const))(
    "%s says why, is quiet on sound tables and sees its damage",
    async (name, check) => {
      expect(check.sql).toMatch(/^-- .{30,}\.\n/);
      const warehouse = await soundTables();
      expect(await offending(warehouse, check.sql)).toBe(0);
      await warehouse.run(DAMAGE[name] ?? "");
      expect(await offending(warehouse, check.sql)).toBeGreaterThan(0);
      await warehouse.close();
    },
  );
});
