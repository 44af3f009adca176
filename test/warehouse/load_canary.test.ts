import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ExtractError } from "../../src/errors.ts";
import { type Files, faultsOf, load } from "../sources/extract_folder.ts";

const CANARY = "canary5c1e";

/** Every column of every kind of bad row holds the mark, or a number that could be told from it. */
const BAD: Files = {
  "patient.csv": `patient_id,birth_date,sex\nP1,1980-05-06,f\n${CANARY}p,${CANARY},${CANARY}\n ${CANARY},1980-01-01,x\n`,
  "clinic.csv": `clinic_id,name,setting\nC1,North,${CANARY}\nC1,${CANARY},\nC1,${CANARY}2,\nC2,"${CANARY}\n`,
  "episode.csv": `episode_id,patient_id,clinic_id,enrolled_date\n${CANARY},${CANARY},${CANARY},${CANARY}\n`,
  "assessment.csv": [
    "assessment_id,patient_id,instrument,assessed_date,total,item_1",
    `${CANARY},P1,${CANARY},2024-01-10,15,`,
    `${CANARY},P1,phq9,2024-01-10,${CANARY},${CANARY}`,
    `${CANARY},P1,phq9,2024-01-10,987654321,98765`,
    `${CANARY}"x",P1,phq9,2024-01-10,15,`,
    `${CANARY},P1,phq9,2024-01-10`,
    `"${CANARY}"${CANARY},P1,phq9,2024-01-10,15,`,
    `${CANARY}\0,P1,phq9,2024-01-10,15,`,
    `A9,P1,phq9,2024-01-10,15,`,
    `A9,P1,phq9,2024-01-10,16,`,
    "",
  ].join("\n"),
  "visit.ndjson": `{"patient_id":"${CANARY}","visit_date":"${CANARY}"}\n{"patient_id":"${CANARY}"\n`,
};

describe("values of rows", () => {
  it("appear in no rejected row, rule, notice or reconciliation", async () => {
    const { report, warehouse } = await load(BAD);
    const told = await warehouse.rows("SELECT * FROM raw.rejected");
    expect(told.length).toBeGreaterThan(15);
    const everything = JSON.stringify([
      report,
      told,
      await warehouse.rows("SELECT * FROM raw.reconciliation"),
    ]);
    expect(everything).not.toMatch(new RegExp(`${CANARY}|98765`));
  });

  it.each<[string, Files]>([
    ["a file without a header", { "patient.csv": `${CANARY},1980-05-06,${CANARY}\n` }],
    ["a header with a name twice", { "patient.csv": `patient_id,${CANARY},${CANARY}\n` }],
    [
      "a file in another encoding",
      { "patient.csv": Buffer.from(`patient_id,sex\nP1,f\n${CANARY}é,f\n`, "latin1") },
    ],
    ["broken Parquet", { "visit.parquet": `PAR1${CANARY.repeat(9)}PAR1` }],
    ["NDJSON that is none", { "visit.ndjson": `${CANARY}\n` }],
  ])("appear in no fault of %s", async (_, files) => {
    const faults = await faultsOf(files);
    expect(faults.length).toBeGreaterThan(0);
    expect(new ExtractError(faults).message).not.toContain(CANARY);
  });

  it("stay in the private copies of the scratch folder", async () => {
    const { tempDir } = await load(BAD);
    const left = (await readdir(tempDir)).filter((name) => name !== "copies" && name !== "spill");
    expect(left).toEqual([]);
    const copies = await readdir(join(tempDir, "copies"));
    const lists = await Promise.all(
      copies
        .filter((name) => name.endsWith(".damaged"))
        .map((name) => readFile(join(tempDir, "copies", name), "utf8")),
    );
    expect(lists.length).toBeGreaterThan(1);
    expect(lists.join("\n")).not.toContain(CANARY);
  });
});
