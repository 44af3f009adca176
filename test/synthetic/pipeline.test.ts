import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countMeasure } from "../../src/compute/count_measure.ts";
import type { LoadReport } from "../../src/contracts/load_report.ts";
import { parseProgram } from "../../src/contracts/program.ts";
import { compareGroups } from "../../src/disclosure/compare_groups.ts";
import { PUBLIC } from "../../src/disclosure/policy.ts";
import { protect } from "../../src/disclosure/protect.ts";
import type { ReleasedGap } from "../../src/disclosure/released.ts";
import { earlyFollowUp } from "../../src/measures/early_follow_up/measure.ts";
import type { CellKey } from "../../src/reference/cells.ts";
import { prepareExtract } from "../../src/sources/prepare.ts";
import { synthesise } from "../../src/synthetic/generate.ts";
import type { Truth } from "../../src/synthetic/truth.ts";
import { loadPrepared } from "../../src/warehouse/load.ts";
import { loadReference } from "../../src/warehouse/reference_tables.ts";
import { buildModels } from "../../src/warehouse/run_models.ts";
import { openWarehouse, type Row, type Warehouse } from "../../src/warehouse/warehouse.ts";
import { inFolder } from "./made_programme.ts";

const OPTIONS = { patients: 1500, months: 24, clinics: 6, seed: 9 };
const AS_OF = "2023-12-31";

/** Makes a programme, loads it as the pipeline would, and hands over what was found beside what is true. */
function piped<T>(
  defects: boolean,
  work: (found: { truth: Truth; report: LoadReport; warehouse: Warehouse }) => Promise<T>,
): Promise<T> {
  return inFolder(async (folder) => {
    const outDir = join(folder, "programme");
    const truth = await synthesise({ ...OPTIONS, outDir, defects });
    const warehouse = await openWarehouse({ path: ":memory:", tempDir: folder, threads: 1 });
    const prepared = await prepareExtract({
      extractDir: outDir,
      program: parseProgram("", "none"),
      tempDir: folder,
    });
    await loadReference(warehouse);
    const report = await loadPrepared(warehouse, prepared, { asOf: AS_OF });
    const result = await work({ truth, report, warehouse });
    await warehouse.close();
    return result;
  });
}

describe("a synthetic programme in the pipeline", () => {
  let counts: Record<string, Row[]>;
  let found: { truth: Truth; report: LoadReport };
  let gaps: readonly ReleasedGap[];
  beforeAll(async () => {
    found = await piped(false, async ({ truth, report, warehouse }) => {
      await buildModels(warehouse, { asOf: AS_OF });
      counts = {};
      for (const measure of ["response", "remission"])
        counts[measure] = await warehouse.rows(
          `SELECT instrument, "window", clinic_id, CAST(sum(denominator) AS INTEGER) AS eligible,
             CAST(sum(observed) AS INTEGER) AS seen, CAST(sum(numerator) AS INTEGER) AS met
           FROM measure.${measure} WHERE denominator > 0 AND "window" IN (${told(truth)}) GROUP BY ALL ORDER BY ALL`,
        );
      const cells = (await countMeasure(warehouse, earlyFollowUp, { asOf: AS_OF })).cells;
      const isWanted = ({ period_grain, clinic_id, stratum }: CellKey) =>
        period_grain === "all" && clinic_id === "all" && ["all", "language"].includes(stratum);
      gaps = compareGroups(protect(cells.filter(isWanted), [], PUBLIC).cells, PUBLIC);
      return { truth, report };
    });
  });

  it("shows the gap that was planted: Spanish speakers are clearly behind in early contact", () => {
    expect(found.truth.equity_gap.cause).toContain("fewer Spanish speakers are followed up in 28 days");
    const clear = gaps.filter(({ finding }) => finding === "fewer");
    expect(clear.map(({ measure, level }) => [measure, level])).toEqual([["early_follow_up", "Spanish"]]);
    expect(clear[0]?.more_needed).toBeGreaterThan(5);
  });

  it("has every row accepted, but for scales that are not registered", () => {
    const { files, rules } = found.report;
    expect(files).toHaveLength(17);
    expect(files.map(({ rejected, duplicate }) => rejected + duplicate)).toEqual(files.map(() => 0));
    expect(rules.every(({ rule }) => rule === "instrument_not_registered")).toBe(true);
  });

  it("gives the very counts that the truth calls seen, in every clinic", () => {
    const byClinic = found.truth.rates.filter(({ clinic_id }) => clinic_id !== null);
    expect(byClinic.length).toBeGreaterThan(20);
    for (const measure of ["response", "remission"] as const)
      expect(counts[measure]).toEqual(
        byClinic
          .map((rate) => ({
            instrument: rate.instrument,
            window: rate.window_id,
            clinic_id: rate.clinic_id,
            eligible: rate.eligible,
            seen: rate.seen,
            met: rate[`${measure}_seen`],
          }))
          .sort((a, b) => (order(a) < order(b) ? -1 : 1)),
      );
  });

  afterAll(() => {
    counts = {};
  });
});

/** The windows that the truth tells of, for SQL. */
const told = ({ rates }: Truth) => [...new Set(rates.map(({ window_id }) => `'${window_id}'`))].join(", ");

const order = (row: { instrument: string; window: string; clinic_id: string | null }) =>
  `${row.instrument} ${row.window} ${row.clinic_id}`;

describe("planted defects", () => {
  it("are found as often as they were planted", async () => {
    await piped(true, async ({ truth, report, warehouse }) => {
      const planted = Object.fromEntries(
        truth.defects.map(({ file, kind, rows }) => [`${file} ${kind}`, rows]),
      );
      expect(Object.keys(planted).sort()).toEqual([
        "assessment duplicate",
        "assessment impossible_date",
        "assessment late",
        "assessment missing_values",
        "assessment same_day_double",
        "assessment total_disagrees",
        "contact missing_column",
        "episode enrolled_again",
        "patient missing_values",
        "visit unknown_clinic",
      ]);
      const one = async (sql: string) => (await warehouse.rows<{ n: number }>(sql))[0]?.n;
      const lacking = truth.defects.filter(({ kind }) => kind === "missing_column");
      expect(lacking.map(({ file, column }) => `${file}.parquet lacks optional columns: ${column}`)).toEqual(
        report.notices.filter((notice) => notice.startsWith("contact")),
      );
      expect(await one("SELECT count(*) AS n FROM raw.contact WHERE minutes IS NULL")).toBe(
        planted["contact missing_column"],
      );
      const file = (table: string) => report.files.find((entry) => entry.table === table);
      expect(file("assessment")).toMatchObject({
        duplicate: planted["assessment duplicate"],
        rejected: planted["assessment impossible_date"],
      });
      expect(file("visit")).toMatchObject({ rejected: planted["visit unknown_clinic"] });
      expect(await one("SELECT count(*) AS n FROM raw.patient WHERE sex IS NULL")).toBe(
        planted["patient missing_values"],
      );
      expect(
        await one(
          "SELECT count(*) AS n FROM raw.assessment WHERE recorded_at > assessed_date + INTERVAL 30 DAY",
        ),
      ).toBe(planted["assessment late"]);
      await buildModels(warehouse, { asOf: AS_OF });
      const scored = (condition: string) =>
        one(`SELECT count(*) AS n FROM model.scored_assessment WHERE ${condition}`);
      expect(await scored("total_disagrees")).toBe(planted["assessment total_disagrees"]);
      expect(await scored("unscored_reason = 'items_missing'")).toBe(planted["assessment missing_values"]);
      expect(await scored("score IS NOT NULL AND assessment_id LIKE '%-again'")).toBe(
        planted["assessment same_day_double"],
      );
      const overlapping = `SELECT count(*) AS n FROM model.episode AS earlier JOIN model.episode AS later
        ON later.patient_id = earlier.patient_id AND later.enrolled_date > earlier.enrolled_date
        AND later.enrolled_date <= earlier.ended_date`;
      expect(await one(overlapping)).toBe(planted["episode enrolled_again"]);
    });
  });
});
