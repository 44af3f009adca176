import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { scoreFaults } from "../../src/compute/score_faults.ts";
import { parseProgram } from "../../src/contracts/program.ts";
import { judgeQuality } from "../../src/disclosure/judge_quality.ts";
import { PUBLIC } from "../../src/disclosure/policy.ts";
import { protectInputs } from "../../src/disclosure/protect_inputs.ts";
import { MEASURES } from "../../src/measures/index.ts";
import { prepareExtract } from "../../src/sources/prepare.ts";
import { synthesise } from "../../src/synthetic/generate.ts";
import { loadPrepared } from "../../src/warehouse/load.ts";
import { loadReference } from "../../src/warehouse/reference_tables.ts";
import { buildModels } from "../../src/warehouse/run_models.ts";
import { openWarehouse } from "../../src/warehouse/warehouse.ts";
import { inFolder } from "./made_programme.ts";

const AS_OF = "2023-12-31";

/** The verdict on each measure, of its rows and forms, as the pipeline would give it. */
function verdicts(defects: boolean): Promise<Record<string, string>> {
  return inFolder(async (folder) => {
    const outDir = join(folder, "programme");
    await synthesise({ patients: 1500, months: 24, clinics: 4, seed: 9, outDir, defects });
    const warehouse = await openWarehouse({ path: ":memory:", tempDir: folder, threads: 1 });
    const program = parseProgram("", "none");
    const prepared = await prepareExtract({ extractDir: outDir, program, tempDir: folder });
    await loadReference(warehouse);
    const { files } = await loadPrepared(warehouse, prepared, { asOf: AS_OF });
    await buildModels(warehouse, { asOf: AS_OF });
    const scores = await scoreFaults(warehouse);
    await warehouse.close();
    const judged = judgeQuality(
      MEASURES.map((measure) => ({ ...measure, missing_tables: [], main: null })),
      { inputs: protectInputs(files, PUBLIC), scores, cells: [], steps: [] },
    );
    return Object.fromEntries(judged.map(({ measure, verdict }) => [measure, verdict]));
  });
}

describe("planted defects", () => {
  it("degrade the measures that rest on the spoilt tables, and no other", async () => {
    const sound = await verdicts(false);
    expect(new Set(Object.values(sound))).toEqual(new Set(["fit"]));
    const spoilt = await verdicts(true);
    const concerned = MEASURES.filter(({ needs }) => needs.includes("assessment") || needs.includes("visit"));
    expect(concerned.length).toBeGreaterThan(5);
    expect(concerned.length).toBeLessThan(MEASURES.length);
    expect(spoilt).toEqual(
      Object.fromEntries(
        MEASURES.map((measure) => [measure.id, concerned.includes(measure) ? "caution" : "fit"]),
      ),
    );
  });
});
