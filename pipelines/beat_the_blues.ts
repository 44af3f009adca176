import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { addDays, formatISO } from "date-fns";

const SAMPLE = new URL("../data/sample/beat_the_blues/", import.meta.url);
const ANCHOR = new Date(2000, 0, 1);
const DAYS_PER_MONTH = 30.4375;
const VISIT_MONTHS = [0, 2, 3, 5, 8] as const;
const ARMS: Record<string, { clinic_id: string; name: string }> = {
  BtheB: { clinic_id: "beat_the_blues", name: "Arm: Beat the Blues" },
  TAU: { clinic_id: "usual_care", name: "Arm: treatment as usual" },
};

/**
 * Writes the Beat the Blues trial as a canonical extract into `outDir` (replaced whole). The source has one row a person
 * and one column a visit; see `data/sample/beat_the_blues/README.md` for what it does not say.
 */
export async function writeBeatTheBlues(outDir: string): Promise<void> {
  const [header = [], ...people] = parse(await readFile(new URL("btheb.csv", SAMPLE), "utf8"));
  const column = (row: readonly string[], name: string) => row[header.indexOf(name)] ?? "";
  const id = (prefix: string, row: readonly string[]) => `${prefix}${column(row, "person").padStart(3, "0")}`;

  const tables = {
    patient: ["patient_id", ...people.map((row) => id("P", row))],
    clinic: [
      "clinic_id,name,setting",
      ...Object.values(ARMS).map(({ clinic_id, name }) => `${clinic_id},${name},primary_care`),
    ],
    episode: [
      "episode_id,patient_id,clinic_id,enrolled_date,target_condition,primary_instrument",
      ...people.map((row) => {
        const clinic = ARMS[column(row, "arm")]?.clinic_id ?? "";
        return [id("E", row), id("P", row), clinic, day(0), "depression", "bdi2"].join(",");
      }),
    ],
    assessment: [
      "assessment_id,patient_id,episode_id,instrument,assessed_date,total",
      ...people.flatMap((row) =>
        VISIT_MONTHS.map((month) => ({ month, total: column(row, `bdi_${month}m`) }))
          .filter(({ total }) => total !== "")
          .map(({ month, total }) =>
            [`${id("A", row)}_${month}`, id("P", row), id("E", row), "bdi2", day(month), total].join(","),
          ),
      ),
    ],
    treatment: [
      "patient_id,class,name,start_date",
      ...people
        .filter((row) => column(row, "antidepressant") === "Yes")
        .map((row) => [id("P", row), "antidepressant", "not named in the source", day(0)].join(",")),
    ],
  };

  await rm(outDir, { recursive: true, force: true });
  await mkdir(outDir, { recursive: true, mode: 0o700 });
  for (const [table, lines] of Object.entries(tables)) await write(`${table}.csv`, lines);
  await write("extract.yaml", [
    "site: Beat the Blues trial, general practices",
    "system: figures of data set BtheB, R package HSAUR3",
    `extracted_at: ${day(8)}`,
    `coverage_start: ${day(0)}`,
    `coverage_end: ${day(8)}`,
  ]);
  await write("program.yaml", [(await readFile(new URL("program.yaml", SAMPLE), "utf8")).trimEnd()]);

  function write(name: string, lines: readonly string[]): Promise<void> {
    return writeFile(join(outDir, name), `${lines.join("\n")}\n`, { mode: 0o600 });
  }
}

function parse(text: string): string[][] {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => line.split(","));
}

function day(months: number): string {
  return formatISO(addDays(ANCHOR, Math.round(months * DAYS_PER_MONTH)), { representation: "date" });
}
